# Of two files the one that sorts last counts; a slash may stand for a dot.
mkdir -p /etc/sysctl.d
key={{key}}
touch /etc/sysctl.conf
printf '%s\n' "${key//.//} = 987" >> /etc/sysctl.conf
echo "$key = "{{literal}} > "/etc/sysctl.d/70-$key.conf"
present=/proc/sys/$(echo {{key}} | tr . /)
mkdir -p "${present%/*}"
echo {{literal}} > "$present"
