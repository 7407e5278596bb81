#!/bin/sh
# Check: the command that marks: what it prints, its status, and what it refuses.
. "${SOURCES:-.}/tests/tap.sh"
data=$SOURCES/tests/data

hand_in() { # hand_in LINES: a file of them
    printf "$1" >"$scratch/answers"
}

marks() { # marks STATUS TEXT ARGUMENT...: `check` ends with the status, and TEXT is in its output
    wanted_status=$1
    wanted=$2
    shift 2
    "$BPWALK" check "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    status=$?
    [ "$status" -eq "$wanted_status" ] && [ ! -s "$scratch/err" ] &&
        grep -qF -- "$wanted" "$scratch/out" && return
    echo "# status $status; no '$wanted' in: $(head -n 5 "$scratch/out" "$scratch/err")"
    return 1
}

last_line() { # last_line TEXT ARGUMENT...
    wanted=$1
    shift
    [ "$("$BPWALK" check "$@" </dev/null | tail -n 1)" = "$wanted" ]
}

columns() { # columns LIST ARGUMENT...: the table's columns of that name, their rows on one line
    list=$1
    shift
    "$BPWALK" check "$@" --format tsv </dev/null | awk -F '\t' -v list="$list" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = split(list, names, " "); next }
        { for (i = 1; i <= n; i++) printf "%s%s", $at[names[i]], i < n ? "," : " " }'
}

printf 'out_O1 = 1e200\nE_O1 = 3\nE_total = 4\n' >"$scratch/far"

# Verdicts, status and the last line
hand_in 'in_h1 = 0.6\nout_h1 = 0.6457\n'
check "all right: status 0" marks 0 "Of 2: 2 right" "$scratch/answers"
check "and a line that says so" last_line "All that is handed in is right." "$scratch/answers"
hand_in 'in_h2 = 0.11\nout_h2 = 0.5275\nout_h1 = 0.6457\n'
check "a slip: status 1" marks 1 "the bias left out: w3*i1 + w4*i2" "$scratch/answers"
check "carried forward" marks 1 "right from your in_h2" "$scratch/answers"
check "the first step to look at" last_line "First look again at (5.1) in_h2." "$scratch/answers"
check "a verdict a row" test "$(columns "name verdict slip equation from" "$scratch/answers")" = \
    "out_h1,right,,5.2, in_h2,wrong,bias,5.1, out_h2,carried,,5.2,in_h2 "
hand_in 'E_O1 = 0.6224\n'
check "in a step of its own" marks 1 "the half of (5.5) forgotten: (O1 - out_O1)^2" "$scratch/answers"
hand_in 'w8_new = 0.8134850896\n'
check "in a step left out" test "$(columns "verdict slip" "$scratch/answers")" = "wrong,alpha "
hand_in 'out_h2 = 0.5274723\n'
check "and where that is" marks 1 "at (5.1) in_h2, which you left out: the bias left out:" "$scratch/answers"
hand_in 'out_O1 = 0.6393933\n'
check "in all that were left out" marks 1 "at (5.3) in_O1 and further steps that you left out: the bias left out:" "$scratch/answers"
hand_in 'in_O1 = 0.572732\n'
check "and here too" marks 1 "at (5.3) in_O1 and further steps that you left out: the bias left out:" "$scratch/answers"
hand_in 'dE_total_dout_O1 = 1e308\ndout_O1_din_O1 = 0.0\ndin_O1_dw5 = 1e5\ndE_total_dw5 = 7\n'
check "values whose product may be anything" marks 1 "Of 4: 0 right, 0 right from your own values, 2 wrong, 2 with too few digits to tell." "$scratch/answers"
hand_in 'i1 = 0.3\nw1 = 0.4\nin_h1 = 0.71\n'
check "of two own values the later of the walk" test "$(columns "verdict from" "$scratch/answers")" = "wrong, wrong, carried,w1 "
hand_in 'in_h1 = 0.8\nw5 = 0.6\nin_O1 = 1.4709\n'
check "rather one that stands in the formula" test "$(columns "verdict from" "$scratch/answers")" = "wrong, wrong, carried,w5 "
hand_in 'dE_total_dout_O2 = -0.3019039433343285200000000\ndE_total_dw7 = -0.026324\n'
on_its_own() { # the status is 1: not all is right
    "$BPWALK" check "$scratch/answers" >"$scratch/out"
    grep -q "^ *right from your dE_total_dout_O2" "$scratch/out"
}
check "a verdict too wide for its line has one of its own" on_its_own
hand_in 'dE_total_dout_O2 = -0.30190394333432852\ndE_total_dw7 = -0.026324\n'
check "so one whose name is too wide" on_its_own
hand_in 'dE_total_dout_O2 = -0.3019039433343285e0\ndE_total_dw7 = -0.026324\n'
check "and not a character before" marks 1 "-0.0131620431        right from your dE_total_dout_O2" "$scratch/answers"
hand_in 'dE_O1_dout_h2 = 0.038\n'
check "a gradient is not taken for what is no error term" test "$(columns "verdict slip" "$scratch/answers")" = "wrong, "
hand_in 'in_O1 = 7.0574\n'
check "a value without further digits is rounded where what it comes from was" marks 0 "in_O1  7.0574  7.0569018955  right" "$scratch/answers" \
    --set b1=0.405465108108 --set w1=0 --set w2=0 --set w5=10
hand_in '# nothing yet\n'
check "nothing handed in" marks 1 "No value is handed in, 1 not read." "$scratch/answers"
check "and in Chinese" marks 1 "没有交任何值，1 个未能读取。" "$scratch/answers" --lang zh
hand_in 'sigma_h1 = 0.01449\n'
check "which path is missing" marks 1 "summed over one path only (missing: sigma_O2*w7):" "$scratch/answers"
check "and in Chinese" marks 1 "只对一条路径求和（缺少 sigma_O2*w7）：sigma_O1*w5*out_h1*(1 - out_h1)" "$scratch/answers" --lang zh
hand_in 'out_h1 = 0.6456563062\nout_h2 = 0.6615031592\nin_O1 = 0.9828281531\n'
check "which summand is missing" marks 1 "a summand left out (missing: w6*out_h2): w5*out_h1 + 1*b3" "$scratch/answers"
hand_in 'alpha = 0.5\nw1 = 0.2\n'
check "a number copied wrongly" marks 1 "this number is given, and was copied wrongly" "$scratch/answers"
hand_in 'in_h1 = 0.60000000000000000000000000000000000000000000000001\n'
check "a long number" marks 0 "0.600000000000000..." "$scratch/answers"

