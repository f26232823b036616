printf '%s\n' '['{{section}}']' "#$key="{{literal}} 'Other=1' >> "$file"
