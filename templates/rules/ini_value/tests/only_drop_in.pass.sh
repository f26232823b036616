{{#if drop_in}}
{{#if package}}
# packages = {{package}}
{{/if}}
file={{path}}
key={{key}}
mkdir -p "$(dirname "$file")"
touch "$file"
sed -i "/^[[:space:]]*$key[[:space:]]*=/d" "$file"
mkdir -p "$file.d"
printf '%s\n' '['{{section}}']' "$key="{{literal}} > "$file.d/50-$key.conf"
{{/if}}
