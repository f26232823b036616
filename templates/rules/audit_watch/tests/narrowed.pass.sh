{{#if fields}}
# packages = {{package}}
# not exercised = that the kernel loads the rules
mkdir -p /etc/audit/rules.d
fields=({{#each fields}} {{this}}{{/each}} )
fields=("${fields[@]/#/-F }")
echo '-a always,exit -F path='{{path}}' -F perm='{{join access ""}}" ${fields[*]/unset/-1} -F key=local" > /etc/audit/rules.d/10-{{rule.id}}.rules
{{/if}}
