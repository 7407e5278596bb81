#!/bin/sh
# Quiz: held through a pipe and in a terminal.
. "${SOURCES:-.}/tests/tap.sh"

says() { # says TEXT INPUT ARGUMENT...: TEXT is in the output, the status is 0
    wanted=$1
    input=$2
    shift 2
    printf "$input" | "$BPWALK" quiz "$@" >"$scratch/out" 2>"$scratch/err"
    status=$?
    [ "$status" -eq 0 ] && [ ! -s "$scratch/err" ] && grep -qF -- "$wanted" "$scratch/out" && return
    echo "# status $status; no '$wanted' in: $(tail -n 12 "$scratch/out")"
    return 1
}

count() { # count TEXT INPUT ARGUMENT...: lines with TEXT
    wanted=$1
    input=$2
    shift 2
    printf "$input" | "$BPWALK" quiz "$@" | grep -cF -- "$wanted"
}

# What may be typed
check "asks with the formula" says "(5.1)  in_h1 = w1*i1 + w2*i2 + 1*b1" ''
check "a value" says "Of 1: 1 right" '0.6\n'
check "with the last formula that has something to compute" says "din_O1_dw5 = 1*w5^(1 - 1)*out_h1 + 0 + 0" '' -e 5.11
check "an expression" says "Of 1: 1 right" '0.1*0.1 + 0.2*0.2 + 1*0.55\n'
check "an expression of names" says "Of 1: 1 right" 'w1*i1 + w2*i2 + b1\n'
check "a name that has its value" says "Of 2: 2 right" '0.6\n1/(1 + exp(-in_h1))\n'
check "numbers rounded in an expression" says "Of 1: 1 right" '0.5*0.6457 + 0.6*0.6615 + 0.66\n' -e 5.3
check "of which three digits are some" says "Of 1: 1 right" '0.5*0.646 + 0.6*0.662 + 0.66\n' -e 5.3
check "and two are a number" says "Of 1: 0 right" '0.5*0.65 + 0.6*0.66 + 0.66\n' -e 5.3
check "commands in full width, as in Chinese" says "in_h1 = 0.6" '？\n？？\n！\n' --lang zh
check "after three tries it says how to come back" says "b goes back to this one" '1.5\n2.5\n3.5\n' -e 5.1
check "full width" says "Of 1: 1 right" '０．６\n'
check "a decimal comma" says "Of 1: 1 right" '0,6457\n' -e 5.2
check "the name and = before it" says "Of 1: 1 right" ' in_h1 = 0.6 \r\n'
check "blanks about it, and what is behind it as it is typed" says "Of 2: 2 right" 'in_h1 \t=\t 0.6\nin_h2 =  0.67\n' -e 5.1
check "a name without =" says "column 7: '1' cannot stand here" 'in_h1 10.6\n'
check "wrong, and the slip" says "the bias left out: w1*i1 + w2*i2" '0.05\n'
check "one of the article's, with other numbers" says "the bias of another neuron taken: w3*i1" '0.6\n0.660000\n' -e 5.1 --set b2=0.5
check "but not what is expected" test "$(count "expected" '0.05\n')" -eq 1 # above the summary's table
check "carried forward" says "right from your in_h1" '0.05\n\n0.5125\n'
check "its own value in a formula" says "right from your in_h1" '0.05\n\n1/(1 + exp(-in_h1))\n'
check "a wrong value is asked for again" says "Of 1: 1 right" '0.05\n0.6\n' -e 5.1
check "and a third time" says "Of 1: 1 right" '0.05\n0.07\n0.6\n' -e 5.1
check "and then it goes on" says "Of 2: 1 right" '0.05\n0.07\n0.08\n0.67\n' -e 5.1
check "with the rule as the first hint" says "Forward, from the inputs to the hidden layer" '0.05\n' -e 5.1
check "and what is asked for" says "       How fast E_total changes when w5 does" '?\n' -e 5.6 --recall
check "and the numbers in place" says "= 0.1*0.1 + 0.2*0.2 + 1*0.55" '0.05\n0.07\n' -e 5.1
check "what has too few digits is asked for again" says "Of 2: 2 right" '0.6\n0.6\n0.6457\n'
check "from memory: no formula" test "$(count "w1*i1" '' -e 5.1 --recall)" -eq 0
check "unless asked for" says "(5.1)  in_h1 = w1*i1 + w2*i2 + 1*b1" '?\n?\n' -e 5.1 --recall
check "then with its numbers" says "= 0.1*0.1 + 0.2*0.2 + 1*0.55" '?\n?\n?\n' -e 5.1 --recall
check "without names" says "(5.1)  ? = w1*i1 + w2*i2 + 1*b1" '0.6\n' -e 5.1 --nameless
check "any example" says "in_h1_s1 = w1*i1_s1 + w2*i2_s1 + 1*b1" '' -x xor
check "a fault in Chinese" says "第 5 列" '0.1*\n' --lang zh
printf '0.6\n!\nq\n' | "$BPWALK" quiz --save "$scratch/saved" >"$scratch/out"
check "what was saved is gone on from" says "Of 2: 2 right" '0.67\nq\n' --save "$scratch/saved"
check "at the next question" test "$(printf 'q\n' | "$BPWALK" quiz --save "$scratch/saved" | grep -c '^(5.1)  in_h1 =')" -eq 0
check "with the given numbers above it" says "    i1 = 0.1   i2 = 0.2" 'q\n' --save "$scratch/saved"
mkfifo "$scratch/hands"
"$BPWALK" quiz --save "$scratch/kept" <"$scratch/hands" >"$scratch/out" &
quiz=$!
exec 3>"$scratch/hands"
printf '0.6\n0.6457\n' >&3
for tenth in $(seq 100); do
    [ "$(grep -c . "$scratch/kept" 2>/dev/null)" = 3 ] && break
    sleep 0.1
done
kill $quiz
exec 3>&-
wait $quiz 2>/dev/null
check "each answer is kept at once, should it end in the middle" test "$(grep -c . "$scratch/kept")" -eq 3
mkdir "$scratch/gone"
"$BPWALK" quiz --save "$scratch/gone/kept" <"$scratch/hands" >"$scratch/out" 2>"$scratch/err" &
quiz=$!
exec 3>"$scratch/hands"
for tenth in $(seq 100); do
    [ -e "$scratch/gone/kept" ] && break
    sleep 0.1
done
rm -r "$scratch/gone"
printf '0.6\n0.6457\n' >&3
exec 3>&-
wait $quiz
check "one that cannot be kept ends it: status 2" test $? -eq 2
check "and a line" grep -q "^bpwalk: .*/gone/kept: cannot be written" "$scratch/err"
check "nor is it begun where nothing can be kept" refused "/gone/kept: cannot be written" quiz --save "$scratch/gone/kept"
echo nothing >"$scratch/other"
sed '$d' "$scratch/saved" >"$scratch/longer"
printf '9999\tin_h1\t0.6\t0.6\t0.05\t0\n' >>"$scratch/longer"
check "nor what a longer quiz saved" refused "/longer: this was saved of another quiz" quiz --save "$scratch/longer"
{ # of more numbers than a line holds
    printf 'network = 5-5-4\n'
    seq 5 | sed 's/.*/i& = 0.1/'
    seq 4 | sed 's/.*/O& = 0.2/'
    seq 45 | sed 's/.*/w& = 0.3/'
    seq 9 | sed 's/.*/b& = 0.4/'
} >"$scratch/broad"
yes '?' | head -n 3 | "$BPWALK" quiz -x "$scratch/broad" >"$scratch/out"
check "names that go on in a further line" grep -qx '       w5 = 0.3   i5 = 0.1   b1 = 0.4' "$scratch/out"
check "what was not saved by a quiz is refused" refused "/other: this is no quiz that was saved" quiz --save "$scratch/other"
echo 'a file that is long enough for one' >"$scratch/other"
check "however long it is" refused "/other: this is no quiz that was saved" quiz --save "$scratch/other"
for line in 'in_h1 0.6' '0\tin_h1\t0.6\t0.6\t0.05' '0\tin_h2\t0.6\t0.6\t0.05\t0'; do
    { sed 1q "$scratch/saved" && printf "$line"; } >"$scratch/edited"
    check "nor what was edited: $line" refused "/edited: this was saved of another quiz" quiz --save "$scratch/edited"
