# shellcheck disable=SC2016 # a $ in it is not for the shell
{{#if variable}}
target={{value variable}}
{{else}}
target={{literal}}
{{/if}}
# The first definition counts.
printf '# comment\n%s: %s\n%s: scapc-other\n' {{alias}} "$target" {{alias}} > /etc/aliases
