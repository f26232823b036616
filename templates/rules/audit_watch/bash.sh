# reboot = false
# strategy = configure
# complexity = low
# disruption = low

# Every kind of access must be among the letters that the rule has, in any order.
access='{{#each access}}(?=[rwxa]*{{this}}){{/each}}[rwxa]+'
path={{regex path}}
{{#if fields}}
fields=({{#each fields}} {{this}}{{/each}} )
narrowed=
for field in "${fields[@]}"; do
  # The kernel knows the unset number by three names.
  [ "$field" != 'auid!=unset' ] || field='auid!=(?:unset|-1|4294967295)'
  narrowed+="|[ \t]+-F[ \t]+$field(?=\s|\$)"
done
{{else}}
narrowed=
{{/if}}
rule="^[ \t]*(?:-w[ \t]+$path/?[ \t]+-p[ \t]+$access(?:[ \t]+(?:-k[ \t]+|-F[ \t]+key=)\S+)*"
rule+="|-a[ \t]+(?:always,exit|exit,always)(?=.*[ \t]-F[ \t]+(?:path|dir)=)(?=.*[ \t]-F[ \t]+perm=)"
rule+="(?:[ \t]+-F[ \t]+(?:path|dir)=$path/?|[ \t]+-F[ \t]+perm=$access|[ \t]+(?:-k[ \t]+|-F[ \t]+key=)\S+$narrowed)+)[ \t]*\$"

if ! grep -Pqs -e "$rule" /etc/audit/rules.d/*.rules; then
  key={{key}}
  file=/etc/audit/rules.d/$key.rules
  watched={{path}}
  kinds={{join access ""}}
  [ -e "$file" ] || install -D -m 0640 /dev/null "$file" || exit
{{#if fields}}
  echo "-a always,exit -F path=$watched -F perm=$kinds ${fields[*]/#/-F } -k $key" >> "$file" || exit
{{else}}
  echo "-w $watched -p $kinds -k $key" >> "$file" || exit
{{/if}}
  # Rules that are locked hold until the next boot.
  if [ -d /run/systemd/system ] && ! auditctl -s | grep -q '^enabled 2'; then
    augenrules --load > /dev/null
  fi
fi
