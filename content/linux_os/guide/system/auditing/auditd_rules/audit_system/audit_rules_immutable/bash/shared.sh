# reboot = true
# strategy = restrict
# complexity = low
# disruption = medium

while IFS= read -r file; do
  if grep -E '^[[:space:]]*-e[[:space:]]' "$file" | grep -Eqv '^[[:space:]]*-e[[:space:]]+2[[:space:]]*$'; then
    sed -i -E 's/^[[:space:]]*-e[[:space:]].*/-e 2/' "$file" || exit
  fi
done < <(grep -Els '^[[:space:]]*-e[[:space:]]' /etc/audit/rules.d/*.rules)

if ! grep -Eqs '^[[:space:]]*-e[[:space:]]' /etc/audit/rules.d/*.rules; then
  file=/etc/audit/rules.d/99-finalize.rules
  [ -e "$file" ] || install -D -m 0640 /dev/null "$file" || exit
  echo '-e 2' >> "$file"
fi
