#!/bin/sh
# Notation: documents in other letters are the article's but for these, and `check` reads them. The
# letters are put in here by sed, which knows nothing of the program's table.
. "${SOURCES:-.}/tests/tap.sh"

flat() { # a document on one line, without the places where a long formula is broken
    sed 's/ \\\\$//; s/^&\\quad //; s/^ *&\\quad //; s/^ *= /= /; s|</math> <math>||g' | tr '\n' ' ' |
        tr -s ' ' | sed 's/ \*/*/g'
}

translate() { # translate NOTATION: its letters for those on stdin, of z/a in text alone
    case $1 in net/out) sum=net output=out ;; z/a) sum=z output=a ;; esac
    sed "s/mathrm{in}/mathrm{$sum}/g; s|<mi>in</mi>|<mi>$sum</mi>|g
        s/in_\\([hO]\\)/${sum}_\\1/g; s/out_\\([hO]\\)/${output}_\\1/g
        s/sigma/delta/g; s/alpha/eta/g; s/&#963;/\\&#948;/g; s/&#945;/\\&#951;/g"
}

translated() { # translated NOTATION ARGUMENT...: what sed makes of it is what the program makes
    notation=$1
    shift
    "$BPWALK" "$@" >"$scratch/article" && "$BPWALK" "$@" --notation "$notation" >"$scratch/other" || return
    translate "$notation" <"$scratch/article" | flat >"$scratch/wanted"
    flat <"$scratch/other" >"$scratch/made"
    ! cmp -s "$scratch/article" "$scratch/other" && cmp "$scratch/wanted" "$scratch/made"
}

same() { # same ARGUMENT...: --notation in/out, or NOTATION, changes no byte
    "$BPWALK" "$@" >"$scratch/article" && "$BPWALK" "$@" --notation "$NOTATION" >"$scratch/other" &&
        cmp "$scratch/article" "$scratch/other"
}

has_none() { # has_none ARGUMENT...: in z/a no letter of the article is left, but in expected_out1
    "$BPWALK" "$@" --notation z/a >"$scratch/out" && [ -s "$scratch/out" ] &&
        ! sed 's/{expected}_{[^}]*}//g; s/<mi>expected<.mi><msub><mi>out//g' "$scratch/out" |
        grep -nE '\\mathrm\{(in|out)\}|\\(sigma|alpha)|<mi>(in|out)</mi>|&#(963|945);|(in|out)_[hO]|sigma|alpha|out\*'
}

for example in article deep softmax; do
    for language in en zh; do
        for format in text html latex; do
            check "walk $example, net/out, $format, $language" translated net/out \
                walk --example $example --format $format --lang $language
            check "walk $example, z/a, $format, $language" has_none \
                walk --example $example --format $format --lang $language
        done
        check "walk $example, z/a, text, $language" translated z/a \
            walk --example $example --lang $language
        check "a sheet of $example, $language" translated net/out \
            handout --full --blank --example $example --format latex --lang $language
        for format in markdown latex html; do
            check "an exercise of $example, $format, $language" has_none \
                handout --blank --example $example --format $format --lang $language
            check "a grid of $example, $format, $language" has_none \
                handout --blank --layout grid --example $example --format $format --lang $language
            check "a key of $example, $format, $language" has_none \
                handout --key --example $example --format $format --lang $language
        done
    done
done
check "chapters 3, 4 and 5" translated z/a walk --chapter all
check "only some equations" translated net/out walk --equations 5.6-5.13,5.31
check "a second iteration" translated z/a walk --iterations 2 --example xor

NOTATION=z/a
check "the table keeps its names" same walk --format tsv
check "JSON keeps its names" same walk --format json
NOTATION=in/out
check "in/out is the article's" same walk --format html
check "names are asked for as the table has them" prints "z_h1 = w1*i1" walk --names in_h1 --notation z/a

