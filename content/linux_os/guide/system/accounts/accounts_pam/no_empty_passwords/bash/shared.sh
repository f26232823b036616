# reboot = false
# strategy = restrict
# complexity = low
# disruption = medium

while IFS= read -r file; do
  file=$(readlink -f -- "$file")
  sed -i -E '/^[^#]*[[:space:]]pam_unix[.]so[[:space:]]/ s/[[:space:]]+nullok(_secure)?([[:space:]]|$)/\2/g' "$file" || exit
done < <(grep -Els '^[^#]*[[:space:]]pam_unix[.]so[[:space:]](.*[[:space:]])?nullok(_secure)?([[:space:]]|$)' /etc/pam.d/*)
