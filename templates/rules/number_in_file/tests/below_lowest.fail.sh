{{#if (eq limit "at most")}}
# So low a number means something else, such as no limit.
printf '%s\n' "$key$sign$limit" "$key$sign$(({{lowest}} - 1))" >> "$file"
{{/if}}
