chmod {{mode}} "$file"
chmod o+w "$file"
