{{#if package}}
# packages = {{package}}
{{/if}}
# The last assignment counts.
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
printf '%s\n' "$key${sign}{{#if (eq limit "at least")}}-9{{else}}99999{{/if}}" "$key$sign$limit" "# $key${sign}x" >> "$file"
