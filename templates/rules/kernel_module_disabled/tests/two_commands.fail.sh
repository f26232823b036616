# Which of the two commands runs depends on the names of the files.
mkdir -p /etc/modprobe.d
echo 'install '{{module}}' /bin/false' > /etc/modprobe.d/local-{{module}}.conf
echo 'install '{{module}}' /sbin/modprobe --ignore-install '{{module}} > /etc/modprobe.d/a-{{module}}.conf
