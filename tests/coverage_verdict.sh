#!/bin/sh
# Coverage verdict: what `make coverage` makes of counts and of the list of what none reaches.
. "${SOURCES:-.}/tests/tap.sh"

mkdir -p "$scratch/src"
cd "$scratch" || exit 99
cat >src/a.c <<'C'
int f(int x) {
    if (x)
        return 1;
    return 2;
}
C

# As gcov writes it of two objects: the line 2 is in both, each takes one branch; nothing runs line 4
counts() { # counts BRANCH-OF-THE-SECOND FIRST-OF-LINE-3
    for taken in "1, 0" "$1"; do
        printf '{"gcc_version": "12", "files": [{"lines": ['
        printf '{"branches": [], "count": 1, "line_number": 1, "unexecuted_block": false, "function_name": "f"}, '
        printf '{"branches": [{"fallthrough": true, "count": %s, "throw": false}, {"fallthrough": false, "count": %s, "throw": false}], ' "${taken%,*}" "${taken#*, }"
        printf '"count": 1, "line_number": 2, "unexecuted_block": false, "function_name": "f"}, '
        printf '{"branches": [], "count": %s, "line_number": 3, "function_name": "f"}, {"branches": [], "count": 0, "line_number": 4, "function_name": "f"}], ' "$2"
        printf '"functions": [{"start_line": 1, "name": "f", "execution_count": 1}], "file": "src/a.c"}, '
        printf '{"file": "/usr/include/b.h", "lines": [{"branches": [], "count": 0, "line_number": 9, "function_name": "g"}], "functions": []}]}\n'
    done | awk -f "$SOURCES/tests/coverage_info.awk" >coverage.info
}
judged() { # judged STATUS LINES: with the list on standard input, the verdict is these lines and the last, of figures
    cat >unreached.txt
    awk -v report=report.txt -f "$SOURCES/tests/coverage_verdict.awk" unreached.txt coverage.info >out
    [ "$? $(grep -v '^src/   \|^every other' out)" = "$1 $2" ] && return
    sed 's/^/# /' out
    return 1
}

counts "1, 0" 1
check "counts of two objects are added up" test "$(tr '\n' ' ' <coverage.info)" = \
    "SF:src/a.c DA:1,2 BRDA:2,2,0,2 BRDA:2,2,1,0 DA:2,2 DA:3,2 DA:4,0 end_of_record "
check "what is not reached and not listed" judged 1 "src/a.c:2: 1 branch: if (x)
src/a.c:4: line: return 2;" </dev/null
check "all that is not reached is listed" judged 0 "" <<'LIST'
# of f
src/a.c: 1 branch: if (x)
src/a.c: line: return 2;
    It is never called with 0.
LIST
check "the figures" grep -q '^src/ .* 3 of *4 lines .* 1 of *2 branches; 1 lines and 1 branches are in' out
check "the report has them for each file" grep -q '^src/a.c .* 3 of *4 lines' report.txt
check "a line that is no more is told" judged 1 \
    "tests/unreached.txt:1: is reached, or is no such line; take it off the list: src/a.c: line: return 3;" <<'LIST'
src/a.c: line: return 3;
src/a.c: 1 branch: if (x)
src/a.c: line: return 2;
    It is never called with 0.
LIST
check "a line stands as often as it is" judged 1 \
    "tests/unreached.txt:2: is reached, or is no such line; take it off the list: src/a.c: line: return 2;" <<'LIST'
src/a.c: 1 branch: if (x)
src/a.c: line: return 2;
src/a.c: line: return 2;
    It is never called with 0.
LIST
check "a reason is needed" judged 1 "tests/unreached.txt:2: no reason stands below this" <<'LIST'
src/a.c: 1 branch: if (x)
src/a.c: line: return 2;
LIST
check "more branches than are listed" judged 1 "src/a.c:2: 1 branch: if (x)
tests/unreached.txt:1: is reached, or is no such line; take it off the list: src/a.c: 2 branches: if (x)" <<'LIST'
src/a.c: 2 branches: if (x)
src/a.c: maybe: return 2;
    It is never called with 0.
LIST
check "what is no entry" judged 1 "tests/unreached.txt:1: not FILE: line|maybe|N branches: TEXT
src/a.c:2: 1 branch: if (x)
src/a.c:4: line: return 2;" <<'LIST'
src/a.c if (x)
    It is never called with 0.
LIST
counts "0, 1" 1
check "each branch by another object: both taken" judged 0 "" <<'LIST'
src/a.c: maybe: if (x)
src/a.c: line: return 2;
    It is never called with 0; or on this machine it is.
LIST
: >coverage.info
check "nothing was counted" judged 1 "nothing was counted" </dev/null
cd /
finish
