title: Server, Level 1
description: |
  For every server. It builds on the standard profile, and adds what costs little and does not get in
  the way of what a server usually does.

  Try it on a system that does not matter first, and read the warnings of the rules: some keep out
  people who could log in before.

extends: standard

selections:
  - disable_host_auth
  - sshd_disable_empty_passwords
  - sshd_disable_gssapi_auth
  - sshd_disable_kerb_auth
  - sshd_disable_rhosts
  - sshd_disable_root_login
  - sshd_disable_user_known_hosts
  - sshd_disable_x11_forwarding
  - sshd_do_not_permit_user_env
  - sshd_enable_pam
  - sshd_enable_strictmodes
  - sshd_enable_warning_banner_net
  - sshd_print_last_log
  - sshd_set_idle_timeout
  - sshd_set_keepalive
  - sshd_set_login_grace_time
  - sshd_set_loglevel_info
  - sshd_set_max_auth_tries
  - sshd_set_max_sessions
  - sshd_x11_use_localhost
  - account_disable_post_pw_expiration
  - accounts_maximum_age_login_defs
  - accounts_password_warn_age_login_defs
  - accounts_passwords_pam_faillock_deny
  - accounts_passwords_pam_faillock_interval
  - accounts_passwords_pam_faillock_unlock_time
  - accounts_password_pam_dcredit
  - accounts_password_pam_dictcheck
  - accounts_password_pam_difok
  - accounts_password_pam_lcredit
  - accounts_password_pam_maxrepeat
  - accounts_password_pam_minclass
  - accounts_password_pam_minlen
  - accounts_password_pam_ocredit
  - accounts_password_pam_retry
  - accounts_password_pam_ucredit
  - sysctl_fs_protected_fifos
  - sysctl_fs_protected_hardlinks
  - sysctl_fs_protected_regular
  - sysctl_fs_protected_symlinks
  - sysctl_fs_suid_dumpable
  - sysctl_kernel_dmesg_restrict
  - sysctl_kernel_kptr_restrict
  - sysctl_kernel_randomize_va_space
  - sysctl_vm_mmap_min_addr
  - sysctl_net_ipv4_conf_all_accept_redirects
  - sysctl_net_ipv4_conf_all_accept_source_route
  - sysctl_net_ipv4_conf_all_log_martians
  - sysctl_net_ipv4_conf_all_rp_filter
  - sysctl_net_ipv4_conf_all_secure_redirects
  - sysctl_net_ipv4_conf_all_send_redirects
  - sysctl_net_ipv4_conf_default_accept_redirects
  - sysctl_net_ipv4_conf_default_accept_source_route
  - sysctl_net_ipv4_conf_default_log_martians
  - sysctl_net_ipv4_conf_default_rp_filter
  - sysctl_net_ipv4_conf_default_secure_redirects
  - sysctl_net_ipv4_conf_default_send_redirects
  - sysctl_net_ipv4_icmp_echo_ignore_broadcasts
  - sysctl_net_ipv4_icmp_ignore_bogus_error_responses
  - sysctl_net_ipv4_ip_forward
  - sysctl_net_ipv4_tcp_syncookies
  - sysctl_net_ipv6_conf_all_accept_redirects
  - sysctl_net_ipv6_conf_all_accept_source_route
  - sysctl_net_ipv6_conf_all_forwarding
  - sysctl_net_ipv6_conf_default_accept_redirects
  - sysctl_net_ipv6_conf_default_accept_source_route
