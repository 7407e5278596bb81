#!/bin/sh
# Weave: fills the blocks of the chapters: weave.sh PROGRAM SOURCES DIRECTORY [CHAPTER]. The woven
# chapters go to DIRECTORY, the Chinese ones to DIRECTORY/zh, under their names; or only the one, such
# as 03-forward.md or zh/03-forward.md. What a block is, says weave.awk.
set -eu
program=$1
sources=$(cd "$2" && pwd)
directory=$3
only=${4-}

scratch=$(mktemp -d "${TMPDIR:-/tmp}/bpwalk-weave.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$directory/zh" "$scratch/bin" "$scratch/run"
ln -s "$sources/tutorial" "$scratch/run"
ln -s "$(cd "$(dirname "$program")" && pwd)/$(basename "$program")" "$scratch/bin/bpwalk"
PATH=$scratch/bin:$PATH
LC_ALL=C
export PATH LC_ALL

weave() { # weave LANGUAGE CHAPTERS OUT
    case $1 in
    zh) companion=更深的网络 other=另一种误差 continued=（续） ;;
    *) companion='The deep companion' other='The other error' continued=', continued' ;;
    esac
    { # each walk in one piece, as in the table: chapter all tells them in the article's order
        bpwalk walk --lang "$1" --chapter 3
        bpwalk walk --lang "$1" --chapter 4
        bpwalk walk --lang "$1" | sed "/^$companion/,\$d"
        bpwalk walk --lang "$1" --chapter all | sed -n "/^$other/,/$continued\$/{/$continued\$/!p;}"
        bpwalk walk --lang "$1" | sed -n "/^$companion/,\$p"
    } >"$scratch/walk"
    bpwalk walk --chapter all --format tsv >"$scratch/steps"
    bpwalk plot --list --lang "$1" >"$scratch/plots"
    ${AWK:-awk} -v sources="$sources" -v lang="$1" -v walk="$scratch/walk" -v steps="$scratch/steps" \
        -v plots="$scratch/plots" -v scratch="$scratch/run" -v out="$3" -v only="${only#zh/}" \
        -f "$sources/tutorial/weave.awk" "$2"/[0-9]*.md "$2"/[a-z]-*.md
}

status=0
case $only in zh/*) ;; *) weave en "$sources/tutorial" "$directory" || status=1 ;; esac
case $only in zh/* | '') weave zh "$sources/tutorial/zh" "$directory/zh" || status=1 ;; esac
exit $status
