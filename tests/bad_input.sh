#!/bin/sh
# Bad input: each ends with status 2, nothing on stdout, and one line on stderr that says what.
. "${SOURCES:-.}/tests/tap.sh"

# Commands and options
refuses "'wakl' is no command; walk is the nearest" wakl
refuses "--foo is no option" --foo
refuses "-Z is no option" walk -Z
refuses "-Zx is no option" walk -Zx
refuses "-kx is no option" walk -kx
refuses "-LZx is no option" plot -LZx
refuses "-é is no option" walk -é
refuses "-d lacks its value" walk -d
no_text=$(printf '%060d' 0 | LC_ALL=C tr 0 '\215')
check "60 bytes that are no text: 37 are quoted" refused "'$(printf '%037d' 0 | LC_ALL=C tr 0 '\215')...' is no command" "$no_text"
refuses "--digits lacks its value" --digits
refuses "--digits -1: a whole number from 0 to 17" --digits -1
refuses "--digits 400: a whole number from 0 to 17" --digits 400
refuses "--digits 3.5: a whole number" --digits 3.5
refuses "--digits ten: a whole number" --digits ten
refuses "--digits lacks its value" --digits ""
refuses "--example lacks its value" --example ""
refuses "--digits 99999999999999999999: a whole number" --digits 99999999999999999999
refuses "--reading both is unknown" --reading both
refuses "--format pdf is unknown" --format pdf
refuses "--lang fr is unknown" --lang fr
refuses "--color blue is unknown" --color blue
refuses "one word too many" walk extra
refuses "errata: 'extra' is no slip; one of the list, such as E1, is needed" errata extra
refuses "errata: 'E2' is one word too many" errata E1 E2
refuses "--names: 'w1' is the name of no step here" --names w1
refuses "--format pdf is unknown" errata --format pdf
refuses "--lang fr is unknown" errata --lang fr

for arguments in "walk" "explain in_h1" "plot step" "handout" "check $0" "quiz" "train --data example"; do
    # shellcheck disable=SC2086
    refuses "--set stands too often; at most 64 are accepted" $arguments $(yes -- "--set w1=1" | head -n 65)
done
refuses "a NAME is needed" explain
refuses "--color blue is unknown" explain in_h1 --color blue
refuses "--set w1=x is not a number" explain in_h1 --set w1=x
refuses "(5.1) in_h1: leaves the range" explain in_h1 --set w1=1e200 --set i1=1e200
refuses "/dev/full: cannot be written" explain in_h1 -o /dev/full
refuses "/dev/full: cannot be written" example -o /dev/full
refuses "/dev/full: cannot be written" example xor -o /dev/full
for size in axb 99x100 10001x100 100x99 100x10001; do
    refuses "--size $size: width x height from 100 to 10000 pixels" plot network --size $size
done
refuses "plot --all: --dpi does not go with it" plot --all "$scratch/none" --dpi 100
refuses "plot --all: --size does not go with it" plot --all "$scratch/none" --size 200x200
refuses "--dpi is of a .png" plot network --dpi 100 --render "$scratch/none.svg"
refuses "/dev/null/none: cannot be made" plot --all /dev/null/none
# shellcheck disable=SC2046
check "plot: more files than any figure has" refused "'33' is one word too many" plot cost-curve $(seq 40)

# Equations
refuses "'5.99' is no equation" --equations 5.99
refuses "'5.9-5.2' runs backwards" --equations 5.9-5.2
refuses "'3.7' is no equation" --equations 3.7
refuses "--chapter 2 is unknown" --chapter 2
refuses "--chapter 4: --equations asks for chapter 5 too" --chapter 4 --equations 4.1,5.1
refuses "v_squared: leaves the range" --chapter 4 --set b1=-400
refuses "'3.3' is no equation of chapter 5" quiz --equations 3.3,5.1
refuses "'abc' is no equation" --equations abc
refuses "'' is no equation" --equations 5.1,
refuses "--chapter 3: chapters 3 and 4 are of the article's network" --example xor --chapter 3
refuses "--equations: chapters 3 and 4 are of the article's network" --example xor --equations 3.1
refuses "E_O1: leaves the range" --chapter all --set b3=1000
# The companion's alone, whose outputs of hh are 0.88 and 0.9 where those of h are 0.65 and 0.66
refuses "(5.3) in_O1: leaves the range" --set w5=1.2e308 --set w6=1.2e308
refuses "(5.3) in_O1: leaves the range" quiz --set w5=1.2e308 --set w6=1.2e308
check "what needs no companion has them" prints "in_O1 = 1.5685913585e+308" explain in_O1 --set w5=1.2e308 --set w6=1.2e308
refuses "iteration 2: E_O1_new_s1: leaves the range" --example regression --set alpha=1e100 --iterations 3
refuses "iteration 2: E_O1_new_s1: leaves the range" check "$0" --example regression --set alpha=1e100 --iterations 3

