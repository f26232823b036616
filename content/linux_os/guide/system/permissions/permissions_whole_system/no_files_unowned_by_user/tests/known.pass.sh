find / -xdev -path /proc -prune -o -path /sys -prune -o -path /dev -prune -o -nouser -exec chown -h root {} +
