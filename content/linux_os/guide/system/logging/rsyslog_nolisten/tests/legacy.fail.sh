# packages = rsyslog
mkdir -p /etc/rsyslog.d
printf '%s\n' '$ModLoad imtcp' '$InputTCPServerRun 514' > /etc/rsyslog.d/50-local.conf
