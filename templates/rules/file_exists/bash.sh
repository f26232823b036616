# reboot = false
# strategy = configure
# complexity = low
# disruption = low

if [ ! -e {{path}} ]; then
  install -D -m {{mode}} /dev/null {{path}}
fi
