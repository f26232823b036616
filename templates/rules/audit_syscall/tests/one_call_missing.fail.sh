# Only the first of the system calls is recorded, or another one that begins alike.
for arch in{{#each arches}} {{this}}{{/each}}; do
  echo "-a always,exit -F arch=$arch -S "{{#each syscalls}}{{#if @first}}{{this}}{{/if}}{{/each}}"x ${fields[*]} -k local"
done > "$file"
