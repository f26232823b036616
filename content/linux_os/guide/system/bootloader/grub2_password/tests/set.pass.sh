mkdir -p /boot/grub2
echo GRUB2_PASSWORD=grub.pbkdf2.sha512.10000.0A1B.2C3D > /boot/grub2/user.cfg
