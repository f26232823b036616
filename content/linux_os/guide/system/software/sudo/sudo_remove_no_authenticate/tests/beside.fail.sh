# packages = sudo
# remediation = none
# reason = accounts without a password would be locked out of root
mkdir -p /etc/sudoers.d
echo 'Defaults:ops !authenticate' > /etc/sudoers.d/ops
