# packages = {{package}}
# not exercised = that the kernel loads the rules
mkdir -p /etc/audit/rules.d
file=/etc/audit/rules.d/10-{{rule.id}}.rules
fields=({{#each fields}} {{this}}{{/each}} )
fields=("${fields[@]/#/-F }")
# Programs of another word size go by unseen.
echo "-a always,exit -F arch="{{#each arches}}{{#if @last}}{{this}}{{/if}}{{/each}}" -S "{{join syscalls ","}}" ${fields[*]/unset/-1} -k local" > "$file"
