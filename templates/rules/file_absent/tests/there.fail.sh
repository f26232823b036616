{{#if package}}
# packages = {{package}}
{{/if}}
touch {{path}}
