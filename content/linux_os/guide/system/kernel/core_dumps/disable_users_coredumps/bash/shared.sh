# reboot = false
# strategy = restrict
# complexity = low
# disruption = low

line='^[[:space:]]*[*][[:space:]]+(hard|-)[[:space:]]+core[[:space:]]+'
nothing="${line}0+[[:space:]]*\$"

while IFS= read -r file; do
  if grep -Ev "$nothing" "$file" | grep -Eq "$line"; then
    sed -i -E "/$nothing/b; s/$line.*/* hard core 0/" "$file" || exit
  fi
done < <(grep -Els "$line" /etc/security/limits.conf /etc/security/limits.d/*.conf)

if ! grep -Eqs "$nothing" /etc/security/limits.conf /etc/security/limits.d/*.conf; then
  file=/etc/security/limits.d/90-security.conf
  [ -e "$file" ] || install -D -m 0644 /dev/null "$file" || exit
  echo '* hard core 0' >> "$file"
fi
