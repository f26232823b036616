{{#if package}}
# packages = {{package}}
{{/if}}
echo root > {{path}}
