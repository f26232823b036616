# A further field leaves out the other users.
for arch in{{#each arches}} {{this}}{{/each}}; do
  echo "-a always,exit -F arch=$arch -S "{{join syscalls ","}}" ${fields[*]} -F uid=48 -k local"
  echo "#-a always,exit -F arch=$arch -S "{{join syscalls ","}}" ${fields[*]} -k local"
  echo "-a never,exit -F arch=$arch -S "{{join syscalls ","}}" ${fields[*]} -k local"
done > "$file"
