# packages = aide
# not exercised = what AIDE writes to the database, because the scenario takes its place
mkdir -p /var/lib/aide
rm -f /var/lib/aide/*
printf '%s\n' '#!/bin/sh' 'touch /var/lib/aide/aide.db.new.gz' > /usr/sbin/aide
chmod 0755 /usr/sbin/aide
