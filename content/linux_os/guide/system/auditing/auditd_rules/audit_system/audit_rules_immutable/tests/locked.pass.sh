# packages = {{audit_package}}
mkdir -p /etc/audit/rules.d
printf "%s\n" "-D" "-e  2" > /etc/audit/rules.d/audit.rules
