mkdir -p /etc/pam.d
printf '%s\n' 'auth sufficient pam_unix.so try_first_pass nullok' > /etc/pam.d/local
