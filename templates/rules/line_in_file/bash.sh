# reboot = false
# strategy = configure
# complexity = low
# disruption = low

file={{path}}
line={{join words " "}}
files=({{path}}{{#if directory}} {{directory}}/*{{#if names}}{{names}}{{/if}}{{/if}})
# Blanks may be wider than in the line.
words=({{#each words}} {{regex this}}{{/each}} )
printf -v right '[[:blank:]]+%s' "${words[@]}"
right="^[[:blank:]]*${right#'[[:blank:]]+'}[[:blank:]]*\$"

{{#if contradicts}}
contradicts={{contradicts}}
wrong="(?!$right)^[[:blank:]]*(?:$contradicts)"
while IFS= read -r each; do
  each=$(readlink -f -- "$each")
  edited=$(mktemp -- "$each.XXXXXX") && cp -a -- "$each" "$edited" || exit
  # grep fails where no line is left.
  grep -Pv -e "$wrong" -- "$each" > "$edited" || [ $? -eq 1 ] || exit
  mv -f -- "$edited" "$each" || exit
done < <(grep -Pls -e "$wrong" -- "${files[@]}")

{{/if}}
if ! grep -Pqs -e "$right" -- "${files[@]}"; then
  [ -e "$file" ] || install -D -m {{mode}} /dev/null "$file" || exit
  # A last line without an end gets one first.
  [ -z "$(tail -c 1 -- "$file")" ] || echo >> "$file"
  printf '%s\n' "$line" >> "$file"
fi
