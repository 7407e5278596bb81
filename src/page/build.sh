#!/bin/sh
# Build: bpwalk.html, one file with everything in it: the program, deflated and in base64, the style and
# the shell.
#
#     build.sh SOURCES OUT VERSION HTML LIBRARY-SOURCES...
set -eu
sources=$1 out=$2 version=$3 html=$4
shift 4
page=$sources/src/page
mkdir -p "$out"
MAKEFLAGS="" make -s -j2 -f "$page/page.mk" SOURCES="$sources" OUT="$out" VERSION="$version" LIBRARY="$*" >&2
gzip -n -9 -c "$out/bpwalk.wasm" | base64 -w 0 >"$out/program"
# A line @FILE@ of the page is that file.
awk -v page="$page" -v out="$out" '
    function put(path) {
        while ((got = (getline line <path)) > 0) print line
        if (got < 0) { print "build.sh: " path " cannot be read" >"/dev/stderr"; exit 2 }
        close(path)
    }
    /^@program@$/ { put(out "/program"); next }
    /^@.*@$/ { put(page "/" substr($0, 2, length($0) - 2)); next }
    { print }' "$page/page.html" >"$out/page.html"
mv "$out/page.html" "$html"
