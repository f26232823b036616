mkdir -p /etc/yum.repos.d
printf '%s\n' '[local]' 'baseurl=file:///srv' '#gpgcheck=0' 'gpgcheck=1' > /etc/yum.repos.d/local.repo
