# reboot = false
# strategy = configure
# complexity = low
# disruption = low

file=/etc/aliases
alias={{alias}}
# shellcheck disable=SC2016 # a $ in it is not for the shell
{{#if variable}}
target={{value variable}}
{{else}}
target={{literal}}
{{/if}}

[ -e "$file" ] || install -m 0644 /dev/null "$file"
file=$(readlink -f -- "$file")
# The first definition becomes the new line, the others go.
edited=$(mktemp -- "$file.XXXXXX") &&
  cp -a -- "$file" "$edited" &&
  ALIAS=$alias LINE="$alias: $target" awk '
    function defines(line,   name) {
      name = tolower(substr(line, 1, index(line, ":") - 1))
      sub(/[[:space:]]+$/, "", name)
      return name == tolower(ENVIRON["ALIAS"]) || name == "\"" tolower(ENVIRON["ALIAS"]) "\""
    }
    /^[[:space:]]*(#|$)/ { print; next }
    /^[[:space:]]/ { if (!dropping) print; next }
    { dropping = defines($0) }
    !dropping { print; next }
    !written { print ENVIRON["LINE"]; written = 1 }
    END { if (!written) print ENVIRON["LINE"] }
  ' "$file" > "$edited" &&
  if ! cmp -s -- "$file" "$edited"; then
    mv -f -- "$edited" "$file"
  fi &&
  newaliases
status=$?
rm -f -- "$edited"
[ "$status" -eq 0 ]
