# reboot = false
# strategy = enable
# complexity = low
# disruption = low

unit={{unit}}

systemctl --quiet unmask "$unit" &&
  systemctl --quiet enable "$unit" &&
  if [ -d /run/systemd/system ]; then
    systemctl start "$unit"
  fi
