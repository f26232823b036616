# packages = {{package}}
mkdir -p /etc/audit/rules.d