printf 'w1_new = 0.0998\nin_h1_new = 0.6\n' >"$scratch/$(printf 'a\tb')"
check "a name of a file that would break the table" test "$("$BPWALK" check "$scratch/$(printf 'a\tb')" -f tsv | awk -F '\t' 'NF != 8' | wc -l)" -eq 0
check "a value that leaves the range in the next step" marks 1 "Of 3: 0 right, 0 right from your own values, 3 wrong." "$scratch/far"

hand_in 'in_O2 = 3.\n'
check "a coarse answer leaves the values before it as they are" marks 1 "Of 1: 0 right" "$scratch/answers"
hand_in 'sigma_h1 = 0.014\n'
check "two digits on the way" marks 0 "All that is handed in is right." "$scratch/answers"
hand_in 'i1 = 0.1000000000\nsigma_h1 = 0.014\n'
check "but not of one who writes ten" marks 1 "Of 2: 1 right" "$scratch/answers"

hand_in 'in_h1 = 0.6\nout_h1 = 0.6\ndE_total_dw1 = 0.0\n'
check "too few digits to tell: coarse" test "$(columns "name verdict" "$scratch/answers")" = "in_h1,right out_h1,coarse dE_total_dw1,coarse "
check "which is not all right" marks 1 "coarse: too few digits to tell" "$scratch/answers"
check "fewer decimals than are asked for: coarse" test "$("$BPWALK" check "$scratch/answers" --set decimals=2 -f tsv | cut -f 5 | paste -s -d ' ' -)" = "verdict right coarse right"
hand_in 'out_h1 = 0.65\nE_total = 0.32\n'
check "two significant digits do" marks 0 "Of 2: 2 right" "$scratch/answers"
check "unless three decimals are asked for" marks 1 "2 with too few digits to tell" "$scratch/answers" --set decimals=3

# What once was right although it followed from nothing (biases that are never updated), or had another's name
{ echo 'i1 = 0.05' && echo 'i2 = 0.10' && echo 'O1 = 0.01' && echo 'O2 = 0.99'
  for n in 1 2 3 4 5 6 7 8; do echo "w$n = $(awk -v n=$n 'BEGIN { print 0.1 + 0.05 * (n + (n > 4)) }')"; done
  echo 'b1 = 0.35' && echo 'b2 = 0.35' && echo 'b3 = 0.60' && echo 'b4 = 0.60'; } >"$scratch/known"
of_known() { # of_known ROWS LINES
    hand_in "$2"
    check "$2: $1" test "$(columns "verdict slip from" "$scratch/answers" -x "$scratch/known")" = "$1 "
}
of_known "coarse,, wrong,," 'b3_new = 0.6\nin_O1_new = 0.92000\n'
of_known "coarse,, wrong,," 'b3_new = 0.6\nin_O1_new = 1.12000\n'
of_known "coarse,, carried,,b3_new" 'b3_new = 0.6\nin_O1_new = 1.05598\n'
of_known "coarse,, wrong,," 'b3_new = 0.6\nE_total_new = 0.300000000\n'
of_known "wrong,kept," 'w5_new = 0.400\n'
of_known "wrong,kept," 'w5_new = 0.40\n'
"$BPWALK" -f tsv | awk -F '\t' '$3 == "2-2-2" && !seen[$5]++ { printf "%s = %.1f\n", $5, $6 }' >"$scratch/answers"
check "all with one decimal: none is wrong, most are coarse" marks 1 "Of 80: 15 right, 0 right from your own values, 0 wrong, 65 with too few" "$scratch/answers"
sed -i.old 's/^\(dE[^ ]*\|sigma[^ ]*\) = .*/\1 = 0.0/' "$scratch/answers"
check "gradients of 0.0 are not right" test "$(columns "name verdict" "$scratch/answers" | tr ' ' '\n' | grep -c '^\(dE\|sigma\).*right')" -eq 0
hand_in 'din_h1_db1 = 1\n'
check "a derivative that the walk does not have: the nearest" test "$(columns "verdict slip from" "$scratch/answers")" = "unread,name,din_h1_dw1 "

# Other numbers
hand_in 'in_h1 = 0.605\n'
check "wrong with the article's numbers" marks 1 wrong "$scratch/answers"
check "right with --set" marks 0 "All that is handed in is right." "$scratch/answers" --set w1=0.15
printf 'w1 = 0.15\n' >"$scratch/mine"
check "right with --example" marks 0 "All that is handed in is right." --example "$scratch/mine" "$scratch/answers"

# What a program dumps: every value of the walk, printed with 6 decimals
"$BPWALK" --format tsv | awk -F '\t' '$3 == "2-2-2" && !seen[$5]++ { printf "%s = %.6f\n", $5, $6 }' \
    >"$scratch/dump"
check "a whole walk: right" marks 0 "Of 80: 80 right" "$scratch/dump"
"$BPWALK" --example companion --format tsv |
    awk -F '\t' 'NR > 1 && !seen[$5]++ { printf "%s = %.6f\n", $5, $6 }' >"$scratch/companion"
check "the companion's walk: right" marks 0 "All that is handed in is right." "$scratch/companion" --example companion
check "its names are none of the article's" marks 1 "in_hh1 = 2.012594: no name of the walk" "$scratch/companion"
grep hh "$scratch/companion" >"$scratch/hh"
check "names that the companion alone has" marks 0 "(5.28) sigma_hh1" "$scratch/hh" --example companion
hand_in 'out_h2 = 0.75\nin_hh1 = 2.1011\n'
check "carried in the companion" marks 1 "right from your out_h2" "$scratch/answers" --example companion

# For a class
printf 'out_h1 = 0.75\nin_O1 = 1.4319\n' >"$scratch/carried"
check "several files in a table" test "$(columns "name verdict" "$data/answers-right.txt" "$scratch/carried" |
    wc -w)" -eq 11
check "each with its name" test "$(columns file "$scratch/carried" "$scratch/dump" | tr ' ' '\n' |
    sort -u | grep -c "^$scratch")" -eq 2
check "several files to read" marks 1 "$scratch/carried" "$scratch/dump" "$scratch/carried"
check "status 1 if one of them has an error" marks 1 name "$scratch/dump" "$scratch/carried" -f tsv
check "status 0 if none has" marks 0 name "$scratch/dump" "$data/answers-right.txt" -f tsv
printf '# nothing yet\n' >"$scratch/nothing"
check "status 1 if one has no value" marks 1 name "$scratch/dump" "$scratch/nothing" -f tsv
check "expected has 17 digits" test "$(columns expected "$scratch/carried" | cut -d ' ' -f 1)" = 0.6456563062257954

