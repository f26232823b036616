# reboot = false
# strategy = configure
# complexity = low
# disruption = low

file={{path}}
text={{value variable}}

# Shell substitution takes away the line ends.
if [ "$(cat -- "$file" 2> /dev/null)" != "$text" ]; then
  [ -e "$file" ] || install -D -m 0644 /dev/null "$file" || exit
  printf '%s\n' "$text" > "$file"
fi
