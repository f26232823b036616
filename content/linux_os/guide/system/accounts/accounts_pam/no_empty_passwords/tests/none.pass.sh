mkdir -p /etc/pam.d
sed -i -E '/pam_unix/ s/[[:space:]]nullok//' /etc/pam.d/*
printf '%s\n' '#auth sufficient pam_unix.so nullok' 'auth sufficient pam_unix.so try_first_pass' > /etc/pam.d/local
