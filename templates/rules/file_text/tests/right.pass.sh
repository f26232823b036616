printf '%s\n\n' {{value variable}} > {{path}}
