{{#if drop_in}}
# A drop-in file has the last word.
printf '%s\n' '['{{section}}']' "$key="{{literal}} >> "$file"
mkdir -p "$file.d"
printf '%s\n' '['{{section}}']' "$key=other" > "$file.d/50-$key.conf"
{{/if}}
