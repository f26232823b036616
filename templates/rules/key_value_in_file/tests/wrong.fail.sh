{{#if package}}
# packages = {{package}}
{{/if}}
mkdir -p "$(dirname {{path}})"
printf '%s{{#unless compact}} {{/unless}}%s{{#unless compact}} {{/unless}}scapc-other\n' {{key}} {{separator}} > {{path}}
