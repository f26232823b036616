{{#if package}}
# packages = {{package}}
{{/if}}
mkdir -p "$(dirname {{path}})"
: > {{path}}
