{{#if directory}}
{{#if package}}
# packages = {{package}}
{{/if}}
file={{path}}
mkdir -p "$(dirname "$file")"{{#if directory}} {{directory}}
rm -f {{directory}}/*{{#if names}}{{names}}{{/if}}{{/if}}
echo '# none' > "$file"
echo {{join words " "}} > {{directory}}/local{{#if names}}{{names}}{{/if}}
{{/if}}
