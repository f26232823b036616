# Another option that begins alike is another option.
printf '/dev/vdb1\t%s\text4\tdefaults,%sx\t0 2\n' {{mount_point}} {{option}} >> /etc/fstab
