printf '%s\n' '# PATH=.:$PATH' 'PATH=$PATH:$HOME/bin' 'export PATH="/usr/local/bin:$PATH"' > /root/.bash_profile
