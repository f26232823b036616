mkdir -p "$(dirname {{path}})"
: > {{path}}
