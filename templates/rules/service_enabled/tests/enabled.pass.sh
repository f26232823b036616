# packages = {{package}}
# not exercised = whether the service runs, because systemd does not run in such a root
unit=/usr/lib/systemd/system/{{unit}}
[ -e "$unit" ] || printf '[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n' > "$unit"
systemctl enable {{unit}}
