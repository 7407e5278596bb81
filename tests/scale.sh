#!/bin/sh
# Scale: the same work ten and a hundred times as large: tests/scale.sh PROGRAM BUILT-TESTS SOURCES.
# Times are figures, never a verdict; memory that should be flat is: TAP.
program=$(realpath "$1")
built=$(realpath "$2")
SOURCES=$(realpath "$3")
. "$SOURCES/tests/tap.sh"

used() { # used WHAT COMMAND...: seconds and KiB, and a line that shows them
    used_what=$1
    shift
    "$built/used" "$@" >/dev/null 2>"$scratch/used" || { sed 's/^/# /' "$scratch/used"; return 1; }
    tail -n 1 "$scratch/used" >"$scratch/figures"
    read -r seconds memory <"$scratch/figures"
    printf '# %-44s %9s s %9s KiB\n' "$used_what" "$seconds" "$memory"
}

# grows BYTES WHAT COUNT COUNT COUNT COMMAND: COMMAND with each count in the place of @. It may take
# BYTES more for each; `all` is for what is kept on purpose. The last is held to the one before it: the
# first may be over before the kernel, which adds up now and then, has seen what it took.
grows() {
    bytes=$1 what=$2
    shift 2
    for count in $1 $2 $3; do
        rm -rf "$scratch/out"
        # shellcheck disable=SC2046
        used "$count $what" $(printf '%s\n' "$4" | sed "s,@,$count,g; s,OUT,$scratch/out,g") || { verdict 1 "$what"; return; }
        [ "$count" != "$2" ] || tenth=$memory
    done
    if [ "$bytes" != all ]; then # a tenth is what the allocator may hold more
        [ "$memory" -le $((tenth * 11 / 10 + count * bytes / 1024)) ]
        verdict $? "$what: $memory KiB for all, $tenth KiB for a tenth of them"
    else
        verdict 0 "$what: $memory KiB at the most, for all are kept"
    fi
}

grows 0 "walks in a loop" 1000 10000 100000 "$built/scale_walks @"
grows all "points, 10 iterations of 2-10-2" 10000 100000 1000000 "$program train --points @ --layers 2,10,2 --iterations 10 -o /dev/null"
for format in markdown html; do # the name of each sheet is kept, in a list that doubles, to put all in place at once
    grows 64 "sheets and their key, $format" 100 1000 10000 "$program handout --blank --count @ --format $format -o OUT"
done
grows 0 "variants in a question bank" 100 1000 10000 "$program handout --count @ --format moodle -o OUT"
cat >"$scratch/weave" <<'W'
i=0
while [ $i -lt "$1" ]; do
    sh "$3/tutorial/weave.sh" "$2" "$3" "$4" || exit
    i=$((i + 1))
done
W
grows 0 "times the tutorial woven" 1 3 10 "sh $scratch/weave @ $program $SOURCES OUT"
finish
