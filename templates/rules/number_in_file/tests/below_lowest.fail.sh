{{#if (eq limit "at most")}}
{{#if package}}
# packages = {{package}}
{{/if}}
# So low a number means something else, such as no limit.
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
printf '%s\n' "$key$sign$limit" "$key$sign$(({{lowest}} - 1))" >> "$file"
{{/if}}
