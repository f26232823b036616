# variables = var_system_crypto_policy=future
mkdir -p /etc/crypto-policies/state
echo FUTURE > /etc/crypto-policies/config
echo DEFAULT > /etc/crypto-policies/state/current
printf '%s\n' '#!/bin/sh' 'echo "$2" | tee /etc/crypto-policies/config > /etc/crypto-policies/state/current' > /usr/bin/update-crypto-policies
chmod 0755 /usr/bin/update-crypto-policies
