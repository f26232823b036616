# packages = rsyslog
printf '%s\n' 'module(load="imudp")' 'input(type="imudp" port="514")' '*.* /var/log/all' > /etc/rsyslog.conf
