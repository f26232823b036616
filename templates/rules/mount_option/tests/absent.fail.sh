# Another option that begins alike is another option.
touch /etc/fstab
sed -i '\#^[^#]*[[:space:]]'{{mount_point}}'[[:space:]]#d' /etc/fstab
printf '/dev/vdb1\t%s\text4\tdefaults,%sx\t0 2\n' {{mount_point}} {{option}} >> /etc/fstab
