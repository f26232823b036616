{{#if option}}
{{#if package}}
# packages = {{package}}
{{/if}}
mkdir -p /etc/pam.d
{
{{#each controls}}
{{#if @first}}
  echo {{../type}}' '{{this}}' '{{../module}}' x'{{../option}}' '{{../option}}x
{{/if}}
{{/each}}
  echo {{type}}' sufficient '{{before}}
} > {{path}}
{{/if}}
