# packages = aide
mkdir -p /etc/cron.daily
printf '%s\n' '#!/bin/sh' '/usr/sbin/aide --check' > /etc/cron.daily/files
