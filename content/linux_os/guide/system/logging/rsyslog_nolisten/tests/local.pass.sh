# packages = rsyslog
mkdir -p /etc/rsyslog.d
rm -f /etc/rsyslog.d/*
printf '%s\n' 'module(load="imuxsock")' '#module(load="imtcp")' '*.* /var/log/all' > /etc/rsyslog.conf