for notation in net/out z/a; do # what is no name in a script is a word or gnuplot's own
    "$BPWALK" plot --all "$scratch/scripts" && "$BPWALK" plot --all "$scratch/renamed" --notation $notation
    for script in "$scratch"/scripts/*.gp; do
        name=$(basename "$script")
        translate $notation <"$script" >"$scratch/wanted"
        check "the picture ${name%.gp}, $notation" cmp "$scratch/wanted" "$scratch/renamed/$name"
    done
done
if command -v gnuplot >/dev/null 2>&1; then
    for figure in sigmoid learning-rates hidden-space network error-surface; do
        check "gnuplot draws $figure in z/a" sh -c "'$BPWALK' plot $figure --notation z/a --render '$scratch/$figure.svg' 2>&1 | sed 's/^/# /' | grep . && exit 1; [ -s '$scratch/$figure.svg' ]"
    done
    check "with the letters" grep -q 'z_h1 = 0.6000' "$scratch/sigmoid.svg"
fi

for language in en zh; do
    check "explain out_h1, $language" translated z/a explain out_h1 --lang $language
    check "explain a derivative, $language" translated net/out explain dE_total_din_hh1 sigma_h1 --example deep --lang $language
done
marked() { # marked NOTATION ARGUMENT...: the marks of slips, each of which has a formula
    notation=$1
    shift
    for notated in in/out "$notation"; do
        "$BPWALK" check "$SOURCES/tests/data/answers-slips.txt" "$@" --notation $notated >"$scratch/${notated%%/*}"
    done
    translate "$notation" <"$scratch/in" | flat >"$scratch/wanted"
    flat <"$scratch/${notation%%/*}" >"$scratch/made"
    ! cmp -s "$scratch/in" "$scratch/${notation%%/*}" && cmp "$scratch/wanted" "$scratch/made"
}
asked_alike() { # asked_alike NAME NAME: both are the same name
    "$BPWALK" explain "$1" --notation z/a >"$scratch/article" && "$BPWALK" explain "$2" --notation z/a >"$scratch/other" &&
        cmp "$scratch/article" "$scratch/other"
}
check "explain is asked in either letters" asked_alike in_h1 z_h1
check "also for a derivative" asked_alike dE_total_dout_h1 dE_total_da_h1
check "and for the rate" asked_alike alpha eta

for path in w1 w5; do
    check "the network, $path" translated z/a plot network --path $path
    check "and in Chinese" translated net/out plot network --path $path --lang zh
done

for language in en zh; do
    for format in text html; do
        check "marks, $format, $language" marked net/out --format $format --lang $language
    done
    check "marks, z/a, $language" marked z/a --lang $language
done
check "the table of marks keeps its names" test "$("$BPWALK" check "$SOURCES/tests/data/answers-slips.txt" -f tsv --notation z/a)" = \
    "$("$BPWALK" check "$SOURCES/tests/data/answers-slips.txt" -f tsv)"
printf 'z_h9 = 1\n' >"$scratch/answers"
check "the nearest name too" test "$("$BPWALK" check "$scratch/answers" --notation z/a | grep -c 'is z_h1 meant?$')" -eq 1
quiz_in() { # quiz_in TEXT INPUT ARGUMENT...
    wanted=$1
    input=$2
    shift 2
    printf "$input" | "$BPWALK" quiz --notation z/a "$@" | grep -qF -- "$wanted"
}
check "a quiz asks in other letters" quiz_in "(5.2)  a_h1 = 1/(exp(-z_h1) + 1)" '0.6\n'
check "takes them" quiz_in "Of 2: 2 right" 'z_h1 = 0.6\n1/(1 + exp(-z_h1))\n'
check "and the article's" quiz_in "Of 2: 2 right" 'in_h1 = 0.6\n1/(1 + exp(-in_h1))\n'
check "hints with them" quiz_in "z_h1 = 0.6" '0.6\n?\n'
check "tells the answer with them" quiz_in "a_h1 = 0.6456563062" '\n!\n'

# A form of each notation, filled in from the key's table, is right in every line.
comes_back() { # comes_back NOTATION EXAMPLE
    rm -rf "$scratch/class"
    "$BPWALK" handout --blank --example "$2" --count 2 --forms --numbers --notation "$1" -o "$scratch/class" || return
    for sheet in 1 2; do
        sed -n "$((sheet + 1))p" "$scratch/class/answers.tsv" | cut -f 3- | tr '\t' '\n' >"$scratch/values"
        grep ' = $' "$scratch/class/sheet-$sheet.form.txt" >"$scratch/names"
        [ "$(wc -l <"$scratch/names")" -eq "$(wc -l <"$scratch/values")" ] || return
        paste -d '\0' "$scratch/names" "$scratch/values" >"$scratch/sheet-$sheet.txt"
        "$BPWALK" check --example "$scratch/class/sheet-$sheet.txt" "$scratch/sheet-$sheet.txt" \
            >"$scratch/out" || return
    done
}
for example in article deep xor; do
    for notation in in/out net/out z/a; do
        check "a form of $example in $notation is read again" comes_back $notation $example
    done
done
comes_back z/a article
check "and has these letters" grep -qx 'z_h1 = .*' "$scratch/sheet-1.txt"
check "a question bank" has_none handout --format moodle --count 2 --lang zh
check "its titles too, a question a quantity" has_none handout --format moodle --questions single --count 2
"$BPWALK" handout --format moodle --questions single --notation z/a >"$scratch/out"
check "the category of in_h1" grep -qF 'exercise/z_h1</text></category>' "$scratch/out"
check "and its question" grep -qF '<name><text>z_h1, ' "$scratch/out"

refuses "--notation z is unknown; in/out, net/out or z/a is needed" walk --notation z
refuses "z_h9 is no name of the walk, and no derivative of one by another; z_h1 is the nearest" explain z_h9 --notation z/a
refuses "--notation zz is unknown; in/out, net/out or z/a is needed" explain w1 --notation zz
refuses "--notation greek is unknown; in/out, net/out or z/a is needed" quiz --notation greek
refuses "--notation greek is unknown; in/out, net/out or z/a is needed" check "$scratch/answers" --notation greek
refuses "--notation greek is unknown; in/out, net/out or z/a is needed" handout --notation greek
finish
