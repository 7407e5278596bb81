#!/bin/sh
# Writes what is kept in traces/: tests/traces.sh PROGRAM DIRECTORY. The one list of what is kept.
set -eu
program=$1
directory=$2
mkdir -p "$directory"

keep() { # keep FILE ARGUMENT...: what `PROGRAM ARGUMENT...` prints
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
keep errata.txt errata
keep errata.md errata --format markdown
keep errata.tsv errata --format tsv
keep errata-zh.txt errata --lang zh

keep train.txt train
keep train.tsv train --format tsv
keep train-example.txt train --data example
keep train-deep.tsv train --layers 2,5,4,2 --activation sigmoid --loss mse --rate 1 --iterations 3000 --every 100 --format tsv

keep_marks() { # keep_marks FILE ARGUMENT...: as keep, of what has something wrong in it: status 1
    marks=0
    keep "$@" || marks=$?
    [ "$marks" -eq 1 ]
}

data=$(dirname "$0")/data
keep_marks check-printed.txt check - <"$data/answers-printed.txt"
keep_marks check-printed.tsv check - --format tsv <"$data/answers-printed.txt"
keep_marks check-slips.txt check - <"$data/answers-slips.txt"
keep_marks check-slips-zh.txt check - --lang zh <"$data/answers-slips.txt"
keep check-right.txt check - <"$data/answers-right.txt"
keep quiz.txt quiz <"$data/quiz-input.txt"
keep quiz-zh.txt quiz --lang zh <"$data/quiz-input.txt"
keep quiz-deep.txt quiz --equations 5.31,5.34 <"$data/quiz-input.txt"
