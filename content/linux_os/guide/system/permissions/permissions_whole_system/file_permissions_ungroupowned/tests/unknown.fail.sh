# remediation = none
# reason = only people can know whose the files are
mkdir -p /opt/former
touch /opt/former/file
chgrp 54321 /opt/former/file
