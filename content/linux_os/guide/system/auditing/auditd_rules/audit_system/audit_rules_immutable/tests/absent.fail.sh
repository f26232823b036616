# packages = {{audit_package}}
mkdir -p /etc/audit/rules.d
rm -f /etc/audit/rules.d/*
echo "#-e 2" > /etc/audit/rules.d/99-finalize.rules
