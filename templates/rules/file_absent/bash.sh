# reboot = false
# strategy = restrict
# complexity = low
# disruption = low

rm -f -- {{path}}
