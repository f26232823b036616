{{#if package}}
# packages = {{package}}
{{/if}}
# A comment assigns nothing.
{{#if variable}}
limit={{value variable}}
{{else}}
limit={{literal}}
{{/if}}
file={{path}}
key={{key}}
{{#if compact}}
sign='='
{{else}}
sign={{#if (eq separator " ")}}$'\t'{{else}}' = '{{/if}}
{{/if}}
mkdir -p "$(dirname "$file")"
touch "$file"
sed -i "/^[[:space:]]*$key[[:space:]=]/d" "$file"
echo "#$key$sign$limit" >> "$file"
