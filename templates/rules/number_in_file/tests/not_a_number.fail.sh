printf '%s\n' "$key$sign$limit" "$key${sign}none" >> "$file"
