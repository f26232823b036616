# A later assignment, or one in a Match block, changes nothing.
{{#if at_most}}
wrong=99999
{{else}}
wrong={{#if (eq literal "no")}}yes{{else}}no{{/if}}
{{/if}}
mkdir -p /etc/ssh
printf '%s\n' {{option}}" $wrong" {{option}}" $value" "$(cat "$file" 2> /dev/null)" 'Match User nobody' '  '{{option}}" $value" > "$file.new"
mv "$file.new" "$file"
