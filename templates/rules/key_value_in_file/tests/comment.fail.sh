# Only a comment has the value.
printf '# %s{{#unless compact}} {{/unless}}%s{{#unless compact}} {{/unless}}%s\n' {{key}} {{separator}} "$value" > {{path}}
