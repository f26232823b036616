# remediation = none
# reason = what else the line does is not known
echo 'export PATH=$PATH:.' >> /root/.bashrc
