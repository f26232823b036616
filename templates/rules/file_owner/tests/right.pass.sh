chown {{uid}} "$file"
