{{#if drop_in}}
mkdir -p "$file.d"
printf '%s\n' '['{{section}}']' "$key="{{literal}} > "$file.d/50-$key.conf"
{{/if}}
