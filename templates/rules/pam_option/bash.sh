# reboot = false
# strategy = configure
# complexity = low
# disruption = medium

file={{path}}
type={{type}}
module={{module}}
before={{before}}
controls={{join controls "|"}}
{{#if option}}
option={{option}}
{{else}}
option=
{{/if}}
{{#if variable}}
lowest={{value variable}}
{{else}}
{{#if literal}}
lowest={{literal}}
{{else}}
lowest=
{{/if}}
{{/if}}
{{#if more}}
more={{more}}
{{else}}
more=
{{/if}}

file=$(readlink -f -- "$file")
edited=$(mktemp -- "$file.XXXXXX") &&
  cp -a -- "$file" "$edited" &&
  TYPE=$type MODULE=$module BEFORE=$before CONTROLS=$controls OPTION=$option LOWEST=$lowest MORE=$more awk '
    BEGIN {
      count = split(ENVIRON["CONTROLS"], controls, "|")
      option = ENVIRON["OPTION"]
      lowest = ENVIRON["LOWEST"]
      wanted = lowest == "" ? option : option "=" lowest
    }
    # Takes a line apart: the control may be a list in brackets, with blanks in it.
    function parse(line,   words, i) {
      control = module = ""
      arguments = 0
      sub(/^[[:space:]]*-?/, "", line)
      sub(/[[:space:]]+$/, "", line)
      if (index(line, ENVIRON["TYPE"]) != 1) return 0
      line = substr(line, length(ENVIRON["TYPE"]) + 1)
      if (line !~ /^[[:space:]]/) return 0
      sub(/^[[:space:]]+/, "", line)
      match(line, /^(\[[^]]*\]|[^[:space:]]+)/)
      control = substr(line, 1, RLENGTH)
      line = substr(line, RLENGTH + 1)
      sub(/^[[:space:]]+/, "", line)
      arguments = split(line, words, /[[:space:]]+/) - 1
      for (i = 1; i <= arguments; i++) argument[i] = words[i + 1]
      module = words[1]
      path = module
      sub(/^.*\//, "", module)
      return 1
    }
    function right(   i, known, has) {
      for (i = 1; i <= count; i++) if (control == controls[i]) known = 1
      if (option == "") has = 1
      for (i = 1; i <= arguments; i++) {
        if (lowest == "" && argument[i] == option) has = 1
        if (lowest != "" && argument[i] ~ ("^" option "=[0-9]+$")) has = substr(argument[i], length(option) + 2) + 0 >= lowest + 0
      }
      return known && has
    }
    function corrected(   i, known, line) {
      for (i = 1; i <= count; i++) if (control == controls[i]) known = 1
      line = ENVIRON["TYPE"] " " (known ? control : controls[1]) " " path
      for (i = 1; i <= arguments; i++)
        if (option == "" || (argument[i] != option && index(argument[i], option "=") != 1)) line = line " " argument[i]
      return option == "" ? line : line " " wanted
    }
    { lines[NR] = $0 }
    /^[[:space:]]*#/ { next }
    parse($0) && module == ENVIRON["MODULE"] {
      called = 1
      if (!right()) lines[NR] = corrected()
      next
    }
    !place && (module == ENVIRON["BEFORE"] || ($1 == "@include" && $2 == ENVIRON["BEFORE"])) { place = NR }
    { module = "" }
    END {
      added = ENVIRON["TYPE"] " " controls[1] " " ENVIRON["MODULE"]
      if (ENVIRON["MORE"] != "") added = added " " ENVIRON["MORE"]
      if (option != "") added = added " " wanted
      for (i = 1; i <= NR; i++) {
        if (!called && i == place) print added
        print lines[i]
      }
      if (!called && !place) print added
    }
  ' "$file" > "$edited" &&
  if ! cmp -s -- "$file" "$edited"; then
    mv -f -- "$edited" "$file"
  fi
status=$?
rm -f -- "$edited"
[ "$status" -eq 0 ]
