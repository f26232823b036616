{{#if fields}}
# not exercised = that the kernel loads the rules
fields=({{#each fields}} {{this}}{{/each}} )
fields=("${fields[@]/#/-F }")
echo '-a always,exit -F path='{{path}}' -F perm='{{join access ""}}" ${fields[*]/unset/-1} -F key=local" > /etc/audit/rules.d/10-{{rule.id}}.rules
{{/if}}
