{{#if package}}
# packages = {{package}}
{{/if}}
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
