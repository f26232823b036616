mkdir -p /etc/yum.repos.d
printf '%s\n' '[local]' 'baseurl=file:///srv' 'enabled=0' 'gpgcheck = 0' > /etc/yum.repos.d/local.repo
