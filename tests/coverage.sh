#!/bin/sh
# Coverage: which lines and branches of src/ the tests execute, by gcovr: tests/coverage.sh SOURCES.
#
# The sources are built once more in ./coverage, with gcc's counters in them, and checked there. Left is
# coverage/index.html. Status 1 where a line is not executed, or a branch not taken, that is not excluded.
# What cannot be executed is marked beside the line, GCOVR_EXCL_LINE, _START and _STOP, with why, and so is,
# by GCOVR_EXCL_BR_LINE, a condition that holds always; the condition over an excluded line needs no mark
# of its own.
set -eu
here=$PWD/coverage
rm -rf "$here"
mkdir -p "$here"
cd "$1"
tar -cf - --exclude='*.[oa]' --exclude='*.log' --exclude='*.trs' --exclude=.dirstamp --exclude=node_modules \
    CHANGELOG.md CONTRIBUTING.md LICENSE Makefile.am Makefile.in README.md README.zh.md aclocal.m4 autogen.sh build-aux completion \
    configure configure.ac debian doc examples src tests traces tutorial | tar -xf - -C "$here"
cd "$here"
rm -f tests/suites tests/digits tests/faults tests/fuzz/replay tests/simulate_students
for file in $(grep -rl GCOVR_EXCL src); do
    awk '
        { line[NR] = $0 }
        /GCOVR_EXCL_(LINE|START)/ {
            for (i = NR - 1; i > 0 && line[i] !~ /[;{}:\/]$/; i--)
                line[i] = line[i] " /* GCOVR_EXCL_BR_LINE */"
        }
        END { for (i = 1; i <= NR; i++) print line[i] }' "$file" >marked
    mv marked "$file"
done
# What tells of an error returns false; a branch where it does not would be counted.
refuses='error_set|command_unknown|assignment_fault|assignment_value_fault|fault|fault_of|failed|write_failed|wrong_size|unknown|refuse'
find src -name '*.[ch]' -exec sed -E -i -z 's/\|\|([ \n]+)('"$refuses"')\(/||\10 \& \2(/g' {} +

counted='-g --coverage -Wno-unused-value'
CFLAGS="-Og $counted" ./configure -q CC=gcc
# The loops of the training, at -O0, would take all the time; and each is to be counted once, not
# once for each instruction set that it is compiled for.
make -s src/network/pass.o CFLAGS="-O2 $counted" CPPFLAGS="-DINLINE='static __attribute__((noinline))'"
echo "coverage: the tests run with counters; this takes some minutes"
CK_FORK=no make -s check >check.log 2>&1 || {
    grep -E '^(FAIL|ERROR)' check.log || tail -n 20 check.log
    echo "coverage: the tests failed; all they said is in coverage/check.log"
    exit 1
} >&2
status=0
gcovr --root . --filter src/ --exclude-unreachable-branches --html-details index.html --txt report.txt \
    --print-summary --fail-under-line 100 --fail-under-branch 100 src tests 2>gcovr.log || status=$?
grep -v '^(WARNING)' gcovr.log >&2 || true
awk '/^src/ && $4 != "100%" { print "not executed: " $1 ": " $5 }' report.txt
echo "coverage: see coverage/index.html"
exit $status
