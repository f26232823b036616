{{#if (or literal variable)}}
{{#if variable}}
number={{value variable}}
{{else}}
number={{literal}}
{{/if}}
{{#each controls}}
{{#if @first}}
echo {{../type}}' '{{this}}' '{{../module}}' '{{../option}}"=$((number + 10))" > {{../path}}
{{/if}}
{{/each}}
{{/if}}
