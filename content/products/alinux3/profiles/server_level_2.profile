title: Server, Level 2
description: |
  For servers that hold what is worth an attack, and whose administrators watch them closely. It builds
  on level 1, and adds what costs performance or takes away what some programs need.

extends: server_level_1

selections:
  - package_net-snmp_removed
  - package_openldap-clients_removed
  - package_telnet_removed
  - package_xorg-x11-server-Xorg_removed
  - service_autofs_disabled
  - service_kdump_disabled
  - sshd_disable_agent_forwarding
  - sshd_disable_tcp_forwarding
  - sshd_set_loglevel_verbose
  - accounts_minimum_age_login_defs
  - accounts_password_pam_maxclassrepeat
  - accounts_password_pam_maxsequence
  - auditd_data_retention_action_mail_acct
  - auditd_data_retention_admin_space_left_action
  - auditd_data_retention_max_log_file
  - auditd_data_retention_max_log_file_action
  - auditd_data_retention_num_logs
  - auditd_data_retention_space_left_action
  - auditd_freq_flush
  - auditd_local_events
  - auditd_log_format
  - auditd_name_format
  - auditd_write_logs
  - sysctl_kernel_perf_event_paranoid
  - sysctl_kernel_sysrq
  - sysctl_kernel_unprivileged_bpf_disabled
  - sysctl_kernel_yama_ptrace_scope
  - sysctl_net_core_bpf_jit_harden
  - sysctl_net_ipv6_conf_all_accept_ra
  - sysctl_net_ipv6_conf_default_accept_ra
  - selinux_state