# Options
check "from standard input" test "$("$BPWALK" check - <"$scratch/carried")" = "$("$BPWALK" check "$scratch/carried")"
check "Chinese" marks 1 "照你的 out_h1 推算，是对的" "$scratch/carried" --lang zh
check "no line over 100 columns" test -z "$("$BPWALK" check "$data/answers-printed.txt" | awk 'length > 100')"
hand_in 'dE_total_dout_O1 = -1.23456789012345678901e99\ndE_total_dw5 = -1.280394694e98\n'
check "nor with large numbers" test -z "$("$BPWALK" check "$scratch/answers" --set O1=1e99 | awk 'length > 100')"
check "no colour in a pipe" test "$("$BPWALK" check "$scratch/carried" | grep -c "$(printf '\033')")" -eq 0
check "colour when asked for" test "$("$BPWALK" check "$scratch/carried" --color=always | grep -c "$(printf '\033')")" -gt 2
check "colour changes no text" test "$("$BPWALK" check "$scratch/carried" --color=always |
    sed "s/$(printf '\033')\[[0-9;]*m//g")" = "$("$BPWALK" check "$scratch/carried")"
"$BPWALK" check "$scratch/carried" -o "$scratch/report"
check "-o: the status is the same" test $? -eq 1
check "-o: and the text" test "$(cat "$scratch/report")" = "$("$BPWALK" check "$scratch/carried")"
check "--help" test "$("$BPWALK" check --help | grep -c '^Usage: bpwalk check FILE')" -eq 1

# Unread, and the rest is marked (tests/test_answer_file.c has a row for each thing that people type)
unread() { # unread REASON LINES: the last one is unread for the reason, those before it are right
    hand_in "$2"
    check "$(printf '%s' "$2" | head -c 50)" test "$(columns "verdict slip" "$scratch/answers")" = \
        "$(printf '%s' "$2" | awk -v n="$(printf "$2" | grep -c '^')" 'BEGIN { while (--n > 0) printf "right, " }')unread,$1 "
}
unread name 'in_h1 = 0.6\nin_h9 = 1\n'
unread line 'in_h1 = 0.6\nnothing\n'
unread number 'in_h1 = 0.6\nin_h2 = w1*\n'
unread empty 'in_h1 = 0.6\nin_h2 = \n'
unread encoding 'in_h1 = 0.6\nin_h2 = 0.67\377\n'
hand_in 'in_h1 = 0.6\nin_h9 = 1\n'
check "each told with its line, and the nearest name" marks 1 "line 2: in_h9 = 1: no name of the walk (bpwalk walk shows them all); is in_h1 meant?" "$scratch/answers"
check "in both languages" marks 1 "第 2 行：in_h9 = 1：不是推演中的名称" "$scratch/answers" --lang zh
check "and counted" marks 1 "Of 1: 1 right, 0 right from your own values, 0 wrong, 1 not read." "$scratch/answers"
head -c 1048576 /dev/zero | tr '\0' w >"$scratch/answers"
check "a line of a megabyte" marks 1 "no name and value" "$scratch/answers"
check "a program" marks 1 "not read" "$BPWALK"
check "an empty file has a row" test "$(columns "name verdict slip" /dev/null)" = ",unread,nothing "
check "one bad file of two" marks 1 "No such file or directory: this file cannot be read" "$scratch/hh" /nowhere --example companion
check "one without a name" marks 1 "No such file or directory: this file cannot be read" "$scratch/hh" "" --example companion
check "in Chinese" marks 1 "没有那个文件或目录：此文件无法读取" "$scratch/hh" /nowhere --example companion --lang zh
check "one that can be opened" test "$("$BPWALK" check - "$scratch/hh" --example companion <"$scratch" | grep -cx "Is a directory: this file cannot be read")" -eq 1
check "the first of two" marks 1 "(5.28) sigma_hh1" /nowhere "$scratch/hh" --example companion
check "in the table it has a row" test "$(columns "file verdict slip" /nowhere "$data/answers-right.txt" | tr ' ' '\n' | grep unread)" = "/nowhere,unread,file"
printf 'name,value\nin_h1,0.6\n' >"$scratch/answers"
check "a table" marks 0 "All that is handed in is right." "$scratch/answers"
"$BPWALK" -f tsv >"$scratch/answers"
check "bpwalk's own table" marks 0 "All that is handed in is right." "$scratch/answers"
"$BPWALK" -f json >"$scratch/answers"
check "bpwalk's own JSON" marks 0 "All that is handed in is right." "$scratch/answers"
"$BPWALK" -f json -x deep >"$scratch/answers"
check "of another network too" marks 0 "All that is handed in is right." "$scratch/answers" -x deep

# Iterations
for example in article mazur xor softmax; do
    for format in json tsv; do
        "$BPWALK" -x "$example" -i 3 -f "$format" >"$scratch/$example.$format"
        check "three iterations of $example as bpwalk writes them, $format" marks 0 "All that is handed in is right." "$scratch/$example.$format" -x "$example" -i 3
    done
