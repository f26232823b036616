# reboot = false
# strategy = configure
# complexity = low
# disruption = low

file={{path}}
section={{section}}
key={{key}}
value={{literal}}
{{#if also}}
also={{join also " "}}
right=" $value $also "
{{else}}
right=" $value "
{{/if}}
assignment="^[[:space:]]*${key}[[:space:]]*="

# Prints a file with every other value corrected, and with "add" as the second argument with a line more.
corrected() {
  ASSIGNMENT=$assignment LINE="$key=$value" RIGHT=$right SECTION="[$section]" ADD=$2 awk '
    function value(line) {
      sub(/^[^=]*=[[:space:]]*/, "", line)
      sub(/[[:space:]]+$/, "", line)
      return line
    }
    $0 ~ ENVIRON["ASSIGNMENT"] && !index(ENVIRON["RIGHT"], " " value($0) " ") { print ENVIRON["LINE"]; next }
    { print }
    ENVIRON["ADD"] == "add" && !added && $1 == ENVIRON["SECTION"] { print ENVIRON["LINE"]; added = 1 }
    END { if (ENVIRON["ADD"] == "add" && !added) print ENVIRON["SECTION"] "\n" ENVIRON["LINE"] }
  ' "$1"
}

{{#if unit}}
changed=no
{{/if}}
correct() {
  local file edited status
  file=$(readlink -f -- "$1")
  edited=$(mktemp -- "$file.XXXXXX") &&
    cp -a -- "$file" "$edited" &&
    corrected "$file" "$2" > "$edited" &&
    if ! cmp -s -- "$file" "$edited"; then
      mv -f -- "$edited" "$file"{{#if unit}} && changed=yes{{/if}}
    fi
  status=$?
  rm -f -- "$edited"
  return "$status"
}

[ -e "$file" ] || install -D -m 0644 /dev/null "$file" || exit
files=("$file"{{#if drop_in}} "$file.d"/*.conf{{/if}})
if grep -Eqs "$assignment" "${files[@]}"; then
  for each in "${files[@]}"; do
    [ ! -f "$each" ] || correct "$each" keep || exit
  done
else
  correct "$file" add || exit
fi
{{#if unit}}

if [ "$changed" = yes ] && [ -d /run/systemd/system ]; then
  systemctl try-restart {{unit}}
fi
{{/if}}
