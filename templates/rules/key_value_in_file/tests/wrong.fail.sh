printf '%s{{#unless compact}} {{/unless}}%s{{#unless compact}} {{/unless}}scapc-other\n' {{key}} {{separator}} > {{path}}
