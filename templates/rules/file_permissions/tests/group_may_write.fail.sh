chmod {{mode}} "$file"
chmod g+w "$file"
