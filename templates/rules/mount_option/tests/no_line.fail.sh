{{#if tmpfs}}
# No line is there for it.
{{/if}}
