# packages = {{package}}
rpm --query {{package}}
