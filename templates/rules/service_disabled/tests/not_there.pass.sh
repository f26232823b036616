{{#unless only_masked}}
# A service that is not installed does not start.
for unit in{{#each units}} {{this}}{{/each}}; do
  rm -f "/etc/systemd/system/$unit" "/usr/lib/systemd/system/$unit" /etc/systemd/system/*.wants/"$unit" /usr/lib/systemd/system/*.wants/"$unit"
done
{{/unless}}
