# reboot = false
# strategy = restrict
# complexity = low
# disruption = medium

# Those of the network, and of the kernel, are not walked through.
while IFS= read -r target; do
  find "$target" -xdev -path /dev -prune -o -path /proc -prune -o -path /sys -prune -o -type f -perm -0002 -exec chmod o-w {} + || exit
done < <(df --local --output=target 2> /dev/null | tail -n +2)
