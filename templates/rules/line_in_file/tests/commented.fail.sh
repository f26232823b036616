printf '%s\n' '#'{{join words " "}} 'x'{{join words " "}} {{join words " "}}x > "$file"
