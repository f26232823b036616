title: Standard Profile
description: |
  For a server that sends mail and receives none: the messages of its own services and scheduled
  jobs go out through one relay host, mail for `root` reaches a person, and nothing listens on the
  network.

  Before you apply it, set `var_postfix_relayhost` and `var_postfix_root_mail_alias` to the names
  of your own site.

selections:
  - package_postfix_installed
  - service_postfix_enabled
  - postfix_client_configure_mail_alias
  - postfix_client_configure_mail_alias_postmaster
  - postfix_client_configure_relayhost
  - postfix_network_listening_disabled
