# not exercised = that GRUB passes the arguments on, and that the kernel takes them
echo 'GRUB_CMDLINE_LINUX="selinux=0 quiet"' > /etc/default/grub
