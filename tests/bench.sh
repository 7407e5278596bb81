#!/bin/sh
# Bench: figures, never a verdict: tests/bench.sh PROGRAM BUILT-TESTS SOURCES. Ratios are of times in
# one run, for machines differ and are shared.
set -eu
program=$1
built=$2
sources=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

run_time() { # run_time COUNT COMMAND...: microseconds a run
    count=$1
    shift
    start=$(date +%s%N)
    i=0
    while [ $i -lt "$count" ]; do
        "$@" >/dev/null
        i=$((i + 1))
    done
    echo $((($(date +%s%N) - start) / count / 1000))
}

echo "machine: $(uname -m), $(sed -n 's/^model name.*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)"

"$program" >"$scratch/walk"
for round in 1 2 3; do
    walk=$(run_time 300 "$program")
    bytes=$(run_time 300 "$built/spit" "$scratch/walk")
    awk "BEGIN { printf \"a whole walk: %d us; a C program that copies the same bytes: %d us; ratio %.2f\\n\", $walk, $bytes, $walk / $bytes }"
done
if command -v valgrind >/dev/null 2>&1; then
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" 2>&1 >/dev/null |
        sed -n 's/.*Collected : /a whole walk, instructions: /p'
fi

for format in markdown latex html moodle; do
    start=$(date +%s%N)
    "$program" handout --blank --count 1000 --seed 1 --format $format -o "$scratch/sheets"
    echo "1,000 sheets and their key, $format: $((($(date +%s%N) - start) / 1000000)) ms"
    rm -rf "$scratch/sheets"
done

awk 'BEGIN { srand(1); for (i = 0; i < 1000000; i++) printf "%.6f,%.6f,%d\n", 4 * rand() - 2, 4 * rand() - 2, rand() < 0.5 }' >"$scratch/points"
"$program" train --layers 2,4,2 --iterations 100 --save "$scratch/model" -o /dev/null
echo "predict, 1,000,000 points: $(run_time 3 "$program" predict "$scratch/model" "$scratch/points" -f tsv) us"
"$built/bench_network" "$scratch/points"

echo "training, the best instruction set of this machine:"
"$built/bench_network" | sed 's/^/  /'
echo "training, the plain instruction set:"
"$built/bench_network_plain" | sed 's/^/  /'
for python in python3 /usr/bin/python3; do
    if "$python" -c 'import numpy' 2>/dev/null; then
        OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$python" "$sources/tests/bench_numpy.py"
        break
    fi
done
