for arch in{{#each arches}} {{this}}{{/each}}; do
  echo "-a always,exit -F arch=$arch -S kill,"{{join syscalls ","}}",pause ${fields[*]/unset/4294967295}"
done > "$file"
