# reboot = false
# strategy = configure
# complexity = low
# disruption = low

options='APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories'
line="^[[:space:]]*($options)[[:space:]]+\"?(1|yes|true|on|enable|with)\"?[[:space:]]*;"

while IFS= read -r file; do
  sed -i -E "/$line/Id" "$file" || exit
done < <(grep -Elis "$line" /etc/apt/apt.conf /etc/apt/apt.conf.d/*)
