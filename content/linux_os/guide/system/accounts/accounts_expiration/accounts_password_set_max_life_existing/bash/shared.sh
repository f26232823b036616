# reboot = false
# strategy = restrict
# complexity = low
# disruption = medium

limit={{value "var_accounts_maximum_age_login_defs"}}

while IFS= read -r name; do
  chage --maxdays "$limit" "$name" || exit
done < <(awk -F: -v limit="$limit" '$2 ~ /^[^!*]/ && ($5 !~ /^[0-9]+$/ || $5 + 0 > limit || $5 + 0 < 1) { print $1 }' /etc/shadow)
