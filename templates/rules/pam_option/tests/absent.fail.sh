# The line before which the call belongs is not the first.
{
  echo '#'{{type}}' '{{join controls " "}}' '{{module}}{{#if option}}' '{{option}}{{/if}}
  echo {{type}}' required pam_permit.so'
  echo {{type}}' sufficient '{{before}}' x'
} > {{path}}
