{{#if package}}
# packages = {{package}}
{{/if}}
# Only a comment has the value.
mkdir -p "$(dirname {{path}})"
# shellcheck disable=SC2016 # a $ in it is not for the shell
{{#if variable}}
value={{value variable}}
{{else}}
value={{literal}}
{{/if}}
printf '# %s{{#unless compact}} {{/unless}}%s{{#unless compact}} {{/unless}}%s\n' {{key}} {{separator}} "$value" > {{path}}
