#!/bin/sh
# QTI: the package of `handout --format qti`: that it is a ZIP, held to what importers read; its answers
# against the walk's, and against those of Moodle's bank.
. "${SOURCES:-.}/tests/tap.sh"

has() { command -v "$1" >/dev/null 2>&1; }
package() { # package NAME ARGUMENT...: NAME.zip, and its two documents, which are stored as they are
    name=$1
    shift
    "$BPWALK" handout --format qti -o "$scratch/$name.zip" "$@" 2>"$scratch/err" || { sed 's/^/# /' "$scratch/err"; return 1; }
    LC_ALL=C sed -n '/<questestinterop/,/<\/questestinterop>/p' "$scratch/$name.zip" >"$scratch/$name.xml"
    LC_ALL=C sed -n '/<manifest/,/<\/manifest>/p' "$scratch/$name.zip" >"$scratch/$name.manifest"
}
answers() { # answers XML: a line an item: its name, without blanks, the value, the lowest and the highest one taken
    sed -n 's/^<item .* title="\(.*\)">$/N \1/p; s/.*<varequal[^>]*>\(.*\)<\/varequal>/V \1/p; s/.*<vargte[^>]*>\(.*\)<\/vargte><varlte[^>]*>\(.*\)<\/varlte>.*/R \1 \2/p' "$1" |
        awk '/^N/ { name = substr($0, 3); gsub(/ /, "", name) } /^V/ { value = $2 } /^R/ { print name, value, $2, $3 }'
}

check "made" package one
check "a question a quantity" test "$(answers "$scratch/one.xml" | wc -l)" -eq 39
check "of 30 variants" package many --count 30 --seed 5 --title 'Week 1/2 <&"> more' --carry 4
check "39 groups" test "$(grep -c '<selection_number>1<' "$scratch/many.xml")" -eq 39
check "of 30 questions each" test "$(answers "$scratch/many.xml" | cut -d , -f 1 | sort | uniq -c | awk '{ print $1 }' | sort -u)" = 30
check "in Chinese" package zh --count 2 --lang zh --carry 3 --set alpha=2
check "the words are" grep -q 'title="in_h1，数据组 2，种子 1"' "$scratch/zh.xml"
check "with names" package names --roster /dev/stdin <<'NAMES'
A & B "c"
李雷
NAMES
check "which are escaped" grep -qF 'Sheet 1 A &amp; B &quot;c&quot;' "$scratch/names.xml"
check "hints: the numbers in place" package hints --hints substituted
check "are there" grep -qF '= 0.1 \cdot 0.1 + 0.2 \cdot 0.2 + 1 \cdot 0.55' "$scratch/hints.xml"
package again --count 30 --seed 5 --title 'Week 1/2 <&"> more' --carry 4
check "the same, byte for byte" cmp -s "$scratch/many.zip" "$scratch/again.zip"
package other --count 30 --seed 6
identifiers() { grep -o ' ident="bpwalk_[^"]*"' "$1" | sort; }
identifiers "$scratch/many.xml" >"$scratch/a"
identifiers "$scratch/other.xml" >"$scratch/b"
check "1171 identifiers, each once" test "$(wc -l <"$scratch/a") $(uniq "$scratch/a" | wc -l)" = "1171 1171"
check "of variants 1 to 30" test "$(sed -n 's/.*_[0-9]*_\([0-9]*\)"$/\1/p' "$scratch/a" | sort -nu | tr '\n' ' ')" = "$(seq 30 | tr '\n' ' ')"
check "none of them in another package" test "$(sort "$scratch/a" "$scratch/b" | uniq -d | wc -l)" -eq 0

# The walk's own values: carried so, they are right; exact ones, rounded at the end alone, too.
echo Ann >"$scratch/ann"
column() { # column ARGUMENT...: all answers of a sheet, one a line
    "$BPWALK" handout --blank --roster "$scratch/ann" --example article "$@" -o "$scratch/sheets" && tail -n 1 "$scratch/sheets/answers.tsv" | cut -f 3- | tr '\t' '\n'
}
column --carry 4 >"$scratch/carried"
column --digits 5 >"$scratch/exact"
answers "$scratch/one.xml" | paste -d ' ' - "$scratch/carried" "$scratch/exact" >"$scratch/beside"
counts() { # counts AWK-EXPRESSION: for how many of the article's quantities the answer it gives is taken
    awk '{ answer = '"$1"'; n += answer >= $3 && answer <= $4 } END { print n + 0, NR }' "$scratch/beside"
}
check "right: the key's values" test "$(awk '{ n += $2 == $5 && NF == 6 && $5 >= $3 && $5 <= $4 } END { print n, NR }' "$scratch/beside")" = "39 39"
check "exact ones, rounded at the end" test "$(counts '$6')" = "39 39"
check "wrong: 0" test "$(counts 0)" = "0 39"
check "twice the value" test "$(counts '2 * $5')" = "0 39"
check "a unit of the second decimal more" test "$(counts '$5 + 0.01')" = "0 39"
check "no more decimals than Canvas keeps" test "$(answers "$scratch/many.xml" | awk '{ n++; split($2, part, "."); bad += length(part[2]) > 4 } END { print n, bad + 0 }')" = "1170 0"

