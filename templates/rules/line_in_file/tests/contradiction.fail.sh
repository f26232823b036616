{{#if contradicts}}
# A line contradicts the right one.
printf '%s\n' {{join words " "}} ' '{{example}} > "$file"
{{/if}}
