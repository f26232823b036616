# reboot = false
# strategy = configure
# complexity = low
# disruption = low

{{#if path}}
if [ -e {{path}} ]; then
  find {{path}} -maxdepth 0 ! -gid {{gid}} -exec chgrp {{gid}} {} +
fi
{{else}}
if [ -d {{directory}} ]; then
  find {{directory}} -mindepth 1 -maxdepth 1 -type f -regextype posix-extended \
    -regex {{directory}}'/('{{names}}')' ! -gid {{gid}} -exec chgrp {{gid}} {} +
fi
{{/if}}
