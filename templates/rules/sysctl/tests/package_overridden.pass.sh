# The file of a package sorts early, so that the file of the administrator has the last word.
mkdir -p /etc/sysctl.d /usr/lib/sysctl.d
echo {{key}}' = 987' > /usr/lib/sysctl.d/10-{{key}}.conf
echo '-'{{key}}'='{{literal}}' ' > /etc/sysctl.d/70-{{key}}.conf
present=/proc/sys/$(echo {{key}} | tr . /)
mkdir -p "${present%/*}"
echo {{literal}} > "$present"
