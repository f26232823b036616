{{#if directory}}
{{#if contradicts}}
{{#if package}}
# packages = {{package}}
{{/if}}
file={{path}}
mkdir -p "$(dirname "$file")"{{#if directory}} {{directory}}
rm -f {{directory}}/*{{#if names}}{{names}}{{/if}}{{/if}}
echo {{join words " "}} > "$file"
echo {{example}} > {{directory}}/local{{#if names}}{{names}}{{/if}}
{{/if}}
{{/if}}
