chmod {{mode}} "$file"
