#!/bin/sh
# R/exams: the directory of `handout --format exams`: each file has the sections and the lines that an
# exercise of type num has, in Markdown that pandoc reads; its answers are those of Moodle's bank.
. "${SOURCES:-.}/tests/tap.sh"

exams() { "$BPWALK" handout --format exams "$@" 2>"$scratch/err" || { sed 's/^/# /' "$scratch/err"; return 1; }; }
check "made" exams --count 3 --seed 5 --carry 4 -o "$scratch/many"
check "a file a question and variant" test "$(ls "$scratch/many" | wc -l)" -eq 117
check "39 groups of three" test "$(ls "$scratch/many" | sed 's/-[0-9]*[.]Rmd$//' | uniq -c | awk '$1 == 3' | wc -l)" -eq 39
check "by place and name" test -f "$scratch/many/001-in_h1-1.Rmd" -a -f "$scratch/many/039-b2_new-3.Rmd"
check "in Chinese, other letters, all hints" exams --lang zh --notation z/a --hints substituted -o "$scratch/zh"
check "the letters are in names and words" grep -q '^exname: z_h1，数据组 1' "$scratch/zh/001-z_h1-1.Rmd"

check "--full: more questions, the same answers" sh -c "'$BPWALK' handout --format exams --carry 4 -o '$scratch/brief' && '$BPWALK' handout --format exams --full --carry 4 -o '$scratch/full'"
answers() { (cd "$1" && for file in *; do grep -e '^exname' -e '^exsolution' "$file" | tr '\n' ' ' && echo; done | sort); }
answers "$scratch/brief" >"$scratch/brief.txt"
answers "$scratch/full" >"$scratch/full.txt"
check "67, and 39 of them in both" test "$(wc -l <"$scratch/full.txt") $(comm -12 "$scratch/brief.txt" "$scratch/full.txt" | wc -l)" = "67 39"

# The sections in their order, each title underlined, the lines of the last one: name, type, solution,
# tolerance; nothing else.
is_exercise() { # is_exercise FILE
    awk 'function bad(why) { print "# " FILENAME ":" FNR ": " why; failed = 1; exit }
        BEGIN { split("Question Solution Meta-information", title)
            split("^exname: .;^extype: num$;^exsolution: -?[0-9]+([.][0-9]+)?(e-[0-9]+)?$;^extol: 0[.][0-9]*[1-9]$", line, ";") }
        /^=+$/ { if (before != title[++n] || length($0) != length(before)) bad("a section " before); next }
        n == 3 && $0 !~ line[++m] { bad("a line of its own: " $0) }
        { before = $0; words[n] += NF }
        END { exit failed || n != 3 || m != 4 || words[1] < 10 || words[2] < 5 }' "$1"
}
for directory in many zh; do
    bad=0
    for file in "$scratch/$directory"/*; do
        is_exercise "$file" || bad=$((bad + 1))
    done
    check "$directory: exercises of type num" test $bad -eq 0
done
sed 's/^extol/extolerance/' "$scratch/zh/001-z_h1-1.Rmd" >"$scratch/wrong.Rmd"
not_exercise() { ! is_exercise "$1" >"$scratch/out"; }
check "another line would be noticed" not_exercise "$scratch/wrong.Rmd"

# Value and tolerance are those of Moodle's bank.
"$BPWALK" handout --format moodle --questions single --count 3 --seed 5 --carry 4 |
    sed -n 's/^<answer fraction="100".*/R/p; s/^<text>\(-*[0-9.e-]*\)<\/text>$/V \1/p; s/^<tolerance>\(.*\)<\/tolerance>/T \1/p' |
    awk '/^R/ { right = 1 } /^V/ { value = $2 } /^T/ && right { print value, $2; right = 0 }' >"$scratch/moodle"
for variant in 1 2 3; do
    for file in "$scratch"/many/*-$variant.Rmd; do
        sed -n 's/^exsolution: //p; s/^extol: //p' "$file" | tr '\n' ' ' | sed 's/ $//'
        echo
    done
done >"$scratch/exams"
check "117 answers, as in Moodle's bank" sh -c "[ \$(wc -l <'$scratch/moodle') -eq 117 ] && cmp -s '$scratch/moodle' '$scratch/exams'"

if command -v pandoc >/dev/null 2>&1; then
    bad=0
    for file in "$scratch"/many/*-1.Rmd "$scratch"/zh/*; do
        pandoc -f markdown -t native "$file" >"$scratch/native"
        [ "$(grep -o '[[, ]Header' "$scratch/native" | wc -l) $(grep -c -e Raw -e '<p>' -e '\\\\[(]' "$scratch/native")" = "3 0" ] &&
            [ "$(grep -o InlineMath "$scratch/native" | wc -l)" -gt 10 ] || bad=$((bad + 1))
    done
    check "pandoc: three sections, mathematics, no HTML" test $bad -eq 0
else
    skip "the files are Markdown" "pandoc is not here"
fi

check "to nowhere" refused "--format exams makes a file a question; -o DIR is needed" handout --format exams
check "--key" refused "has its answers in it" handout --format exams --key -o "$scratch/none"
check "--layout grid" refused "leave --format exams out" handout --format exams --layout grid -o "$scratch/none"
check "--questions" refused "--questions is for Moodle's bank" handout --format exams --questions single -o "$scratch/none"
check "numbers that saturate" refused "unsaturated" handout --format exams --count 2 --set w1=90 -o "$scratch/none"
check "a place that is none" refused "/nowhere/bank: cannot be written" handout --format exams -o /nowhere/bank
check "nothing is left" test ! -e "$scratch/none"
finish
