mkdir -p "$(dirname {{path}})"
rm -f {{path}}
