# The last assignment counts.
printf '%s\n' "$key${sign}{{#if (eq limit "at least")}}-9{{else}}99999{{/if}}" "$key$sign$limit" "# $key${sign}x" >> "$file"
