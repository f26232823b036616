# packages = {{audit_package}}
mkdir -p /etc/audit/rules.d
echo "-e 2" > /etc/audit/rules.d/99-finalize.rules
echo "-e 1" > /etc/audit/rules.d/99-local.rules
