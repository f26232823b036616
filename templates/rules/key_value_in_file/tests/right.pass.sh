{{#if package}}
# packages = {{package}}
{{/if}}
# Only what the rule asks for, in a file of its own, and a comment with another value behind it.
mkdir -p "$(dirname {{path}})"
# shellcheck disable=SC2016 # a $ in it is not for the shell
{{#if variable}}
value={{value variable}}
{{else}}
value={{literal}}
{{/if}}
printf '%s{{#unless compact}} {{/unless}}%s{{#unless compact}} {{/unless}}%s\n#%s{{#unless compact}} {{/unless}}%s{{#unless compact}} {{/unless}}other\n' {{key}} {{separator}} "$value" {{key}} {{separator}} > {{path}}
