mkdir -p /etc/security/limits.d
rm -f /etc/security/limits.d/*
printf '%s\n' '#* hard core 0' '* soft core 0' 'root hard core 0' > /etc/security/limits.conf
