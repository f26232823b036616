{{#if continuation}}
# A line that continues the right one makes it another value.
mkdir -p "$(dirname {{path}})"
# shellcheck disable=SC2016 # a $ in it is not for the shell
{{#if variable}}
value={{value variable}}
{{else}}
value={{literal}}
{{/if}}
printf '%s %s %s\n  , scapc-other\n' {{key}} {{separator}} "$value" > {{path}}
{{/if}}
