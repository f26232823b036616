# packages = {{package}}
# not exercised = that the kernel loads the rules
mkdir -p /etc/audit/rules.d
file=/etc/audit/rules.d/10-{{rule.id}}.rules
fields=({{#each fields}} {{this}}{{/each}} )
fields=("${fields[@]/#/-F }")
# Only the first of the system calls is recorded, or another one that begins alike.
for arch in{{#each arches}} {{this}}{{/each}}; do
  echo "-a always,exit -F arch=$arch -S "{{#each syscalls}}{{#if @first}}{{this}}{{/if}}{{/each}}"x ${fields[*]} -k local"
done > "$file"
