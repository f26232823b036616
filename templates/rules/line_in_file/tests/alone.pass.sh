# Blanks may be wider.
echo '  '{{#each words}}{{this}}'   '{{/each}} > "$file"
