# remediation = none
# reason = what else the line does is not known
echo 'PATH="/usr/local/bin::$PATH"' >> /root/.bash_profile
