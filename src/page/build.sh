#!/bin/sh
# Build: bpwalk.html, one file with everything in it: the program, deflated and as text, the style and the
# shell. system.js has what undoes it (unpack).
#
#     build.sh SOURCES OUT VERSION HTML LIBRARY-SOURCES...
set -eu
sources=$1 out=$2 version=$3 html=$4
shift 4
page=$sources/src/page
mkdir -p "$out"
MAKEFLAGS="" make -s -j2 -f "$page/page.mk" SOURCES="$sources" OUT="$out" VERSION="$version" LIBRARY="$*" >&2
zopfli -c "$out/bpwalk.wasm" >"$out/bpwalk.wasm.gz"
# 13 bits in two characters, of # to ~ without <: 91 of them. What is left over, of 6 bits at most, in one.
od -An -v -tu1 "$out/bpwalk.wasm.gz" | awk '
    function put(digit) { printf "%c", digit + 35 + (digit >= 25) }
    {
        for (i = 1; i <= NF; i++) {
            bits = bits * 256 + $i
            if ((count += 8) < 13) continue
            count -= 13
            pair = int(bits / 2 ^ count)
            bits -= pair * 2 ^ count
            put(int(pair / 91)); put(pair % 91)
        }
    }
    END {
        pair = bits * 2 ^ (13 - count)
        if (count > 6) { put(int(pair / 91)); put(pair % 91) }
        else if (count > 0) put(bits * 2 ^ (6 - count))
    }' >"$out/program"
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
