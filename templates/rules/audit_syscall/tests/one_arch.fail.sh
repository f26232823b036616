# Programs of another word size go by unseen.
echo "-a always,exit -F arch="{{#each arches}}{{#if @last}}{{this}}{{/if}}{{/each}}" -S "{{join syscalls ","}}" ${fields[*]/unset/-1} -k local" > "$file"
