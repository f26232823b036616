{{#if package}}
# packages = {{package}}
{{/if}}
mkdir -p /etc/pam.d
