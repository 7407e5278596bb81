#!/bin/sh
# Faults: whatever fails, each run ends with status 2 and one line on stderr, leaves no half file, and
# what was there before is still there (the faults are tests/faults.c's).
. "${SOURCES:-.}/tests/tap.sh"

out=$scratch/out
inputs=$scratch/in
mkdir "$inputs"

# What was there before.
prepare() {
    rm -rf "$out"
    mkdir -p "$out/class-before"
    for file in file model class-before/sheet-1.md class-before/other; do
        echo before >"$out/$file"
    done
}

run() { # run ARGUMENT...: the program, with what FAULT_ variables are set
    prepare
    rm -f "$scratch/log"
    FAULT_LOG=$scratch/log "$FAULTY" "$@" >"$scratch/stdout" 2>"$scratch/stderr" <"$inputs/answers"
    status=$?
}

content() { # content PATH: a line a file below it
    (cd "$1" && find . -type f -exec cksum {} + | sort -k 3; find . -type d | sort)
}

one_line() {
    [ "$(wc -l <"$scratch/stderr")" -eq 1 ] && grep -q '^bpwalk: ' "$scratch/stderr"
}

is_as_before() {
    content "$out" | cmp -s - "$scratch/before"
}

# Each file is the old one or the whole new one, and there is no other beside them: what two outputs
# of one run, and one that a signal ends, may leave.
is_whole() {
    content "$out" | while read -r sum; do
        grep -qxF -- "$sum" "$scratch/before" || grep -qxF -- "$sum" "$scratch/after" || exit 1
    done
}

complain() {
    echo "# at $n: status $status, stderr: $(head -c 200 "$scratch/stderr"), left: $(ls -A "$out" | tr '\n' ' ')"
    return 1
}

# survives CALL ARGUMENT...: each of its CALLs fails in turn
survives() {
    call=$1
    shift
    n=0
    harmless=0
    while :; do
        n=$((n + 1))
        FAULT_CALL=$call FAULT_AT=$n run "$@"
        [ -e "$scratch/log" ] || break
        if [ $status -eq "$clean" ] && [ "$call" != malloc ]; then # such as the close of what was read
            content "$out" | cmp -s - "$scratch/after" && cmp -s "$scratch/stdout" "$scratch/printed" || complain || return
            harmless=$((harmless + 1))
        else
            [ $status -eq 2 ] && one_line && "$left" || complain || return
        fi
        [ $n -lt 3000 ] || complain || return
    done
    count=$((n - 1))
}

# stops_at BYTES ARGUMENT...: each write in turn is the last, after so many bytes
stops_at() {
    FAULT_BYTES=$1
    export FAULT_BYTES
    shift
    survives write "$@"
    stopped=$?
    unset FAULT_BYTES
    return $stopped
}

# interrupted SIGNAL ARGUMENT...: a signal in the middle of each write to a file
interrupted() {
    FAULT_SIGNAL=$1
    export FAULT_SIGNAL
    shift
    n=0
    good=0
    while :; do
        n=$((n + 1))
        FAULT_CALL=write FAULT_AT=$n run "$@" 2>/dev/null
        [ -e "$scratch/log" ] || break
        { [ $status -eq $((128 + FAULT_SIGNAL)) ] || [ $status -eq 0 ]; } && is_whole || { complain; good=1; break; }
    done
    unset FAULT_SIGNAL
    count=$((n - 1))
    return $good
}

# ignored ARGUMENT...: a signal that was ignored when the program began changes nothing
ignored() {
    n=0
    while :; do
        n=$((n + 1))
        (trap '' HUP INT QUIT TERM; FAULT_SIGNAL=15 FAULT_CALL=write FAULT_AT=$n run "$@"; exit $status)
        status=$?
        [ -e "$scratch/log" ] || break
        [ $status -eq "$clean" ] && content "$out" | cmp -s - "$scratch/after" || complain || return
    done
    count=$((n - 1))
    [ $count -gt 0 ]
}

# expects CALL ARGUMENTS: there was one to fail
expects() {
    case "$1 $2" in
    malloc* | write* | "close "*" -o "* | "rename "*" -o "* | "create "*" -o "*) [ "$count" -gt 0 ] ;;
    esac
}

faults_of() { # faults_of ARGUMENT...: every fact about one command
    run "$@"
    clean=$status
    cp "$scratch/stdout" "$scratch/printed"
    content "$out" >"$scratch/after"
    prepare
    content "$out" >"$scratch/before"
    what=$(echo "bpwalk $*" | sed "s,$scratch/,,g")
    left=is_as_before
    case " $* " in *" --save "*" -o "*) left=is_whole ;; esac
    check "$what: runs" test "$clean" -lt 2
    for call in malloc write close rename create mode open read opendir; do
        count=0
        survives $call "$@" && expects $call " $* "
        verdict $? "$what: each $call ($count)"
    done
    for bytes in 1 1000 30000; do
        stops_at $bytes "$@"
        verdict $? "$what: a write stops after $bytes bytes"
    done
    case " $* " in *" -o "* | *" --save "*)
        for signal in 1 2 3 15; do
            interrupted $signal "$@"
            verdict $? "$what: signal $signal in each write ($count)"
        done
        ignored "$@"
        verdict $? "$what: a signal that is ignored in each write ($count)" ;;
    esac
}

"$BPWALK" --format tsv | awk -F'\t' '$3 == "2-2-2" && NR > 1 && NR < 12 { print $4 " = " $5 }' | awk '!seen[$1]++' >"$inputs/answers"
printf 'w1 = 0.3\n' >"$inputs/example"
printf 'x,y,class\n0.5,-1.25,0\n-0.75,2,1\n0.1,0.2,1\n' >"$inputs/samples"
printf 'Ada\nBlaise\n' >"$inputs/roster"
"$BPWALK" train --layers 2,2,2 --iterations 10 --save "$inputs/model" -o /dev/null

faults_of
faults_of --example "$inputs/example" -o "$out/file"
faults_of --format latex -o "$out/new"
faults_of --reading printed --format tsv
faults_of errata -o "$out/file"
faults_of check "$inputs/answers"
faults_of quiz --equations 5.1
faults_of train --layers 2,2,2 --data "$inputs/samples" --iterations 10 --save "$out/model" -o "$out/file"
faults_of predict "$inputs/model" "$inputs/samples" -o "$out/file"
faults_of plot sigmoid -o "$out/file"
faults_of handout -o "$out/file"
faults_of handout --roster "$inputs/roster" -o "$out/class"
faults_of handout --roster "$inputs/roster" --format markdown --numbers -o "$out/class-before"
faults_of handout --count 2 --format moodle -o "$out/file"
faults_of --help
finish
