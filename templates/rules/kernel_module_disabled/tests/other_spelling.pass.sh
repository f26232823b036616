{{#if other_spelling}}
# modprobe does not tell hyphens and underscores apart.
mkdir -p /etc/modprobe.d
echo 'install '{{other_spelling}}' /usr/bin/true' > /etc/modprobe.d/local-{{module}}.conf
{{/if}}
