# The later of two options that contradict each other counts.
option={{option}}
echo '/dev/vdb1 '{{mount_point}}" ext4 $option,${option#no} 0 2" >> /etc/fstab
