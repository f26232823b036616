{{#if package}}
# packages = {{package}}
{{/if}}
file={{path}}
key={{key}}
mkdir -p "$(dirname "$file")"
touch "$file"
sed -i "/^[[:space:]]*$key[[:space:]]*=/d" "$file"