# The same questions as in Moodle's bank: value and tolerance; and no slip that it knows is taken.
"$BPWALK" handout --format moodle --questions single --count 30 --seed 5 --carry 4 |
    sed -n 's/^<name><text>\(.*\)<\/text><\/name>/N \1/p; s/^<answer fraction="\([0-9]*\)".*/F \1/p; s/^<text>\(-*[0-9.e-]*\)<\/text>$/V \1/p; s/^<tolerance>\(.*\)<\/tolerance>/T \1/p' |
    awk '/^N/ { name = substr($0, 3); gsub(/ /, "", name) } /^F/ { right = $2 } /^V/ { value = $2 } /^T/ { print name, right, value, $2 }' >"$scratch/moodle"
answers "$scratch/many.xml" >"$scratch/a"
compares() {
    awk 'function near(a, b) { return a - b < 5e-8 && b - a < 5e-8 }
        NR == FNR { value[$1] = $2; low[$1] = $3; high[$1] = $4; next }
        $2 == 100 { n++; same += value[$1] == $3 && near(low[$1], $3 - $4) && near(high[$1], $3 + $4); next }
        { slips++; taken += $3 >= low[$1] && $3 <= high[$1] }
        END { print n, same, (slips > 500), taken + 0 }' "$scratch/a" "$scratch/moodle"
}
check "Moodle's values and tolerances, and no slip" test "$(compares)" = "1170 1170 1 0"

check "to nowhere" refused "--format qti is a package; -o FILE.zip is needed" handout --format qti
check "more decimals than Canvas keeps" refused "5 decimals are carried, and Canvas keeps 4 of an answer; --carry 4 or fewer is needed" handout --format qti --carry 5 -o "$scratch/none"
check "--key" refused "has its answers in it" handout --format qti --key -o "$scratch/none"
check "--questions" refused "--questions is for Moodle's bank" handout --format qti --questions single -o "$scratch/none"
check "numbers that saturate" refused "unsaturated" handout --format qti --count 2 --set w1=90 -o "$scratch/none"
check "a place that is none" refused "/nowhere/bank.zip: cannot be written" handout --format qti -o /nowhere/bank.zip
check "nothing is left" test ! -e "$scratch/none"

if has unzip; then
    check "unzip: a package, its sums right" sh -c "unzip -tq '$scratch/many.zip' >'$scratch/out'"
    check "its files" test "$(unzip -Z1 "$scratch/many.zip" | tr '\n' ' ')" = "imsmanifest.xml questions/assessment.xml "
    check "and what is in them" sh -c "unzip -p '$scratch/many.zip' questions/assessment.xml | tail -n +2 | cmp -s - '$scratch/many.xml'"
else
    skip "the package is a ZIP" "unzip is not here"
fi
if has xmllint; then
    holds() { xmllint --noout --relaxng "$SOURCES/tests/data/$1.rng" "$2" 2>"$scratch/err" || { head -n 5 "$scratch/err" | sed 's/^/# /'; return 1; }; }
    for name in one many zh names hints; do
        check "structure of the questions: $name" holds qti "$scratch/$name.xml"
        check "of the list: $name" holds qti_manifest "$scratch/$name.manifest"
        check "what is in a question is XML too: $name" sh -c "{ echo '<r>'; xmllint --xpath '//*[local-name()=\"mattext\"]/text()' '$scratch/$name.xml' | sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/\"/g; s/&amp;/\\&/g'; echo '</r>'; } | xmllint --noout -"
    done
    sed 's/<varequal/<vargt/' "$scratch/one.xml" >"$scratch/wrong.xml"
    check "another element would be noticed" sh -c "! xmllint --noout --relaxng '$SOURCES/tests/data/qti.rng' '$scratch/wrong.xml' 2>/dev/null"
else
    skip "the structure of its documents" "xmllint is not here"
fi
finish
