printf '%s\n' '['{{section}}']' "$key="{{literal}} "$key = other" >> "$file"
