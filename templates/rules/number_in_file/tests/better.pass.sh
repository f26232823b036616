{{#if package}}
# packages = {{package}}
{{/if}}
# A number on the right side of the limit is right as well.
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
{{#if (eq limit "at least")}}
echo "$key$sign$((limit + 1))" >> "$file"
{{else}}
echo "$key$sign"{{lowest}} >> "$file"
{{/if}}
