# reboot = false
# strategy = restrict
# complexity = low
# disruption = medium

while IFS= read -r name; do
  usermod --shell /usr/sbin/nologin "$name" || exit
done < <(awk -F: '$3 < 1000 && $1 != "root" && $7 !~ /^(\/usr)?\/s?bin\/(nologin|false|sync|shutdown|halt)$/ { print $1 }' /etc/passwd)
