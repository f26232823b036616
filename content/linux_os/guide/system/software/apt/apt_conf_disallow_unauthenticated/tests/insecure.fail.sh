echo 'Acquire::AllowInsecureRepositories 1;' > /etc/apt/apt.conf
