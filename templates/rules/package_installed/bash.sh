# reboot = false
# strategy = enable
# complexity = low
# disruption = low

package={{package}}

if ! rpm --quiet -q "$package"; then
  dnf -y --quiet install "$package" > /dev/null
fi
