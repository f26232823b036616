# reboot = false
# strategy = restrict
# complexity = low
# disruption = medium

# Those of the network, and of the kernel, are not walked through.
while IFS= read -r target; do
  find "$target" -xdev -path /dev -prune -o -path /proc -prune -o -path /sys -prune -o -type d -perm -0002 ! -perm -1000 -exec chmod +t {} + || exit
done < <(df --local --output=target 2> /dev/null | tail -n +2)
