# The last line of the file has no end.
printf '# end' > "$file"
