# The last assignment counts.
printf '%s\n' "$key$sign$limit" "$key$sign{{#if (eq limit "at least")}}$((limit - 1)){{else}}$((limit + 1)){{/if}}" >> "$file"
