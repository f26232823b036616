mkdir -p /etc/modprobe.d
echo '# install '{{module}}' /sbin/modprobe' > /etc/modprobe.d/local-{{module}}.conf
echo '  install '{{module}}'  /bin/false' >> /etc/modprobe.d/local-{{module}}.conf
