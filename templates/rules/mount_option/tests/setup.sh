touch /etc/fstab
sed -i '\#^[^#]*[[:space:]]'{{mount_point}}'[[:space:]]#d' /etc/fstab
