# reboot = false
# strategy = configure
# complexity = low
# disruption = low

host={{value "var_rsyslog_remote_host"}}

if ! grep -Eqs '^[[:space:]]*([*[:alnum:].,;]+[[:space:]]+(@@|:omrelp:)[^[:space:]@]|([^#]*[[:space:]])?action\(([^#]*[[:space:]])?type[[:space:]]*=[[:space:]]*"(omfwd|omrelp)")' \
  /etc/rsyslog.conf /etc/rsyslog.d/*.conf; then
  file=/etc/rsyslog.d/90-remote.conf
  [ -e "$file" ] || install -D -m 0640 /dev/null "$file" || exit
  echo "*.* @@$host" >> "$file" || exit
  if [ -d /run/systemd/system ]; then
    systemctl try-restart rsyslog.service
  fi
fi