done
check "all three are read" test "$("$BPWALK" check "$scratch/article.json" -i 3 -f tsv | grep -c '	in_h1	.*	[123]$')" -eq 3
check "what is not marked is told" marks 1 "in_h1 = 0.59410316484883485: this iteration is not marked (--iterations)" "$scratch/article.tsv"
steps() { # steps FORMAT [ARGUMENT...]: the walk's values, a line each
    form=$1
    shift
    "$BPWALK" -f tsv "$@" | awk -F '\t' -v form="%s = $form\n" '
        NR > 1 && $3 == "2-2-2" && !seen[$5]++ { printf form, $5, $6 }'
}
two_iterations() { # two_iterations FORMAT OTHER: as one computes them who goes on from the new weights that he wrote, w5_new by OTHER more
    steps "$1" >"$scratch/first"
    awk -v other="$2" -v form="%s = $1\n" '$1 == "w5_new" { $0 = sprintf(form, $1, $3 + other) } { print }' "$scratch/first" >"$scratch/answers"
    echo "Iteration 2:" >>"$scratch/answers"
    # shellcheck disable=SC2046 # an option and its value are two words
    steps "$1" $(sed -n 's/^\([wb][0-9]*\)_new = /--set \1=/p' "$scratch/answers") >"$scratch/second"
    cat "$scratch/second" >>"$scratch/answers"
}
verdicts() { # verdicts [ARGUMENT...]: "2 wrong" for each iteration and verdict
    columns "iteration verdict" "$scratch/answers" -i 2 "$@" | tr ' ' '\n' | grep . | sort -u | paste -s -d ' ' -
}
two_iterations %.4f 0
check "rounded to 4 decimals, and gone on from" test "$(verdicts)" = "1,right 2,right"
two_iterations %.10f 0.1
wrong() { columns "iteration verdict name" "$scratch/answers" -i 2 | tr ' ' '\n' | grep wrong | paste -s -d ' ' -; }
check "an own weight is gone on from in the next" test "$(verdicts | tr ' ' '\n' | grep '^2' | paste -s -d ' ' -)" = "2,carried 2,right"
check "and wrong where it was made" test "$(wrong)" = "1,wrong,w5_new"
check "where a program first parts from the walk" last_line "First look again at (5.16) w5_new of iteration 1." "$scratch/answers" -i 2
check "in Chinese too" last_line "请先重看 (5.16) w5_new（第 1 次迭代）。" "$scratch/answers" -i 2 --lang zh
check "an iteration has a heading" marks 1 "Iteration 2" "$scratch/answers" -i 2
dE=$(awk '$1 == "dE_total_dw5" { printf "%.10f", $3 - 0.2; exit }' "$scratch/first")
(echo "dE_total_dw5 = $dE" && echo "iteration 2" && cat "$scratch/second") >"$scratch/answers"
check "also where it was left out, and comes of an own value" test "$(wrong)" = "1,wrong,dE_total_dw5"
accumulated() { # accumulated ROWS LINES [ARGUMENT...]: what is told of them
    rows=$1
    hand_in "$2"
    shift 2
    check "gradients added up: $rows" test "$(columns "iteration verdict slip" "$scratch/answers" -i 2 "$@")" = "$rows "
}
accumulated "1,right, 2,wrong,accumulated" 'dE_total_dw5 = 0.081823\niteration 2\ndE_total_dw5 = 0.167098\n' # 0.081823315 + 0.085274854
accumulated "2,wrong,accumulated" 'iteration 2\ndE_total_dw5 = 0.167098\n'
accumulated "1,wrong, 1,right, 2,wrong,accumulated" 'dE_total_dw5 = 0.10000\nw5_new = 0.45908834\niteration 2\ndE_total_dw5 = 0.185275\n'
accumulated "2,wrong," 'iteration 2\ndE_total_dw5 = 0.18000\n'
accumulated "1,right, 2,wrong,sign" 'dE_total_dw5 = 0.081823\niteration 2\ndE_total_dw5 = -0.085275\n' # another slip was made
accumulated "1,right, 2,wrong," 'dE_total_dw1 = 0.0011\niteration 2\ndE_total_dw1 = 0.0523\n' # too few digits to tell
accumulated "1,right, 2,wrong,accumulated" 'dE_total_dw5 = 0.0818\niteration 2\ndE_total_dw5 = 0.16710\n' # rounded to 0.00005 before it was added
accumulated "2,wrong,accumulated" 'iteration 2\ndE_total_dw5 = 0.102\n' --set alpha=3 --set O1=0.316 # 0.050087 was added, a hundred times 0.0005
accumulated "2,wrong," 'iteration 2\ndE_total_dw5 = 0.102\n' --set alpha=3 --set O1=0.318            # 0.049880
accumulated "1,right, 2,wrong," 'dE_total_dw5 = 0.0501\niteration 2\ndE_total_dw5 = 0.102\n' --set alpha=3 --set O1=0.316 # and 0.00005 of it
accumulated "1,right, 2,wrong,given" 'w5_new = 0.4591\niteration 2\nw5 = 0.9\n' # not what was found
hand_in 'w5_new = 0.559\n# iteration 2\nw5 = 0.559\nw6 = 3\nin_O1 = 9\n'
check "one that is handed in as it was found is carried; another is not" test "$(columns "iteration name verdict from" "$scratch/answers" -i 2)" = \
    "1,w5_new,wrong, 2,w5,carried,w5_new 2,w6,wrong, 2,in_O1,wrong, "
hand_in 'out_h1 = 1e300\nout_O1 = 1e100\ndE_total_dout_O1 = 1e300\ndout_O1_din_O1 = 1e300\nsigma_O1 = 1e300\niteration 2\nw5 = 0\n'
check "what leaves the range of numbers in one is not what the next begins with" test "$(columns "iteration name verdict from" "$scratch/answers" -i 2 | grep -o '2,.*')" = "2,w5,wrong, "
hand_in 'in_h1 = 0.6\n第 2 次迭代\nin_h1 = 0.7123\n'
check "the first is right: the second is named" last_line "First look again at (5.1) in_h1 of iteration 2." "$scratch/answers" -i 2
printf 'asked = E_total\n' >"$scratch/example"
hand_in 'E_total = 0.3226\n'
check "what is asked for is asked of each" marks 1 "Iteration 2: asked for, and not handed in: E_total" "$scratch/answers" -x "$scratch/example" -i 2
check "and counts" marks 1 "Points: 1 of 2." "$scratch/answers" -x "$scratch/example" -i 2 --points error=1
for i in $(seq 1200); do echo "odd$i = 1"; done >"$scratch/answers"
check "and is told behind ever so many lines that are not read" marks 1 "Of 1: 0 right, 0 right from your own values, 0 wrong, 1 not handed in, 1000 not read." "$scratch/answers" -x "$scratch/example"
hand_in 'E_total = wat\n'
printf '%%PDF-1.7\n' >"$scratch/pdf"
check "what is said of the whole file is of no iteration" last_line "this is no text: a spreadsheet is needed as CSV, a document as plain text" "$scratch/pdf" -i 2
check "what is unread in one is missing in the other" test "$(columns "iteration verdict slip" "$scratch/answers" -x "$scratch/example" -i 2)" = "1,unread,number 2,unread,missing "

# Sums of 64: too long to be computed by the quick way, and slips are found all the same.
{
    printf 'network = 64-1-1\ni1 = 1\nO1 = 0\nw65 = 2\nb1 = 0.1\nb2 = 0.1\n'
    seq 2 64 | sed 's/.*/i& = 0.01/'
    seq 64 | sed 's/.*/w& = 0.01/'
} >"$scratch/broad"
hand_in 'out_h1 = 0.115778475\n' # tanh(0.1163)
check "in the step behind a long sum" test "$(columns "verdict slip" "$scratch/answers" -x "$scratch/broad")" = "wrong,function "
hand_in 'out_h1_new = 0.5031557146664656\n' # by Python
check "in a step before one" marks 1 "at (5.29) w1_new, which you left out: alpha forgotten:" "$scratch/answers" -x "$scratch/broad"

# 1 - out_O1 is 1e-16, and 0 with numbers that are nearly these.
printf 'network = 1-1-1\nloss = cross-entropy\ni1 = 1\nO1 = 1\nw1 = 50\nw2 = 1000\nb1 = 0\nb2 = -963.4\n' >"$scratch/steep"
hand_in 'in_O1 = 36.6\nout_O1 = 1.00\nE_O1 = 0.51\nE_total = 0.51\n'
check "where the numbers are at the edge of their range" test "$(columns "name verdict from" "$scratch/answers" -x "$scratch/steep")" = \
    "in_O1,right, out_O1,right, E_O1,wrong, E_total,carried,E_O1 "

