#!/bin/sh
# Mutate: are faults noticed? tests/mutate.sh SOURCES SCRATCH makes small faults in the sources, one at
# a time (tests/mutants.awk lists them), and runs the tests on each, the quickest first, to the first
# that fails. What no test notices must stand in tests/survivors.txt, with a reason. Status 1 if
# less than 95 % is noticed in a folder, or something survives that is not in that list.
#
# Nothing is done in SOURCES: each job has a copy in SCRATCH, which is left there with the results.
# From the environment:
#     MUTATE_TESTS="..."     the shell tests
#     MUTATE_COUNT=300       faults a folder, evenly spread over all that there are; or all
#     MUTATE_SEED=0          another number, other faults: it shifts the selection
#     MUTATE_FILES="..."     other files than src/walk, trace, formula, network, mark, sheet, quiz
#     MUTATE_ONLY=FILE       only the faults that FILE has, as tests/survivors.txt writes them
#     JOBS                   how many at a time; as many as there are cores
#
# A fault that doesn't compile, or after which the program and the suites are the same byte for byte,
# is none, and counts for nothing; nor does one that tests/survivors.txt shows to be equivalent. A test
# that takes much longer than it should has noticed. What survives is tried once more with ASan and UBSan
# in the program, for that is how `.ci/run` runs the tests: they see what is not freed, or read too far.
#
# To be quick it leaves tests out, and may notice less for it: those of pictures, tutorial, completion,
# failing system calls, surroundings and what is installed, and what needs a TeX, a browser or pandoc:
# they look once more at the output that others look at. A test is run on the faults in functions that
# it comes through (gcov), for on others it can't fail; under ASan, if it takes less than 10 s without.
set -eu
sources=$(cd "$1" && pwd)
mkdir -p "$2"
scratch=$(cd "$2" && pwd)
count=${MUTATE_COUNT:-300}
seed=${MUTATE_SEED:-0}
jobs=${JOBS:-$(nproc 2>/dev/null || echo 1)}
LC_ALL=C
export LC_ALL
unset MAKEFLAGS MFLAGS MAKELEVEL
tab=$(printf '\t')

hide_slow_tools() { # the tests skip what needs a tool that is not there
    mkdir -p "$scratch/tools"
    echo "$PATH" | tr ':' '\n' | while IFS= read -r directory; do
        ln -s "$directory"/* "$scratch/tools/" 2>/dev/null || true
    done
    for tool in pdflatex xelatex kpsewhich chromium; do
        rm -f "$scratch/tools/$tool"
    done
}

tree() { # tree NAME CFLAGS: a copy of the sources, built
    mkdir -p "$scratch/$1"
    (cd "$sources" && tar -cf - --exclude='*.o' --exclude='*.a' --exclude='.deps' --exclude=./.git \
        --exclude="./${scratch#"$sources"/}" --exclude=./bpwalk --exclude=./tests/suites --exclude=./tests/digits .) |
        tar -xf - -C "$scratch/$1"
    (cd "$scratch/$1" && rm -f Makefile config.status &&
        ./configure --quiet --disable-werror CFLAGS="$2 -w" >configure-out 2>&1 &&
        make -s -j"$jobs" bpwalk tests/suites tests/digits >build-out 2>&1) ||
        { tail -n 20 "$scratch/$1/configure-out" "$scratch/$1/build-out" >&2; exit 2; }
}

# ---- Tests: a name a line. `golden.sh PATTERN` compares the kept files of that name; a Check suite
# is named by itself; digits is tests/digits, with few examples. ----

list_tests() {
    echo digits
    echo 'golden.sh [!pt]*' # all but plots and trainings
    for path in $MUTATE_TESTS; do
        echo "${path##*/}"
    done | grep -vxE '(completion|coverage_verdict|html|install|plot|surroundings|tutorial)\.sh'
    sed -n 's/.*suite_create("\([^"]*\)").*/\1/p' "$sources"/tests/test_*.c
}

