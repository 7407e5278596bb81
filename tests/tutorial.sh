#!/bin/sh
# Tutorial: its chapters are what the sources and the program say today, in both languages, and the
# languages have the same; and when one of them changes, that is noticed. The changes are made in a copy.
. "${SOURCES:-.}/tests/tap.sh"

tutorial_is_right() { # tutorial_is_right PROGRAM SOURCES
    sh "$2/tutorial/check.sh" "$1" "$2" >"$scratch/faults" && return
    sed 's/^/# /' "$scratch/faults"
    return 1
}

# Of all that the tutorial is woven from.
copy=$scratch/copy
mkdir "$copy"
cp -R "$SOURCES/src" "$SOURCES/tutorial" "$SOURCES/traces" "$SOURCES/tests" "$SOURCES/README.md" "$SOURCES/README.zh.md" "$copy"
chmod -R u+w "$copy"

changed=README.md
change() { # change FILE SED-SCRIPT: in the copy, where all else is as it was; the change must be one
    cat "$SOURCES/$changed" >"$copy/$changed"
    changed=$1
    sed "$2" "$SOURCES/$1" >"$copy/$1" || return 1
    cmp -s "$copy/$1" "$SOURCES/$1" || return 0
    echo "# $2 changes nothing in $1"
    return 1
}

noticed() { # noticed WHAT-IS-SAID CHAPTER [PROGRAM]: it is not right in the copy, for that reason
    sh "$copy/tutorial/check.sh" "${3:-$BPWALK}" "$copy" "$2" >"$scratch/faults" 2>&1 && echo "# nothing was noticed" && return 1
    grep -qF -- "$1" "$scratch/faults" && return
    sed 's/^/# /' "$scratch/faults" | head -n 20
    return 1
}

changed_is_noticed() { # changed_is_noticed WHAT-IS-SAID CHAPTER FILE SED-SCRIPT
    change "$3" "$4" && noticed "$1" "$2"
}

chapter_is_noticed() { # chapter_is_noticed WHAT-IS-SAID CHAPTER SED-SCRIPT: changed in the chapter
    changed_is_noticed "$1" "$2" "tutorial/$2" "$3"
}

check "the tutorial is what it would be woven to" tutorial_is_right "$BPWALK" "$SOURCES"

check "a formula changed in src/walk" changed_is_noticed "as it would be woven" 05-output-layer.md src/walk/article/output_layer.c 's/1\*pow(w5, 1 - 1)\*out_h1 + 0 + 0/pow(w5, 1 - 1)*out_h1 + 0 + 0/'
check "a step gone from src/walk" changed_is_noticed "build it, and weave again" 04-error.md src/walk/article/error.c '/STEP("5.5", E_total/,/;/d'
check "a digit changed in an output" chapter_is_noticed "03-forward.md: is not as it would be woven" 03-forward.md 's/0\.6615031592  /0.6615031593  /'
check "a digit changed in the prose" chapter_is_noticed "no block of this chapter shows 0.7989476415" 03-forward.md 's/answers 0\.7989476414/answers 0.7989476415/'
check "a digit changed in C" chapter_is_noticed "as it would be woven" 04-error.md 's,^     1\./2\*pow,     1./3*pow,'
check "an unknown equation" chapter_is_noticed "unknown key: 5.99" 05-output-layer.md 's/^<!-- output: 5.14, 5.15 -->/<!-- output: 5.99, 5.15 -->/'
check "an unknown step of an equation" chapter_is_noticed "unknown key: 5.9 w5" 05-output-layer.md 's/^<!-- output: 5.14, 5.15 -->/<!-- output: 5.9 w5, 5.15 -->/'
check "an unknown definition" chapter_is_noticed "unknown key: pass.c weighted_summ" 09-layers.md 's/^<!-- code: pass.c weighted_sum -->/<!-- code: pass.c weighted_summ -->/'
check "an unknown kind of block" chapter_is_noticed "no such block" 05-output-layer.md 's/^<!-- output: 5.14, 5.15 -->/<!-- outputs: 5.14, 5.15 -->/'
check "a command that fails" chapter_is_noticed "'trian' is no command" 08-again-and-again.md 's/^<!-- run: bpwalk train --data example --iterations 10 /<!-- run: bpwalk trian /'
check "a block without an end" chapter_is_noticed "has no <!-- end -->" 08-again-and-again.md '$d'
check "an equation that stands in no chapter" chapter_is_noticed "equation (5.10) stands in no chapter" 05-output-layer.md 's/^<!-- output: 5.10, 5.11 -->/<!-- output: 5.11 -->/'
check "a dead link" chapter_is_noticed "dead link: 10-erata.md" 03-forward.md 's/(10-errata.md); until/(10-erata.md); until/'
check "a line behind the end of a file" chapter_is_noticed "no such line" b-trace.md 's,(../src/walk/article/step.h),(../src/walk/article/step.h#L9999),'
check "a file that is not there" chapter_is_noticed "no such file: src/walk/output_layers.c" b-trace.md 's,`src/walk/article/output_layer.c`,`src/walk/output_layers.c`,'
check "an unknown plot" chapter_is_noticed "unknown plot: sigmoids" 02-activation.md 's/^<!-- plot: sigmoid -->/<!-- plot: sigmoids -->/'
check "a picture that is not there" chapter_is_noticed "dead link: pictures/steps.svg" 01-one-neuron.md 's,(pictures/step.svg),(pictures/steps.svg),'
picture_is_noticed() {
    change traces/plot/sigmoid.gp '1s/^#/##/' || return 1
    sh "$copy/tutorial/pictures.sh" "$BPWALK" "$copy" tutorial "$copy/tutorial/pictures" check >"$scratch/faults" && return 1
    grep -q "make pictures" "$scratch/faults"
}
check "a picture of a script that has changed" picture_is_noticed
check "a question too few" chapter_is_noticed "2 questions" 06-hidden-layer.md 's/^\*\*3\.\*\*/3./'

