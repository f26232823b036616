# not exercised = that GRUB passes the argument on, and that the kernel takes it
printf '%s\n' 'GRUB_TIMEOUT=1' 'GRUB_CMDLINE_LINUX="crashkernel=auto x'{{argument}}={{literal}}'"' > /etc/default/grub
