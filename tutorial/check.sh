#!/bin/sh
# Check: whether the tutorial is what the sources and the program say today: check.sh PROGRAM
# SOURCES [CHAPTER], of all chapters or of the one. Says each fault in a line, and ends with status 1 if there is one.
#
# A block is as it would be woven now; every equation stands in a chapter; every link leads
# somewhere, and every file that is named is there; a number with decimals in the prose is one that
# a block of the same chapter shows. Every picture was drawn from the script that it has today. A chapter begins with what it is for, and ends with three
# questions and a command.
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

for chapter in "$sources"/tutorial/${only:-*.md}; do
    name=$(basename "$chapter")
    woven=$scratch/woven/$name
    [ ! -f "$woven" ] || cmp -s "$chapter" "$woven" || {
        fault "$chapter: is not as it would be woven; \`make weave\` weaves it:"
        diff "$chapter" "$woven" | head -n 10 || true
    }
    "${AWK:-awk}" -v name="$chapter" -f "$sources/tutorial/check.awk" "$chapter" "$chapter" >"$scratch/found"
    while read -r kind line target; do
        case $kind in
        fault) fault "$chapter:$line: $target" ;;
        link)
            file=$sources/tutorial/${target%%#*}
            [ -e "$file" ] || fault "$chapter:$line: dead link: $target"
            case $target in
            *'#L'*) [ ! -e "$file" ] || [ "$(wc -l <"$file")" -ge "${target##*#L}" ] ||
                fault "$chapter:$line: no such line: $target" ;;
            esac ;;
        file) [ -e "$sources/$target" ] || fault "$chapter:$line: no such file: $target" ;;
        esac
    done <"$scratch/found"
done

[ -n "$only" ] || sh "$sources/tutorial/pictures.sh" "$program" "$sources" "$sources/tutorial/pictures" check || faults=1
exit $faults
