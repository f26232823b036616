# A rule for each system call does as well as one for all.
for arch in{{#each arches}} {{this}}{{/each}}; do
  for syscall in{{#each syscalls}} {{this}}{{/each}}; do
    echo "-a exit,always -F arch=$arch -S $syscall ${fields[*]} -F key=local"
  done
done > "$file"
