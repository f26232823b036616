# reboot = false
# strategy = restrict
# complexity = low
# disruption = low

# shellcheck disable=SC2016 # the $ are not for the shell
line='^[[:space:]]*(\$ModLoad[[:space:]]+(imtcp|imudp|imrelp)([.]so)?([[:space:]]|$)|(module|input)\([^)]*(load|type)[[:space:]]*=[[:space:]]*"(imtcp|imudp|imrelp)"|\$(InputTCPServerRun|UDPServerRun|InputRELPServerRun)[[:space:]])'

while IFS= read -r file; do
  sed -i -E "s%$line%#&%" "$file" || exit
  changed=yes
done < <(grep -Els "$line" /etc/rsyslog.conf /etc/rsyslog.d/*.conf)

if [ -n "${changed:-}" ] && [ -d /run/systemd/system ]; then
  systemctl try-restart rsyslog.service
fi
