{{#if variable}}
number={{value variable}}
{{else}}
{{#if literal}}
number={{literal}}
{{/if}}
{{/if}}
{
  echo {{type}}' optional '{{module}}{{#if option}}' '{{option}}{{#if (or literal variable)}}"=$number"{{/if}}{{/if}}
  echo {{type}}' sufficient '{{before}}
} > {{path}}
