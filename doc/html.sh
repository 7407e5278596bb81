#!/bin/sh
# HTML: the tutorial as linked pages that need no network: html.sh SOURCES DIRECTORY; the Chinese ones
# in DIRECTORY/zh, and each page linked to the same in the other language. Made by pandoc; formulas
# become MathML, and the pictures are those of the chapters. Where bpwalk.html is, here or in SOURCES,
# it comes along, and every page has a link to it.
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
rm -rf "$directory/pictures" "$directory/answers" "$directory/zh" "$directory"/*.html
sh "$sources/tutorial/install.sh" "$sources" "$scratch"
guides="README $(cd "$sources" && echo doc/*.md | sed 's/\.md//g')"
guide_page() { # guide_page README|doc/GUIDE: the name of its page
    case $1 in README) echo readme ;; *) echo "${1#doc/}" ;; esac
}
unlinked='s!\[`\(CONTRIBUTING\.md\)`\]([^)]*)!`\1`!g' # for those who build it: no page
for guide in $guides; do
    sed -e "$unlinked" -e 's!(README\.zh\.md)!(zh/readme.html)!g' \
        -e 's!(\(\.\./\)\{0,1\}tutorial/!(!g' -e 's!(doc/!(!g' "$sources/$guide.md" >"$scratch/$(guide_page "$guide").md"
done
sed -e "$unlinked" -e 's!(README\.md)!(../readme.html)!g' -e 's!(tutorial/zh/!(!g' -e 's!(tutorial/!(../!g' -e 's!(doc/!(../!g' \
    "$sources/README.zh.md" >"$scratch/zh/readme.md"
cp "$sources/doc/tutorial.css" "$directory"
walk=
for page in bpwalk.html "$sources/bpwalk.html"; do
    if [ -z "$walk" ] && [ -f "$page" ]; then
        cp "$page" "$directory/bpwalk.html"
        walk=bpwalk.html
    fi
done
[ -n "$walk" ] || echo "make html: bpwalk.html is not here, and no page has a link to it; \`make page\` makes it" >&2

page_of() { # page_of CHAPTER: the name of its page
    case $1 in README) echo index.html ;; '') ;; *) echo "$1.html" ;; esac
}

page() { # page CHAPTER BEFORE NEXT [OTHER]: the chapter's page; OTHER is that of the other language, if not of its name
    title=$(sed -n 's/^# //p' "$from/$1.md" | head -n 1)
    # The project's README is readme.html here; ```math blocks are mathematics on a code-hosting site,
    # for pandoc $$ is
    sed -e "s!($readme\([)#]\)!(readme.md\1!g" "$from/$1.md" | awk '/^```math$/ { print "$$"; inside = 1; next } inside && /^```$/ { print "$$"; inside = 0; next } { print }' |
        pandoc --from gfm+tex_math_dollars --to html5 --mathml --template "$sources/doc/page.html" \
            --highlight-style tango --metadata pagetitle="$title" --variable top="$top" --variable "$lang" \
            --variable other="$other$(page_of "${4:-$1}")" ${walk:+--variable walk="$top$walk"} \
            ${2:+--variable before="$(page_of "$2")"} ${3:+--variable next="$(page_of "$3")"} |
        sed -e 's!href="\([./zh]*\)README\.md!href="\1index.html!g' -e 's!href="\([./0-9a-z-]*\)\.md!href="\1.html!g' \
            >"$to/$(page_of "$1")"
}

book() { # book LANGUAGE FOLDER TOP OTHER README: the ways to the top, to the other language, to the README
    lang=$1 from=$scratch/$2 to=$directory/$2 top=$3 other=$4 readme=$5
    mkdir -p "$to"
    cp -R "$from/pictures" "$from/answers" "$to"
    before=
    chapter=README
    for file in "$from"/[0-9]*.md "$from"/[a-z]-*.md ''; do
        next=$(basename "$file" .md)
        page "$chapter" "$before" "$next"
        before=$chapter
        chapter=$next
    done
    page readme '' README
}
book en . '' zh/ ../README.md
for guide in ${guides#README}; do # in English alone
    page "$(guide_page "$guide")" '' README readme
done
book zh zh ../ ../ ../../README.zh.md
