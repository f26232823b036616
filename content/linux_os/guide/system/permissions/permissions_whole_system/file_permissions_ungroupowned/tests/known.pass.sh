find / -xdev -path /proc -prune -o -path /sys -prune -o -path /dev -prune -o -nogroup -exec chgrp -h root {} +