# The program is the tree's, and the sources are the clean ones: it is not the text of a fault that is
# to be noticed.
run_test() { # run_test SECONDS TREE TEST: in the tree; status 0 only if nothing fails
    rm -rf "$2.tmp" || sleep 1
    mkdir -p "$2.tmp"
    case $3 in
    *.sh\ *) set -- "$1" "$2" sh "tests/${3%% *}" "${3#* }" ;;
    *.sh) set -- "$1" "$2" sh "tests/$3" ;;
    digits) set -- "$1" "$2" tests/digits 25 ;;
    *) set -- "$1" "$2" env CK_RUN_SUITE="$3" CK_FORK=no tests/suites ;;
    esac
    (
        limit=$1
        cd "$2" || exit 99
        BPWALK=$PWD/bpwalk SOURCES=$scratch/clean TMPDIR=$2.tmp THOROUGH=yes HANDOUT_NAMES=300
        export HANDOUT_NAMES THOROUGH BPWALK SOURCES TMPDIR
        # shellcheck disable=SC3045
        case $2 in *sanitized) ;; *) ulimit -v 4000000 ;; esac
        shift 2
        # shellcheck disable=SC2016
        PATH=$scratch/tools exec timeout -k 1 "$limit" sh -c '{ "$@" || echo "not ok"; } | awk "/^not ok/ { exit 1 }"' sh "$@" \
            </dev/null >test-out 2>&1
    )
}

# ---- Which test comes through which function, and how long it takes ----

passes() { # passes TREE TEST: without any fault
    run_test 600 "$1" "$2" || { echo "mutate.sh: $2 fails without any fault; see $1/test-out" >&2; exit 2; }
}

functions_reached() { # functions_reached TEST: since the counts of gcov were removed
    (cd "$scratch/measured" && find src -name '*.gcda' -exec gcov -t {} + 2>/dev/null) |
        awk -F '\t' -v name="$1" '
            NR == FNR {
                for (line = $3; line <= $4; line++)
                    where[$1, line] = $1 "\t" $2
                next
            }
            { split($0, part, ":"); line = part[2] + 0 }
            part[3] == "Source" { source = part[4]; sub(/^.*\/src\//, "src/", source) }
            part[1] ~ /[0-9]/ && (source, line) in where { reached[where[source, line]] = 1 }
            END { for (place in reached) print name "\t" place }' "$scratch/functions" -
}

measure_tests() {
    # shellcheck disable=SC2086
    awk -v functions=1 -f "$sources/tests/mutants.awk" $files >"$scratch/functions"
    : >"$scratch/times-unsorted"
    : >"$scratch/reached"
    list_tests | while IFS= read -r name; do
        find "$scratch/measured" -name '*.gcda' -exec rm {} +
        passes "$scratch/measured" "$name"
        functions_reached "$name" >>"$scratch/reached"
        start=$(date +%s%N)
        passes "$scratch/clean" "$name"
        took=$((($(date +%s%N) - start) / 1000000))
        echo "$took$tab$name" >>"$scratch/times-unsorted"
        [ "$took" -ge 10000 ] || passes "$scratch/sanitized" "$name"
    done
    sort -n "$scratch/times-unsorted" >"$scratch/times"
}

# The trees and what is measured are kept while no source and no test changes.
prepare() {
    {
        find src tests traces Makefile.am configure.ac -type f -name '*.*' ! -path '*/.*' ! -name '*.[oa]' ! -name '*.log' \
            ! -name '*.trs' ! -name survivors.txt ! -name 'muta*' | sort | xargs cat
        echo "$files" "$MUTATE_TESTS"
    } | cksum >"$scratch/sum-now"
    cmp -s "$scratch/sum-now" "$scratch/sum" && return
    rm -rf "$scratch/clean" "$scratch/measured" "$scratch/sanitized" "$scratch/tools" "$scratch/sum"
    hide_slow_tools
    tree clean -O2
    tree measured "-O1 --coverage"
    tree sanitized "-O1 -fsanitize=address,undefined -fno-sanitize-recover=all"
    measure_tests
    mv "$scratch/sum-now" "$scratch/sum"
}

# Prints `SECONDS<tab>TEST` for each test that comes through the function, the quickest first, and takes
# less than LONGEST ms. What stands in no function (-) is for all functions of a .c file; in a header for all.
tests_of() { # tests_of FILE FUNCTION LONGEST
    awk -F '\t' -v file="$1" -v function_name="$2" -v longest="$3" '
        FILENAME ~ /reached$/ {
            if ($2 == file && (function_name == "-" || $3 == function_name))
                through[$1] = 1
            next
        }
        $1 < longest && ($2 in through || (function_name == "-" && file ~ /h$/)) {
            print int($1 * 5 / 1000) + 10 "\t" $2
        }' \
        "$scratch/reached" "$scratch/times"
}

# ---- Faults ----

# The sample, or those asked for, as mutants.awk prints them, a number before; the folders in turn, so
# that a run that is ended early has tried as many of each.
list_faults() {
    # shellcheck disable=SC2086
    awk -f "$sources/tests/mutants.awk" $files >"$scratch/all"
    awk -F '\t' -v count="$count" -v seed="$seed" -v only="${MUTATE_ONLY-}" '
        function folder_of(file) { sub(/\/[^\/]*$/, "", file); return file }
        BEGIN {
            while (only != "" && (getline line < only) > 0)
                wanted[line] = 1
        }
        NR == FNR { total[folder_of($1)]++; next }
        only != "" { if (($1 ": " $3 ": " $8) in wanted) print 0 "\t" $0; next }
        {
            f = folder_of($1)
            i = ++seen[f] + seed
            c = count == "all" || count > total[f] ? total[f] : count
            if (int(i * c / total[f]) > int((i - 1) * c / total[f]))
                print int(i * c / total[f]) "\t" $0
        }' "$scratch/all" "$scratch/all" | sort -t "$tab" -s -k 1,1n | cut -f 2- |
        awk '{ print NR "\t" $0 }' >"$scratch/chosen"
}

make_fault() { # make_fault TREE FILE OFFSET LENGTH NEW: and builds; status 0 if that goes
    {
        head -c "$3" "$scratch/clean/$2"
        printf '%s' "$5"
        tail -c +$(($3 + $4 + 1)) "$scratch/clean/$2"
    } >"$1/$2"
    rm -f "$1/bpwalk" "$1/tests/suites" "$1/tests/digits" "$1/libbpwalk.a"
    make -s -C "$1" bpwalk tests/suites tests/digits >"$1/build-out" 2>&1
}

take_back() { # take_back TREE FILE
    cp -p "$scratch/clean/$2" "$1/$2"
    case $2 in
    *.h) (cd "$1/clean/objects" && cp -R . "$1") ;;
    *) cp "$1/clean/objects/${2%.c}.o" "$1/${2%.c}.o" ;;
    esac
}

