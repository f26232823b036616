# not exercised = that GRUB passes the argument on, and that the kernel takes it
printf '%s\n' '#GRUB_CMDLINE_LINUX="x=1"' 'GRUB_CMDLINE_LINUX="crashkernel=auto '{{argument}}={{literal}}' quiet"' > /etc/default/grub
