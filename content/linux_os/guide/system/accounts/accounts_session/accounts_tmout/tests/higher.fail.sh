# One of two is too high.
mkdir -p /etc/profile.d
echo 'export TMOUT=60' > /etc/profile.d/a.sh
echo 'readonly TMOUT=99999; export TMOUT' > /etc/profile.d/b.sh
