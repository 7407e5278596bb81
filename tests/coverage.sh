#!/bin/sh
# Coverage: which lines and branches of src/ the tests execute: tests/coverage.sh SOURCES.
#
# The sources are built once more in ./coverage, with the compiler's counters in them, and checked there.
# Left are coverage/index.html (by genhtml) and coverage/report.txt. Status 1 where a line or branch
# that no test reaches is not in tests/unreached.txt, or where that list is out of date.
set -eu
sources=$1
here=$PWD/coverage
build=$here/build

rm -rf "$here"
mkdir -p "$build"
for part in CHANGELOG.md CONTRIBUTING.md LICENSE Makefile.am Makefile.in README.md aclocal.m4 autogen.sh build-aux completion \
    configure configure.ac doc src tests traces tutorial; do
    cp -Rp "$sources/$part" "$build"
done
find "$build" \( -name '*.o' -o -name '*.log' -o -name '*.trs' -o -name .dirstamp \) -exec rm -f {} +
rm -f "$build/tests/suites" "$build/tests/digits" "$build/tests/faults" "$build/tests/fuzz/replay"

cd "$build"
counted='-g --coverage'
./configure -q CC=gcc CFLAGS="-O0 $counted"
# The loops of the training, at -O0, would take all the time; and each is to be counted once, not
# once for each instruction set that it is compiled for.
make -s src/network/pass.o CFLAGS="-O2 $counted" CPPFLAGS="-DINLINE='static __attribute__((noinline))'"
echo "coverage: the tests run with counters; this takes some minutes"
make -s check-all >"$here/check.log" 2>&1 || {
    grep -E '^(FAIL|ERROR)' "$here/check.log" || tail -n 20 "$here/check.log"
    echo "coverage: the tests failed; all they said is in coverage/check.log"
    exit 1
} >&2

# A file that nothing executed has no .gcda, and counts with its .gcno
find src -name '*.gcno' | sort | while read -r notes; do
    gcov --branch-probabilities --json-format --stdout "$notes" 2>/dev/null
done | awk -f tests/coverage_info.awk >"$here/coverage.info"
genhtml --quiet --branch-coverage --legend --title "bpwalk: what the tests execute" \
    --output-directory "$here" "$here/coverage.info"

echo "coverage: see coverage/index.html and coverage/report.txt"
awk -v report="$here/report.txt" -f tests/coverage_verdict.awk tests/unreached.txt "$here/coverage.info"
