#!/bin/sh
# Bad input: each ends with status 2, nothing on stdout, and one line on stderr that says what.
. "${SOURCES:-.}/tests/tap.sh"

refused() { # refused WHAT-THE-LINE-SAYS ARGUMENT...
    says=$1
    shift
    "$BPWALK" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    status=$?
    [ "$status" -eq 2 ] && [ ! -s "$scratch/out" ] && [ "$(wc -l <"$scratch/err")" -eq 1 ] &&
        grep -q '^bpwalk: ' "$scratch/err" && grep -qF -- "$says" "$scratch/err" && return
    echo "# status $status; not '$says' but: $(head -c 300 "$scratch/err")"
    return 1
}

row() { # row WHAT-THE-LINE-SAYS ARGUMENT...: the arguments name the row
    says=$1
    shift
    check "bpwalk $*" refused "$says" "$@"
}

# Commands and options
row "'wakl' is no command" wakl
row "--foo is no option" --foo
row "-Z is no option" walk -Z
row "--digits lacks its value" --digits
row "--digits -1: a whole number from 0 to 17" --digits -1
row "--digits 400: a whole number from 0 to 17" --digits 400
row "--digits 3.5: a whole number" --digits 3.5
row "--digits ten: a whole number" --digits ten
row "--digits : a whole number" --digits ''
row "--digits 99999999999999999999: a whole number" --digits 99999999999999999999
row "--reading both is unknown" --reading both
row "--format pdf is unknown" --format pdf
row "--lang fr is unknown" --lang fr
row "--color blue is unknown" --color blue
row "one word too many" walk extra
row "one word too many" errata extra
row "--format pdf is unknown" errata --format pdf
row "--lang fr is unknown" errata --lang fr

# Equations
row "'5.99' is no equation" --equations 5.99
row "'5.9-5.2' runs backwards" --equations 5.9-5.2
row "'abc' is no equation" --equations abc
row "'' is no equation" --equations ''

# Numbers set
row "has no =" --set w1
row "w99 is no number" --set w99=1
row "w1=0,55 has a comma" --set w1=0,55
row "w1=0x is not a number" --set w1=0x
row "w1=1e999 is too large" --set w1=1e999
row "w1=nan is not a number" --set w1=nan
row "w1=inf is not a number" --set w1=inf
row "w1= has no value" --set w1=
row "the name stands twice" --set w1=1 --set w1=2
row "(5.1) in_h1: leaves the range" --set w1=1e200 --set i1=1e200
row "(5.5) E_O1: leaves the range" --set O1=1e200

# Files of numbers
file_row() { # file_row WHAT-THE-LINE-SAYS CONTENT
    printf "$2" >"$scratch/numbers"
    says="$scratch/numbers:$1"
    check "a file: $(printf '%s' "$2")" refused "$says" --example "$scratch/numbers"
}
file_row "2:1: w99 is no number" 'w1 = 1\nw99 = 2\n'
file_row "2:1: w1 has its value from line 1" 'w1 = 1\nw1 = 2\n'
file_row "1:4: there is no =" 'w1 0.1\n'
file_row "1:6: w1 = 0,55 has a comma" 'w1 = 0,55\n'
file_row "1:6: w1 = 1e999 is too large" 'w1 = 1e999\n'
file_row "1:5: w1 =  has no value" 'w1 =\n'
file_row "1:3: a NUL byte" 'w1\000 = 1\n'
row "/nowhere: cannot be opened" --example /nowhere
row "$scratch: cannot be read" --example "$scratch"
check "a program as numbers" refused "$BPWALK:1:" --example "$BPWALK"
head -c 1048576 /dev/zero | tr '\0' w >"$scratch/numbers"
check "a line of a megabyte" refused "1:4097: the line goes on" --example "$scratch/numbers"

# Writes that fail leave what was there
refused_output() { # refused_output WHAT-THE-LINE-SAYS FILE
    refused "$1" -o "$2"
}
check "a full device" refused_output "/dev/full: cannot be written: No space left" /dev/full
check "a directory" refused_output "$scratch: cannot be written" "$scratch"
check "no such directory" refused_output "/nowhere/walk.txt: cannot be written" /nowhere/walk.txt

echo before >"$scratch/kept"
"$BPWALK" --set w1=1e999 -o "$scratch/kept" 2>/dev/null
check "a fault leaves the old file" test "$(cat "$scratch/kept")" = before
check "and no other beside it" test "$(ls "$scratch" | grep -c kept)" -eq 1

"$BPWALK" >/dev/full 2>"$scratch/err"
check "stdout on a full device: status 2" test $? -eq 2
check "and a line that says so" grep -q "^bpwalk: standard output: cannot be written: No space left" "$scratch/err"
"$BPWALK" >&- 2>"$scratch/err"
check "stdout closed: status 2" test $? -eq 2
check "and one line" test "$(wc -l <"$scratch/err")" -eq 1

{ "$BPWALK" 2>"$scratch/err"; echo $? >"$scratch/status"; } | head -c 10 >/dev/null
check "a closed pipe is no news" test ! -s "$scratch/err"
finish
