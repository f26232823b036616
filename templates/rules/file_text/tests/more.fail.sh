# A line more tells which system it is.
printf '%s\n%s\n' {{value variable}} 'Kernel \r on an \m' > {{path}}
