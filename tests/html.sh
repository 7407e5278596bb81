#!/bin/sh
# HTML: the pages of the tutorial are all there in both languages, lead to each other, to the other
# language and to bpwalk.html and nowhere else, have their mathematics as MathML, and fit a phone.
. "${SOURCES:-.}/tests/tap.sh"

if ! command -v pandoc >/dev/null 2>&1; then
    skip "the pages of the tutorial" "pandoc is not here"
    finish
fi
thorough "the pages of the tutorial" || finish
pages=$scratch/html

# As where neither the build nor the sources have a bpwalk.html
mkdir "$scratch/top" "$scratch/build"
sources=$(cd "$SOURCES" && pwd)
ln -s "$sources"/* "$scratch/top"
rm -f "$scratch/top/bpwalk.html"
top=$scratch/top
cd "$scratch/build" || exit 99
SOURCES=$sources

links_lead_somewhere() {
    grep -o '\(href\|src\)="[^"]*"' /dev/null "$pages"/[!b]*.html "$pages"/b-*.html "$pages"/zh/*.html | sed 's/:[a-z]*="/ /; s/"$//' | sort -u | while read -r page target; do
        case $target in
        '#'*) grep -q "id=\"${target#?}\"" "$page" || echo "# $page: $target" ;;
        *:*) echo "# $page: $target is not one of the pages" ;;
        *) [ -s "${page%/*}/${target%%#*}" ] || echo "# $page: $target" ;;
        esac
    done | grep . && return 1
    return 0
}

one_after_the_other() { # one_after_the_other FOLDER: from the contents by next to the last page, and each page names the one before
    page=index.html
    count=1
    while next=$(sed -n 's/.*<link rel="next" href="\([^"]*\)".*/\1/p' "$pages/$1/$page") && [ -n "$next" ]; do
        grep -q "<link rel=\"prev\" href=\"$page\"" "$pages/$1/$next" || { echo "# $next: not before it: $page"; return 1; }
        page=$next
        count=$((count + 1))
    done
    [ $count -eq "$(ls "$SOURCES/tutorial/$1"/*.md | wc -l)" ] || { echo "# only $count pages"; return 1; }
}

to_the_same_in_the_other_language() { # and back
    for page in "$pages"/zh/*.html; do
        page=$(basename "$page")
        has "zh/$page" "<a href=\"../$page\"" && has "$page" "<a href=\"zh/$page\"" || return 1
    done
}

to_the_walk() { # from every page, in its language
    ! grep -L '<a href="bpwalk.html#lang=en">' "$pages"/[!b]*.html "$pages"/b-*.html | grep . &&
        ! grep -L '<a href="../bpwalk.html#lang=zh">' "$pages"/zh/*.html | grep .
}

has() { # has PAGE TEXT
    grep -qF -- "$2" "$pages/$1" || { echo "# $1: no $2"; return 1; }
}

check "the pages are made, where bpwalk.html is not" sh "$SOURCES/doc/html.sh" "$top" "$pages"
check "then no page leads there" test -z "$(grep -l 'href="[./]*bpwalk\.html' "$pages"/*.html "$pages"/zh/*.html)"
check "and every link leads to a page, a place in one, or a picture" links_lead_somewhere
echo '<!DOCTYPE html>' >bpwalk.html
check "the pages are made, where it is" sh "$SOURCES/doc/html.sh" "$top" "$pages"
check "every page leads to it" to_the_walk
check "every link leads to a page, a place in one, or a picture" links_lead_somewhere
check "from one chapter to the next and back" one_after_the_other .
check "in Chinese, too" one_after_the_other zh
check "each page leads to the same in the other language" to_the_same_in_the_other_language
check "mathematics is MathML" has 05-output-layer.html "<mfrac>"
check "no mathematics is left as it was typed" test -z "$(grep -l '\$\$' "$pages"/*.html "$pages"/zh/*.html)"
check "no link to a chapter's source" test -z "$(grep -l 'href="[^"]*\.md' "$pages"/*.html "$pages"/zh/*.html)"
check "answers can be opened" has 03-forward.html "<details>"
check "a phone is told its width" has 03-forward.html 'name="viewport" content="width=device-width'
check "the styles come along" test -s "$pages/tutorial.css"

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -n "$browser" ]; then
    # Each page in a frame of 390 pixels; wider than that it would have to be moved sideways.
    frames=$scratch/html/frames.html
    {
        echo '<!DOCTYPE html><body><script>let wide = "fits";</script>'
        for page in "$pages"/[0-9i]*.html "$pages"/[a-z]-*.html "$pages"/zh/[0-9i]*.html "$pages"/zh/[a-z]-*.html; do
            page=${page#"$pages/"}
            echo "<iframe src=\"$page\" width=390 height=800 onload=\"if (contentDocument.documentElement.scrollWidth > 390) wide = 'too wide: $page'\"></iframe>"
        done
        echo '<p id=verdict>not loaded</p><script>onload = () => { verdict.textContent = wide + ".";}</script>'
    } >"$frames"
    on_a_phone() {
        "$browser" --headless --no-sandbox --disable-gpu --allow-file-access-from-files --user-data-dir="$scratch/browser" \
            --virtual-time-budget=20000 --dump-dom "file://$frames" >"$scratch/dom" 2>"$scratch/err"
        grep -q 'fits\.<' "$scratch/dom" && return
        sed -n 's/.*id="verdict">\(.*\)<\/p>.*/# \1/p' "$scratch/dom"
        return 1
    }
    check "on a phone no page is too wide" on_a_phone
else
    skip "on a phone no page is too wide" "chromium is not here"
fi
finish
