# reboot = false
# strategy = configure
# complexity = low
# disruption = low

policy={{value "var_system_crypto_policy"}}

if [ "$(grep -Esv '^[[:space:]]*(#|$)' /etc/crypto-policies/config)" != "$policy" ] ||
  [ "$(grep -Esv '^[[:space:]]*(#|$)' /etc/crypto-policies/state/current)" != "$policy" ]; then
  update-crypto-policies --set "$policy" > /dev/null
fi
