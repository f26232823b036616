{{#if drop_in}}
{{#if package}}
# packages = {{package}}
{{/if}}
# A drop-in file has the last word.
file={{path}}
key={{key}}
mkdir -p "$(dirname "$file")"
touch "$file"
sed -i "/^[[:space:]]*$key[[:space:]]*=/d" "$file"
printf '%s\n' '['{{section}}']' "$key="{{literal}} >> "$file"
mkdir -p "$file.d"
printf '%s\n' '['{{section}}']' "$key=other" > "$file.d/50-$key.conf"
{{/if}}
