# packages = {{package}}
# not exercised = that the kernel loads the rules
mkdir -p /etc/audit/rules.d
file=/etc/audit/rules.d/10-{{rule.id}}.rules
fields=({{#each fields}} {{this}}{{/each}} )
fields=("${fields[@]/#/-F }")
# A rule for each system call does as well as one for all.
for arch in{{#each arches}} {{this}}{{/each}}; do
  for syscall in{{#each syscalls}} {{this}}{{/each}}; do
    echo "-a exit,always -F arch=$arch -S $syscall ${fields[*]} -F key=local"
  done
done > "$file"
