# not exercised = that the kernel loads the rules
access={{join access ""}}
echo '-a always,exit -F path='{{path}}" -F perm=$access -F key=local" > /etc/audit/rules.d/10-{{rule.id}}.rules
