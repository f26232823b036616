# reboot = false
# strategy = restrict
# complexity = low
# disruption = medium

while IFS= read -r name; do
  usermod --lock "$name" || exit
done < <(awk -F: '$2 == "" { print $1 }' /etc/shadow)
