sed -i 's/^root:x:0:0:/root:x:0:100:/' /etc/passwd
