# A comment assigns nothing.
sed -i "/^[[:space:]]*$key[[:space:]=]/d" "$file"
echo "#$key$sign$limit" >> "$file"
