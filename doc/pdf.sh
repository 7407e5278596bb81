#!/bin/sh
# PDF: the tutorial as one book: pdf.sh PROGRAM SOURCES LANGUAGE FILE, in English (en) or Chinese (zh).
# Made by pandoc and a TeX, with pictures by gnuplot; Chinese by xelatex or lualatex, with the fonts of
# Noto CJK.
set -eu
program=$1
sources=$2
language=$3
file=$4
scratch=$(mktemp -d "${TMPDIR:-/tmp}/bpwalk-pdf.XXXXXX")
trap 'cd / && rm -rf "$scratch"' EXIT
sources=$(cd "$sources" && pwd)
program=$(cd "$(dirname "$program")" && pwd)/$(basename "$program")
output=$(cd "$(dirname "$file")" && pwd)/$(basename "$file")
LC_ALL=C.UTF-8
export LC_ALL

missing() { # missing WHAT PACKAGE
    echo "make pdf: $1 is not here; it is in the Debian package $2" >&2
    exit 2
}
command -v pandoc >/dev/null || missing pandoc pandoc
case $language in
en) folder=. engines="pdflatex xelatex lualatex" title="bpwalk: from one neuron to a trained network" package=texlive-latex-recommended ;;
zh) folder=zh engines="xelatex lualatex" title="bpwalk：从一个神经元到训练好的网络" package=texlive-xetex ;;
esac
engine=
for one in $engines; do
    if command -v $one >/dev/null; then engine=$one; break; fi
done
[ -n "$engine" ] || missing "a TeX ($engines)" $package
[ "$language" != zh ] || ! command -v fc-list >/dev/null || [ -n "$(fc-list 'Noto Serif CJK SC')" ] ||
    missing "the font Noto Serif CJK SC" fonts-noto-cjk

sh "$sources/tutorial/install.sh" "$sources" "$scratch"
sh "$sources/tutorial/pictures.sh" "$program" "$sources" "tutorial/$folder" "$scratch/$folder/pictures" pdf
cd "$scratch/$folder"

# On paper an answer cannot be opened, a page not gone to, and a picture is a PDF.
for chapter in [0-9]*.md [a-z]-*.md; do
    awk '/^<!-- links:/ { skip = 1 }
        !skip && !/^<!--/ { print }
        /^<!-- end/ { skip = 0 }' "$chapter" |
        sed -e 's!^<details><summary>\(.*\)</summary>$!**\1**!' -e '/^<\/details>$/d' \
            -e 's!^\(\!\[.*\](pictures/.*\)\.svg)$!\1.pdf)!' \
            -e 's!\[\([^]]*\)\]([./0-9a-zREADM-]*\.md)!\1!g' |
        awk '/^```math$/ { print "$$"; inside = 1; next } inside && /^```$/ { print "$$"; inside = 0; next } { print }'
    echo
done >book.md

cat >header.tex <<'END'
\usepackage{fvextra}
\fvset{fontsize=\scriptsize,breaklines=true}
\RecustomVerbatimEnvironment{verbatim}{Verbatim}{}
\AtBeginDocument{\DefineVerbatimEnvironment{Highlighting}{Verbatim}{commandchars=\\\{\},fontsize=\scriptsize,breaklines=true}}
\usepackage{float}
\floatplacement{figure}{H}
END
set --
if [ "$language" = zh ]; then
    printf '%s\n' '\renewcommand{\contentsname}{目录}' '\setCJKmonofont{Noto Sans Mono CJK SC}' >>header.tex
    set -- --variable CJKmainfont="Noto Serif CJK SC" --variable monofont="DejaVu Sans Mono"
fi
pandoc --from gfm+tex_math_dollars --pdf-engine="$engine" --top-level-division=chapter \
    --toc --toc-depth=1 --include-in-header=header.tex --highlight-style tango \
    --variable documentclass=report --variable papersize=a4 --variable geometry=margin=24mm \
    --variable title="$title" "$@" --output book.pdf book.md
mv book.pdf "$output"
