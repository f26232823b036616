# The first assignment counts; a keyword may be written in any case.
option={{option}}
mkdir -p /etc/ssh
printf '%s\n' "# $option other" "  ${option^^} = $value" "$option other" "$(cat "$file" 2> /dev/null)" > "$file.new"
mv "$file.new" "$file"
