# remediation = none
# reason = moving what lies in a directory to another disk is work for people
printf '%s\n' '#/dev/vdb1 '{{mount_point}}' ext4 defaults 0 2' '/dev/vdb1 '{{mount_point}}'/more ext4 defaults 0 2' > /etc/fstab
