# reboot = false
# strategy = configure
# complexity = medium
# disruption = medium

file=$(readlink -f -- {{path}})
edited=$(mktemp -- "$file.XXXXXX") &&
  cp -a -- "$file" "$edited" &&
  awk '
    { lines[NR] = $0 }
    $1 == "auth" && /[[:space:]]pam_faillock[.]so[[:space:]]/ { counts[NR] = 1 }
    $1 == "auth" && $2 ~ /^requi(red|site)$/ && counts[NR] && /[[:space:]]preauth([[:space:]]|$)/ { if (!pre) pre = NR }
    $1 == "auth" && /[[:space:]]pam_unix[.]so([[:space:]]|$)/ { if (!unix) unix = NR }
    $1 == "auth" && $2 ~ /^(requi(red|site)|\[default=die\])$/ && counts[NR] && /[[:space:]]authfail([[:space:]]|$)/ { fail = NR }
    # A control such as [default=1] skips the next line, and so nothing may come between the two.
    $1 == "auth" && !counts[NR] && (/^[^]]*=[0-9]/ || NR == unix) { if (!start) start = NR }
    $1 == "auth" && /[[:space:]]pam_deny[.]so([[:space:]]|$)/ { if (!deny) deny = NR }
    $1 == "account" { if (!account) account = NR }
    $1 == "account" && $2 ~ /^requi(red|site)$/ && /[[:space:]]pam_faillock[.]so([[:space:]]|$)/ { present = 1 }
    END {
      wrong = !(pre && unix && fail && pre < unix && unix < fail)
      for (i = 1; i <= NR; i++) {
        if (wrong && i == start) print "auth required pam_faillock.so preauth silent"
        if (wrong && i == deny) print "auth required pam_faillock.so authfail"
        if (!present && i == account) print "account required pam_faillock.so"
        if (!wrong || !counts[i]) print lines[i]
      }
      if (wrong && !start) print "auth required pam_faillock.so preauth silent"
      if (wrong && !deny) print "auth required pam_faillock.so authfail"
      if (!present && !account) print "account required pam_faillock.so"
    }
  ' "$file" > "$edited" &&
  if ! cmp -s -- "$file" "$edited"; then
    mv -f -- "$edited" "$file"
  fi
status=$?
rm -f -- "$edited"
[ "$status" -eq 0 ]
