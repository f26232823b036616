# reboot = true
# strategy = configure
# complexity = low
# disruption = low

name={{regex argument}}
argument={{argument}}={{literal}}
file=/etc/default/grub

[ -e "$file" ] || install -D -m 0644 /dev/null "$file" || exit
edited=$(mktemp) &&
  sed -E "/^[[:space:]]*GRUB_CMDLINE_LINUX(_DEFAULT)?=/ s/([\"[:space:]=])$name=[^[:space:]\"]*/\\1$argument/g" "$file" > "$edited" &&
  if ! grep -Eq "^[[:space:]]*GRUB_CMDLINE_LINUX=([^[:space:]\"]*|\".*[[:space:]]|\")$argument([[:space:]\"]|\$)" "$edited"; then
    if grep -Eq '^[[:space:]]*GRUB_CMDLINE_LINUX="' "$edited"; then
      sed -i -E "s/^([[:space:]]*GRUB_CMDLINE_LINUX=\")([^\"]*)\"/\\1\\2 $argument\"/; s/^([[:space:]]*GRUB_CMDLINE_LINUX=\") /\\1/" "$edited"
    else
      echo "GRUB_CMDLINE_LINUX=\"$argument\"" >> "$edited"
    fi
  fi &&
  if ! cmp -s -- "$file" "$edited"; then
    cat "$edited" > "$file" &&
      if command -v grubby > /dev/null; then
        grubby --update-kernel=ALL --args="$argument"
      elif command -v update-grub > /dev/null; then
        update-grub 2> /dev/null
      fi
  fi
status=$?
rm -f -- "$edited"
[ "$status" -eq 0 ]
