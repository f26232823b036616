# reboot = false
# strategy = configure
# complexity = low
# disruption = low

file=/etc/ssh/sshd_config
option={{option}}
{{#if variable}}
value={{value variable}}
{{else}}
value={{literal}}
{{/if}}

[ -e "$file" ] || install -m 0600 /dev/null "$file"
file=$(readlink -f -- "$file")
# The assignment that counts stands before the first Include and the first Match; a right one there stays.
edited=$(mktemp -- "$file.XXXXXX") &&
  cp -a -- "$file" "$edited" &&
  OPTION=$option VALUE=$value{{#if also}} ALSO={{join also " "}}{{/if}} awk '
    function keyword(line) {
      sub(/^[[:space:]]+/, "", line)
      sub(/[[:space:]=].*$/, "", line)
      return tolower(line)
    }
    function right(line,   value) {
      value = line
      sub(/^[[:space:]]+/, "", value)
      sub(/^[^[:space:]=]+/, "", value)
      sub(/^[[:space:]]*=?[[:space:]]*/, "", value)
      sub(/[[:space:]]+$/, "", value)
      gsub(/"/, "", value)
{{#if at_most}}
      return value ~ /^[0-9]+[sS]?$/ && value + 0 >= 1 && value + 0 <= ENVIRON["VALUE"] + 0
{{else}}
      return value !~ /[[:space:]]/ && index(" " tolower(ENVIRON["VALUE"]{{#if also}} " " ENVIRON["ALSO"]{{/if}}) " ", " " tolower(value) " ")
{{/if}}
    }
    function write(line) { print line; written = 1 }
    BEGIN { option = tolower(ENVIRON["OPTION"]); line = ENVIRON["OPTION"] " " ENVIRON["VALUE"] }
    matching { print; next }
    keyword($0) == option { if (!written) write(right($0) ? $0 : line); next }
    keyword($0) == "include" || keyword($0) == "match" { if (!written) write(line) }
    keyword($0) == "match" { matching = 1 }
    { print }
    END { if (!written) print line }
  ' "$file" > "$edited" &&
  if ! cmp -s -- "$file" "$edited"; then
    mv -f -- "$edited" "$file" &&
    if [ -d /run/systemd/system ]; then
      /usr/sbin/sshd -t && systemctl try-reload-or-restart {{sshd_unit}}
    fi
  fi
status=$?
rm -f -- "$edited"
[ "$status" -eq 0 ]
