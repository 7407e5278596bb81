#!/bin/sh
# Bench: figures, never a verdict: tests/bench.sh PROGRAM BUILT-TESTS SOURCES, with the rows of
# doc/numbers.md in their order, each beside its peer; its last five are `make scale`'s. Ratios are of
# processor time in one run, for machines differ and are shared. BENCH_FLAGS are what the peers are built with.
set -eu
program=$1
built=$2
sources=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

used() { # used COMMAND...: processor time in seconds, and memory in KiB
    "$built/used" "$@" 2>&1 >/dev/null | tail -n 1
}

run_time() { # run_time COUNT COMMAND...: microseconds of processor time a run
    # shellcheck disable=SC2016
    used sh -c 'count=$1; shift; i=0; while [ $i -lt "$count" ]; do "$@" >/dev/null; i=$((i + 1)); done' sh "$@" |
        awk -v count="$1" '{ printf "%.0f", $1 * 1e6 / count }'
}

built_by() { # built_by COMPILER FLAG: the points again, training compiled so, where the compiler is here
    command -v "$1" >/dev/null 2>&1 || return 0
    # shellcheck disable=SC2086
    "$1" "$2" $BENCH_FLAGS -o "$scratch/peer" "$sources/tests/bench_network.c" "$sources"/src/network/pass.c \
        "$sources/src/network/train.c" "$sources/src/network/two_layers.c" "$built/../libbpwalk.a" -lm
    echo "by $1 $2: $("$scratch/peer" points)"
}

echo "machine: $(uname -m), $(sed -n 's/^model name.*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)"

echo "training, the best instruction set of this machine:"
"$built/bench_network" article | sed 's/^/  /'
echo "training, the plain instruction set:"
"$built/bench_network_plain" article | sed 's/^/  /'
for python in python3 /usr/bin/python3; do
    if "$python" -c 'import numpy' 2>/dev/null; then
        OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$python" "$sources/tests/bench_numpy.py"
        break
    fi
done
"$built/bench_network" sample

"$built/bench_network" points
built_by gcc -O3
built_by clang -O3
built_by gcc -O2

awk 'BEGIN { srand(1); for (i = 0; i < 1000000; i++) printf "%.6f,%.6f,%d\n", 4 * rand() - 2, 4 * rand() - 2, rand() < 0.5 }' >"$scratch/points"
"$built/bench_network" "$scratch/points"
"$program" train --layers 2,4,2 --iterations 100 --save "$scratch/model" -o /dev/null
used "$program" predict "$scratch/model" "$scratch/points" -f tsv |
    awk '{ printf "predict, 1,000,000 points: %s s; %.0f MB\n", $1, $2 / 1024 }'

"$program" >"$scratch/walk"
for round in 1 2 3; do
    walk=$(run_time 1000 "$program")
    bytes=$(run_time 1000 "$built/spit" "$scratch/walk")
    awk "BEGIN { printf \"a whole walk: %d us; a C program that copies the same bytes: %d us; ratio %.2f\\n\", $walk, $bytes, $walk / $bytes }"
done
if command -v valgrind >/dev/null 2>&1; then
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" 2>&1 >/dev/null |
        sed -n 's/.*Collected : /a whole walk, instructions: /p'
fi
echo "the other rows of doc/numbers.md: make scale"

echo "how it grows:"
"$built/bench_network" growth | sed 's/^/  /'
for format in markdown latex html moodle; do
    echo "1,000 sheets and their key, $format: $(used "$program" handout --blank --count 1000 --seed 1 --format $format -o "$scratch/sheets" | cut -d ' ' -f 1) s"
    rm -rf "$scratch/sheets"
done
