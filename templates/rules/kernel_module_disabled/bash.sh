# reboot = true
# strategy = disable
# complexity = low
# disruption = medium

module={{module}}
{{#if other_spelling}}
other_spelling={{other_spelling}}
names="($module|$other_spelling)"
{{else}}
names=$module
{{/if}}
command="^[[:space:]]*install[[:space:]]+${names}[[:space:]]+"
nothing="$command(/usr)?/bin/(false|true)[[:space:]]*\$"

while IFS= read -r file; do
  file=$(readlink -f -- "$file")
  if grep -Ev "$nothing" "$file" | grep -Eq "$command"; then
    # What does nothing stays, what does something goes.
    sed -i -E "\\#$nothing#b; \\#$command#d" "$file" || exit
  fi
done < <(grep -Els "$command" /etc/modprobe.d/*.conf)

if ! grep -Eqs "$nothing" /etc/modprobe.d/*.conf; then
  file=/etc/modprobe.d/$module.conf
  [ -e "$file" ] || install -D -m 0644 /dev/null "$file" || exit
  printf 'install %s /bin/false\n' "$module" >> "$file" || exit
fi
