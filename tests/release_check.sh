#!/bin/sh
# Release check: all that a release is held to, one target after the other: tests/release_check.sh
# DIRECTORY TARGET... The output of each is kept in DIRECTORY.
set -u
directory=$1
shift
mkdir -p "$directory"
failed=0
for target in "$@"; do
    start=$(date +%s)
    if "${MAKE:-make}" -s "$target" >"$directory/$target.log" 2>&1; then
        verdict=ok
    else
        verdict="NOT OK"
        failed=$((failed + 1))
    fi
    printf '%-6s make %-12s %5s s   %s\n' "$verdict" "$target" "$(($(date +%s) - start))" "$directory/$target.log"
done
[ $failed -eq 0 ]
