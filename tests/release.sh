#!/bin/sh
# Release: the tarball builds, tests and installs where there is no autoconf, no git and no network:
# tests/release.sh RELEASE.tar.gz. The commands that a release must not need are not on the path; the
# network is taken away where the system lets (unshare), and else the first fact is skipped. TAP.
release=$(realpath "$1")
SOURCES=$(dirname "$0")/.. # for tap.sh
. "$SOURCES/tests/tap.sh"

mkdir "$scratch/bin" "$scratch/tree"
for directory in $(echo "$PATH" | tr ':' ' '); do
    for command in "$directory"/*; do
        case ${command##*/} in
        auto* | aclocal* | autoheader* | ifnames | libtoolize | git | git-* | curl | wget | apt* | pandoc | clang-format) ;;
        *) [ -e "$scratch/bin/${command##*/}" ] || ln -s "$command" "$scratch/bin/" 2>/dev/null ;;
        esac
    done
done
for command in autoconf automake git; do
    check "no $command" test -z "$(PATH=$scratch/bin command -v $command)"
done

alone=
if unshare --net --map-root-user true 2>/dev/null; then
    alone="unshare --net --map-root-user"
    check "no network" test -z "$($alone sh -c 'sed -n 3,\$p /proc/net/dev' | grep -v '^ *lo:')"
else
    skip "no network" "unshare may not take it away here"
fi

step() { # step WHAT COMMAND...: in the release's directory
    what=$1
    shift
    (cd "$scratch/tree" && PATH=$scratch/bin env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL $alone "$@") >"$scratch/log" 2>&1
    status=$?
    [ $status -eq 0 ] || tail -n 20 "$scratch/log" | sed 's/^/# /'
    verdict $status "$what"
}

tar -xzf "$release" -C "$scratch/tree" --strip-components=1
step "./configure" ./configure --quiet --prefix=/usr
step "make" make -s
step "make check" make -s check
sed -n 's/^# TOTAL: */# facts: /p; s/^# SKIP: */# skipped: /p' "$scratch/log"
step "make install" make -s install DESTDIR="$scratch/root"
check "what is installed runs" test "$("$scratch/root/usr/bin/bpwalk" | cksum)" = "$(cksum <"$scratch/tree/traces/walk.txt")"
check "nothing else was changed" test -z "$(find "$scratch/tree" -name configure -newer "$scratch/tree/Makefile")"
finish
