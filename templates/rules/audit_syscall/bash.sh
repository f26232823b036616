# reboot = false
# strategy = configure
# complexity = low
# disruption = low

syscalls=({{#each syscalls}} {{this}}{{/each}} )
fields=({{#each fields}} {{this}}{{/each}} )
key={{key}}
file=/etc/audit/rules.d/$key.rules

wanted=
allowed='arch=b(?:32|64)|key=\S+'
for field in "${fields[@]}"; do
  each=$field
  # The kernel knows the unset number by three names.
  [ "$field" != 'auid!=unset' ] || each='auid!=(?:unset|-1|4294967295)'
  wanted+="(?=.*[ \t]-F[ \t]+$each(?:\s|\$))"
  allowed+="|$each"
done

is_recorded() {
  local rule="^[ \t]*-a[ \t]+(?:always,exit|exit,always)(?=.*[ \t]-F[ \t]+arch=$1(?:\s|\$))"
  rule+="(?=.*[ \t]-S[ \t]+(?:\S+,)?$2(?:[,\s]|\$))$wanted"
  rule+="(?:[ \t]+(?:-F[ \t]+(?:$allowed)|-S[ \t]+\S+|-k[ \t]+\S+))+[ \t]*\$"
  grep -Pqs -e "$rule" /etc/audit/rules.d/*.rules
}

added=no
for arch in{{#each arches}} {{this}}{{/each}}; do
  for syscall in "${syscalls[@]}"; do
    if ! is_recorded "$arch" "$syscall"; then
      [ -e "$file" ] || install -D -m 0640 /dev/null "$file" || exit
      list=$(IFS=,; echo "${syscalls[*]}")
      echo "-a always,exit -F arch=$arch -S $list ${fields[*]/#/-F } -k $key" | tr -s ' ' >> "$file" || exit
      added=yes
      break
    fi
  done
done

# Rules that are locked hold until the next boot.
if [ "$added" = yes ] && [ -d /run/systemd/system ] && ! auditctl -s | grep -q '^enabled 2'; then
  augenrules --load > /dev/null
fi
