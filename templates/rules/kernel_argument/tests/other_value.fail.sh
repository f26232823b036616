# not exercised = that GRUB passes the argument on, and that the kernel takes it
printf '%s\n' 'GRUB_CMDLINE_LINUX="quiet '{{argument}}'=scapc '{{argument}}={{literal}}'"' > /etc/default/grub
