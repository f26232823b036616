printf 'scapc-other: nobody\n' > /etc/aliases
