# A unit that is masked cannot start, whatever wants it.
mkdir -p /etc/systemd/system/multi-user.target.wants
for unit in{{#each units}} {{this}}{{/each}}; do
  ln -sf /dev/null "/etc/systemd/system/$unit"
  ln -sf "/usr/lib/systemd/system/$unit" /etc/systemd/system/multi-user.target.wants/
done
