# packages = sudo
mkdir -p /etc/sudoers.d
printf '%s\n' '%wheel ALL=(ALL) ALL' '# %wheel ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers
