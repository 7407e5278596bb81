#!/bin/sh
# Usage: the options do what the help says.
. "${SOURCES:-.}/tests/tap.sh"

same_output() { # same_output 'ARGUMENTS' 'ARGUMENTS'
    # shellcheck disable=SC2086
    [ "$($BPWALK $1)" = "$($BPWALK $2)" ]
}

for command in walk errata plot handout check quiz train predict; do
    check "$command --help" prints "Usage: bpwalk $command" "$command" --help
    check "$command --version" prints "bpwalk " "$command" --version
done
for command in walk train; do
    check "$command -h" same_output "$command -h" "$command --help"
    check "$command -V" same_output "$command -V" "$command --version"
done
check "-h" same_output -h --help
check "--help" prints "bpwalk errata" --help
check "help" prints "bpwalk errata" help
check "help of a command" same_output "help check" "check --help"
check "help of a command in Chinese" same_output "help check --lang zh" "check --help --lang zh"
check "blanks behind the commas of a list" test "$("$BPWALK" -e "5.1, 5.5" -n "in_h1,  E_total" | grep -c "^ *(5\.[15])")" = 3
refuses "'check' is a command, which comes before all else: \`bpwalk check ...\`" --lang en check "$scratch/none"
refuses "“check”是命令，要写在最前面：\`bpwalk check ...\`" --lang zh check "$scratch/none"
refuses "'train' is a command, which comes before all else" walk train
refuses "walk: 'checks' is one word too many" --lang en checks
refuses "explain: a NAME is needed" explain ""
refuses "explain: a NAME is needed" explain in_h1 "" out_h1
refuses "explain：需要名称" explain "" --lang zh
refuses "bpwalk: the name of a file is empty; that of a readable text is needed" check ""
refuses "bpwalk: the name of a file is empty; that of a readable text is needed" predict ""
refuses "bpwalk: 文件名是空的；需要可读的文本文件的名称" check "" --lang zh
check "--version" prints "bpwalk " --version
sed -n 's/^    \([A-Za-z].* = \)/\1/p' "${SOURCES:-.}/doc/examples.md" >"$scratch/example"
check "the example in doc/examples.md is walked" prints "The network 2-3-2-2" --example "$scratch/example"
check "walk is the default" same_output "" walk
check "stated is the default" same_output "" "--reading stated"
check "short options" same_output "-r printed -e 5.24 -d 4" "--reading printed --equations 5.24 --digits 4"
check "options may be shortened" same_output "--equ 5.1" "--equations 5.1"
check "an equation alone" prints "out_h2 = 1/(exp(-in_h2) + 1)" --equations 5.2
check "unnumbered steps need no list" test "$($BPWALK --equations 5.2 | grep -c '^ *(5')" -eq "$($BPWALK --equations 5.2 | grep -c '(5.2)')"
check "chapter 5 is the default" same_output "" "--chapter 5"
check "a chapter" prints "(3.6)  y = [w1, w2]*[x1, x2]^T + b" --chapter 3
check "another chapter alone" test "$($BPWALK --chapter 4 | grep -c '^ *([35]')" -eq 0
check "all chapters have what each has, and the cross-entropy" test \
    "$($BPWALK --chapter all | sed '/^The other error/,/, continued$/d; /, continued$/d; /^$/d' | sort | cksum)" = \
    "$(for c in 3 4 5; do $BPWALK --chapter $c; done | sed '/^$/d' | sort | cksum)"
check "each told where the article tells it" test "$($BPWALK --chapter all | awk '
    /^The other error|^The chain rule|^The deep companion|^    \(5.3[0134]\)/ { print /^ / ? $1 : $2 }' |
    uniq | tr '\n' ' ')" = "other chain (5.30) deep (5.33) (5.31) (5.30) (5.33) deep (5.34) "
check "equations of several chapters" test "$($BPWALK -e 3.6-4.1,5.9 -f tsv | tail -n +2 | cut -f2 | uniq | tr '\n' ' ')" = "3.6 4.1 5.9 "
check "a chapter and its equations" same_output "--chapter 4 -e 4.5" "-e 4.5"
check "all chapters, some names" same_output "--chapter all -n y" "--chapter 3 -n y"
check "all chapters, some equations" same_output "--chapter all -e 4.5,5.9" "-e 4.5,5.9"
check "a chapter with own numbers" prints "= 0.1*0.25 + 0.2*0.2 + 0.55" --chapter 3 --set w1=0.25
check "a chapter in Chinese" prints "判定规则" --chapter 3 --lang zh
for chapter in 3 4 all; do
    for format in markdown latex html tsv; do
        check "chapter $chapter, $format: the last equation is there" prints "$(case $chapter-$format in 3-*) echo 3.6 ;; 4-*) echo 4.5 ;; *) echo 5.34 ;; esac)" --chapter $chapter -f $format
    done
