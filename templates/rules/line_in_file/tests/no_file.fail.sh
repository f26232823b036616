rm -f "$file"
