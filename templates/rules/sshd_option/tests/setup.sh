# packages = openssh-server
{{#if variable}}
{{#if at_most}}
value=1
{{else}}
value={{value variable}}
{{/if}}
{{else}}
value={{literal}}
{{/if}}
file=/etc/ssh/sshd_config
