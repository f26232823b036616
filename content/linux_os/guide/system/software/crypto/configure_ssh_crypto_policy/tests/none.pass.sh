# packages = openssh-server
mkdir -p /etc/sysconfig
echo '# CRYPTO_POLICY=' > /etc/sysconfig/sshd
