: > "$file"
