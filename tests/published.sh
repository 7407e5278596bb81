#!/bin/sh
# Published: worked examples that others have printed, walked from their numbers; every printed number
# that arithmetic made apart from this program confirms is had. A file of data/published/ is an example
# with its source on top, and a comment a printed number. NAME@2 is that of iteration 2; a minus stands
# before it where the source's error terms have the other sign. A reason follows a colon.
#   #= NAME PRINTED    the walk's value, rounded to as many decimals
#   #< NAME PRINTED    the walk's value, cut off to them, as the source does
#   #> NAME PRINTED    a derivative that only `explain` takes, rounded as many; 1/2*NAME is half of it
#   #- NAME PRINTED    right, and a name that no walk has
#   #! NAME PRINTED    not right
. "${SOURCES:-.}/tests/tap.sh"

examples=$SOURCES/tests/data/published
for example in "$examples"/*.txt; do
    id=$(basename "$example" .txt)
    "$BPWALK" --example "$example" --iterations 2 --format tsv >"$scratch/$id.tsv"
    verdict $? "$id is walked"
    sed -n 's/^#> \([^ ]*\) .*/\1/p' "$example" | while read -r name; do
        "$BPWALK" explain "${name##*\*}" --example "$example" --digits 17 | awk -v name="$name" '
            NR == 1 && split(name, part, "[/*]") == 3 { $3 *= part[1] / part[2] }
            NR == 1 { printf "\t\texplained\t1\t%s\t%.17g\n", name, $3 }'
    done >>"$scratch/$id.tsv"
    set -- "$@" "$scratch/$id.tsv" "$example"
done

# Prints the status and the name of each fact. sprintf rounds the double once.
awk -F '\t' '
    function shown(number, places) {
        number = sprintf("%." places "f", number)
        return number + 0 == 0 ? "0" : number
    }
    function cut(number, places) {
        number = sprintf("%.25f", number)
        return substr(number, 1, index(number, ".") + places)
    }
    function decimals(number,    exponent) {
        exponent = match(number, /e/) ? substr(number, RSTART + 1) : 0
        sub(/e.*/, "", number)
        return (index(number, ".") > 0 ? length(number) - index(number, ".") : 0) - exponent
    }
    FNR == 1 { is_walk = FILENAME ~ /\.tsv$/ }
    is_walk && FNR == 1 { split("", values) }
    is_walk && FNR == 2 { network = $3 } # the companion has another
    is_walk && ($3 == network || $3 == "explained") { values[$5 ($4 > 1 ? "@" $4 : "")] = $6 }
    !is_walk && FNR == 1 {
        source = substr($0, 3)
        id = FILENAME
        gsub(/.*\/|\.txt$/, "", id)
    }
    !is_walk && /^#[=<>] / {
        split($0, word, " ")
        name = word[2]
        sign = sub(/^-/, "", name) ? -1 : 1
        value = name in values ? sprintf("%.17g", sign * values[name]) : "missing"
        places = decimals(word[3])
        had = word[1] == "#<" ? cut(value, places) : shown(value, places)
        is_had = value != "missing" && had == shown(word[3], places)
        print (is_had ? 0 : 1), id ": " word[2] " is " word[3] (is_had ? "" : ", not " value) " (" source ")"
    }
' "$@" >"$scratch/verdicts"
while read -r status what; do
    verdict "$status" "$what"
done <"$scratch/verdicts"
check "and that is all of them" test "$(wc -l <"$scratch/verdicts")" -eq "$(cat "$examples"/*.txt | grep -c '^#[=<>] ')"

# Each as a hand-in (of the first iteration; a source's error terms with their sign turned back): no right
# number is called wrong, and half of those that differ get the reason that was found: a name where one was
# made, "carried" where it was made before, no mark where it was rounding on the way.
for example in "$examples"/*.txt; do
    sed -n 's/:.*//; /@/d; s/^#[=<!] //p' "$example" | awk '
        sub(/^-/, "", $1) { $2 = "-" $2; sub(/^--/, "", $2) }
        { print $1 " = " $2 }' >"$scratch/answers"
    "$BPWALK" check "$scratch/answers" --example "$example" --format tsv >"$scratch/marks"
    awk -F '\t' -v id="$(basename "$example" .txt)" '
        NR == FNR {
            if (/^#[=<!] / && !/@/) {
                split($0, word, " ")
                name = word[2]
                sub(/^-/, "", name)
                kind[name] = word[1] == "#!" ? "bad" : "right"
                reason[name] = substr($0, index($0, ": ") + 2)
            }
            next
        }
        !($2 in kind) { next }
        kind[$2] == "right" { print "right", $5, id, $2, $3; next }
        {
            why = reason[$2]
            told = $5 == "wrong" && $6 != ""
            if (why ~ /carried/)
                told = $5 ~ /carried|right/
            else if (why ~ /rounded/)
                told = $5 ~ /carried|right|coarse/ || $6 == "rounded"
            print told ? "told" : "untold", $5, id, $2, $3
        }' "$example" "$scratch/marks"
done >"$scratch/all"
verdict "$(grep -c '^right wrong\|^right unread' "$scratch/all")" "no right number is called wrong: $(
    grep '^right wrong\|^right unread' "$scratch/all" | head -n 3 | paste -s -d ';' -)"
told=$(grep -c '^told' "$scratch/all")
untold=$(grep -c '^untold' "$scratch/all")
check "of the others half or more get their reason: $told, not $untold" test "$told" -ge "$untold" -a "$told" -gt 90

# The error that the best-known of them prints is of the other order of updates than its weights.
"$BPWALK" --example "$examples/mazur-2015.txt" --set update=at-once --format tsv >"$scratch/at-once.tsv"
check "mazur-2015: E_total_new is 0.291027924, where layers are updated at once" test 0.291027924 = \
    "$(awk -F '\t' '$5 == "E_total_new" { printf "%.9f", $6 }' "$scratch/at-once.tsv")"
"$BPWALK" check "$SOURCES/tutorial/answers/mazur-printed.txt" --example "$examples/mazur-2015.txt" --format tsv >"$scratch/marks"
check "mazur-2015: where they are updated together it is wrong, and no slip is named that does not give it" test "wrong " = \
    "$(awk -F '\t' '$2 == "E_total_new" { print $5 " " $6 }' "$scratch/marks")"
finish
