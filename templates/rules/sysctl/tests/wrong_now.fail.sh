# It would be right after the next boot, but is not now.
mkdir -p /etc/sysctl.d
echo {{key}}' = '{{literal}} > /etc/sysctl.d/70-{{key}}.conf
present=/proc/sys/$(echo {{key}} | tr . /)
mkdir -p "${present%/*}"
echo 987 > "$present"
