{{#if (or literal variable)}}
{{#if package}}
# packages = {{package}}
{{/if}}
mkdir -p /etc/pam.d
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
