# A later line sets another value, which is the one that counts.
printf '%s{{#unless compact}} {{/unless}}%s{{#unless compact}} {{/unless}}%s\n%s{{#unless compact}} {{/unless}}%s{{#unless compact}} {{/unless}}scapc-other\n' {{key}} {{separator}} "$value" {{key}} {{separator}} > {{path}}