done
check "blanks and tabs alone are an empty line" says "Of 1: 0 right" ' \t \r\n0.6\n' -e 5.1
check "nor what is of another" refused "/saved: this was saved of another quiz" quiz --save "$scratch/saved" -e 5.33
check "not the answer's own name" says "in_h1 is unknown" 'in_h1\n'
check "not a later name" says "out_O1 is unknown" 'out_O1\n'
check "a fault with its column" says "column 5: the formula ends too early" '0.1*\n'
check "a number out of range" says "1e999 is too large" '1e999 + 1\n'
check "no finite bound" says "no finite value" '1e300*(1e-300 - 1e-300)*1e300*1e300\n'
check "no finite value" says "no finite value" '1/0\n'
check "a fault asks again" test "$(count "in_h1 = " '0.1*\n0.6\n' -e 5.1)" -ge 3

check "blanks of every kind" says "Of 1: 1 right" '\tin_h1\t=\t0.6 \t\r\n'
check "a command of a line that ends in \\r\\n" says "Forward, from the inputs" '?\r\n'
check "a bare name that begins as the one asked for" says "in_h11 is unknown" 'in_h11\n'
check "blanks behind a value" says "Of 1: 1 right" '0.6  \n'
check "an unknown name" says "nobody is unknown" '2*nobody\n'
check "a NUL in a line, and no more of it" test "$(printf '\000%5000d\n0.6\n' 0 | "$BPWALK" quiz -e 5.1 | grep -c 'NUL')" -eq 1
check "nothing but a NUL" test "$(printf '\000' | "$BPWALK" quiz -e 5.1 | grep -c 'NUL')" -eq 1
check "what cannot be shown is a blank" says "in_h1 = 0.6 ~ " '0.6\177~\001\n' -e 5.1
printf 'w1 = 0.3\n' >"$scratch/mine"
check "numbers from a file" says "Of 1: 1 right" '0.62\n' -e 5.1 --example "$scratch/mine"
check "both networks, each with its title" test "$(printf '\n\n\n\n\n\n\n\n' | "$BPWALK" quiz -e 5.30,5.31 | grep -c '2-2-2')" -eq 2

# Commands
check "? tells the numbers" says "w1 = 0.1   i1 = 0.1   w2 = 0.2   i2 = 0.2   b1 = 0.55" '?\n'
check "? tells the section" says "Forward, from the inputs to the hidden layer" '?\n'
check "?? puts them in place" says "= 0.1*0.1 + 0.2*0.2 + 1*0.55" '??\n'
check "?? with own values" says "1/(exp(-0.05) + 1)" '0.05\n\n??\n'
check "! tells" says "in_h1 = 0.6" '!\n'
check "! is no answer" says "answered: 0, shown: 1" '!\n'
check "! and then goes on from it" says "Of 1: 1 right" '!\n0.6457\n'
check "b goes back" test "$(count "(5.1)  in_h1 = " '0.6\nb\n')" -eq 2
check "and mends" says "Of 1: 1 right" '0.5\n\nb\n0.6\n'
check "b at the first stays" test "$(count "(5.1)  in_h1 = " 'b\nb\n')" -eq 3
check "nothing leaves a step out" says "(5.2)  out_h1 = 1/(exp(-in_h1) + 1)" '\n'
check "q stops" test "$(count "(5.2)" 'q\n0.6\n')" -eq 0
check "with a summary" says "Of 1: 0 right" '7\nq\n'

# The end
check "the end of the input ends it" says "Steps: 152, answered: 0" ''
check "in the middle of a line" says "Of 1: 1 right" '0.6'
check "after the last question" says "Steps: 2, answered: 2"  '1\n\n2\n\n3\n' -e 5.22
check "and no further" test "$(count "= 3" '1\n\n2\n\n3\n' -e 5.22)" -eq 0

# Which questions
for equation in $(seq 1 34); do
    check "(5.$equation) can be asked" says "(5.$equation)" 'q\n' -e "5.$equation"
