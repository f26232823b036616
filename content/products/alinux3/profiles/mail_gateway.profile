title: Mail Gateway
description: |
  For the host that passes mail on for the others. It builds on the standard profile with two
  differences: Postfix must accept connections from the network, so the rule that forbids them is
  not selected, and mail leaves through the submission service of the site's provider.

  The host then is a mail server. Work through "Configure Operating System to Protect Mail Server"
  by hand: the settings there depend on the site, and no rule decides them.

extends: standard

selections:
  - "!postfix_network_listening_disabled"
  - var_postfix_relayhost=submission
  - package_postfix_installed.severity=high
