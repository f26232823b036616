# After pam_unix the first call comes too late.
mkdir -p /etc/pam.d
cat > {{path}} <<'END'
auth        sufficient    pam_unix.so
auth        required      pam_faillock.so preauth silent
auth        required      pam_faillock.so authfail
auth        required      pam_deny.so
account     required      pam_faillock.so
account     required      pam_unix.so
END
