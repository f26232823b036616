printf '/dev/vdb1\t%s\text4\tdefaults\t0 2\n' {{mount_point}} >> /etc/fstab
