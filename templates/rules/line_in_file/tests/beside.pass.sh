{{#if directory}}
echo '# none' > "$file"
echo {{join words " "}} > {{directory}}/local{{#if names}}{{names}}{{/if}}
{{/if}}
