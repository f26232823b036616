# remediation = none
# reason = what else the line does is not known
echo 'PATH=$PATH:' >> /root/.profile
