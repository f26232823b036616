# reboot = false
# strategy = configure
# complexity = low
# disruption = low

# The bits that the mode does not have.
mode={{mode}}
excess=$(printf '%04o' "$((07777 & ~mode))")

{{#if path}}
if [ -e {{path}} ]; then
  find {{path}} -maxdepth 0 -perm "/$excess" -exec chmod "a-s,-$excess" {} +
fi
{{else}}
if [ -d {{directory}} ]; then
  find {{directory}} -mindepth 1 -maxdepth 1 -type f -regextype posix-extended \
    -regex {{directory}}'/('{{names}}')' -perm "/$excess" -exec chmod "a-s,-$excess" {} +
fi
{{/if}}
