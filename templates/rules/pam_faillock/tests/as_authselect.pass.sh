mkdir -p /etc/pam.d
cat > {{path}} <<'END'
auth        required      pam_env.so
auth        required      pam_faillock.so preauth silent
auth        [default=1 ignore=ignore success=ok]         pam_localuser.so
auth        sufficient    pam_unix.so nullok
auth        required      pam_faillock.so authfail
auth        required      pam_deny.so
account     required      pam_faillock.so
account     required      pam_unix.so
END
