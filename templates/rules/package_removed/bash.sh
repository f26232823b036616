# reboot = false
# strategy = disable
# complexity = low
# disruption = low

# shellcheck disable=SC2209 # the name of a package, not the output of a command
package={{package}}

if rpm --quiet -q "$package"; then
  dnf -y --quiet remove "$package" > /dev/null
fi
