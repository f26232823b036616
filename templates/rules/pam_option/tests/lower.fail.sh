{{#if (or literal variable)}}
# One call is right, the other is not.
{{#if variable}}
number={{value variable}}
{{else}}
number={{literal}}
{{/if}}
{{#each controls}}
{{#if @first}}
for each in "$number" "$((number - 1))"; do
  echo {{../type}}' '{{this}}' '{{../module}}' '{{../option}}"=$each local"
done > {{../path}}
{{/if}}
{{/each}}
{{/if}}