# Numbers set
refuses "--set w1: NAME=VALUE is needed" --set w1
refuses "--set =1: NAME=VALUE is needed" --set =1
refuses "w99 is no number" --set w99=1
refuses "w1=0,55 has a comma" --set w1=0,55
refuses "w1=0x is not a number" --set w1=0x
refuses "w1=−0.5 is not a number; plain digits, a point and a hyphen for its minus are needed" --set w1=−0.5
refuses "w1=1e999 is too large" --set w1=1e999
refuses "w1=nan is not a number" --set w1=nan
refuses "w1=inf is not a number" --set w1=inf
refuses "w1= has no value" --set w1=
refuses "the name stands twice" --set w1=1 --set w1=2
refuses "(5.1) in_h1: leaves the range" --set w1=1e200 --set i1=1e200
refuses "(5.5) E_total: leaves the range" --set O1=1e200
refuses "(3.2) y: leaves the range" --chapter 3 --set w1=1e200 --set i1=1e200
refuses "(5.1) in_h2: leaves the range" --set i1=1 --set w3=-1.7e308 --set b1=-1.7e308
refuses "leaves the range" quiz --set w1=1e200 --set i1=1e200
refuses "'4.1' is no equation of chapter 5" quiz --equations 4.1
refuses "'3.1-5.2' is no equation of chapter 5" handout --equations 3.1-5.2
refuses "--example -: standard input is for the answers; a file is needed" quiz --example -

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
file_row "1:11: w7 to w12 are needed for 3-2-3" 'network = 3-2-3\ni1=1\ni2=1\ni3=1\nO1=1\nO2=1\nO3=1\nW1=[[1,1,1],[1,1,1]]\nB1=[1,1]\nB2=[1,1,1]\n'
printf 'w1 = x\n' >"$scratch/numbers"
"$BPWALK" --example - <"$scratch/numbers" >"$scratch/out" 2>"$scratch/err"
check "numbers on standard input" test "$? $(wc -c <"$scratch/out") $(cat "$scratch/err")" = "2 0 bpwalk: standard input:1:6: w1 = x is not a number; a decimal number such as 0.55 is needed"
refuses "'xro' is no example; xor is the nearest" example xro
refuses "'xor2' is one word too many" example xor xor2
refuses "--lang fr is unknown" example --lang fr
refuses "xro: cannot be opened: No such file or directory" --example xro
refuses "./xor: cannot be opened: No such file or directory" --example ./xor
refuses "/nowhere: cannot be opened" --example /nowhere
refuses "$scratch: cannot be read" --example "$scratch"
"$BPWALK" --example - <"$scratch" >"$scratch/out" 2>"$scratch/err"
check "a directory on standard input" test "$? $(wc -c <"$scratch/out") $(cat "$scratch/err")" = "2 0 bpwalk: standard input: cannot be read: Is a directory; a readable text is needed"
check "a program as numbers" refused "$BPWALK:1:" --example "$BPWALK"
head -c 1048576 /dev/zero | tr '\0' w >"$scratch/numbers"
check "a line of a megabyte" refused "1:1048577: there is no =" --example "$scratch/numbers"

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

ln -s nowhere "$scratch/dangling"
ln -s loop "$scratch/loop"
check "a link that leads nowhere" refused_output "dangling: cannot be written: No such file" "$scratch/dangling"
check "and is left alone" test "$(readlink "$scratch/dangling") $(ls "$scratch" | grep -c nowhere)" = "nowhere 0"
check "a link to itself" refused_output "loop: cannot be written: " "$scratch/loop"
{ echo before; "$BPWALK" -e 5.1 -o /dev/stdout; echo behind; } >"$scratch/all"
check "/dev/stdout is standard output, also into a file" test "$(cat "$scratch/all")" = "before
$("$BPWALK" -e 5.1)
behind"
long_path=$(awk 'BEGIN { for (i = 0; i < 700; i++) printf "深%d/", i % 10 }')
for front in '' a ab abc abcd; do
    check "a long path: what is wrong is told ($front)" refused_output ": cannot be written: " "$front$long_path"
    check "in a line that is not too long, of whole characters" sh -c 'iconv -f UTF-8 -t UTF-8 "$1" | wc -c | awk "{ exit !(\$1 > 1000 && \$1 < 1040) }"' - "$scratch/err"
done
no_characters=$(awk 'BEGIN { for (i = 0; i < 1200; i++) printf "\200" }')
check "a long path of no characters" refused_output ": cannot be written: " "$no_characters"
refuses "the name of a readable text file is needed" --example "$long_path"

"$BPWALK" >/dev/full 2>"$scratch/err"
check "stdout on a full device: status 2" test $? -eq 2
check "and a line that says so" grep -q "^bpwalk: standard output: cannot be written: No space left" "$scratch/err"
for help in --help "walk --help" "walk --version"; do
    # shellcheck disable=SC2086
    "$BPWALK" $help >/dev/full 2>"$scratch/err"
    check "$help on a full device" test "$? $(grep -c "^bpwalk: standard output: cannot be written" "$scratch/err")" = "2 1"
done
"$BPWALK" >&- 2>"$scratch/err"
check "stdout closed: status 2" test $? -eq 2
check "and one line" test "$(wc -l <"$scratch/err")" -eq 1

{ "$BPWALK" 2>"$scratch/err"; echo $? >"$scratch/status"; } | head -c 10 >/dev/null
check "a closed pipe is no news" test ! -s "$scratch/err"

# The reader is gone before a byte is written, and the signal that would tell is ignored.
{
    until [ -e "$scratch/closed" ]; do sleep 0.01; done
    trap '' PIPE
    "$BPWALK" 2>"$scratch/err"
    echo $? >"$scratch/status"
} | {
    exec <&-
    : >"$scratch/closed"
}
check "nor without its signal: status 2 and not a word" test "$(cat "$scratch/status") $(wc -c <"$scratch/err")" = "2 0"
finish