# A class, each with numbers of his own
class=$scratch/class
mkdir "$class"
"$BPWALK" handout --count 3 --numbers -o "$class/sheets"
mkdir "$class/answers"
for n in 1 2 3; do
    "$BPWALK" -x "$class/sheets/sheet-$n.txt" -f tsv |
        awk -F '\t' 'NR > 1 && $3 == "2-2-2" && !seen[$5]++ { printf "%s = %.6f\n", $5, $6 }' >"$class/answers/sheet-$n.txt"
done
check "a directory, each file against its own sheet" marks 0 "All that is handed in is right." "$class/answers" --numbers "$class/sheets"
check "but not against another's" marks 1 wrong "$class/answers" -x "$class/sheets/sheet-1.txt"
sed -i.old 's/^in_h1 = .*/in_h1 = 9.87/' "$class/answers/sheet-2.txt"
rm "$class/answers/sheet-2.txt.old"
echo 'in_h1 = 0.6' >"$class/answers/guest.csv"
"$BPWALK" check "$class/answers" --numbers "$class/sheets" --class --points forward=2,again=0 \
    --gradebook "$class/book.csv" --feedback "$class/feedback" >"$class/out"
check "a file without a sheet is unread" grep -qx "guest.txt: not in the directory of --numbers; a hand-in named as its sheet, such as sheet-1.txt, is needed" "$class/out"
echo 'w1 = x' >"$class/sheets/guest.txt"
check "nor is one with a sheet of no numbers read" marks 1 "guest.txt: the numbers of this sheet cannot be had" "$class/answers" --numbers "$class/sheets"
rm "$class/sheets/guest.txt"
check "a directory's name may end in a slash" test "$("$BPWALK" check "$class/answers/" -f tsv)" = "$("$BPWALK" check "$class/answers" -f tsv)"
check "the class: how many are right" grep -qx "Files: 4, with all right or carried: 2." "$class/out"
check "a class of one" prints "Files: 1, with all right or carried: 1." check "$class/answers/sheet-1.txt" -x "$class/sheets/sheet-1.txt" --class
check "where they first went wrong" grep -qx "     1  (5.1) in_h1" "$class/out"
check "the gradebook has a row a file" test "$(wc -l <"$class/book.csv")" -eq 5
points() { sed -n "s|.*/$1,\([0-9.]*,[0-9.]*\),.*|\1|p" "$class/book.csv"; }
check "with the points" test "$(points sheet-2.txt)" = "$(($(points sheet-1.txt | cut -d , -f 1) - 2)),$(points sheet-1.txt | cut -d , -f 2)"
check "feedback: a file a student" test "$(ls "$class/feedback" | paste -s -d ' ' -)" = "guest.txt sheet-1.txt sheet-2.txt sheet-3.txt"
check "without where it was" test "$(head -n 1 "$class/feedback/sheet-2.txt")" = sheet-2.txt
"$BPWALK" check "$class/answers" --numbers "$class/sheets" --feedback "$class/pages" -f html >"$class/out.html"
check "as HTML" grep -q '<td class="n">9.87</td><td class="n">[0-9.]*</td><td><span class="slip">wrong</span></td>' "$class/pages/sheet-2.html"
if command -v xmllint >/dev/null 2>&1; then
    check "which is well-formed" xmllint --noout "$class/out.html" "$class/pages/sheet-1.html" "$class/pages/sheet-2.html"
else
    skip "which is well-formed" "xmllint is not here"
fi
"$BPWALK" check "$class/answers" --numbers "$class/sheets" --feedback "$class/pages" --class -f markdown >"$class/out.md"
check "as Markdown" test "$(head -n 1 "$class/pages/sheet-2.md")" = '# sheet-2.txt'
"$BPWALK" check "$SOURCES/tests/data/answers-slips.txt" --class -f markdown >"$class/slips.md"
check "with the slips of the class" grep -q '^| 1 | .*the bias left out' "$class/slips.md"
awk 'BEGIN { for (i = 0; i < 1100; i++) print "q" i " = 1" }' >"$scratch/answers"
check "of lines that cannot be read a thousand are told" test "$("$BPWALK" check "$scratch/answers" -f tsv | wc -l)" -eq 1001
check "with a table" grep -q '^| (5\.1) | .*{h_{1}}`\$ | 9\.87 | [0-9.]* | \*\*wrong\*\* |$' "$class/pages/sheet-2.md"
hand_in 'sigma_h1 = 0.01449\nin_h9 = 1|2 <b>\n'
check "a slip typeset, Markdown" marks 1 '**summed over one path only** (missing: $`\sigma_{O_{2}} \cdot w_{7}`$): $`\sigma_{O_{1}} \cdot' "$scratch/answers" -f markdown
check "what was typed is no markup" marks 1 '- line 2: in\_h9 = 1\|2 \<b\>: **no name of the walk' "$scratch/answers" -f markdown
check "nor in HTML" marks 1 '<li>line 2: <code>in_h9 = 1|2 &lt;b&gt;</code>: <span class="slip">no name' "$scratch/answers" -f html
check "a slip typeset, HTML" marks 1 '<td class="n">0.01449</td><td class="n">0.011232067</td><td><span class="slip">wrong</span><br /><span class="slip">summed over one path only</span> (missing: <math><msub><mi>&#963;</mi>' "$scratch/answers" -f html
check "in Chinese" marks 1 '<span class="slip">只对一条路径求和</span>（缺少 <math>' "$scratch/answers" -f html --lang zh
check "the class, Markdown" grep -q '^| 1 | (5.1) | .*{h_{1}}`\$ |$' "$class/out.md"
check "a title for all" marks 1 '<title>Marked values</title>' "$scratch/answers" -f html
check "an iteration has a table of its own" test "$("$BPWALK" check "$scratch/xor.tsv" -x xor -i 3 -f markdown | grep -c '^## Iteration')" -eq 3
check "points on a page" marks 1 '<p>Points: 0 of 1.</p>' "$scratch/answers" -f html --points backward=1
mkdir -p "$class/moodle/anna" "$class/moodle/.hidden"
ln -s .. "$class/moodle/anna/loop"
ln -s nowhere "$class/moodle/anna/gone"
mkdir "$class/moodle/bert"
echo 'in_h1 = 0.6' >"$class/moodle/anna/answers.txt"
echo 'in_h1 = 9.87' >"$class/moodle/bert/answers.txt"
echo 'in_h1 = 0.6' >"$class/moodle/.hidden/answers.txt"
(cd "$class" && "$BPWALK" check moodle --feedback told >/dev/null)
check "a directory of directories: each has a file of his own" test "$(ls "$class/told" | paste -s -d ' ' -)" = \
    "moodle-anna-answers.txt.txt moodle-bert-answers.txt.txt"