# Makes the fault in the job's trees, runs the tests, and takes it back. Prints what came of it.
try_fault() { # try_fault TREE FILE FUNCTION OFFSET LENGTH NEW
    if ! make_fault "$1" "$2" "$4" "$5" "$6"; then
        echo uncompiled
    elif cmp -s "$1/bpwalk" "$1/clean/bpwalk" && cmp -s "$1/tests/suites" "$1/clean/suites"; then
        echo same
    else
        run_tests "$1" "$2" "$3" 1000000
    fi >"$1/came"
    take_back "$1" "$2"
    if grep -q survived "$1/came" && make_fault "$1-sanitized" "$2" "$4" "$5" "$6"; then
        run_tests "$1-sanitized" "$2" "$3" 10000 >"$1/came"
        take_back "$1-sanitized" "$2"
    fi
    cat "$1/came"
}

run_tests() { # run_tests TREE FILE FUNCTION LONGEST
    tests_of "$2" "$3" "$4" >"$1/tests-to-run"
    while IFS="$tab" read -r limit name; do
        status=0
        run_test "$limit" "$1" "$name" || status=$?
        case $status in
        0) ;;
        124 | 137) echo "noticed${tab}$name, which goes on for more than $limit s"; return ;;
        *) echo "noticed${tab}$name"; return ;;
        esac
    done <"$1/tests-to-run"
    echo "survived"
}

work() { # work TREE: takes faults that no other job has taken, until there are none
    while IFS="$tab" read -r number file line function_name kind offset long new shown; do
        mkdir "$scratch/tried/$number" 2>/dev/null || continue
        # An empty NEW is lost between two tabs.
        case $shown in '') shown=$new; new= ;; esac
        came=$(try_fault "$1" "$file" "$function_name" "$offset" "$long" "$new")
        printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$file" "$line" "$function_name" "$kind" "$shown" "$came" \
            >"$scratch/tried/$number/result-t"
        mv "$scratch/tried/$number/result-t" "$scratch/tried/$number/result"
    done <"$scratch/chosen"
}

prepare_job() { # prepare_job TREE: keeps the clean program and objects
    mkdir -p "$1/clean/objects"
    cp "$1/bpwalk" "$1/tests/suites" "$1/clean"
    (cd "$1" && find src tests -name '*.o' | while IFS= read -r path; do
        mkdir -p "clean/objects/${path%/*}"
        cp "$path" "clean/objects/$path"
    done)
}

