#!/bin/sh
# Bench: figures, never a verdict: tests/bench.sh PROGRAM SPIT. Ratios are of times in one run, for
# machines differ and are shared.
set -eu
program=$1
spit=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

runs_in() { # runs_in COUNT COMMAND...: seconds for COUNT runs
    count=$1
    shift
    start=$(date +%s%N)
    i=0
    while [ $i -lt "$count" ]; do
        "$@" >/dev/null
        i=$((i + 1))
    done
    end=$(date +%s%N)
    echo $(((end - start) / count / 1000))
}

echo "machine: $(uname -m), $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)"
"$program" >"$scratch/walk"
for round in 1 2 3; do
    walk=$(runs_in 500 "$program")
    bytes=$(runs_in 500 "$spit" "$scratch/walk")
    echo "a whole walk: $walk us; the same bytes written by a C program: $bytes us; ratio $(awk "BEGIN { printf \"%.2f\", $walk/$bytes }")"
done
if command -v valgrind >/dev/null 2>&1; then
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" 2>&1 >/dev/null |
        sed -n 's/.*Collected : /a whole walk, instructions: /p'
fi
