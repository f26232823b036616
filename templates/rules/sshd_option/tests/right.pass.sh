# packages = openssh-server
# The first assignment counts; a keyword may be written in any case.
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
option={{option}}
mkdir -p /etc/ssh
printf '%s\n' "# $option other" "  ${option^^} = $value" "$option other" "$(cat "$file" 2> /dev/null)" > "$file.new"
mv "$file.new" "$file"
