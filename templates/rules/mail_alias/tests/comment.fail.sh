# shellcheck disable=SC2016 # a $ in it is not for the shell
{{#if variable}}
target={{value variable}}
{{else}}
target={{literal}}
{{/if}}
printf '#%s: %s\n' {{alias}} "$target" > /etc/aliases
