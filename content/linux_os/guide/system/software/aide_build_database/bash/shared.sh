# reboot = false
# strategy = configure
# complexity = low
# disruption = low

if [ ! -e /var/lib/aide/aide.db.gz ]; then
  aide --init > /dev/null && mv -- /var/lib/aide/aide.db.new.gz /var/lib/aide/aide.db.gz
fi
