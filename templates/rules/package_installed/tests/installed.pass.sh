# packages = {{package}}
{{#if (eq pkg_system "rpm")}}
rpm --query {{package}}
{{else}}
dpkg --status {{package}}
{{/if}}
