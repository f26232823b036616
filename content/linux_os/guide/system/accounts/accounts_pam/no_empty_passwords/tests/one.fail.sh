mkdir -p /etc/pam.d
printf '%s\n' 'auth  [success=1 default=ignore]  pam_unix.so nullok try_first_pass' 'auth required pam_deny.so' > /etc/pam.d/local
