printf '%s\n' '# x '{{mount_point}}' ext4 defaults 0 0' '/dev/vdb1  '{{mount_point}}'  ext4  rw,'{{option}}',relatime  0 2' >> /etc/fstab
