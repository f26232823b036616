# reboot = false
# strategy = configure
# complexity = low
# disruption = low

while IFS= read -r file; do
  sed -i -E 's/^[[:space:]]*gpgcheck[[:space:]]*=[[:space:]]*(0|no|false|off)[[:space:]]*$/gpgcheck=1/I' "$file" || exit
done < <(grep -Elis '^[[:space:]]*gpgcheck[[:space:]]*=[[:space:]]*(0|no|false|off)[[:space:]]*$' /etc/yum.repos.d/*.repo)
