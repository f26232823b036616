{{#if variable}}
number={{value variable}}
{{else}}
{{#if literal}}
number={{literal}}
{{/if}}
{{/if}}
{
  echo '# '{{type}}' optional '{{module}}
{{#each controls}}
{{#if @last}}
  echo {{../type}}'  '{{this}}'  '{{../module}}' local'{{#if ../option}}' '{{../option}}{{#if (or ../literal ../variable)}}"=$number"{{/if}}{{/if}}' debug'
{{/if}}
{{/each}}
  echo {{type}}' sufficient '{{before}}
} > {{path}}
