# Comments are none, and a right value may stand anywhere.
mkdir -p /etc/sysctl.d
printf '%s\n' '# '{{key}}' = 987' {{key}}'='{{literal}} > /etc/sysctl.d/70-{{key}}.conf
present=/proc/sys/$(echo {{key}} | tr . /)
mkdir -p "${present%/*}"
echo {{literal}} > "$present"
