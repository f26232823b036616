printf '%s\n' '['{{section}}']' "# $key = other" "$key = "{{literal}} >> "$file"
