# What the kernel does by itself is not enough: a later version may do otherwise.
sed -i '/^[[:space:]]*-*'{{key}}'[[:space:]]*=/d' /etc/sysctl.conf /etc/sysctl.d/*.conf /usr/lib/sysctl.d/*.conf 2> /dev/null || true
present=/proc/sys/$(echo {{key}} | tr . /)
mkdir -p "${present%/*}"
echo {{literal}} > "$present"