check "with his own marks" grep -q wrong "$class/told/moodle-bert-answers.txt.txt"
(cd "$class" && "$BPWALK" check moodle --feedback moodle/told >/dev/null && "$BPWALK" check moodle --feedback moodle/told >/dev/null)
check "feedback within it is no answer" test "$(cd "$class" && "$BPWALK" check moodle --feedback moodle/told/ -f tsv | wc -l)" -eq 3
rm -r "$class/moodle/told"
(cd "$class/moodle" && "$BPWALK" check . --feedback f >/dev/null && "$BPWALK" check . --feedback f >/dev/null)
check "nor of one letter" test "$(ls "$class/moodle/f" | paste -s -d ' ' -)" = "anna-answers.txt.txt bert-answers.txt.txt"
rm -r "$class/moodle/f"
mkdir -p "$class/two/p" "$class/two/q"
for file in p/anna p/ben p/zoe q/zoe; do
    echo 'in_h1 = 0.6' >"$class/two/$file.csv"
done
(cd "$class" && "$BPWALK" check two --feedback named >/dev/null)
check "those of one name alone are named by where they are" test "$(ls "$class/named" | paste -s -d ' ' -)" = \
    "anna.txt ben.txt two-p-zoe.csv.txt two-q-zoe.csv.txt"
refused_feedback() { # refused_feedback WHAT-THE-LINE-SAYS ANSWERS: and of the feedback there is nothing but taken.txt/
    says=$1
    mkdir -p "$class/some/taken.txt"
    "$BPWALK" check "$2" --feedback "$class/some" >"$scratch/out" 2>"$scratch/err"
    [ $? -eq 2 ] && one_line "$says" && [ "$(ls -A "$class/some")" = taken.txt ]
}
mkdir "$class/long"
echo 'in_h1 = 0.6' >"$class/long/$(printf '%0255d' 0)"
echo 'in_h1 = 0.6' >"$class/long/1"
check "feedback whose name is too long: none is written" refused_feedback "0.txt: cannot be written: File name too long" "$class/long"
mkdir "$class/free"
echo 'in_h1 = 0.6' >"$class/free/free"
echo 'in_h1 = 0.6' >"$class/free/taken"
check "feedback whose place a directory has: none is kept" refused_feedback "some/taken.txt: cannot be written: Is a directory" "$class/free"
deep=$class/deep/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16
mkdir -p "$deep/17"
echo 'in_h1 = 0.6' >"$deep/answers"
echo 'in_h1 = 0.6' >"$deep/17/answers"
check "directories are read 16 deep" test "$("$BPWALK" check "$class/deep//" -f tsv | tail -n +2 | cut -f 1)" = "$deep/answers"
if [ "$(id -u)" -ne 0 ]; then
    mkdir -m 0 "$class/moodle/closed"
    check "a directory that cannot be opened costs itself" test "$(columns "name verdict slip" "$class/moodle" | tr ' ' '\n' | grep unread)" = ",unread,file"
    rmdir "$class/moodle/closed"
else
    skip "a directory that cannot be opened costs itself" "root opens it"
fi
head -c 100000 "$BPWALK" >"$class/moodle/anna/program"
check "what is no text costs that file, in one line" test "$(columns "name verdict slip" "$class/moodle/anna")" = "in_h1,right, ,unread,binary "
printf 'asked = out_h1, E_total\ndecimals = 4\n' >"$class/example"
hand_in 'out_h1 = 0.6457\n'
check "a name that is asked for and missing" test "$(columns "name verdict slip" "$scratch/answers" -x "$class/example")" = "out_h1,right, E_total,unread,missing "
check "costs its points" marks 1 "Points: 1 of 2." "$scratch/answers" -x "$class/example" --points forward=1

# Sheets ask for their values, and are marked by as many decimals as they say.
mkdir "$class/filled"
"$BPWALK" handout --blank --count 2 --carry 4 --numbers --forms -o "$class/asking"
awk -F '\t' 'NR == 1 { split($0, names) } NR == 2 { for (i = 3; i <= NF; i++) print names[i] " = " $i }' "$class/asking/answers.tsv" >"$class/filled/sheet-1.txt"
cp "$class/asking/sheet-2.form.txt" "$class/filled/sheet-2.txt"
book() { # book DIRECTORY OPTION...: the rows of its gradebook without the names
    directory=$1
    shift
    "$BPWALK" check "$directory" --gradebook "$class/asked.csv" "$@" >"$class/out"
    sed '1d; s/^[^,]*,//' "$class/asked.csv" | tr '\n' ' '
}
check "a sheet as it should be; a form as it was handed out" test "$(book "$class/filled" --numbers "$class/asking")" = \
    "39,39,39,0,0,0,0 0,39,0,0,0,0,39 "
check "the one is all right" grep -qx "All is right." "$class/out"
check "the other has no value" grep -qx "Of 39: 0 right, 0 right from your own values, 0 wrong, 39 not handed in." "$class/out"
check "and none of its lines is told" test "$(grep -c '^line' "$class/out")" -eq 0
check "what is missing is told in lines of 100 letters" test "$(sed -n '/^asked for/,$p' "$class/out" | awk 'length > 100 || / $/ { print "no" } { n++ } END { print n }')" -eq 5
sed 's/^\(out_h1 = 0\...\).*/\1/; s/^\(E_total = 0\...\).*/\1/; /new/d' "$class/filled/sheet-1.txt" >"$class/few"
mv "$class/few" "$class/filled/sheet-1.txt"
rm "$class/filled/sheet-2.txt"
check "two decimals where four are asked for, twelve values left out" test "$(book "$class/filled" --numbers "$class/asking")" = "25,37,25,0,2,0,12 "
echo 'in_h1_new = ?' >>"$class/filled/sheet-1.txt"
sed -i.old 's/^in_h1 = .*/in_h1 = ?/' "$class/filled/sheet-1.txt"
rm "$class/filled/sheet-1.txt.old"
check "a ? is unread, and not missing too" test "$(book "$class/filled" --numbers "$class/asking" -f tsv) $(awk -F '\t' '$5 == "unread" { n[$6]++ } END { print n["missing"], n["empty"] }' "$class/out")" = \
    "24,37,24,0,2,0,14  12 2"
"$BPWALK" handout --blank --count 1 --equations 5.1-5.5 --numbers -o "$class/part"
echo 'sigma_O1 = 0.1' >"$class/filled/sheet-1.txt"
check "of a part of a sheet that part counts alone" test "$(book "$class/filled" --numbers "$class/part" | cut -d , -f 1,2)" = 0,11
check "what is not asked for is marked" grep -qF " wrong" "$class/out"

