# packages = {{package}}
# not exercised = that the kernel loads the rules
mkdir -p /etc/audit/rules.d
access={{join access ""}}
echo '-a always,exit -F path='{{path}}" -F perm=$access -F key=local" > /etc/audit/rules.d/10-{{rule.id}}.rules
