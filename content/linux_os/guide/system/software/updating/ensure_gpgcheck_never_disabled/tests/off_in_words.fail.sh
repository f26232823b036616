mkdir -p /etc/yum.repos.d
printf '%s\n' '[one]' 'gpgcheck=1' '[two]' 'gpgcheck=False' > /etc/yum.repos.d/local.repo
