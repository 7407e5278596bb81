#!/bin/sh
# Fast math: each compiler that is here refuses to build with flags that let it calculate otherwise than
# is written, and says why.
. "${SOURCES:-.}/tests/tap.sh"

compiles() { # compiles COMPILER FLAG...: a file that is empty but for what stands before every source
    "$@" -I"$SOURCES/src" -include base/fast_math.h -c -o "$scratch/empty.o" "$scratch/empty.c" 2>"$scratch/err"
}
refuses() { ! compiles "$@" && grep -q 'error.*bpwalk computes wrongly' "$scratch/err"; }

: >"$scratch/empty.c"
for compiler in gcc clang; do
    if ! command -v $compiler >/dev/null; then
        skip "what $compiler refuses" "it is not here"
        continue
    fi
    for flags in -Ofast "-O1 -ffast-math" "-O2 -funsafe-math-optimizations" "-O2 -fassociative-math -fno-signed-zeros -fno-trapping-math" \
        "-O2 -freciprocal-math" "-O2 -ffinite-math-only" "-O2 -fno-signed-zeros"; do
        # shellcheck disable=SC2086 # flags
        check "$compiler $flags is refused" refuses $compiler $flags
    done
    for flags in -O0 -O3 "-O3 -ffp-contract=off -fno-math-errno -fno-trapping-math" "-O1 -fsanitize=address,undefined"; do
        # shellcheck disable=SC2086
        check "$compiler $flags is not" compiles $compiler $flags
    done
done

# Of a program that make check does not build; what a compiler that stops leaves of it goes.
make_refuses() {
    cd "$(dirname "$BPWALK")" && rm -f tests/spit.o
    env -u MAKEFLAGS -u MFLAGS "${MAKE:-make}" -s CFLAGS=-Ofast tests/spit.o >/dev/null 2>"$scratch/err"
    status=$?
    rm -f tests/spit.o tests/.deps/spit.Tpo
    [ $status -ne 0 ] && grep -q 'bpwalk computes wrongly' "$scratch/err"
}
check "make CFLAGS=-Ofast" make_refuses
finish
