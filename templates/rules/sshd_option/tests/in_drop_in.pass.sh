# packages = openssh-server
# What an included file says comes before what follows the Include.
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
mkdir -p "$file.d"
printf '%s\n' "Include $file.d/*.conf" {{option}}' other' "$(cat "$file" 2> /dev/null)" > "$file.new"
mv "$file.new" "$file"
echo {{option}} "$value" > "$file.d"/{{option}}.conf
