# reboot = false
# strategy = configure
# complexity = low
# disruption = low

# Every kind of access must be among the letters that the rule has, in any order.
access='{{#each access}}(?=[rwxa]*{{this}}){{/each}}[rwxa]+'
path={{regex path}}
rule="^[ \t]*(?:-w[ \t]+$path/?[ \t]+-p[ \t]+$access(?:[ \t]+(?:-k[ \t]+|-F[ \t]+key=)\S+)*"
rule+="|-a[ \t]+(?:always,exit|exit,always)(?=.*[ \t]-F[ \t]+(?:path|dir)=)(?=.*[ \t]-F[ \t]+perm=)"
rule+="(?:[ \t]+-F[ \t]+(?:path|dir)=$path/?|[ \t]+-F[ \t]+perm=$access|[ \t]+(?:-k[ \t]+|-F[ \t]+key=)\S+)+)[ \t]*\$"

if ! grep -Pqs -e "$rule" /etc/audit/rules.d/*.rules; then
  file=/etc/audit/rules.d/{{key}}.rules
  [ -e "$file" ] || install -D -m 0640 /dev/null "$file" || exit
  printf -- '-w %s -p %s -k %s\n' {{path}} {{join access ""}} {{key}} >> "$file" || exit
  # Rules that are locked hold until the next boot.
  if [ -d /run/systemd/system ] && ! auditctl -s | grep -q '^enabled 2'; then
    augenrules --load > /dev/null
  fi
fi
