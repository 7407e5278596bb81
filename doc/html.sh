#!/bin/sh
# HTML: the tutorial as linked pages that need no network: html.sh SOURCES DIRECTORY. Made by pandoc;
# formulas become MathML, and the pictures are those of tutorial/pictures.
set -eu
sources=$1
directory=$2
if ! command -v pandoc >/dev/null; then
    echo "make html: pandoc is not here; it is the Debian package pandoc" >&2
    exit 2
fi
scratch=$(mktemp -d "${TMPDIR:-/tmp}/bpwalk-html.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
LC_ALL=C.UTF-8
export LC_ALL

mkdir -p "$directory"
rm -rf "$directory/pictures" "$directory/answers" "$directory"/*.html
sh "$sources/tutorial/install.sh" "$sources" "$scratch"
for guide in readme:README $(cd "$sources" && for g in doc/*.md; do g=${g%.md}; echo "${g#doc/}:$g"; done); do
    sed -e 's!\[`\(CONTRIBUTING\.md\)`\]([^)]*)!`\1`!g' -e 's!(\.\./tutorial/pictures/!(tutorial/pictures/!' \
        "$sources/${guide#*:}.md" >"$scratch/${guide%:*}.md"
done
[ ! -d "$scratch/pictures" ] || cp -R "$scratch/pictures" "$directory"
cp "$sources/doc/tutorial.css" "$directory"
cp -R "$scratch/answers" "$directory"

page_of() { # page_of CHAPTER: the name of its page
    case $1 in README) echo index.html ;; '') ;; *) echo "$1.html" ;; esac
}

page() { # page CHAPTER BEFORE NEXT
    title=$(sed -n 's/^# //p' "$scratch/$1.md" | head -n 1)
    # ```math blocks are mathematics on a code-hosting site; for pandoc $$ is
    awk '/^```math$/ { print "$$"; inside = 1; next } inside && /^```$/ { print "$$"; inside = 0; next } { print }' \
        "$scratch/$1.md" |
        pandoc --from gfm+tex_math_dollars --to html5 --mathml --template "$sources/doc/page.html" \
            --highlight-style tango --metadata pagetitle="$title" \
            ${2:+--variable before="$(page_of "$2")"} ${3:+--variable next="$(page_of "$3")"} |
        sed -e 's!src="tutorial/pictures/!src="pictures/!g' -e 's!href="tutorial/README\.md!href="index.html!g' -e 's!href="doc/!href="!g' -e 's!href="\.\./README\.md!href="readme.html!g' \
            -e 's!href="README\.md!href="index.html!g' -e 's!href="\([0-9a-z-]*\)\.md!href="\1.html!g' \
            >"$directory/$(page_of "$1")"
}

before=
chapter=README
for file in "$scratch"/[0-9]*.md "$scratch"/[a-z]-*.md ''; do
    next=$(basename "$file" .md)
    page "$chapter" "$before" "$next"
    before=$chapter
    chapter=$next
done
for guide in readme $(cd "$sources/doc" && ls *.md | sed "s/\.md$//"); do
    page $guide '' README
done
