{{#if (or literal variable)}}
{{#if package}}
# packages = {{package}}
{{/if}}
# One call is right, the other is not.
mkdir -p /etc/pam.d
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
