# packages = aide
mkdir -p /var/lib/aide
touch /var/lib/aide/aide.db.gz
