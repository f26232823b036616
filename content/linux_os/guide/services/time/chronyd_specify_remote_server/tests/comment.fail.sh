# packages = chrony
mkdir -p "$(dirname {{chrony_conf}})"
rm -rf {{chrony_conf_d}} {{chrony_sources_d}}
printf '%s\n' '#server time.example.net' 'driftfile /var/lib/chrony/drift' > {{chrony_conf}}
