{{#if package}}
# packages = {{package}}
{{/if}}
# A later line sets another value, which is the one that counts.
mkdir -p "$(dirname {{path}})"
# shellcheck disable=SC2016 # a $ in it is not for the shell
{{#if variable}}
value={{value variable}}
{{else}}
value={{literal}}
{{/if}}
printf '%s{{#unless compact}} {{/unless}}%s{{#unless compact}} {{/unless}}%s\n%s{{#unless compact}} {{/unless}}%s{{#unless compact}} {{/unless}}scapc-other\n' {{key}} {{separator}} "$value" {{key}} {{separator}} > {{path}}
