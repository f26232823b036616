# augenrules makes this file anew from those in rules.d.
rm -f /etc/audit/rules.d/{{key}}.rules
echo '-w '{{path}}' -p '{{join access ""}}' -k local' >> /etc/audit/audit.rules
