# packages = audit
mkdir -p "$(dirname {{path}})"
rm -f {{path}}
