# A blacklist keeps the module from being loaded for a device, and not from being loaded by its name.
mkdir -p /etc/modprobe.d
echo 'blacklist '{{module}} > /etc/modprobe.d/local-{{module}}.conf
