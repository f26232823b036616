mkdir -p "/srv/a drop"
chmod 0777 "/srv/a drop"