# In Chinese as in English; and what one language lacks
check "a digit changed in a Chinese output" chapter_is_noticed "00-how-to-read.md: is not as it would be woven" zh/00-how-to-read.md 's/0\.6615031592  /0.6615031593  /'
check "a dead link in Chinese" chapter_is_noticed "dead link: ../../README.zhh.md" zh/00-how-to-read.md 's/README\.zh\.md/README.zhh.md/'
check "a Chinese chapter that does not say what it is for" chapter_is_noticed "does not begin with" zh/00-how-to-read.md 's/^\*读完/*读/'
languages='only in English (<) or only in Chinese (>): '
check "a block that the Chinese chapter lacks" chapter_is_noticed "$languages< <!-- code: 5.1 -->" zh/00-how-to-read.md '/^<!-- code: 5.1 -->/,/^<!-- end -->/d'
check "a block that the English chapter lacks" chapter_is_noticed "$languages> <!-- code: 5.1 -->" 00-how-to-read.md '/^<!-- code: 5.1 -->/,/^<!-- end -->/d'
check "a command that is another in Chinese" chapter_is_noticed "$languages< <!-- run: bpwalk --names in_h1 --set i2=0.5 -->" zh/00-how-to-read.md 's/ i2=0\.5/ i2=0.7/'
check "a question that the Chinese chapter lacks" chapter_is_noticed "$languages< question 3" zh/00-how-to-read.md 's/^\*\*3\.\*\*/3./'
check "an answer that the Chinese chapter lacks" chapter_is_noticed "$languages< an answer" zh/00-how-to-read.md '/^<details>/{x;s/^/x/;/^x$/{x;d;};x;}'
check "a section that the English chapter lacks" chapter_is_noticed "$languages> a heading" 00-how-to-read.md 's/^## Two readings/Two readings/'
chapter_is_missed() { # chapter_is_missed FILE LANGUAGE
    change README.md 's/^# bpwalk/#  bpwalk/' || return 1
    mv "$copy/tutorial/$1" "$scratch/kept"
    noticed "$(basename "$1"): there is no such chapter in $2" "$3"
    missed=$?
    mv "$scratch/kept" "$copy/tutorial/$1"
    return $missed
}
check "a chapter that Chinese lacks" chapter_is_missed zh/00-how-to-read.md Chinese 00-how-to-read.md
check "a chapter that English lacks" chapter_is_missed 00-how-to-read.md English zh/00-how-to-read.md

# A program built from a changed formula, where no chapter shows the line of C: its output tells.
# It is built as the program beside the library was, whose other objects it takes.
: "${BUILD:=${CC:-cc} -std=gnu17 -ffp-contract=off}"
if command -v ${BUILD%% *} >/dev/null 2>&1; then
    built_is_noticed() {
        change src/walk/article/hidden_layer.c 's/pow(w2, 1 - 1)\*i2 + 0,/1*i2 + 0,/' || return 1
        (cd "$copy" && $BUILD -w -D_GNU_SOURCE -Isrc -o changed src/main.c src/walk/article/hidden_layer.c "$(dirname "$BPWALK")/libbpwalk.a" -lm) || return 1
        noticed "1*i2 + 0" 06-hidden-layer.md "$copy/changed"
    }
    check "a formula changed and built" built_is_noticed
else
    skip "a formula changed and built" "no C compiler is here"
fi

