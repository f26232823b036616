# packages = {{package}}
rpm -q {{package}}
