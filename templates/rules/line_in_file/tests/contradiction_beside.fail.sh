{{#if directory}}
{{#if contradicts}}
echo {{join words " "}} > "$file"
echo {{example}} > {{directory}}/local{{#if names}}{{names}}{{/if}}
{{/if}}
{{/if}}
