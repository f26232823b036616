# packages = {{package}}
{{#if (eq pkg_system "rpm")}}
rpm --erase --nodeps {{package}}
{{else}}
dpkg --remove --force-depends {{package}}
{{/if}}
