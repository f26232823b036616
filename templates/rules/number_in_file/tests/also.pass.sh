{{#if also}}
also=({{#each also}} {{this}}{{/each}} )
printf '%s\n' "$key${sign}none" "$key$sign${also[0]}" >> "$file"
{{/if}}
