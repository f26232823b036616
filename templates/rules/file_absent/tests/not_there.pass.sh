{{#if package}}
# packages = {{package}}
{{/if}}
rm -f {{path}}
