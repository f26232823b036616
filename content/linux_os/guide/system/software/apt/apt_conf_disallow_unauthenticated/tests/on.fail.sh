mkdir -p /etc/apt/apt.conf.d
echo 'APT::Get::AllowUnauthenticated "True";' > /etc/apt/apt.conf.d/99local