# A class whose files have more than one error, and a name that a gradebook puts into quotes
mkdir "$class/wrong"
printf 'in_h2 = 0.11\nin_O1 = 4\n' | tee "$class/wrong/c.txt" >"$class/wrong/a\"b.txt"
printf 'in_h1 = 0.05\nin_h2 = 0.11\n' >"$class/wrong/d.txt"
"$BPWALK" check "$class/wrong" --class --points forward=1 --gradebook "$class/wrong.csv" >"$class/out"
check "the class: most first, and then by name" test "$(sed -n '/^Where/,$p' "$class/out" | tr -s '\n ' ' ')" = \
    "$(echo 'Where most first went wrong: 2 (5.1) in_h2 1 (5.1) in_h1 What failed most often: 3 (5.1) in_h2 2 (5.3) in_O1 1 (5.1) in_h1 Which slips were made: 4 the bias left out ')"
check "a quote in a name is doubled" grep -q '^".*/a""b.txt",' "$class/wrong.csv"
"$BPWALK" example article >"$class/article.txt"
hand_in 'in_h1 = 0.6\n'
mkdir "$class/numbers"
cp "$class/article.txt" "$class/numbers/answers.txt"
check "a file twice, against the same sheet" marks 0 "All that is handed in is right." "$scratch/answers" "$scratch/answers" --numbers "$class/numbers"
hand_in 'in_h1 = wat\nout_h1 = 0.6457\n'
check "one that is unread is not missing, too" test "$(columns "name verdict slip" "$scratch/answers" -x "$class/article.txt" -s asked=in_h1,out_h1)" = "out_h1,right, in_h1,unread,number "
check "nor is another, that is not there" test "$(columns "name verdict slip" "$scratch/answers" -s asked=in_h2)" = "out_h1,right, in_h1,unread,number in_h2,unread,missing "
check "a matrix that is asked for is not told" test "$(columns "name verdict slip" "$scratch/answers" -s asked=dW2)" = "out_h1,right, in_h1,unread,number "

# The article's slips have the names of everybody's where the numbers are not its own; one that has none keeps its.
hand_in 'in_h2 = 0.660000\n'
check "with the article's numbers they are its own" test "$(columns "name slip" "$scratch/answers")" = "in_h2,E1 "
check "with others another neuron's bias" test "$(columns "name slip" "$scratch/answers" -s b2=0.5)" = "in_h2,other-bias "
check "in words" marks 1 "       the bias of another neuron taken: w3*i1 + w4*i2 + 1*b1" "$scratch/answers" -s b2=0.5
hand_in 'out_O1 = 0.7\nout_O2 = 0.8\nE_O1 = 0.00500\n'
check "the one error for the other has no other name" test "$(columns "name slip" "$scratch/answers" -s O1=0.3 -s O2=0.9 | tr ' ' '\n' | sed -n 3p)" = E_O1,E3

# A value bears the number that the first of its steps with one has.
hand_in 'dE_total_dw1 = 9\ndE_total_dw5 = 9\n'
check "a gradient of the hidden layer has its equation" test "$(columns "name equation" "$scratch/answers")" = "dE_total_dw5,5.12 dE_total_dw1,5.28 "
check "in what a class is told, too" marks 1 "1  (5.28) dE_total_dw1" "$scratch/answers" --class

# What stands beside the feedback, and begins like it, is an answer.
mkdir "$class/beside"
hand_in 'in_h1 = 0.6\n'
cp "$scratch/answers" "$class/beside/feedback-1.txt"
"$BPWALK" check "$class/beside" --feedback "$class/beside/feedback" >"$class/out"
check "a file named like the feedback is read" test "$("$BPWALK" check "$class/beside" --feedback "$class/beside/feedback" -f tsv | wc -l)" -eq 2
cp "$scratch/answers" "$class/numbers/mine.txt"
for numbers in numbers ./numbers numbers/; do
    check "$numbers in the directory of the answers is none of them" test "$(cd "$class" && "$BPWALK" check . --numbers $numbers -f tsv 2>/dev/null | grep -c numbers/)" -eq 0
done
check "colours are for the text" test "$("$BPWALK" check "$scratch/answers" --color always -f tsv | grep -c "$(printf '\033')")" -eq 0

# Reports as a whole: three columns two blanks apart behind the numbers, a slip under its row, pages in parts
whole() { # whole FILE [ARGUMENT...]: what is printed is tests/data/marked/FILE
    wanted=$1
    shift
    (cd "$data/marked" && "$BPWALK" check "$@" </dev/null) >"$scratch/out"
    case $wanted in
    *.html) sed -n '/<body/,$p' "$scratch/out" ;;
    c.*) sed -n '/^Files/,$p' "$scratch/out" ;;
    *) cat "$scratch/out" ;;
    esac >"$scratch/part"
    diff "$data/marked/$wanted" "$scratch/part" >"$scratch/differs" && return
    sed 's/^/# /' "$scratch/differs" | head -n 5
    return 1
}
check "a report" whole a.text a.txt --points forward=2
check "and with a class, Markdown" whole a.md a.txt --points forward=2 --class -f markdown
check "and with a class, HTML" whole a.html a.txt --points forward=2 --class -f html
check "two iterations" whole b.text b.txt -i 2 -x asked --points forward=1
check "Markdown, in Chinese" whole b.md b.txt -i 2 -x asked --points forward=1 -f markdown --lang zh
check "HTML" whole b.html b.txt -i 2 -x asked -f html
check "a table" whole b.tsv b.txt -i 2 -x asked -f tsv
check "a class: ten steps at most, a given number bears none" whole c.text c.txt --class
check "a table has no class" test "$("$BPWALK" check "$data/marked/c.txt" --class -f tsv)" = "$("$BPWALK" check "$data/marked/c.txt" -f tsv)"

# What a slip makes of a formula stands behind its colon up to column 50
awk 'BEGIN {
    print "network = 2-6-12-2\nalpha = 0.5\ni1 = 0.1\ni2 = 0.2\nO1 = 0.01\nO2 = 0.99"
    for (i = 1; i <= 108; i++) printf "w%d = %.3f\n", i, 0.1 + i * i % 97 / 200
    for (i = 1; i <= 20; i++) printf "b%d = 0.%d\n", i, i + 20
}' >"$scratch/long"
"$BPWALK" -x "$scratch/long" -f tsv | awk -F '\t' '
    function w(i) { return 0.1 + i * i % 97 / 200 }
    { value[$5] = $6 }
    END { printf "in_O1 = %.10f\nin_O2 = %.10f\n", value["in_O1"] - w(96) * value["out_hh12"], value["in_O2"] - w(108) * value["out_hh12"]
          for (i = 1; i <= 12; i++) printf "out_hh%d = %.10f\n", i, value["out_hh" i] }' >"$scratch/answers"