done
check "where it is given, if that is selected" test "$(count "dE_total_dw5 = dE_total" '\n\n\n' -e 5.6,5.12)" -eq 1
check "else where it is stated first" test "$(count "dE_total_dw5 =" '\n\nq' -e 5.6,5.13)" -eq 2
yes '' | head -n 60 | "$BPWALK" quiz >"$scratch/out"
check "a step without a number, too" grep -qx '       dE_O1_dout_O1 = -(O1 - out_O1)' "$scratch/out"
check "other numbers" says "Of 1: 1 right" '0.605\n' --set w1=0.15
check "Chinese" says "正确" '0.6\n' --lang zh
check "what is typed is printed, in a pipe" says "in_h1 = 0.6" '0.6\n'
check "but no control characters" test "$(count "$(printf '\033')" '\033[2J\n')" -eq 0
check "colour when asked for" test "$(count "$(printf '\033')" '0.6\n' --color=always)" -gt 2

# Odd input
head -c 100000 /dev/zero | tr '\0' 1 >"$scratch/long"
{ cat "$scratch/long"; echo; echo 0.6; } >"$scratch/lines"
"$BPWALK" quiz <"$scratch/lines" >"$scratch/out"
check "a line that is too long is refused" grep -q "the line is too long" "$scratch/out"
check "and the next one read" grep -q "Of 1: 1 right" "$scratch/out"
printf '0.\0006\n0.6\n' | "$BPWALK" quiz >"$scratch/out"
check "a NUL byte is refused" grep -q "a NUL byte" "$scratch/out"
check "and the next line read, too" grep -q "Of 1: 1 right" "$scratch/out"
head -c 30000 "$BPWALK" | "$BPWALK" quiz >"$scratch/out"
check "noise is no fault" test $? -eq 0
check "what is no UTF-8 is told, and asked for again" says "a byte 0xFF cannot stand here" '\377\n0.6\n'
check "deep parentheses" says "fewer parentheses" "$(head -c 1000 /dev/zero | tr '\0' '(')\n"

# Faults
"$BPWALK" quiz </ >"$scratch/out" 2>"$scratch/err"
check "input that cannot be read: status 2" test $? -eq 2
check "and a line" grep -q "^bpwalk: standard input: cannot be read" "$scratch/err"
"$BPWALK" quiz </dev/null >/dev/full 2>"$scratch/err"
check "a full device: status 2" test $? -eq 2
{ "$BPWALK" quiz </dev/null 2>"$scratch/err"; } | true
check "a closed pipe is no news" test ! -s "$scratch/err"
refuses "--example -: standard input is for the answers" quiz --example -
refuses "one word too many" quiz extra
refuses "'5.99' is no equation" quiz --equations 5.99
refuses "--lang fr is unknown" quiz --lang fr
refuses "--color blue is unknown" quiz --color blue
refuses "w99 is no number" quiz --set w99=1
check "--help" test "$("$BPWALK" quiz --help | grep -c '^Usage: bpwalk quiz')" -eq 1

# On a terminal, made by script(1): the terminal shows what is typed, and the program does not again.
wait_for() { # wait_for TEXT: until the terminal shows it
    for tenth in $(seq 100); do
        grep -qF -- "$1" "$scratch/terminal" && return
        sleep 0.1
    done
}
: >"$scratch/terminal"
if has_terminal; then
    { wait_for "in_h1 = w1*i1"; wait_for "  in_h1 = "; printf '0.6\n'
      wait_for "  out_h1 = "; printf '0.5\n'
      wait_for "  in_h2 = "; printf 'q\n'; wait_for "answered: 2"; } |
        script -qec "env TERM=xterm '$BPWALK' quiz" /dev/null >"$scratch/terminal"
    check "in a terminal: the prompt is there before the answer" grep -q "  in_h1 = 0.6" "$scratch/terminal"
    check "which is shown once" test "$(grep -c '^0\.6' "$scratch/terminal")" -eq 0
    check "told in colour" grep -q "$(printf '\033')\[31mwrong" "$scratch/terminal"
    check "with a summary" grep -q "Of 2: 1 right" "$scratch/terminal"
    : >"$scratch/terminal"
    { wait_for "  in_h1 = "; printf '\004'; wait_for "answered: 0"; } |
        script -qec "env TERM=xterm NO_COLOR=1 '$BPWALK' quiz" /dev/null >"$scratch/terminal"
    check "the end from the keyboard" grep -q "answered: 0" "$scratch/terminal"
    check "NO_COLOR" test "$(grep -c "$(printf '\033')" "$scratch/terminal")" -eq 0
else
    skip "in a terminal" "script(1) makes no terminal here"
fi
finish
