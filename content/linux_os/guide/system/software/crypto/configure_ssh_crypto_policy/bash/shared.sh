# reboot = false
# strategy = configure
# complexity = low
# disruption = low

if grep -Eqs '^[[:space:]]*CRYPTO_POLICY[[:space:]]*=' /etc/sysconfig/sshd; then
  sed -i -E '/^[[:space:]]*CRYPTO_POLICY[[:space:]]*=/d' /etc/sysconfig/sshd
fi
