# reboot = false
# strategy = configure
# complexity = low
# disruption = low

if [ "$(id --group root)" -ne 0 ]; then
  usermod --gid 0 root
fi
