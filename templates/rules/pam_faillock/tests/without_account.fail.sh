mkdir -p /etc/pam.d
cat > {{path}} <<'END'
auth requisite pam_faillock.so preauth
auth sufficient pam_unix.so
auth [default=die] pam_faillock.so authfail
auth required pam_deny.so
#account required pam_faillock.so
account required pam_unix.so
END
