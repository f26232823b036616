# A number on the right side of the limit is right as well.
sed -i "/^[[:space:]]*$key[[:space:]=]/d" "$file"
{{#if (eq limit "at least")}}
echo "$key$sign$((limit + 1))" >> "$file"
{{else}}
echo "$key$sign"{{lowest}} >> "$file"
{{/if}}
