printf '%s\n' 'UUID=0b3a '{{mount_point}}' ext4' '/dev/vdb2 '{{mount_point}}'/more ext4 '{{option}} >> /etc/fstab
