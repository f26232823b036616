# reboot = false
# strategy = configure
# complexity = low
# disruption = low

file={{path}}
# shellcheck disable=SC2016 # a $ in it is not for the shell
key={{key}}
separator={{separator}}
# shellcheck disable=SC2016 # a $ in it is not for the shell
{{#if variable}}
value={{value variable}}
{{else}}
value={{literal}}
{{/if}}
{{#if compact}}
line=$key$separator$value
{{else}}
{{#if (eq separator " ")}}
line="$key $value"
{{else}}
line="$key $separator $value"
{{/if}}
{{/if}}

[ -e "$file" ] || install -D -m 0644 /dev/null "$file"
file=$(readlink -f -- "$file")
# The first assignment becomes the new line, the others go.
edited=$(mktemp -- "$file.XXXXXX") &&
  cp -a -- "$file" "$edited" &&
  KEY=$key SEPARATOR=$separator LINE=$line awk '
    function assigns(line) {
{{#unless compact}}
      sub(/^[[:space:]]+/, "", line)
{{/unless}}
      if (index(line, ENVIRON["KEY"]) != 1) return 0
      line = substr(line, length(ENVIRON["KEY"]) + 1)
{{#if (eq separator " ")}}
      return line ~ /^[[:space:]]/
{{else}}
{{#unless compact}}
      sub(/^[[:space:]]+/, "", line)
{{/unless}}
      return index(line, ENVIRON["SEPARATOR"]) == 1
{{/if}}
    }
    /^[[:space:]]*(#|$)/ { print; next }
{{#if continuation}}
    /^[[:space:]]/ { if (!dropping) print; next }
{{/if}}
    { dropping = assigns($0) }
    !dropping { print; next }
    !written { print ENVIRON["LINE"]; written = 1 }
    END { if (!written) print ENVIRON["LINE"] }
  ' "$file" > "$edited" &&
  if ! cmp -s -- "$file" "$edited"; then
    mv -f -- "$edited" "$file"{{#if unit}} &&
    if [ -d /run/systemd/system ]; then
      systemctl try-restart {{unit}}
    fi{{/if}}
  fi
status=$?
rm -f -- "$edited"
[ "$status" -eq 0 ]
