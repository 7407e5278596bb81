#!/bin/sh
# House: a room of src/ includes only from itself and from rooms further down in this list; rooms on
# one line do not know of each other.
. "${SOURCES:-.}/tests/tap.sh"

floor=0
while read -r rooms; do
    floor=$((floor + 1))
    for room in $rooms; do echo "$room $floor"; done
done >"$scratch/floors" <<'ROOMS'
main
command
page
quiz
sheet
mark plot explain
render
prose
network
walk
example
trace
formula
host
base
ROOMS

grep -rn --include='*.[ch]' '^ *# *include "' "$SOURCES/src" | sed "s,^$SOURCES/src/,," >"$scratch/includes"
upward() { # the includes that go up, or to a room next door, or from or to one that has no floor
    awk -F '[:"]' 'NR == FNR { split($0, part, " "); floor[part[1]] = part[2]; next }
        { from = $1; to = $4; sub(/[\/.].*/, "", from); sub(/\/.*/, "", to)
          if (from != to && !(floor[from] + 0 > 0 && floor[from] + 0 < floor[to] + 0)) print "# " $0 }' "$scratch/floors" "$1"
}
check "there are includes to look at" test "$(wc -l <"$scratch/includes")" -gt 300
upward "$scratch/includes" >"$scratch/up"
cat "$scratch/up"
check "includes go only downward" test ! -s "$scratch/up"
for wrong in 'trace/trace.c:3:#include "walk/walk.h"' 'mark/check.c:5:#include "sheet/carry.h"' 'attic/a.c:1:#include "base/text.h"' 'base/a.c:1:#include "attic/b.h"'; do
    echo "$wrong" >"$scratch/wrong"
    check "noticed: $wrong" test -n "$(upward "$scratch/wrong")"
done
finish
