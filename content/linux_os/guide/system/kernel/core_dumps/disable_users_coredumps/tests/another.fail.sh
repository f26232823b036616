mkdir -p /etc/security/limits.d
echo '* hard core 0' > /etc/security/limits.conf
printf '%s\n' '*  -  core  unlimited' '@developers hard core 100000' > /etc/security/limits.d/50-local.conf