# A run that was ended goes on, if neither the sources nor the selection have changed. Where the tests
# have, what survived is tried again; what was noticed stays so, for tests are added, not taken away.
start_or_go_on() {
    {
        find src -name '*.[ch]' | sort | xargs cat
        cat "$scratch/chosen"
    } | cksum >"$scratch/run-now"
    cmp -s "$scratch/run-now" "$scratch/run" || rm -rf "$scratch/tried"
    mv "$scratch/run-now" "$scratch/run"
    mkdir -p "$scratch/tried"
    cmp -s "$scratch/sum" "$scratch/sum-tried" ||
        find "$scratch/tried" -name result -exec grep -q "${tab}survived\$" {} \; -exec rm {} +
    cp "$scratch/sum" "$scratch/sum-tried"
    find "$scratch/tried" -mindepth 1 -maxdepth 1 -type d ! -exec test -f '{}/result' \; -exec rm -r {} +
}

# ---- The report ----

# Prints what the kept list calls equivalent: its reason begins with that word.
equivalent() {
    awk '/^src\// { place[++n] = $0; next }
        /^ +Equivalent/ { for (i = 1; i <= n; i++) print place[i] }
        { n = 0 }' "$sources/tests/survivors.txt"
}

table() {
    equivalent >"$scratch/equivalent"
    awk -F '\t' '
        function folder_of(file) { sub(/\/[^\/]*$/, "", file); return file }
        function row(name, f) {
            tried = noticed[f] + survived[f]
            printf "%-12s %7d %7d %10d %11d %8d %9d %7.1f %%\n", name, made[f], uncompiled[f], same[f],
                equivalent[f], noticed[f], survived[f], tried ? 100 * noticed[f] / tried : 100
            if (tried && noticed[f] / tried < 0.95)
                low = 1
        }
        FILENAME ~ /equivalent$/ { is_equivalent[$0] = 1; next }
        {
            f = folder_of($1)
            if (!made[f]++)
                order[++n] = f
            made[""]++
            if ($6 == "uncompiled") { uncompiled[f]++; uncompiled[""]++ }
            else if ($6 == "same") { same[f]++; same[""]++ }
            else if ($6 == "survived" && ($1 ": " $3 ": " $5) in is_equivalent) { equivalent[f]++; equivalent[""]++ }
            else if ($6 == "survived") { survived[f]++; survived[""]++ }
            else { noticed[f]++; noticed[""]++ }
        }
        END {
            print "folder        faults   not C  same code  equivalent  noticed  survived  noticed"
            for (i = 1; i <= n; i++)
                row(order[i], order[i])
            row("all", "")
            exit low
        }' "$scratch/equivalent" "$scratch/results"
}

new_survivors() { # those of survived.txt that are not in the kept list
    grep -vxFf "$sources/tests/survivors.txt" "$scratch/survived.txt" || true
}

gone() { # what stands in the kept list and is no fault that can be made
    awk -F '\t' '{ print $1 ": " $3 ": " $8 }' "$scratch/all" >"$scratch/all-lines"
    grep '^src/' "$sources/tests/survivors.txt" | grep -vxFf "$scratch/all-lines" || true
}

cd "$sources"
: "${MUTATE_TESTS=$(echo tests/*.sh)}"
files=${MUTATE_FILES:-$(ls src/walk/*.[ch] src/walk/*/*.[ch] src/trace/*.[ch] src/formula/*.[ch] src/network/*.[ch] src/mark/*.[ch] src/sheet/*.[ch] src/quiz/*.[ch])}
rm -rf "$scratch"/job-*
prepare
list_faults
start_or_go_on
echo "mutate: $(wc -l <"$scratch/chosen") faults of $(wc -l <"$scratch/all"), $jobs at a time"
for job in $(seq "$jobs"); do
    for kind in clean sanitized; do
        job_tree=$scratch/job-$job
        [ $kind = clean ] || job_tree=$job_tree-$kind
        cp -Rp "$scratch/$kind" "$job_tree"
        prepare_job "$job_tree"
    done
    work "$scratch/job-$job" &
done
wait
find "$scratch/tried" -name result -exec cat {} + | sort -t "$tab" -k 1,1 -k 2,2n >"$scratch/results"
awk -F '\t' '$6 == "survived" { print $1 ": " $3 ": " $5 }' "$scratch/results" >"$scratch/survived.txt"
status=0
table || status=1
new=$(new_survivors)
if [ -n "$new" ]; then
    echo "not noticed, and not in tests/survivors.txt:"
    printf '%s\n' "$new"
    status=1
fi
gone=$([ -n "${MUTATE_FILES-}" ] || gone)
if [ -n "$gone" ]; then
    echo "in tests/survivors.txt, but no fault that can be made any more:"
    printf '%s\n' "$gone"
    status=1
fi
exit $status
