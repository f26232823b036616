# reboot = false
# strategy = disable
# complexity = low
# disruption = low

# shellcheck disable=SC2209 # the name of a package, not the output of a command
package={{package}}

{{#if (eq pkg_system "rpm")}}
if rpm --quiet -q "$package"; then
  dnf -y --quiet remove "$package" > /dev/null
fi
{{else}}
if dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2> /dev/null | grep -qx installed; then
  DEBIAN_FRONTEND=noninteractive apt-get -qq remove "$package" > /dev/null
fi
{{/if}}
