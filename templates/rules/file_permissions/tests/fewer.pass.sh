# Fewer permissions are right as well.
chmod 0000 "$file"
