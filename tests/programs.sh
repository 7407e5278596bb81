#!/bin/sh
# Programs: what a program in C, JavaScript or numpy prints is read as it stands, all of it right; and where
# a slip is made in it, the first value that parts from the walk is named, with the slip.
. "${SOURCES:-.}/tests/tap.sh"
programs=$SOURCES/tests/data/programs

first_wrong() { "$BPWALK" check - --format tsv | awk -F '\t' '$5 == "wrong" { print $2, $6; exit }'; }

tries() { # tries LANGUAGE COUNT COMMAND...: without a slip, and then "SLIP FIRST-WRONG-NAME" from stdin
    language=$1
    count=$2
    shift 2
    check "$language: all of its $count values are right" test \
        "$("$@" "" | "$BPWALK" check - | grep -c "^Of $count: $count right")" -eq 1
    while read -r slip name; do
        check "$language: $slip is found at $name" test "$("$@" "$slip" | first_wrong)" = "$name $slip"
    done
}

run_c() {
    $BUILD -DSLIP="${1:-0}" -o "$scratch/dump" "$programs/dump.c" -lm && "$scratch/dump"
}

: "${BUILD:=cc}"
tries C 18 run_c <<'END'
alpha w5_new
sign sigma_O1
END
if command -v node >/dev/null 2>&1; then
    tries JavaScript 31 node "$programs/dump.js" <<'END'
bias in_h2
alpha w5_new
early sigma_h1
END
else
    echo "# node is not here: its dump is not tried"
fi
numpy=
for python in python3 /usr/bin/python3; do
    [ -n "$numpy" ] || ! $python -c 'import numpy' 2>/dev/null || numpy=$python
done
if [ -n "$numpy" ]; then
    tries numpy 28 "$numpy" "$programs/dump.py" <<'END'
derivative sigma_h1
END
else
    echo "# numpy is not here: its dump is not tried"
fi
finish
