mkdir -p /etc/crypto-policies/state
printf '%s\n' '# the policy' {{value "var_system_crypto_policy"}} > /etc/crypto-policies/config
echo {{value "var_system_crypto_policy"}} > /etc/crypto-policies/state/current
