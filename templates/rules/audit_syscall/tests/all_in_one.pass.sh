# packages = {{package}}
# not exercised = that the kernel loads the rules
mkdir -p /etc/audit/rules.d
file=/etc/audit/rules.d/10-{{rule.id}}.rules
fields=({{#each fields}} {{this}}{{/each}} )
fields=("${fields[@]/#/-F }")
for arch in{{#each arches}} {{this}}{{/each}}; do
  echo "-a always,exit -F arch=$arch -S kill,"{{join syscalls ","}}",pause ${fields[*]/unset/4294967295}"
done > "$file"
