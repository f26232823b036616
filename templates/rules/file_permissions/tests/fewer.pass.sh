{{#if package}}
# packages = {{package}}
{{/if}}
# Fewer permissions are right as well.
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
chmod 0000 "$file"
