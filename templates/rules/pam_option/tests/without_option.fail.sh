{{#if option}}
{
{{#each controls}}
{{#if @first}}
  echo {{../type}}' '{{this}}' '{{../module}}' x'{{../option}}' '{{../option}}x
{{/if}}
{{/each}}
  echo {{type}}' sufficient '{{before}}
} > {{path}}
{{/if}}
