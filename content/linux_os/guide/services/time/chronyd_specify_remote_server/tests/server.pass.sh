# packages = chrony
mkdir -p "$(dirname {{chrony_conf}})"
printf '%s\n' 'driftfile /var/lib/chrony/drift' ' pool time.example.net iburst maxsources 4' > {{chrony_conf}}
