# The file of the administrator sorts before that of the package, which has the last word.
mkdir -p /etc/sysctl.d /usr/lib/sysctl.d
echo {{key}}' = 987' > /usr/lib/sysctl.d/50-{{key}}.conf
echo {{key}}' = '{{literal}} > /etc/sysctl.d/30-{{key}}.conf
present=/proc/sys/$(echo {{key}} | tr . /)
mkdir -p "${present%/*}"
echo {{literal}} > "$present"
