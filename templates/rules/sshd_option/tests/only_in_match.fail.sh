# packages = openssh-server
# What a Match block sets holds for some connections only.
{{#if variable}}
{{#if at_most}}
value=1
{{else}}
value={{value variable}}
{{/if}}
{{else}}
value={{literal}}
{{/if}}
file=/etc/ssh/sshd_config
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
