#!/bin/sh
# Errata: each number in them is computed again by a program that has nothing of this one; what they name as a way
# to find an error finds it; and the article's program, repaired step by step, does what the steps say. That last needs
# the article's text, which is not ours to hand on: ARTICLE=article.md has it, and numpy and scikit-learn run it.
. "${SOURCES:-.}/tests/tap.sh"
"$BPWALK" errata --format tsv >"$scratch/errata"

if command -v python3 >/dev/null 2>&1; then
    check "each number, computed again" python3 "$SOURCES/tests/errata_numbers.py" <"$scratch/errata"
    for wrong in 's/1\.6493677251/1.6493677252/' 's/0\.0000000768/0.0000000769/' 's/1\.26475132/1.26475133/'; do
        sed "$wrong" "$scratch/errata" >"$scratch/wrong"
        check "another is noticed: $wrong" test -n "$(python3 "$SOURCES/tests/errata_numbers.py" <"$scratch/wrong")"
    done
else
    echo "# python3 is not here: the numbers are not computed again"
fi

# ---- What is said to find an error does ----

value_of() { # value_of NAME ARGUMENT...: of a walk
    name=$1
    shift
    "$BPWALK" --chapter all --format tsv "$@" | awk -F '\t' -v name="$name" '$5 == name { print $6; exit }'
}
last_cost() { "$BPWALK" train --format tsv "$@" | awk -F '\t' 'END { print $2 }'; }
less() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a < b) }'; }

check "T2: an output of 0.6 is of class 1" test "$(value_of y)/$(value_of class_y)" = "0.60000000000000009/1"
check "T10: the gradient fits the output of the layer before" test \
    "$("$BPWALK" explain dE_total_dw1 --example companion | grep -c ': 0.0002267552$')" -ge 2
"$BPWALK" train --data xor --layers 2,1 >"$scratch/train"
check "T17: one neuron does not part XOR" grep -q '^accuracy 50.0% (2 / 4)$' "$scratch/train"
check "T19: the factor cancels" prints "= out_O1 - O1" --chapter all
slow=$(last_cost --data example --set alpha=0.01 --iterations 100000)
fast=$(last_cost --data example --iterations 2000)
check "T21: as low with a small rate" less "$(awk -v a="$slow" -v b="$fast" 'BEGIN { print (a - b)^2 }')" 1e-12
for neurons in 1 4 20; do
    "$BPWALK" train --layers "2,$neurons,2" --save "$scratch/model" >"$scratch/train"
    trained=$(awk '/^accuracy/ { print $2 + 0 }' "$scratch/train")
    fresh=$("$BPWALK" train --layers "2,$neurons,2" --test moons:20000 | awk '/^accuracy/ { last = $2 + 0 } END { print last }')
    echo "# $neurons neurons: $trained % of the points, $fresh % of fresh ones"
    [ "$neurons" = 1 ] || {
        check "T22: $neurons neurons, better on their points" less "$trained_before" "$trained"
        check "T22: $neurons neurons, worse on fresh ones" less "$fresh" "$fresh_before"
    }
    trained_before=$trained
    fresh_before=$fresh
done
check "P1: bpwalk goes on" less "$(last_cost --layers 2,50,2 --iterations 16000)" 1

# ---- The program ----

numpy=
for python in python3 /usr/bin/python3; do
    [ -n "$numpy" ] || ! $python -c 'import numpy, sklearn' 2>/dev/null || numpy=$python
done
if [ -z "${ARTICLE:-}" ]; then
    echo "# ARTICLE does not name the article's text: its program is not repaired"
elif [ -z "$numpy" ]; then
    echo "# numpy and scikit-learn are not here: the article's program is not repaired"
else
    "$numpy" "$SOURCES/tests/article_program.py" "$ARTICLE" "$scratch/errata" >"$scratch/facts"
    check "the program was looked at" test "$(wc -l <"$scratch/facts")" -eq 17
    [ -z "$THOROUGH" ] || "$numpy" "$SOURCES/tests/article_program.py" "$ARTICLE" "$scratch/errata" whole |
        grep '^[01] ' >>"$scratch/facts"
    while read -r status what; do
        verdict "$status" "$what"
    done <"$scratch/facts"
fi
finish
