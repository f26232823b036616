# packages = rsyslog
mkdir -p /etc/rsyslog.d
echo '*.info;mail.none  @@logs.example.net:6514' > /etc/rsyslog.d/50-local.conf
