# packages = {{package}}
# not exercised = that the repair starts the service, because systemd does not run in such a root
unit=/usr/lib/systemd/system/{{unit}}
[ -e "$unit" ] || printf '[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n' > "$unit"
systemctl disable {{unit}}
