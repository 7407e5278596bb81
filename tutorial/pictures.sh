#!/bin/sh
# Pictures: draws those that the chapters show: pictures.sh PROGRAM SOURCES CHAPTERS DIRECTORY FORMAT,
# where CHAPTERS is tutorial or tutorial/zh, and FORMAT svg or pdf. Which these are, the chapters say:
# each picture stands above the command that makes it. DIRECTORY/scripts keeps a sum of each script
# that was drawn; with the FORMAT check nothing is drawn, and a picture whose script is another one
# today is a fault.
set -eu
program=$1
sources=$2
chapters=$3
directory=$4
format=$5

pictures() { # a line each: the name of its file, and the plot with its options
    sed -n 's/^`bpwalk plot \(.*\) --render \(.*\)\.svg`$/\2 \1/p' "$sources/$chapters"/*.md | sort -u
}

# A plot without options has its script in traces/, where the tests hold it to the program's.
sums() {
    pictures | while read -r name key; do
        script=$sources/traces/plot/$key.gp
        # shellcheck disable=SC2086 # a key is a name and options
        echo "$name $(if [ -f "$script" ]; then cksum <"$script"; else "$program" plot $key | cksum; fi)"
    done
}

if [ "$format" = check ]; then
    sums | diff "$directory/scripts" - >/dev/null && exit
    echo "$directory: not all are drawn from the scripts of today; \`make pictures\` draws them"
    exit 1
fi

mkdir -p "$directory"
pictures | while read -r name key; do
    # shellcheck disable=SC2086
    "$program" plot $key --render "$directory/$name.$format"
done
sums >"$directory/scripts"
