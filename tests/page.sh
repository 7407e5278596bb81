#!/bin/sh
# Page: bpwalk.html in headless Chromium, by click and by keyboard, and its numbers held to the command
# line's. PICTURES=DIRECTORY keeps what it looks like.
. "${SOURCES:-.}/tests/tap.sh"

: "${PAGE:=./bpwalk.html}" "${DRIVER:=$SOURCES/tests/page}"
CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
absent=
[ -s "$PAGE" ] || absent="bpwalk.html is not here: make page"
[ -n "$CHROMIUM" ] || absent="chromium is not here"
command -v node >/dev/null 2>&1 || absent="node is not here"
for part in playwright-core axe-core; do
    [ -d "$DRIVER/node_modules/$part" ] || absent="$part is not here: npm install --prefix tests/page"
done
# Where there is a page it is that of these sources.
if [ -z "$absent" ] && [ "$PAGE" = ./bpwalk.html ]; then
    check "the page is made anew where its sources have changed" $MAKE -s bpwalk.html
fi
if [ -n "$absent" ]; then
    skip "the page" "$absent"
    finish
fi
export PAGE DRIVER CHROMIUM

for part in traces values use; do
    node "$SOURCES/tests/page/$part.mjs" >"$scratch/$part" 2>&1
    status=$?
    # The facts of a part, numbered on.
    while IFS= read -r line; do
        case $line in
        "ok "*) verdict 0 "page, $part: ${line#* - }" ;;
        "not ok "*) verdict 1 "page, $part: ${line#* - }" ;;
        1..*) ;;
        *) printf '%s\n' "$line" ;;
        esac
    done <"$scratch/$part"
    grep -q '^1\.\.' "$scratch/$part" || status=1
    verdict $status "page, $part: all of it was looked at"
done
check "the page has 400,000 bytes at most" test "$(wc -c <"$PAGE")" -le 400000
finish
