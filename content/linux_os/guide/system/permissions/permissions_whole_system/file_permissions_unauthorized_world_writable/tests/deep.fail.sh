mkdir -p "/opt/some program/data"
touch "/opt/some program/data/a file"
chmod 0666 "/opt/some program/data/a file"
