# reboot = false
# strategy = configure
# complexity = low
# disruption = low

{{#if path}}
if [ -e {{path}} ]; then
  find {{path}} -maxdepth 0 ! -uid {{uid}} -exec chown {{uid}} {} +
fi
{{else}}
if [ -d {{directory}} ]; then
  find {{directory}} -mindepth 1 -maxdepth 1 -type f -regextype posix-extended \
    -regex {{directory}}'/('{{names}}')' ! -uid {{uid}} -exec chown {{uid}} {} +
fi
{{/if}}