# Every command in the prose is run as it stands, of the chapters, README and doc/, and those in a block of shell or,
# up to what is told of it two blanks behind, in an indented one; those of woven blocks were run when they were woven. One that
# names no file but FILE, MODEL and the like is no command yet, and neither is a lone `bpwalk check`. Without numpy,
# gnuplot, node or what makes a PDF those that need them are not tried, and that is said.
commands() { # "FILE:LINE COMMAND" of each, where it stands first
    awk 'FNR == 1 { fence = "" }
        /^```/ { fence = fence == "" ? $0 : ""; next }
        fence == "```sh" { print name() ":" FNR, $0 }
        fence == "" && /^    (bpwalk|node .*bpwalk)/ { sub(/^    /, ""); sub(/  .*/, ""); tell($0); next }
        fence == "" {
            gsub(/\\\|/, "|") # of a table
            for (rest = $0; match(rest, /`(bpwalk|node) [^`]*`/); rest = substr(rest, RSTART + RLENGTH))
                tell(substr(rest, RSTART + 1, RLENGTH - 2))
        }
        function tell(command) {
            if (command !~ / [A-Z][A-Z]+/ && command !~ /^bpwalk (check|predict|plot)$/ && !told[command]++)
                print name() ":" FNR, command
        }
        function name() { return substr(FILENAME, length(sources) + 2) }' \
        sources="$SOURCES" "$SOURCES"/tutorial/*.md "$SOURCES"/README.md "$SOURCES"/README.zh.md "$SOURCES"/doc/*.md
}

mkdir "$scratch/bin" "$scratch/run"
ln -s "$(cd "$(dirname "$BPWALK")" && pwd)/$(basename "$BPWALK")" "$scratch/bin/bpwalk"
ln -s "$(cd "$SOURCES" && pwd)/tutorial" "$(cd "$SOURCES" && pwd)/examples" "$scratch/run"
# What the reader of README and doc/ has by then: a roster, answers to marked sheets, a network and points of his own, two logs.
(
    cd "$scratch/run" && mkdir answers sheets
    printf '%s\n' Ada Grace >names.txt
    echo 'in_h1 = 0.6' | tee answers/sheet-1.txt answers/sheet-01.txt >answers.txt
    echo 'i1 = 0.1' >sheets/sheet-1.txt
    printf '%s\n' 0,0,0 1,1,0 0,1,1 1,0,1 >my.csv
    printf '%s\n' '0.5,0.5' '1,0' >points.csv
    "$scratch/bin/bpwalk" train --data my.csv --layers 2,3,2 --iterations 10 --save my.model >/dev/null
    "$scratch/bin/bpwalk" train --iterations 10 --format tsv | tee a.tsv >b.tsv
)
numpy=
for python in python3 /usr/bin/python3; do
    [ -n "$numpy" ] || ! $python -c 'import numpy' 2>/dev/null || numpy=$(command -v $python)
done
[ -z "$numpy" ] || ln -s "$numpy" "$scratch/bin/python3"

runs() { # runs COMMAND: its output goes to $scratch/out; status 1 is a comparison that finds differences
    (cd "$scratch/run" && PATH=$scratch/bin:$PATH sh -c "$1") >"$scratch/out" 2>&1 </dev/null
    [ $? -gt 1 ] || return 0
    sed 's/^/# /' "$scratch/out" | head -n 5
    return 1
}

commands >"$scratch/commands"
check "the chapters have commands to run" test "$(grep -c ^tutorial "$scratch/commands")" -gt 30
check "and so have README and doc/" test "$(grep -cv ^tutorial "$scratch/commands")" -gt 60
while read -r place command; do
    case $command in
    python3*) [ -n "$numpy" ] || { skip "$place: $command" "numpy is not here"; continue; } ;;
    node*) command -v node >/dev/null 2>&1 || { skip "$place: $command" "node is not here"; continue; } ;;
    *--pdf*) command -v xelatex >/dev/null 2>&1 || command -v pdflatex >/dev/null 2>&1 || command -v chromium >/dev/null 2>&1 ||
        { skip "$place: $command" "nothing that makes a PDF is here"; cp -R "$scratch/run/sheets" "$scratch/run/class"; continue; } ;;
    *--render* | *" -r "*) command -v gnuplot >/dev/null 2>&1 || { skip "$place: $command" "gnuplot is not here"; continue; } ;;
    esac
    check "$place: $command" runs "$command"
    case $command in
    "node "*) check "$place: and it has values that are right" grep -q ' right$' "$scratch/out" ;;
    "python3 "*.py) check "$place: and its output is the one that is shown" cmp "$scratch/out" "$SOURCES/$(echo "${command#python3 }" | sed 's/\.py.*/.txt/')" ;;
    esac
done <"$scratch/commands"

# The answers of the exercises are marked as right, but for the friend's; and are the same in Chinese.
own='--set i1=0.5 --set i2=0.9'
answers=$SOURCES/tutorial/answers
for exercise in forward error output-layer hidden-layer; do
    # shellcheck disable=SC2086 # options
    check "the answers of $exercise" "$BPWALK" check "$answers/$exercise.txt" $own -o "$scratch/marked"
done
check "the answers of greenhouse" "$BPWALK" check "$answers/greenhouse.txt" --example greenhouse -o "$scratch/marked"
"$BPWALK" check "$answers/friend.txt" -o "$scratch/marked"
check "the friend's sheet" test $? -eq 1
same_answers() { # but for what stands behind #
    for file in "$answers"/*; do
        sed 's/ *#.*//' "$file" >"$scratch/en"
        sed 's/ *#.*//' "$SOURCES/tutorial/zh/answers/$(basename "$file")" | cmp -s - "$scratch/en" || { echo "# $file"; return 1; }
    done
}
check "the answers in Chinese are the same" same_answers
finish
