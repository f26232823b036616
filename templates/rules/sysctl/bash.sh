# reboot = false
# strategy = configure
# complexity = low
# disruption = medium

key={{key}}
value={{literal}}
{{#if also}}
also={{join also " "}}
right="$value $also"
{{else}}
right=$value
{{/if}}

# A slash may stand for each dot of the name, which the dot in a regular expression matches as well.
assignment="^[[:space:]]*-?[[:space:]]*${key}[[:space:]]*="
corrected() {
  ASSIGNMENT=$assignment LINE="$key = $value" RIGHT=" $right " awk '
    $0 ~ ENVIRON["ASSIGNMENT"] {
      present = $0
      sub(/^[^=]*=[[:space:]]*/, "", present)
      sub(/[[:space:]]+$/, "", present)
      if (!index(ENVIRON["RIGHT"], " " present " ")) { print ENVIRON["LINE"]; next }
    }
    { print }
  ' "$1"
}

while IFS= read -r file; do
  file=$(readlink -f -- "$file")
  edited=$(mktemp -- "$file.XXXXXX") || exit
  cp -a -- "$file" "$edited" && corrected "$file" > "$edited" || exit
  if cmp -s -- "$file" "$edited"; then
    rm -f -- "$edited"
  else
    mv -f -- "$edited" "$file" || exit
  fi
done < <(grep -Els "$assignment" /etc/sysctl.conf /etc/sysctl.d/*.conf /run/sysctl.d/*.conf)

if ! grep -Eqs "$assignment" /etc/sysctl.conf /etc/sysctl.d/[!0-5]*.conf; then
  file=/etc/sysctl.d/90-security.conf
  [ -e "$file" ] || install -D -m 0644 /dev/null "$file" || exit
  printf '%s = %s\n' "$key" "$value" >> "$file" || exit
fi

present=/proc/sys/${key//.//}
if [ -e "$present" ] && [[ " $right " != *" $(< "$present") "* ]]; then
  sysctl -q -w "$key=$value"
fi
