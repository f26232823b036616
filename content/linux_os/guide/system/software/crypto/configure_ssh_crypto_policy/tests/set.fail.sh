# packages = openssh-server
mkdir -p /etc/sysconfig
printf '%s\n' 'SSH_USE_STRONG_RNG=0' 'CRYPTO_POLICY=' > /etc/sysconfig/sshd
