# not exercised = that the kernel loads the rules
access={{join access ""}}
# One of the kinds is not recorded.
echo '-w '{{path}}" -p ${access%?}{{#if (contains access "r")}}x{{else}}r{{/if}} -k local" > /etc/audit/rules.d/10-{{rule.id}}.rules
echo '#-w '{{path}}" -p $access -k local" >> /etc/audit/rules.d/10-{{rule.id}}.rules
