mkdir -p "$(dirname {{path}})"
printf '%s %s scapc-other\n' {{key}} {{separator}} > {{path}}
