{{#if package}}
# packages = {{package}}
{{/if}}
# The last line of the file has no end.
file={{path}}
mkdir -p "$(dirname "$file")"{{#if directory}} {{directory}}
rm -f {{directory}}/*{{#if names}}{{names}}{{/if}}{{/if}}
printf '# end' > "$file"
