# reboot = false
# strategy = configure
# complexity = low
# disruption = low

file={{chrony_conf}}
server={{value "var_time_server"}}

if ! grep -Eiqs '^[[:space:]]*(server|pool)[[:space:]]+[^[:space:]]' "$file" {{chrony_conf_d}}/*.conf {{chrony_sources_d}}/*.sources; then
  [ -e "$file" ] || install -D -m 0644 /dev/null "$file" || exit
  echo "server $server iburst" >> "$file" || exit
  if [ -d /run/systemd/system ]; then
    systemctl try-restart {{chrony_unit}}
  fi
fi
