# reboot = true
# strategy = configure
# complexity = low
# disruption = low

file=/etc/default/grub
line='^[[:space:]]*GRUB_CMDLINE_LINUX(_DEFAULT)?='

if grep -Eqs "$line(.*[\"'[:space:]])?(selinux|enforcing)=0([\"'[:space:]]|\$)" "$file"; then
  sed -i -E "/$line/ s/([=\"'[:space:]])(selinux|enforcing)=0([\"'[:space:]]|\$)/\1\3/g" "$file" &&
    if command -v grubby > /dev/null; then
      grubby --update-kernel=ALL --remove-args='selinux enforcing'
    fi
fi
