#!/bin/sh
# Golden: what the program prints today is what traces/ keeps, byte for byte. With a pattern, only the
# files that it matches.
. "${SOURCES:-.}/tests/tap.sh"
pattern=${1-*}

same_as_kept() { # same_as_kept FILE
    cmp -s "$SOURCES/traces/$1" "$scratch/now/$1" || { diff "$SOURCES/traces/$1" "$scratch/now/$1" | head -n 20 | sed 's/^/# /'; return 1; }
}

sh "$SOURCES/tests/traces.sh" "$BPWALK" "$scratch/now" "$pattern"
files_of() { # files_of DIRECTORY: the paths of all files in it that the pattern matches
    (cd "$1" && find . -type f -path "./$pattern" | sed 's,^\./,,' | LC_ALL=C sort)
}

for name in $(files_of "$SOURCES/traces"); do
    check "$name" same_as_kept "$name"
done
check "traces/ keeps all that traces.sh writes" test "$(files_of "$SOURCES/traces")" = "$(files_of "$scratch/now")"
finish
