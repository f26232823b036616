# What a Match block sets holds for some connections only.
mkdir -p /etc/ssh
touch "$file"
sed -i '/^[[:space:]]*'{{option}}'[[:space:]=]/Id' "$file"
{
  printf '%s\n' '#'{{option}}" $value"
{{#if default_passes}}
  echo {{option}} other
{{/if}}
  cat "$file"
  printf '%s\n' 'match User nobody' '  '{{option}}" $value"
} > "$file.new"
mv "$file.new" "$file"
