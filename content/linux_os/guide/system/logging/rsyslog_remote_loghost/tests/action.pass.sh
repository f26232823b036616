# packages = rsyslog
echo '*.* action(type="omfwd" target="logs.example.net" port="514" protocol="tcp")' > /etc/rsyslog.conf
