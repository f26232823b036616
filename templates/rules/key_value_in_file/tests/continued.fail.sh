{{#if continuation}}
# A line that continues the right one makes it another value.
printf '%s %s %s\n  , scapc-other\n' {{key}} {{separator}} "$value" > {{path}}
{{/if}}
