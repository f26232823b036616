printf '%s: mallory@example.net\n' {{alias}} > /etc/aliases
