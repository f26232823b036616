# reboot = false
# strategy = disable
# complexity = low
# disruption = medium

units=({{#each units}} {{this}}{{/each}} )

for unit in "${units[@]}"; do
  if [ "$(readlink -f -- "/etc/systemd/system/$unit")" != /dev/null ]; then
    # A unit that is not there cannot be disabled, and need not be.
    systemctl --quiet disable "$unit" 2> /dev/null || :
    systemctl --quiet mask "$unit" 2> /dev/null || exit
  fi
  if [ -d /run/systemd/system ]; then
    systemctl stop "$unit" || exit
  fi
done
