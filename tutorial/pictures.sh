#!/bin/sh
# Pictures: draws those that the chapters show: pictures.sh PROGRAM SOURCES DIRECTORY FORMAT, svg or
# pdf. Which these are, the chapters say: each picture stands above the command that makes it.
set -eu
program=$1
sources=$2
directory=$3
format=$4
mkdir -p "$directory"
sed -n 's/^`bpwalk plot \(.*\) --render \(.*\)\.svg`$/\2 \1/p' "$sources"/tutorial/*.md | sort -u |
    while read -r name key; do
        # shellcheck disable=SC2086 # a key is a name and options
        "$program" plot $key --render "$directory/$name.$format"
    done
