{{#if contradicts}}
{{#if package}}
# packages = {{package}}
{{/if}}
# A line contradicts the right one.
file={{path}}
mkdir -p "$(dirname "$file")"{{#if directory}} {{directory}}
rm -f {{directory}}/*{{#if names}}{{names}}{{/if}}{{/if}}
printf '%s\n' {{join words " "}} ' '{{example}} > "$file"
{{/if}}
