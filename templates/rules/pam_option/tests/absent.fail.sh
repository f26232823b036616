{{#if package}}
# packages = {{package}}
{{/if}}
# The line before which the call belongs is not the first.
mkdir -p /etc/pam.d
{
  echo '#'{{type}}' '{{join controls " "}}' '{{module}}{{#if option}}' '{{option}}{{/if}}
  echo {{type}}' required pam_permit.so'
  echo {{type}}' sufficient '{{before}}' x'
} > {{path}}
