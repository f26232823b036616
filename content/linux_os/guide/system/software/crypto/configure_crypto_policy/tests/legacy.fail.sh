# not exercised = what the policy changes in libraries, because the scenario takes the place of the tool
mkdir -p /etc/crypto-policies/state
echo LEGACY | tee /etc/crypto-policies/config > /etc/crypto-policies/state/current
printf '%s\n' '#!/bin/sh' 'echo "$2" | tee /etc/crypto-policies/config > /etc/crypto-policies/state/current' > /usr/bin/update-crypto-policies
chmod 0755 /usr/bin/update-crypto-policies
