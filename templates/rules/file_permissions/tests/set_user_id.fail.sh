chmod {{mode}} "$file"
chmod u+s "$file"
