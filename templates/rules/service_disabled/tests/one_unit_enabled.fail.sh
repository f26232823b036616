# What starts the last of the units starts the service.
mkdir -p /etc/systemd/system/multi-user.target.wants /usr/lib/systemd/system
for unit in{{#each units}} {{this}}{{/each}}; do
  ln -sf /dev/null "/etc/systemd/system/$unit"
done
rm -f "/etc/systemd/system/$unit"
printf '%s\n' '[Unit]' '[Install]' 'WantedBy=multi-user.target' > "/usr/lib/systemd/system/$unit"
mkdir -p /usr/lib/systemd/system/multi-user.target.wants
ln -sf "../$unit" /usr/lib/systemd/system/multi-user.target.wants/
