# not exercised = that GRUB passes the argument on, and that the kernel takes it
rm -f /etc/default/grub
