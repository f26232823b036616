# not exercised = that the kernel loads the rules
access={{join access ""}}
# The rule is for one user only; and the watch is on another file.
printf '%s\n' '-a always,exit -F path='{{path}}" -F perm=$access -F auid=1000 -k local" '-w '{{path}}"x -p $access" > /etc/audit/rules.d/10-{{rule.id}}.rules
