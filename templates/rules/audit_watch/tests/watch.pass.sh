# not exercised = that the kernel loads the rules
access={{join access ""}}
# The order of the letters, and the key, do not matter.
echo ' -w '{{path}}'  -p '"$(echo "$access" | rev)"'  -k local' > /etc/audit/rules.d/10-{{rule.id}}.rules
