#!/bin/sh
# PDF: the tutorial as one book: pdf.sh PROGRAM SOURCES FILE. Made by pandoc and a TeX, with pictures
# by gnuplot.
set -eu
program=$1
sources=$2
file=$3
scratch=$(mktemp -d "${TMPDIR:-/tmp}/bpwalk-pdf.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
LC_ALL=C.UTF-8
export LC_ALL

missing() { # missing WHAT PACKAGE
    echo "make pdf: $1 is not here; it is in the Debian package $2" >&2
    exit 2
}
command -v pandoc >/dev/null || missing pandoc pandoc
engine=
for one in pdflatex xelatex lualatex; do
    if command -v $one >/dev/null; then engine=$one; break; fi
done
[ -n "$engine" ] || missing "a TeX" texlive-latex-recommended

sh "$sources/tutorial/install.sh" "$sources" "$scratch"
sh "$sources/tutorial/pictures.sh" "$program" "$sources" "$scratch/pictures" pdf

# On paper an answer cannot be opened, a page not gone to, and a picture is a PDF.
for chapter in "$scratch"/[0-9]*.md "$scratch"/[a-z]-*.md; do
    awk '/^<!-- links:/ { skip = 1 }
        !skip && !/^<!--/ { print }
        /^<!-- end/ { skip = 0 }' "$chapter" |
        sed -e 's!^<details><summary>\(.*\)</summary>$!**\1.**!' -e '/^<\/details>$/d' \
            -e 's!^\(\!\[.*\](pictures/.*\)\.svg)$!\1.pdf)!' \
            -e 's!\[\([^]]*\)\]([0-9a-z-]*\.md)!\1!g' -e 's!\[\([^]]*\)\](\.\./README\.md)!\1!g' |
        awk '/^```math$/ { print "$$"; inside = 1; next } inside && /^```$/ { print "$$"; inside = 0; next } { print }'
    echo
done >"$scratch/book.md"

cat >"$scratch/header.tex" <<'END'
\usepackage{fvextra}
\fvset{fontsize=\scriptsize,breaklines=true}
\RecustomVerbatimEnvironment{verbatim}{Verbatim}{}
\AtBeginDocument{\DefineVerbatimEnvironment{Highlighting}{Verbatim}{commandchars=\\\{\},fontsize=\scriptsize,breaklines=true}}
\usepackage{float}
\floatplacement{figure}{H}
END
output=$(cd "$(dirname "$file")" && pwd)/$(basename "$file")
(cd "$scratch" && pandoc --from gfm+tex_math_dollars --pdf-engine="$engine" --top-level-division=chapter \
    --toc --toc-depth=1 --include-in-header=header.tex --highlight-style tango \
    --variable documentclass=report --variable papersize=a4 --variable geometry=margin=24mm \
    --variable title="bpwalk: from one neuron to a trained network" --output book.pdf book.md)
mv "$scratch/book.pdf" "$output"
