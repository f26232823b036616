# packages = rsyslog
# With one sign the messages go by UDP, and nobody learns of those that are lost.
mkdir -p /etc/rsyslog.d
rm -f /etc/rsyslog.d/*
echo '*.* @logs.example.net' > /etc/rsyslog.conf
