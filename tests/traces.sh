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
keep walk-3.txt walk --chapter 3
keep walk-4.txt walk --chapter 4
keep walk-3-zh.txt walk --chapter 3 --lang zh
keep walk-4-zh.txt walk --chapter 4 --lang zh
keep walk-all.tsv walk --chapter all --format tsv
keep errata.txt errata
keep errata.md errata --format markdown
keep errata.tsv errata --format tsv
keep errata-zh.txt errata --lang zh

keep train.txt train
keep train.tsv train --format tsv
keep train-example.txt train --data example
keep train-deep.tsv train --layers 2,5,4,2 --activation sigmoid --loss mse --rate 1 --iterations 3000 --every 100 --format tsv

"$program" plot --all "$directory/plot"
keep plot/network-w1.gp plot network --path w1
keep plot/network-w5.gp plot network --path w5
keep plot/network-w5-zh.gp plot network --path w5 --lang zh
