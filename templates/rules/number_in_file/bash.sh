# reboot = false
# strategy = configure
# complexity = low
# disruption = low

file={{path}}
key={{key}}
{{#if variable}}
limit={{value variable}}
{{else}}
limit={{literal}}
{{/if}}
{{#if compact}}
assignment="^$key="
line="$key=$limit"
{{else}}
{{#if (eq separator " ")}}
assignment="^[[:space:]]*${key}[[:space:]]"
line="$key $limit"
{{else}}
assignment="^[[:space:]]*${key}[[:space:]]*="
line="$key = $limit"
{{/if}}
{{/if}}

[ -e "$file" ] || install -D -m 0644 /dev/null "$file"
file=$(readlink -f -- "$file")
# The last assignment is the one that counts; the others go.
edited=$(mktemp -- "$file.XXXXXX") &&
  cp -a -- "$file" "$edited" &&
  ASSIGNMENT=$assignment LINE=$line LIMIT=$limit{{#if also}} ALSO={{join also " "}}{{/if}} awk '
    function right(line) {
      sub(ENVIRON["ASSIGNMENT"] "[[:space:]]*", "", line)
      sub(/[[:space:]]+$/, "", line)
      if (line !~ /^-?[0-9]+$/) return 0
{{#if also}}
      if (index(" " ENVIRON["ALSO"] " ", " " line " ")) return 1
{{/if}}
{{#if (eq limit "at least")}}
      return line + 0 >= ENVIRON["LIMIT"] + 0
{{else}}
      return line + 0 >= {{lowest}} && line + 0 <= ENVIRON["LIMIT"] + 0
{{/if}}
    }
    { lines[NR] = $0 }
    $0 ~ ENVIRON["ASSIGNMENT"] { assigns[NR] = 1; last = NR }
    END {
      for (i = 1; i <= NR; i++) {
        if (i == last) print right(lines[i]) ? lines[i] : ENVIRON["LINE"]
        else if (!assigns[i]) print lines[i]
      }
      if (!last) print ENVIRON["LINE"]
    }
  ' "$file" > "$edited" &&
  if ! cmp -s -- "$file" "$edited"; then
    mv -f -- "$edited" "$file"
  fi
status=$?
rm -f -- "$edited"
[ "$status" -eq 0 ]
