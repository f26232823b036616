# The included file comes first, and what it says counts.
mkdir -p "$file.d"
printf '%s\n' '# The files of this directory come first.' "Include $file.d/*.conf" {{option}}" $value" "$(cat "$file" 2> /dev/null)" > "$file.new"
mv "$file.new" "$file"
echo {{option}} {{#if at_most}}5m{{else}}other{{/if}} > "$file.d"/{{option}}.conf
