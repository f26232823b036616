mkdir -p /etc/security/limits.d
echo '*  -  core  0' > /etc/security/limits.d/50-local.conf
