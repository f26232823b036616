# reboot = false
# strategy = configure
# complexity = low
# disruption = low

limit={{value "var_accounts_tmout"}}
assignment='^[[:space:]]*((declare|typeset)[[:space:]]+-[[:alnum:]]+[[:space:]]+|readonly[[:space:]]+|export[[:space:]]+)?TMOUT='
files=(/etc/profile {{bashrc}} /etc/profile.d/*.sh)

if ! grep -Eqs "$assignment" "${files[@]}"; then
  [ -d /etc/profile.d ] || install -d -m 0755 /etc/profile.d || exit
  printf '%s\n' "TMOUT=$limit" 'readonly TMOUT' 'export TMOUT' > /etc/profile.d/90-tmout.sh || exit
  chmod 0644 /etc/profile.d/90-tmout.sh
fi
while IFS= read -r file; do
  file=$(readlink -f -- "$file")
  edited=$(mktemp -- "$file.XXXXXX") && cp -a -- "$file" "$edited" || exit
  ASSIGNMENT=$assignment LIMIT=$limit awk '
    match($0, ENVIRON["ASSIGNMENT"]) {
      start = substr($0, 1, RLENGTH)
      rest = substr($0, RLENGTH + 1)
      number = rest
      sub(/[^0-9].*/, "", number)
      if (number != "" && (number + 0 > ENVIRON["LIMIT"] + 0 || number + 0 < 1)) {
        print start ENVIRON["LIMIT"] substr(rest, length(number) + 1)
        next
      }
    }
    { print }
  ' "$file" > "$edited" || exit
  if cmp -s -- "$file" "$edited"; then rm -f -- "$edited"; else mv -f -- "$edited" "$file" || exit; fi
done < <(grep -Els "$assignment" "${files[@]}")
