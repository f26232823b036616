{{#if package}}
# packages = {{package}}
{{/if}}
{{#if path}}
file={{path}}
{{else}}
mkdir -p {{directory}}
file={{directory}}/{{sample}}
{{/if}}
{{#if is_directory}}
mkdir -p "$file"
{{else}}
mkdir -p "$(dirname "$file")"
[ -e "$file" ] || touch "$file"
{{/if}}
