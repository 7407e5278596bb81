#!/bin/sh
# Check: whether the tutorial is what the sources and the program say today: check.sh PROGRAM
# SOURCES [CHAPTER], of all chapters in both languages or of the one. Says each fault in a line, and
# ends with status 1 if there is one.
#
# A block is as it would be woven now; every equation stands in a chapter; every link leads
# somewhere, and every file that is named is there; a number with decimals in the prose is one that
# a block of the same chapter shows. Every picture was drawn from the script that it has today. A
# chapter begins with what it is for, and ends with three questions and a command. And what one
# language has, the other has too: the chapters, and in each the blocks and questions, in order.
set -eu
program=$1
sources=$2
only=${3-}
scratch=$(mktemp -d "${TMPDIR:-/tmp}/bpwalk-check.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
faults=0

fault() { # fault WHAT
    echo "$1"
    faults=1
}

sh "$sources/tutorial/weave.sh" "$program" "$sources" "$scratch/woven" "$only" 2>"$scratch/says" || faults=1
cat "$scratch/says"

check_chapter() { # check_chapter NAME, such as zh/03-forward.md
    chapter=$sources/tutorial/$1
    woven=$scratch/woven/$1
    [ ! -f "$woven" ] || cmp -s "$chapter" "$woven" || {
        fault "$chapter: is not as it would be woven; \`make weave\` weaves it:"
        diff "$chapter" "$woven" | head -n 10 || true
    }
    "${AWK:-awk}" -v name="$chapter" -f "$sources/tutorial/check.awk" "$chapter" "$chapter" >"$scratch/found"
    while read -r kind line target; do
        case $kind in
        fault) fault "$chapter:$line: $target" ;;
        link)
            file=$(dirname "$chapter")/${target%%#*}
            [ -e "$file" ] || fault "$chapter:$line: dead link: $target"
            case $target in
            *'#L'*) [ ! -e "$file" ] || [ "$(wc -l <"$file")" -ge "${target##*#L}" ] ||
                fault "$chapter:$line: no such line: $target" ;;
            esac ;;
        file) [ -e "$sources/$target" ] || fault "$chapter:$line: no such file: $target" ;;
        esac
    done <"$scratch/found"
}

# What both languages must have alike: a line a heading, block, question and answer. Chinese output is
# asked for by --lang, and cut with sed by its own words.
shape() { # shape FILE
    [ ! -f "$1" ] || sed -n -e 's/ --lang zh//; s/ | sed .*-->$/ -->/; s!tutorial/zh/!tutorial/!g' \
        -e 's/^###* .*/a heading/p' -e '/^<!-- [a-z]*:/p' -e 's/^<details>.*/an answer/p' \
        -e 's/^\*\*\([1-9]\)\.\*\*.*/question \1/p' "$1"
}

check_languages() { # check_languages NAME, such as 03-forward.md
    shape "$sources/tutorial/$1" >"$scratch/en"
    shape "$sources/tutorial/zh/$1" >"$scratch/zh"
    [ -f "$sources/tutorial/$1" ] || fault "$1: there is no such chapter in English"
    [ -f "$sources/tutorial/zh/$1" ] || fault "$1: there is no such chapter in Chinese"
    diff "$scratch/en" "$scratch/zh" >"$scratch/parted" ||
        fault "$1: only in English (<) or only in Chinese (>): $(grep '^[<>]' "$scratch/parted" | head -n 1)"
}

names() { # names FOLDER: of its chapters
    (cd "$sources/tutorial/$1" && ls -- *.md)
}

if [ -n "$only" ]; then
    check_chapter "$only"
    check_languages "${only#zh/}"
else
    for name in $(names .; names zh | sed 's!^!zh/!'); do
        check_chapter "$name"
    done
    for name in $( (names .; names zh) | sort -u); do
        check_languages "$name"
    done
    for chapters in tutorial tutorial/zh; do
        sh "$sources/tutorial/pictures.sh" "$program" "$sources" $chapters "$sources/$chapters/pictures" check || faults=1
    done
fi
exit $faults
