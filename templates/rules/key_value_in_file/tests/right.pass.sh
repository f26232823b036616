# Only what the rule asks for, in a file of its own, and a comment with another value behind it.
printf '%s{{#unless compact}} {{/unless}}%s{{#unless compact}} {{/unless}}%s\n#%s{{#unless compact}} {{/unless}}%s{{#unless compact}} {{/unless}}other\n' {{key}} {{separator}} "$value" {{key}} {{separator}} > {{path}}
