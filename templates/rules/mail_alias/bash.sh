# reboot = false
# strategy = configure
# complexity = low
# disruption = low

file=/etc/aliases
alias={{alias}}
{{#if variable}}
target={{value variable}}
{{else}}
target={{literal}}
{{/if}}

[ -e "$file" ] || install -m 0644 /dev/null "$file"
file=$(readlink -f -- "$file")
edited=$(mktemp -- "$file.XXXXXX")
cp -a -- "$file" "$edited"
# The first definition becomes the new line, the others go.
if ALIAS=$alias LINE="$alias: $target" awk '
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
' "$file" > "$edited" && ! cmp -s -- "$file" "$edited"; then
  mv -f -- "$edited" "$file"
  newaliases
fi
rm -f -- "$edited"
