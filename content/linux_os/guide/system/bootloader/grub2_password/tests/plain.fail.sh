# remediation = none
# reason = only people can choose a password
mkdir -p /boot/grub2
echo GRUB2_PASSWORD=secret > /boot/grub2/user.cfg
