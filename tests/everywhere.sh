#!/bin/sh
# Everywhere: what the program prints is traces/, byte for byte, with either compiler, at every level
# of optimisation, on 32 bits, with another C library, and on other processors under emulation:
# tests/everywhere.sh RELEASE.tar.gz. Each is a build of its own from the release, so that nothing of
# the tree it is called in takes part. Speaks TAP.
release=$(realpath "$1")
SOURCES=$(dirname "$0")/.. # for tap.sh
. "$SOURCES/tests/tap.sh"

jobs=$(nproc 2>/dev/null || echo 1)
mkdir "$scratch/release"
tar -xzf "$release" -C "$scratch/release" --strip-components=1
SOURCES=$scratch/release

build() { # build NAME CONFIGURE-ARGUMENT...: in a directory of that name
    mkdir "$scratch/$1"
    (
        cd "$scratch/$1" && shift && "$SOURCES/configure" --quiet "$@" && make -s -j"$jobs" bpwalk
    ) >"$scratch/log" 2>&1 || { tail -n 20 "$scratch/log" | sed 's/^/# /'; return 1; }
}

prints_the_same() { # prints_the_same NAME [EMULATOR]
    printf '#!/bin/sh\nexec %s %s/%s/bpwalk "$@"\n' "${2-}" "$scratch" "$1" >"$scratch/program"
    chmod +x "$scratch/program"
    sh "$SOURCES/tests/traces.sh" "$scratch/program" "$scratch/now" 2>"$scratch/log"
    diff -r "$SOURCES/traces" "$scratch/now" >"$scratch/differences"
    same=$?
    { head -n 5 "$scratch/log"; head -n 20 "$scratch/differences"; } | sed 's/^/# /'
    rm -rf "$scratch/now" "${scratch:?}/$1"
    return $same
}

everywhere() { # everywhere WHAT COMPILER EMULATOR CONFIGURE-ARGUMENT...
    what=$1 compiler=$2 emulator=$3
    shift 3
    if ! command -v "$compiler" >/dev/null; then
        skip "$what" "there is no $compiler"
    elif [ -n "$emulator" ] && ! command -v "$emulator" >/dev/null; then
        skip "$what" "there is no $emulator"
    else
        build tree CC="$compiler" "$@" && prints_the_same tree "$emulator"
        verdict $? "$what"
        rm -rf "$scratch/tree"
    fi
}

for compiler in gcc clang; do
    for level in 0 1 2 3; do
        everywhere "$compiler -O$level" $compiler "" CFLAGS="-O$level"
    done
done
everywhere "32-bit x86" i686-linux-gnu-gcc "" --host=i686-linux-gnu CFLAGS=-O2 LDFLAGS=-static
everywhere "musl" musl-gcc "" CFLAGS=-O2
everywhere "64-bit ARM" aarch64-linux-gnu-gcc qemu-aarch64 --host=aarch64-linux-gnu CFLAGS=-O2 LDFLAGS=-static
everywhere "z/Architecture, big-endian" s390x-linux-gnu-gcc qemu-s390x --host=s390x-linux-gnu CFLAGS=-O2 LDFLAGS=-static
finish
