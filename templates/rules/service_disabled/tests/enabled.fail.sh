# A target wants every unit.
mkdir -p /etc/systemd/system/multi-user.target.wants
for unit in{{#each units}} {{this}}{{/each}}; do
  mkdir -p /usr/lib/systemd/system
  rm -f "/etc/systemd/system/$unit"
  case $unit in
    *.service) printf '%s\n' '[Unit]' '[Service]' 'ExecStart=/bin/true' '[Install]' 'WantedBy=multi-user.target' ;;
    *.socket) printf '%s\n' '[Unit]' '[Socket]' 'ListenStream=9' '[Install]' 'WantedBy=multi-user.target' ;;
    *.timer) printf '%s\n' '[Unit]' '[Timer]' 'OnCalendar=daily' '[Install]' 'WantedBy=multi-user.target' ;;
    *.path) printf '%s\n' '[Unit]' '[Path]' 'PathExists=/nowhere' '[Install]' 'WantedBy=multi-user.target' ;;
    *) printf '%s\n' '[Unit]' '[Install]' 'WantedBy=multi-user.target' ;;
  esac > "/usr/lib/systemd/system/$unit"
  ln -sf "/usr/lib/systemd/system/$unit" /etc/systemd/system/multi-user.target.wants/
done
