# reboot = false
# strategy = configure
# complexity = low
# disruption = medium

mount_point={{mount_point}}
option={{option}}

[ -e /etc/fstab ] || install -m 0644 /dev/null /etc/fstab
file=$(readlink -f -- /etc/fstab)
edited=$(mktemp -- "$file.XXXXXX") &&
  cp -a -- "$file" "$edited" &&
  MOUNT_POINT=$mount_point OPTION=$option awk '
    function has(options,   list, count, i, found) {
      count = split(options, list, ",")
      for (i = 1; i <= count; i++) {
        if (list[i] == ENVIRON["OPTION"]) found = 1
        if ("no" list[i] == ENVIRON["OPTION"]) found = 0
      }
      return found
    }
    # Every character of the line but those of the fourth field stays as it is.
    function with_option(line,   before, field) {
      match(line, /^[[:space:]]*[^[:space:]]+[[:space:]]+[^[:space:]]+[[:space:]]+[^[:space:]]+[[:space:]]*/)
      before = substr(line, 1, RLENGTH)
      line = substr(line, RLENGTH + 1)
      field = line
      sub(/[[:space:]].*/, "", field)
      if (field == "") return before (before ~ /[[:space:]]$/ ? "" : " ") "defaults," ENVIRON["OPTION"]
      return before field "," ENVIRON["OPTION"] substr(line, length(field) + 1)
    }
    $1 !~ /^#/ && $2 == ENVIRON["MOUNT_POINT"] && NF >= 3 {
      found = 1
      if (!has($4)) { print with_option($0); next }
    }
    { print }
{{#if tmpfs}}
    END { if (!found) print "tmpfs " ENVIRON["MOUNT_POINT"] " tmpfs defaults," ENVIRON["OPTION"] " 0 0" }
{{/if}}
  ' "$file" > "$edited" &&
  if ! cmp -s -- "$file" "$edited"; then
    mv -f -- "$edited" "$file" &&
    if [ -d /run/systemd/system ]; then
      systemctl daemon-reload &&
      if findmnt --mountpoint "$mount_point" > /dev/null; then
        mount -o "remount,$option" "$mount_point"
      fi
    fi
  fi
status=$?
rm -f -- "$edited"
[ "$status" -eq 0 ]
