title: Server, Level 2
description: |
  For servers that hold what is worth an attack, and whose administrators watch them closely. It builds
  on level 1, and adds what costs performance or takes away what some programs need.

extends: server_level_1

selections:
  - sshd_disable_agent_forwarding
  - sshd_disable_tcp_forwarding
  - sshd_set_loglevel_verbose
