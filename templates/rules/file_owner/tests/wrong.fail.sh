chown 65534 "$file"
