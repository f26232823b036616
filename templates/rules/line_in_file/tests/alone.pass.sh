{{#if package}}
# packages = {{package}}
{{/if}}
# Blanks may be wider.
file={{path}}
mkdir -p "$(dirname "$file")"{{#if directory}} {{directory}}
rm -f {{directory}}/*{{#if names}}{{names}}{{/if}}{{/if}}
echo '  '{{#each words}}{{this}}'   '{{/each}} > "$file"
