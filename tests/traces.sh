#!/bin/sh
# Writes what is kept in traces/: tests/traces.sh PROGRAM DIRECTORY [PATTERN]. The one list of what is
# kept; with a pattern, only the files that it matches.
set -eu
program=$1
directory=$2
pattern=${3-*}
mkdir -p "$directory"

wanted() { # wanted FILE
    # shellcheck disable=SC2254
    case $1 in $pattern) ;; *) return 1 ;; esac
}

keep() { # keep FILE ARGUMENT...: what `PROGRAM ARGUMENT...` prints
    wanted "$1" || return 0
    file=$directory/$1
    shift
    "$program" "$@" >"$file"
}

keep walk.txt
keep walk-printed.txt walk --reading printed
keep walk-zh.txt walk --lang zh
keep walk-printed-zh.txt walk --reading printed --lang zh
keep walk.tsv walk --format tsv
keep walk-printed.tsv walk --reading printed --format tsv
keep walk-3.txt walk --chapter 3
keep walk-4.txt walk --chapter 4
keep walk-3-zh.txt walk --chapter 3 --lang zh
keep walk-4-zh.txt walk --chapter 4 --lang zh
keep walk-all.tsv walk --chapter all --format tsv
keep walk-3.tex walk --chapter 3 --format latex
keep walk-4.md walk --chapter 4 --format markdown
keep walk-all-zh.html walk --chapter all --format html --lang zh
keep example.txt example
keep example-zh.txt example --lang zh
keep explain-w1.txt explain dE_total_dw1 w1_new
keep explain-zh.txt explain dE_total_di1 --example softmax --lang zh
keep errata.txt errata
keep errata.md errata --format markdown
keep errata.tsv errata --format tsv
keep errata-zh.txt errata --lang zh

keep train.txt train
keep train.tsv train --format tsv
keep train-example.txt train --data example
keep train-deep.tsv train --layers 2,5,4,2 --activation sigmoid --loss mse --rate 1 --iterations 3000 --every 100 --format tsv

if wanted plot; then "$program" plot --all "$directory/plot"; fi
keep plot/network-w1.gp plot network --path w1
keep plot/network-w5.gp plot network --path w5
keep plot/network-w5-zh.gp plot network --path w5 --lang zh
keep walk.md walk --format markdown
keep walk-companion.txt walk --example companion
keep walk-companion.json walk --example companion --format json --equations 5.20-5.34 --iterations 2
keep walk-printed.tex walk --format latex --reading printed
keep walk-zh.html walk --format html --lang zh --equations 5.1-5.13,5.20-5.28
keep handout-blank.md handout --blank
keep handout-blank-zh.tex handout --format latex --blank --hints substituted --lang zh --seed 7 --course '人工智能 & ML_1' --date 2026-11-24
keep handout-names.html handout --format html --blank --hints none --title 'Week 3'
keep handout-key.md handout --key --carry 4 --seed 7
keep handout-companion-key.tex handout --format latex --key --example companion
keep handout-grid-key.md handout --key --layout grid --example xor
keep handout-grid-softmax.md handout --blank --layout grid --example softmax
keep handout.xml handout --format moodle --count 2 --carry 4
keep_marks() { # keep_marks FILE ARGUMENT...: as keep, of what has something wrong in it: status 1
    marks=0
    keep "$@" || marks=$?
    ! wanted "$1" || [ "$marks" -eq 1 ]
}

data=$(dirname "$0")/data
keep_marks check-printed.txt check - <"$data/answers-printed.txt"
keep_marks check-printed.tsv check - --format tsv <"$data/answers-printed.txt"
keep_marks check-slips.txt check - <"$data/answers-slips.txt"
keep_marks check-slips-zh.txt check - --lang zh <"$data/answers-slips.txt"
keep_marks check-slips.md check - --class --format markdown <"$data/answers-slips.txt"
for number in $(seq 10); do # right, wrong and carried values of several slips at once
    keep_marks check-mixed-$number.txt check - <"$data/answers-mixed-$number.txt"
done
keep_marks check-companion.txt check - --example companion <"$data/answers-companion.txt"
keep check-right.txt check - <"$data/answers-right.txt"
keep quiz.txt quiz <"$data/quiz-input.txt"
keep quiz-zh.txt quiz --lang zh <"$data/quiz-input.txt"
keep quiz-companion.txt quiz --equations 5.31,5.34 <"$data/quiz-input.txt"
