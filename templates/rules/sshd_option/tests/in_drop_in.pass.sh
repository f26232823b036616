# What an included file says comes before what follows the Include.
mkdir -p "$file.d"
printf '%s\n' "Include $file.d/*.conf" {{option}}' other' "$(cat "$file" 2> /dev/null)" > "$file.new"
mv "$file.new" "$file"
echo {{option}} "$value" > "$file.d"/{{option}}.conf
