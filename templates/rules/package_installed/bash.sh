# reboot = false
# strategy = enable
# complexity = low
# disruption = low

package={{package}}

{{#if (eq pkg_system "rpm")}}
if ! rpm --quiet -q "$package"; then
  dnf -y --quiet install "$package" > /dev/null
fi
{{else}}
if ! dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2> /dev/null | grep -qx installed; then
  DEBIAN_FRONTEND=noninteractive apt-get -qq install "$package" > /dev/null
fi
{{/if}}
