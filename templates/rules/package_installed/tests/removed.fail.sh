# packages = {{package}}
rpm --erase --nodeps {{package}}
