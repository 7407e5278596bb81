#!/bin/sh
# Fuzz: builds the targets (fuzz.mk) and runs each on its seeds.
#
#     fuzz.sh SOURCES OUT LIBRARY-SOURCES...
#
# FUZZ_RUNS=N bounds a target by runs: from the seeds alone and by the same random numbers each
# time, so that it can be done again (compiled by the same clang). FUZZ_SECONDS=N bounds it by time instead, and goes on from
# what is in OUT/corpus. FUZZ_TARGETS names some. Prints a line a target; what breaks a promise is
# kept as OUT/TARGET-KIND-HASH, what was said of it is in OUT/TARGET.log, and the status is 1.
set -u
sources=$(cd "$1" && pwd) || exit 2
mkdir -p "$2" || exit 2
out=$(cd "$2" && pwd) || exit 2
shift 2
: "${FUZZ_RUNS:=}" "${FUZZ_SECONDS:=}"
: "${FUZZ_TARGETS:=answers command data example formula json model page roster typed}"

# The targets write small files; in memory where there is room for them.
room=$(mktemp -d /dev/shm/bpwalk-fuzz.XXXXXX 2>/dev/null || mktemp -d "$out/tmp.XXXXXX") || exit 2
trap 'rm -rf "$room"' EXIT
trap 'exit 2' HUP INT TERM

MAKEFLAGS="" make -s -j"$(nproc 2>/dev/null || echo 1)" -f "$sources/tests/fuzz/fuzz.mk" SOURCES="$sources" \
    LIBRARY="$*" OUT="$out/build" >&2 || exit 2

bound() { # bound TARGET: the runs of a short go, by what a run costs
    case $1 in
    answers | example) echo 2000 ;;
    page) echo 300 ;;
    command) echo 4000 ;;
    formula) echo 15000 ;;
    *) echo 20000 ;;
    esac
}

longest() { # longest TARGET: bytes of an input
    case $1 in
    formula) echo 300 ;;
    *) echo 700 ;;
    esac
}

run() { # run TARGET: libFuzzer on it
    corpus=$out/corpus/$1
    [ -n "$FUZZ_SECONDS" ] || rm -rf "$corpus"
    mkdir -p "$corpus"
    cd "$room" || exit 2
    # shellcheck disable=SC2086
    TMPDIR=. $same_places "$out/build/fuzz_$1" "$2" -seed="$seed" -max_len="$(longest "$1")" \
        -len_control=20 -use_value_profile=1 -timeout=20 -reload=0 -close_fd_mask=3 \
        -print_final_stats=1 -artifact_prefix="$out/$1-" -dict="$sources/tests/fuzz/$1.dict" \
        "$corpus" "$sources/tests/fuzz/seeds/$1"
}

# libFuzzer's choices depend on addresses: the same ones each time, where the machine lets them be.
same_places="setarch -R"
$same_places true 2>/dev/null || same_places=

status=0
for target in $FUZZ_TARGETS; do
    if [ -n "$FUZZ_SECONDS" ]; then
        limit=-max_total_time=$FUZZ_SECONDS seed=0 # of the fuzzer's own choice; the log has it
    else
        limit=-runs=${FUZZ_RUNS:-$(bound "$target")} seed=1
    fi
    start=$(date +%s)
    run "$target" "$limit" >"$out/$target.log" 2>&1
    ended=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$target.log")
    covered=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$out/$target.log" | tail -n 1)
    found=none
    if [ $ended -ne 0 ]; then
        status=1
        found=$(sed -n 's/.*Test unit written to //p' "$out/$target.log" | tail -n 1)
        : "${found:=status $ended}"
    fi
    printf '%-8s %9s runs %6s s, %5s places covered, new findings: %s\n' "$target" "${runs:-0}" \
        $(($(date +%s) - start)) "${covered:-0}" "$found"
    [ $ended -eq 0 ] || grep -a -e ': not so: ' -e 'runtime error' -e '^SUMMARY' "$out/$target.log" | head -n 5
done
exit $status