done
check "a part in Markdown: of the walks that have it" test "$($BPWALK -e 5.31 -f markdown | grep -c '^# ')" -eq 1
check "chapter 4 in Markdown: no targets, and nothing to draw" test "$($BPWALK --chapter 4 -f markdown | grep -c 'Targets\|mermaid')" -eq 0
check "chapter 5: both, of the two networks" test "$($BPWALK -f markdown | grep -c '^- Targets\|mermaid')" -eq 4
check "a set number" prints "= 0.25*0.1 + 0.2*0.2 + 1*0.55" --set w1=0.25
check "a number as typed" prints "= 0.250*0.1 + 0.2*0.2 + 1*0.55" --set w1=0.250
check "a negative number in parentheses" prints "= (-0.25)*0.1 + 0.2*0.2" --set w1=-0.25
check "a typed plus is no second sign" prints "= 0.1*5 + .5*0.2 + 1*0.55" --set i1=5 --set w2=+.5
check "what exp cannot hold is no unknown" prints "= 300000000000000" --set b3=3e14 -e 5.18
check "nor what comes of it" prints "= 0.100163236" --set w5=1e15 -e 5.29
check "own numbers are not compared" test "$($BPWALK --set w1=0.25 | grep -c 'article prints')" -eq 0
check "digits" prints "= 0.6457 " --digits 4
check "Chinese" prints "正向传播" --lang zh
check "the errata in Chinese" prints "文章勘误" errata --lang zh
check "a table" prints "step	equation	network	iteration	name	value	formula	substituted	printed	verdict	cause" -f tsv

names=$($BPWALK example | cut -d ' ' -f 1)
check "there are examples" test "$(echo "$names" | head -n 3 | tr '\n' ' ')" = "article companion greenhouse "
for name in $names; do
    $BPWALK example "$name" -o "$scratch/$name"
    check "an example by name and by file: $name" test "$($BPWALK --example "$name" | cksum)" = "$($BPWALK --example "$scratch/$name" | cksum)"
done
check "the article's is bpwalk alone" same_output "--example article" ""
check "a name wins over a file" test "$(cd "$scratch" && echo 'w1 = x' >xor && $BPWALK --example xor | cksum)" = "$($BPWALK --example xor | cksum)"
check "which is ./xor" sh -c "cd '$scratch' && ! $BPWALK --example ./xor >out 2>err && grep -q '^bpwalk: ./xor:1:6: w1 = x is not' err"
check "the examples in Chinese" prints "异或" example --lang zh

printf 'w1 = 0.3 # mine\nalpha = 0.1\n' >"$scratch/mine"
check "a file of numbers" prints "= 0.3*0.1 + 0.2*0.2 + 1*0.55" --example "$scratch/mine"
check "--set goes over --example" prints "= 0.4*0.1 + 0.2*0.2 + 1*0.55" --set w1=0.4 --example "$scratch/mine"
check "from standard input" test "$($BPWALK --example - <"$scratch/mine" | cksum)" = "$($BPWALK --example "$scratch/mine" | cksum)"

"$BPWALK" -o "$scratch/walk.txt"
check "-o writes the same" cmp -s "$scratch/walk.txt" "$SOURCES/traces/walk.txt"
chmod 640 "$scratch/walk.txt"
ln -s walk.txt "$scratch/link"
"$BPWALK" errata -o "$scratch/link"
check "-o through a link" cmp -s "$scratch/walk.txt" "$SOURCES/traces/errata.txt"
check "the link is still one" test -L "$scratch/link"
check "permissions are kept" test "$(ls -l "$scratch/walk.txt" | cut -c1-10)" = "-rw-r-----"

check "no line over 100 columns" test -z "$($BPWALK --reading printed | awk 'length > 100')"
check "no colour in a pipe" test "$($BPWALK | grep -c "$(printf '\033')")" -eq 0
check "colour when asked for" test "$($BPWALK --color=always | grep -c "$(printf '\033')")" -gt 100
check "colour changes no text" test "$($BPWALK --color=always | sed "s/$(printf '\033')\[[0-9;]*m//g" | cksum)" = "$($BPWALK | cksum)"

# On a terminal, made by script(1).
if has_terminal; then
    on_terminal() { # on_terminal ENVIRONMENT-AND-ARGUMENTS: escapes in what a terminal is sent
        script -qec "env TERM=xterm $1" /dev/null </dev/null | grep -c "$(printf '\033')"
    }
    check "colour on a terminal" test "$(on_terminal "$BPWALK")" -gt 100
    check "NO_COLOR" test "$(on_terminal "NO_COLOR=1 $BPWALK")" -eq 0
    check "NO_COLOR without a value" test "$(on_terminal "NO_COLOR= $BPWALK")" -gt 100
    check "a terminal without a name" test "$(on_terminal "sh -c 'unset TERM; exec $BPWALK'")" -gt 100
    check "--color=never" test "$(on_terminal "$BPWALK --color=never")" -eq 0
    check "a dumb terminal" test "$(on_terminal "TERM=dumb $BPWALK")" -eq 0
else
    skip "colour on a terminal" "script(1) makes no terminal here"
fi
"$BPWALK" explain in_h1 >"$scratch/told"
"$BPWALK" explain in_h1 -o "$scratch/kept" >"$scratch/nothing"
check "explain into a file" cmp "$scratch/told" "$scratch/kept"
check "a weighted sum that is 0 to the last bit" prints "relu(0)" --example relu --set b1=-0.7 --names out_h1
"$BPWALK" example xor | sed '/^b[0-9]/d' >"$scratch/unbiased"
echo 'biases = none' >>"$scratch/unbiased"
check "JSON without biases" test "$("$BPWALK" -x "$scratch/unbiased" -f json | grep -c '"B1"')" -eq 0

finish
