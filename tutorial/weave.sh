#!/bin/sh
# Weave: fills the blocks of the chapters: weave.sh PROGRAM SOURCES DIRECTORY [CHAPTER]. The woven
# chapters, or only the one, go to DIRECTORY, under their names. What a block is, says weave.awk.
set -eu
program=$1
sources=$(cd "$2" && pwd)
directory=$3
only=${4-}

scratch=$(mktemp -d "${TMPDIR:-/tmp}/bpwalk-weave.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$directory" "$scratch/bin" "$scratch/run"
ln -s "$sources/tutorial" "$scratch/run"
ln -s "$(cd "$(dirname "$program")" && pwd)/$(basename "$program")" "$scratch/bin/bpwalk"
PATH=$scratch/bin:$PATH
LC_ALL=C
export PATH LC_ALL

# Each walk in one piece, as in the table: chapter all tells them in the article's order.
{
    bpwalk walk --chapter 3
    bpwalk walk --chapter 4
    bpwalk walk | sed '/^The deep companion/,$d'
    bpwalk walk --chapter all | sed -n '/^The other error/,/, continued$/{/, continued$/!p;}'
    bpwalk walk | sed -n '/^The deep companion/,$p'
} >"$scratch/walk"
bpwalk walk --chapter all --format tsv >"$scratch/steps"
bpwalk plot --list >"$scratch/plots"

${AWK:-awk} -v sources="$sources" -v walk="$scratch/walk" -v steps="$scratch/steps" \
    -v plots="$scratch/plots" -v scratch="$scratch/run" -v out="$directory" -v only="$only" -f "$sources/tutorial/weave.awk" \
    "$sources"/tutorial/[0-9]*.md "$sources"/tutorial/[a-z]-*.md
