mkdir -p /etc/apt/apt.conf.d
printf '%s\n' '// APT::Get::AllowUnauthenticated "true";' 'APT::Get::AllowUnauthenticated "false";' > /etc/apt/apt.conf.d/99local