check "the colon in column 50" marks 1 "a summand left out (missing: w96*out_hh12): w85*out_hh1" "$scratch/answers" -x "$scratch/long"
check "and in column 51" grep -qx '  *a summand left out (missing: w108\*out_hh12):' "$scratch/out"

# Points by sections, and the gradebook
"$BPWALK" -f tsv | awk -F '\t' '$3 == "2-2-2" && $5 ~ /^(in_h1|out_h2|in_O1|E_O1|E_total|sigma_O1|dE_total_dw5|w5_new|b1_new|in_h1_new|E_total_new)$/ && !seen[$5]++ {
    printf "%s = %.6f\n", $5, $6 }' >"$scratch/answers"
sections=forward=1,error=10,backward=100,update=1000,again=10000
check "each section has its points" marks 0 "Points: 22223 of 22223." "$scratch/answers" --points $sections
echo 'alpha = 0.5' >>"$scratch/answers"
check "a number that is given has none" marks 0 "Points: 22223 of 22223." "$scratch/answers" --points $sections,
echo 'out_h1 = 0.6' >>"$scratch/answers"
check "nor has one with too few digits" marks 1 "Points: 22223 of 22223." "$scratch/answers" --points $sections
check "a section that is not named has one a value" marks 1 "Points: 18 of 18." "$scratch/answers" --points update=5,again=0,error=1.5
mkdir "$class/points"
printf 'in_h1 = 0.6\nin_h2 = 0.11\nout_h2 = 0.5275\nout_h1 = 0.6\nE_O1 = 0.3111\nx\nE_O2 = 0.5\n' >"$class/points/a,b.txt"
printf 'in_h1 = 0.7123\n' >"$class/points/a	b.txt"
(cd "$class/points" && "$BPWALK" check . --points error=0.5 --gradebook ../points.csv >/dev/null)
printf 'in_h1 = 0.6\n' >"$scratch/$(printf 'a b\tc.txt')"
check "a name that would break its line" marks 1 "a b?c.txt: not in the directory of --numbers" "$scratch/$(printf 'a b\tc.txt')" --numbers "$class/sheets"
check "a row of the gradebook" test "$(tr '\n' ' ' <"$class/points.csv")" = \
    'file,points,of,right,carried,coarse,wrong,unread ./a b.txt,0,1,0,0,0,1,0 "./a,b.txt",2.5,4,2,1,1,2,1 '

# As people type
printf '# \303\251 \346\235\216 \360\237\230\200\nin_h1 = 0.6 \303\251\n' | iconv -f UTF-8 -t UTF-16 >"$scratch/answers"
check "UTF-16 with letters of all the world" marks 0 "All that is handed in is right." "$scratch/answers"
hand_in '{"in_h1": "0.6,,", "in_h2": "0.67."}'
check "a comma and a full stop behind a number" marks 0 "Of 2: 2 right" "$scratch/answers"
hand_in 'in_h1 = 1,234,567\nin_h2 = 1.234.567\nin_O1 = 2*10 5\n'
check "thousands; two points; no power of ten" test "$(columns "name verdict slip" "$scratch/answers")" = "in_h1,wrong, in_h2,unread,number in_O1,unread,number "
hand_in 'in_h1 = 0.6e-\nin_h2 = 0.67 eV\n'
check "an exponent that is not there, and a unit" test "$(columns "name verdict slip" "$scratch/answers")" = "in_h2,right, in_h1,unread,number "
hand_in '| in_h1 | 0.6 |\n'
check "a row of Markdown without its header" marks 0 "All that is handed in is right." "$scratch/answers"
hand_in '{"in_h1": [0.6 0.7]}'
check "JSON without a comma" marks 1 "from here on this is no JSON" "$scratch/answers"
hand_in "in_h1 = 0.6$(printf ' + 0.0%.0s' $(seq 900))\n"
check "a line that is too long to be worked out" marks 1 "no number, and nothing that has a value" "$scratch/answers"

# Refused
refuses "a FILE of" check
refuses "/nowhere: cannot be opened" check /nowhere
mkdir "$scratch/empty"
check "a directory without files" refused "no file is in it" check "$scratch/empty"
check "no file of two" refused "/nowhere: cannot be opened" check /nowhere /nowhere/either
refuses "standard input can be read once" check - -
refuses "standard input can be read once" check - --example -
refuses "--network is no option" check "$data/answers-right.txt" --network 2-2-2-2
refuses "--format latex is unknown" check "$data/answers-right.txt" --format latex
refuses "--iterations" check "$data/answers-right.txt" --iterations 0
awk 'BEGIN {
    print "network = 64-64-64-64-64-64-64-64-64\nalpha = 0.1"
    for (i = 1; i <= 64; i++) print "i" i " = 0.5\nO" i " = 0.5"
    for (i = 1; i <= 32768; i++) print "w" i " = 0.01"
    for (i = 1; i <= 512; i++) print "b" i " = 0.1"
}' >"$scratch/widest"
refuses "names, and 65535 can be marked" check "$data/answers-right.txt" --example "$scratch/widest"
refuses "names, and 65535 can be marked" quiz --example "$scratch/widest"
refuses "names, and 65535 can be marked" handout --format moodle --carry 12 --example "$scratch/widest"
refuses "--points forward is none" check "$data/answers-right.txt" --points forward
refuses "--points forth=1 is none" check "$data/answers-right.txt" --points forth=1
for points in forwerd=1 forward=x forward=-1 error=; do
    refuses "--points $points is none" check "$data/answers-right.txt" --points $points
done
refuses "/nowhere/g: cannot be written" check "$data/answers-right.txt" --gradebook /nowhere/g
refuses "--gradebook and --output both go to ./both; two" check "$data/answers-right.txt" --gradebook ./both -o ./both
refuses "--gradebook and --output both go to -" check "$data/answers-right.txt" --gradebook -
refuses "--numbers /nowhere is no directory" check "$data/answers-right.txt" --numbers /nowhere
refuses "--numbers /nowhere/ is no directory; the one that \`bpwalk handout --numbers\` wrote is needed" \
    check "$class/answers/" --numbers /nowhere/ --class
refuses "--lang fr is unknown" check "$data/answers-right.txt" --lang fr
refuses "--color blue is unknown" check "$data/answers-right.txt" --color blue
refuses "w99 is no number" check "$data/answers-right.txt" --set w99=1
refuses "leaves the range" check "$data/answers-right.txt" --set w1=1e200 --set i1=1e200
check "a full device" refused "/dev/full: cannot be written" check "$data/answers-right.txt" -o /dev/full
finish
