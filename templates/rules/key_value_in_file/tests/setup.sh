{{#if package}}
# packages = {{package}}
{{/if}}
mkdir -p "$(dirname {{path}})"
# shellcheck disable=SC2016 # a $ in it is not for the shell
{{#if variable}}
value={{value variable}}
{{else}}
value={{literal}}
{{/if}}
