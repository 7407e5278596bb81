#!/bin/sh
# Handout: every kind, format and language of sheet; what is in it and what is not; and what the
# tools that read these formats say.
. "${SOURCES:-.}/tests/tap.sh"

has() { command -v "$1" >/dev/null 2>&1; }

sheet_has() { # sheet_has TEXT ARGUMENT...
    sheet_text=$1
    shift
    prints "$sheet_text" handout "$@"
}

lacks() { # lacks TEXT ARGUMENT...: the sheet is made, and has no TEXT in it
    unwanted=$1
    shift
    "$BPWALK" handout "$@" >"$scratch/out" && [ -s "$scratch/out" ] &&
        ! grep -qF -- "$unwanted" "$scratch/out"
}

refused() { # refused WHAT-THE-LINE-SAYS ARGUMENT...: status 2, one line, nothing written
    says=$1
    shift
    "$BPWALK" handout "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    status=$?
    [ "$status" -eq 2 ] && [ ! -s "$scratch/out" ] && one_line "$says" && [ ! -e "$scratch/none" ] && return
    echo "# status $status; not '$says' but: $(head -c 300 "$scratch/err")"
    return 1
}
# ---- What a sheet shows ----

check "the worked example: formula" sheet_has '\mathrm{in}_{h_{1}} &= w_{1} \cdot i_{1} + w_{2} \cdot i_{2} + 1 \cdot b_{1}'
check "numbers in place" sheet_has '&= 0.1 \cdot 0.1 + 0.2 \cdot 0.2 + 1 \cdot 0.55'
check "value" sheet_has '&= 0.6456563062'
check "equation number" sheet_has '\tag{5.34}' --full --example companion
check "the learning rate" sheet_has '- Learning rate: $`\alpha = 0.5`$'
check "no slip of the article" lacks 'article'
defined() { # defined EXAMPLE: what a blank sheet says the formula of, a group a line
    "$BPWALK" handout --blank --example "$1" | sed -n '/^- Learning rate/,/^$/p' | sed '1d' | tr -d '\\{}`' | sed 's/mathrm//g' |
        awk 'NF { n = split($0, parts, "[$]"); for (i = 2; i < n; i += 2) { sub(/ = .*/, "", parts[i]); printf "%s ", parts[i] } printf "; " }'
}
check "of the first neuron, the first error and their sum, one error term, one update" test "$(defined article)" = 'in_h_1 out_h_1 ; E_O_1 E_total ; sigma_O_1 ; w_5^+ ; '
check "of each layer's first, where functions differ" test "$(defined deep)" = 'in_h_1 out_h_1 out_hh_1 out_O_1 ; E_O_1 E_total ; sigma_O_1 ; w_13^+ ; '
check "a softmax is the last layer's" test "$(defined softmax)" = 'in_h_1 out_h_1 out_O_1 ; E_O_1 E_total ; sigma_O_1 ; w_5^+ ; '
check "of several samples the first" test "$(defined xor)" = 'in_h_1^(1) out_h_1^(1) ; E_O_1^(1) E_total^(1) E_total ; sigma_O_1^(1) ; w_5^+ ; '
check "the blank sheet: formula" sheet_has '\mathrm{in}_{h_{1}} &= w_{1} \cdot i_{1}' --blank
check "room for the value" sheet_has '&= \underline{\hspace{10em}}' --blank
check "room for the numbers" sheet_has '&= \underline{\hspace{22em}}' --blank --full
check "room for a name" sheet_has '**Name:** \_\_\_' --blank
check "none on the worked example" lacks '**Name:**'
check "substituted: given numbers in place" sheet_has '&= 0.1 \cdot 0.1 + 0.2 \cdot 0.2' --blank --hints substituted
check "values to be computed stay names" sheet_has '&= 0.5 \cdot \mathrm{out}_{h_{1}} + 0.6 \cdot \mathrm{out}_{h_{2}}' --blank --hints substituted
check "formula: no numbers in place" lacks '0.1 \cdot 0.1' --blank --hints formula
check "none: no formula" lacks '\sigma_{O_{1}} \cdot' --blank --hints none
check "none: the names are asked for" sheet_has '\mathrm{out}_{h_{2}} &= \underline' --blank --hints none
check "the key: values" sheet_has '&= 0.6456563062' --key
check "and their table" sheet_has '| (5.2) | $`\mathrm{out}_{h_{1}}`$ | 0.6456563062 |' --key
check "carried: each value rounded" sheet_has '&= 0.5 \cdot 0.6457 + 0.6 \cdot 0.6615 + 1 \cdot 0.66' --carry 4
check "how far that is from exact" sheet_has '| (5.2) | $`\mathrm{out}_{h_{1}}`$ | 0.6457 | 0.6456563062 | 0.0000436938 |' --key --carry 4
carried() { "$BPWALK" handout --key --carry "$1" | sed -n 's/^| (5.2) | [^|]*h_{1}[^|]* | \([^ ]*\) .*/\1/p' | head -n 1; }
for decimals in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do # in_h1 is 0.6 to each of them
    check "$decimals decimals carried" test "$(carried $decimals)" = \
        "$(printf "%.${decimals}f" 0.6456563062257954)"
done
check "in the sheet too" sheet_has 'exactly 0.6456563062, off by 0.0000436938' --key --carry 4
check "own numbers" sheet_has '= 0.25 \cdot 0.1' --set w1=0.25
check "a negative number in parentheses" sheet_has '= (-0.25) \cdot 0.1' --set w1=-0.25
check "digits" sheet_has '&= 0.646' --digits 3
check "title" sheet_has '# Week 3' --title "Week 3"
check "course" sheet_has '**Course:** AI \& ML' --course "AI & ML"
check "date" sheet_has '**Date:** 2026-11-24' --date 2026-11-24
for words in title course date roster; do
    value=周
    [ $words != roster ] || { value=$scratch/wide; echo 周 >"$value"; }
    "$BPWALK" handout --format latex --$words "$value" -o "$scratch/wide-$words"
    check "LaTeX: letters beyond the Latin ones in the $words" grep -rqF '\wide{C70}{周}{5468}' "$scratch/wide-$words"
done
check "and none" lacks wide --format latex --title Week --course AI --date 2026
check "Chinese" sheet_has '# 手算反向传播：练习' --blank --lang zh
check "the network in Markdown" sheet_has 'i1 -->|w1| h1'
check "the companion's network" sheet_has 'hh2 -->|w12| O2' --example companion
check "the network in HTML" sheet_has '<svg class="network"' --format html
check "the network in LaTeX" sheet_has '\begin{tikzpicture}' --format latex

check "a derivative in a heading" sheet_has 'y = f(g(x)), $`\frac{\partial y}{\partial x}`$ = $`\frac{\partial y}{\partial u}`$·$`\frac{\partial u}{\partial x}`$; here' --full
check "a Greek letter too" sheet_has '## The update of $`w_{5}`$, with the learning rate $`\alpha`$' --full
check "in the letters asked for" sheet_has '$`\delta`$' --full --notation z/a --lang zh
# No value that is to be found stands on an exercise: of the walk's values, those that are no given
# number are looked for in it.
"$BPWALK" --format tsv | awk -F '\t' '$3 == "2-2-2" { v = sprintf("%.10f", $6); sub(/0+$/, "", v); if (length(v) > 6) print v }' |
    sort -u >"$scratch/values"
check "there are values to look for" test "$(wc -l <"$scratch/values")" -gt 40
for hints in formula substituted none; do
    for format in markdown latex html; do
        "$BPWALK" handout --blank --hints $hints --format $format >"$scratch/blank"
        check "$format, $hints: no value gives itself away" sh -c "! grep -qFf '$scratch/values' '$scratch/blank'"
    done
done
check "they do stand on the key" sh -c "[ \$($BPWALK handout --key | grep -cFf '$scratch/values') -gt 100 ]"

# Every step's value stands in the key's table, in the walk's order.
"$BPWALK" handout --key --full | sed -n 's/^| .* | .* | \(.*\) |$/\1/p' | sed 's/−/-/' | tail -n +2 >"$scratch/table"
"$BPWALK" --format tsv >"$scratch/walk"
"$BPWALK" | awk '/deep companion/ { exit } { print }' >"$scratch/text"
check "the table has a row a quantity" test "$(wc -l <"$scratch/table")" -eq "$(awk -F '\t' '$3 == "2-2-2" && !seen[$5]++' "$scratch/walk" | wc -l)"
check "in the walk's order" awk 'NR == FNR { wanted[++n] = $1; next } $1 == "=" && $2 == wanted[at + 1] { at++ } END { exit at < n }' "$scratch/table" "$scratch/text"

# A short sheet: all that is needed to solve it, then each quantity once.
quantities() { # quantities FORMAT-OPTIONS...: the names that an exercise asks for, of its key's table
    "$BPWALK" handout --key "$@" | sed -n 's/^| [^|]*| $`\(.*\)`\$ | .*/\1/p'
}
quantities >"$scratch/asked"
check "the article's network: 39 quantities" test "$(wc -l <"$scratch/asked")" -eq 39
check "each once" test "$(sort -u "$scratch/asked" | wc -l)" -eq 39
check "as many blanks" test "$("$BPWALK" handout --blank | grep -c '&= \\underline')" -eq 39
check "and as many in HTML" test "$("$BPWALK" handout --blank --format html | grep -c 'class="room"></span>')" -eq 39
check "the sections in their order" test "$("$BPWALK" handout --blank | sed -n 's/^## //p' | tr '\n' ,)" = "Given,Forward,Error,Error terms,Gradients,Update,"
check "those of a layer that is updated at once follow each other" test "$("$BPWALK" handout --blank --set update=at-once | sed -n 's/^## //p' | tr '\n' ,)" = "Given,Forward,Error,Error terms,Gradients,Error terms,Gradients,Update,Error terms,Gradients,Error terms,Gradients,Update,"
check "the worked example goes forward again" sheet_has 'Forward again, with the new weights'
for needed in '\mathrm{out}_{h_{1}} = \frac{1}{e^{-\mathrm{in}_{h_{1}}} + 1}' 'E_{\mathrm{total}} = E_{O_{1}} + E_{O_{2}}' \
    '\sigma_{O_{1}} = \frac{\partial E_{\mathrm{total}}}{\partial \mathrm{in}_{O_{1}}}' 'w_{5}^{+} = w_{5} - \alpha' '`\alpha = 0.5`' \
    'all from their old values' 'at least 5 decimals' 'h1 -->|w5| O1'; do
    check "without hints there is $needed" sheet_has "$needed" --blank --hints none
done
check "other functions: each layer's is told" sheet_has '\mathrm{out}_{O_{1}} = \frac{1}{e^{' --blank --hints none --example deep
check "softmax: what it is" sheet_has '\mathrm{out}_{O_{1}} = \frac{e^{' --blank --hints none --example softmax
check "and no factor that nothing takes" lacks '\frac{\partial \mathrm{out}_{O_{1}}' --blank --example softmax
check "ReLU and its derivative: what they are" sheet_has 'relu(x) is x where x \> 0, else 0; its derivative step(x) is 1' --blank --hints none --example relu
check "of a leaky one too, in matrices" sheet_has 'relu(x) 在 x &gt; 0 时为 x' --blank --layout grid --example relu --set hidden=leaky-relu --format html --lang zh
check "a question bank has every formula of a group" sheet_has '<p>Error: \(E_{O_{1}} = \frac{1}{2} \cdot {(O_{1} - \mathrm{out}_{O_{1}})}^{2}\), \(E_{\mathrm{total}} = E_{O_{1}} + E_{O_{2}}\)</p>' --format moodle
check "in HTML by name" sheet_has '<dd><math><msub><mi>b</mi><mn>1</mn></msub></math> <math><msub><mi>b</mi><mn>2</mn></msub></math></dd>' --blank --example mazur --format html
check "and in LaTeX" sheet_has 'Not updated &\raggedright \mbox{$b_{1}$,}\hspace{.6em} \mbox{$b_{2}$}' --blank --example mazur --format latex
check "a value with an exponent is as wide as it is" sheet_has '{(5.2)}{{\hskip9pt$8.2112 \cdot 10^{-6}$}}' --key --format latex --set w1=-123 --digits 4
check "two tables beside each other, as long as they are narrow" sheet_has '<div class="values two">' --key --format html --carry 6
check "else one" sheet_has '<div class="values">' --key --format html --carry 7
check "the table of an equation" test "$("$BPWALK" handout --key --full --equations 5.1 | grep -c '^| (') $("$BPWALK" handout --key --full --equations 5.1 | grep -c '^| (5[.]1)')" = "4 4"
check "and in a question bank" sheet_has '<p>relu(x) is x where x &gt; 0' --format moodle --example relu
check "where it is used" lacks 'relu' --blank
check "what is not updated" sheet_has '- Not updated: $`b_{1}`$, $`b_{2}`$' --blank --example mazur
check "only what the example asks for" test "$(quantities --set 'asked=w5_new, E_total_new' | wc -l)" -eq 2
check "as many decimals as the example wants" sheet_has 'decimals kept: 3.' --blank --set decimals=3
check "only these equations" test "$(quantities --equations 5.1-5.5 | wc -l)" -eq 11
check "--equations 9.9" sh -c "! '$BPWALK' handout --equations 9.9 2>'$scratch/err'"

# A text that is not there shows as its key.
shows_no_key() { # shows_no_key ARGUMENT...
    "$BPWALK" "$@" >"$scratch/out" && ! grep -E '(section|sheet|handout|moodle|note|summary|punctuation|title)\.[a-z]' "$scratch/out" | sed 's/^/# /' | grep .
}
for lang in en zh; do
    for format in markdown latex html; do
        check "walk, $format, $lang: every text is there" shows_no_key walk --reading printed --format $format --lang $lang
        check "worked, $format, $lang" shows_no_key handout --seed 1 --course x --date y --format $format --lang $lang
        check "blank, $format, $lang" shows_no_key handout --blank --format $format --lang $lang
        check "key, $format, $lang" shows_no_key handout --key --carry 4 --example companion --format $format --lang $lang
    done
    check "moodle, $lang" shows_no_key handout --format moodle --seed 1 --lang $lang
done

# ---- Numbers of its own ----

"$BPWALK" handout --seed 42 >"$scratch/one"
"$BPWALK" handout --seed 42 >"$scratch/same"
"$BPWALK" handout --seed 43 >"$scratch/other"
check "the same seed, the same sheet" cmp -s "$scratch/one" "$scratch/same"
check "another seed, another sheet" sh -c "! cmp -s '$scratch/one' '$scratch/other'"
check "a number may be set" sheet_has '$`\alpha = 0.25`$' --seed 42 --set alpha=0.25
check "inputs and weights have one decimal" test "$(sed -n 's/^- \(Inputs\|Weights\): //p' "$scratch/one" | tr ',' '\n' | grep -c '= -\{0,1\}0\.[1-9]`\$$')" -eq 10

"$BPWALK" handout --blank --count 120 --seed 7 -o "$scratch/many"
check "--count: so many sheets, a key and a table" test "$(ls "$scratch/many" | wc -l)" -eq 122
check "named in order" test -f "$scratch/many/sheet-001.md" -a -f "$scratch/many/sheet-120.md" -a -f "$scratch/many/key.md"
for sheet in 001 002; do # the first is typeset, the others take its lines
    sed -n '/^## Forward/,$p' "$scratch/many/sheet-$sheet.md" >"$scratch/lines-$sheet"
done
check "the lines of the second are those of the first" cmp -s "$scratch/lines-001" "$scratch/lines-002"
check "with a blank line above their first heading" test "$(grep -B 1 -x '## Forward' "$scratch/many/sheet-002.md" | head -n 1 | wc -c)" -eq 1
check "all different" test "$(for f in "$scratch"/many/sheet-*; do sed -n '/^## Given/,/^```/p' "$f" | cksum; done | sort -u | wc -l)" -eq 120
check "the key has them all" test "$(grep -c '^# Sheet [0-9]*$' "$scratch/many/key.md")" -eq 120
sed -n '/^- [A-Z][a-z]*\( rate\)\{0,1\}: .* = [-0-9.]*`\$$/p' "$scratch/many/sheet-017.md" >"$scratch/a"
sed -n '/^# Sheet 17$/,/^# Sheet 18$/p' "$scratch/many/key.md" | sed -n '/^- [A-Z][a-z]*\( rate\)\{0,1\}: .* = [-0-9.]*`\$$/p' >"$scratch/b"
check "with the numbers of the sheet" sh -c "[ -s '$scratch/a' ] && cmp -s '$scratch/a' '$scratch/b'"
"$BPWALK" handout --blank --seed 7 | sed -n '/^- [A-Z][a-z]*\( rate\)\{0,1\}: .* = [-0-9.]*`\$$/p' >"$scratch/a"
sed -n '/^- [A-Z][a-z]*\( rate\)\{0,1\}: .* = [-0-9.]*`\$$/p' "$scratch/many/sheet-001.md" >"$scratch/b"
check "the first is what the seed gives alone" cmp -s "$scratch/a" "$scratch/b"

# What the key says of a sheet is what the walk says of its numbers.
sed -n '/^- [A-Z][a-z]*\( rate\)\{0,1\}: .* = [-0-9.]*`\$$/p' "$scratch/many/sheet-033.md" | grep -o '`[^`]*`' | tr -d '`{}\\_ ' >"$scratch/numbers"
sed -n '/^# Sheet 33$/,/^# Sheet 34$/p' "$scratch/many/key.md" | sed -n 's/^| (5.2) | .* | \(.*\) |$/\1/p' >"$scratch/a"
"$BPWALK" --example "$scratch/numbers" | sed '/deep companion/,$d' | awk '$1 == "(5.2)" { on = 1 } on && $1 == "=" && NF == 2 && $2 ~ /^[-0-9.e]*$/ { print $2; on = 0 }' | head -n 2 >"$scratch/b"
check "the key is right" sh -c "[ -s '$scratch/a' ] && cmp -s '$scratch/a' '$scratch/b'"

"$BPWALK" handout --blank --count 3 --seed 42 --course AI --title "Week 3" -o "$scratch/headed"
check "a sheet's number, variant and seed" grep -qx 'Sheet 2, variant 2, seed 42' "$scratch/headed/sheet-2.md"
check "the key's title" test "$(head -n 1 "$scratch/headed/key.md")" = "# Week 3"
check "and course" grep -qx '\*\*Course:\*\* AI' "$scratch/headed/key.md"
check "and that it has the answers" grep -qx 'Answers' "$scratch/headed/key.md"
check "which the usual title says" test "$(sed -n '1p;3p' "$scratch/many/key.md" | tr '\n' ,)" = "# Backpropagation by hand: key,# Sheet 1,"
check "the companion's own biases are drawn" sheet_has '$`b_{5} = 0.2`$, $`b_{6} = 0.6`$' --example companion --seed 3
check "and others of another seed" sheet_has '$`b_{5} = 0.6`$, $`b_{6} = 0.9`$' --example companion --seed 4
"$BPWALK" handout --blank --count 12 --seed 7 --numbers -o "$scratch/numbered"
check "--numbers: a file of them beside each sheet" test "$(ls "$scratch/numbered" | wc -l)" -eq 26
sed -n '/^- [A-Z][a-z]*\( rate\)\{0,1\}: .* = [-0-9.]*`\$$/p' "$scratch/numbered/sheet-05.md" | grep -o '`[^`]*`' | tr -d '`{}\\_' | sort >"$scratch/a"
sed '1d; /^decimals = 5$/d; /^asked = /d' "$scratch/numbered/sheet-05.txt" | sort >"$scratch/b"
check "the numbers of that sheet" cmp -s "$scratch/a" "$scratch/b"
check "which an example may be" sh -c "'$BPWALK' --example '$scratch/numbered/sheet-05.txt' >'$scratch/out'"

# Who hands in the key is right: its values, as `name = value` lines, marked by the sheet's numbers.
sed -n '/^# Sheet 5$/,/^# Sheet 6$/p' "$scratch/numbered/key.md" | grep '^| .*`' | grep -v frac |
    sed 's/^| [^|]* | $`\(.*\)`\$ | \(.*\) |$/\1 = \2/; s/\\mathrm//g; s/[\\{}]//g; s/_\([0-9]\)/\1/g; s/^+/^/; s/\^+/_new/' |
    awk '!seen[$1]++' >"$scratch/answers"
check "the key's values are marked right" sh -c "[ \$(wc -l <'$scratch/answers') -gt 20 ] && '$BPWALK' check --example '$scratch/numbered/sheet-05.txt' -s asked=all '$scratch/answers' >'$scratch/out'"
check "and by another sheet's numbers not" sh -c "! '$BPWALK' check --example '$scratch/numbered/sheet-06.txt' '$scratch/answers' >'$scratch/out'"

"$BPWALK" handout --blank --count 12 --example softmax -o "$scratch/classes"
"$BPWALK" handout --blank --hints substituted --count 2 -o "$scratch/own"
in_place() { # in_place SHEET: its first weighted sum, with its numbers in place, of what is given on it
    tr -d '\n' <"$1" | sed 's/.*i_{1} = \([^`]*\)`.*i_{2} = \([^`]*\)`.*w_{1} = \([^`]*\)`.*w_{2} = \([^`]*\)`.*w_{3}.*b_{1} = \([^`]*\)`.*/\3 \\cdot \1 + \4 \\cdot \2 + 1 \\cdot \5/; s/\(-0\.[1-9]\)/(\1)/g; s/^(\([^)]*\))/\1/'
}
for n in 1 2; do
    check "numbers in place are those of sheet $n" grep -qF "&= $(in_place "$scratch/own/sheet-$n.md") " "$scratch/own/sheet-$n.md"
done
"$BPWALK" handout --blank --count 6 --example relu -o "$scratch/tenths"
check "those of one output with cross-entropy are tenths" test "$(sed -n 's/^- Targets: //p' "$scratch"/tenths/sheet-*.md | grep -cx '\$`O_{1} = 0\.[1-9]`\$')" -eq 6
check "targets of softmax: one class, not always the same" test "$(sed -n 's/^- Targets: //p' "$scratch"/classes/sheet-*.md | sed 's/[^=]*= \([01]\)`/\1/g' | tr -d '$' | sort -u | tr '\n' ' ')" = "001 010 100 "
"$BPWALK" handout --blank --integers --count 20 --seed 3 --set hidden=relu --set output=identity -o "$scratch/whole"
"$BPWALK" handout --blank --count 6 --example softmax --set loss=squared-error -o "$scratch/shares"
check "of softmax without cross-entropy tenths" test "$(sed -n 's/^- Targets: //p' "$scratch"/shares/sheet-*.md | grep -o '= [0-9.]*`' | grep -cx '= 0\.[1-9]`')" -eq 18
check "--integers: whole numbers and a rate of 0.1" test "$(cat "$scratch"/whole/sheet-*.md | grep '^- [A-Z]' | grep -o ' = -\{0,1\}[0-9.]*`' | grep -c '[.]')" -eq 20
drawn() { sed -n "s/^- $1: //p" "$scratch"/whole/sheet-*.md | grep -o '= [-0-9]*' | cut -c 3- | sort -n -u | tr '\n' ' '; }
check "small ones, weights and biases of either sign" test "$(drawn Weights)|$(drawn Biases)|$(drawn Inputs)" = "-2 -1 1 2 |-2 -1 1 2 |1 2 3 "
check "all weighted sums are whole" test "$(cut -f 3 "$scratch/whole/answers.tsv" | tail -n +2 | grep -cx -- '-\{0,1\}[0-9]*')" -eq 20
check "and others of each variant" test "$(cut -f 3- "$scratch/whole/answers.tsv" | sort -u | wc -l)" -eq 21
# A network alone is enough where all its numbers are drawn.
check "a network without numbers, drawn" sheet_has 'w_{20} = ' --blank --seed 4 --set network=3-4-2
check "its numbers are a whole example" test "$("$BPWALK" handout --count 1 --numbers --set network=3-2 --set i2=0.3 -o "$scratch/alone" && sed -n 's/ = .*//p' "$scratch/alone/sheet-1.txt" | tr '\n' ' ')" = "network i1 i2 i3 O1 O2 w1 w2 w3 w4 w5 w6 b1 b2 alpha "
check "a number that is set stays" grep -qx 'i2 = 0.3' "$scratch/alone/sheet-1.txt"
check "and without --seed they are needed" refused "w1 to w20, b1 to b6 are needed for 3-4-2" --blank --set network=3-4-2
"$BPWALK" handout --integers --count 100 --seed 1 --set hidden=relu --set output=identity -o "$scratch/sums"
largest() { awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) sum[i] = $i ~ /^in_.*[0-9]$/ && $i !~ /new/; next }
    { for (i in sum) if (sum[i] && (v = $i < 0 ? -$i : $i) > most) most = v } END { print most }' "$1"; }
check "whole sums are at most 20" test "$(largest "$scratch/sums/answers.tsv")" = 20
check "--integers with a sigmoid" refused "this network's functions make fractions" --integers --seed 1
check "nor of softmax behind those that are whole" refused "this network's functions make fractions" --integers --seed 1 --example softmax --set hidden=relu
check "--integers of given numbers" refused "--seed or --count is needed" --integers

# ---- As matrices ----

cat >"$scratch/three" <<'END'
network = 3-4-2
i1 = 0.1
i2 = 0.2
i3 = 0.3
O1 = 0.8
O2 = 0.25
W1 = [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6], [0.15, 0.25, 0.35], [0.45, -0.55, 0.65]]
W2 = [[0.7, -0.8, 0.9, 0.05], [0.11, 0.12, 0.13, 0.14]]
B1 = [0.1, 0.2, 0.3, 0.4]
B2 = [0.5, 0.6]
END
# What is to be found is the last matrix of a line: its cells, one a line; and a walk's values of these names, in their order.
cells() { sed -n '/begin{array}/{s/.*begin{array}{[cr]*}//; s/\\end{array}.*//; s/\\phantom{[.0]*}//g; s/ *\\\\ */\n/g; s/ *& */\n/g; p;}' "$1" | tr -d ' '; }
values() { # values EXAMPLE NAME...
    "$BPWALK" --example "$1" --format tsv >"$scratch/walk.tsv"
    shift
    printf '%s\n' "$@" | awk -F '\t' 'NR == FNR { value[$5] = $6; next }
        { text = sprintf("%.10f", value[$0]); sub(/0+$/, "", text); sub(/[.]$/, "", text); print $0 in value ? text : $0 }' "$scratch/walk.tsv" -
}
each() { # each FROM TO BEFORE BEHIND: names with these numbers
    seq "$1" "$2" | sed "s/.*/$3&${4:-}/"
}
same() { cmp -s "$1" "$2" || { diff "$1" "$2" | head -n 5 | sed 's/^/# /'; return 1; }; }
"$BPWALK" handout --key --layout grid --example "$scratch/three" >"$scratch/grid.md"
cells "$scratch/grid.md" >"$scratch/cells"
# shellcheck disable=SC2046
values "$scratch/three" $(each 1 4 in_h; each 1 4 out_h; each 1 2 in_O; each 1 2 out_O; each 1 2 E_O) E_total \
    $(each 1 2 sigma_O; each 5 6 b _new; each 13 20 dE_total_dw; each 13 20 w _new) \
    $(each 1 4 sigma_h; each 1 4 b _new; each 1 12 dE_total_dw; each 1 12 w _new) >"$scratch/values"
check "--layout grid is no question" refused "leave --format moodle out" --layout grid --format moodle
check "--layout grid: the key's cells are the walk's values" same "$scratch/cells" "$scratch/values"
check "all of them" test "$(wc -l <"$scratch/cells")" -eq 67
"$BPWALK" handout --blank --layout grid --example "$scratch/three" >"$scratch/grid-blank.md"
check "the exercise has as much room" test "$(grep -o 'underline{.hspace{5em}}' "$scratch/grid-blank.md" | wc -l)" -eq 67
check "and no value that is to be found" sh -c "! grep -q '[0-9][.][0-9]\\{3\\}' '$scratch/grid-blank.md'"
check "but what is given" grep -qF '\underset{{W_{2}}}{\left[\begin{array}{rrrr} 0.7\phantom{0} & -0.8\phantom{0} & 0.9\phantom{0} & 0.05 \\ 0.11' "$scratch/grid-blank.md"
check "back through the weights as they stand on their side" grep -qF '\underset{{W_{2}}^{\mathsf{T}}}{\left[\begin{array}{rr} 0.7\phantom{0} & 0.11 \\ -0.8\phantom{0} & 0.12' "$scratch/grid-blank.md"
"$BPWALK" handout --key --layout grid --example xor >"$scratch/grid.md"
cells "$scratch/grid.md" >"$scratch/cells"
# shellcheck disable=SC2046
values xor $(each 1 4 in_h1_s; each 1 4 in_h2_s; each 1 4 out_h1_s; each 1 4 out_h2_s; each 1 4 in_O1_s; each 1 4 out_O1_s; each 1 4 E_O1_s) \
    $(each 1 4 E_total_s) E_total $(each 1 4 sigma_O1_s) dE_total_db3 b3_new $(each 5 6 dE_total_dw; each 5 6 w _new) \
    $(each 1 4 sigma_h1_s; each 1 4 sigma_h2_s; each 1 2 dE_total_db; each 1 2 b _new; each 1 4 dE_total_dw; each 1 4 w _new) >"$scratch/values"
check "samples side by side" same "$scratch/cells" "$scratch/values"
cat >"$scratch/pair" <<'END'
network = 2-2-1
biases = shared
reduction = sum
i1 = 0.1, 0.2
i2 = 0.3
O1 = 0.8, 0.9
W1 = [[0.1, 0.2], [0.3, -0.4]]
W2 = [[0.5, -0.6]]
b1 = 0.7
b2 = 0.8
END
"$BPWALK" handout --key --layout grid --example "$scratch/pair" >"$scratch/grid.md"
cells "$scratch/grid.md" >"$scratch/cells"
# shellcheck disable=SC2046
values "$scratch/pair" $(each 1 2 in_h1_s; each 1 2 in_h2_s; each 1 2 out_h1_s; each 1 2 out_h2_s; each 1 2 in_O1_s; each 1 2 out_O1_s; each 1 2 E_O1_s) \
    $(each 1 2 E_total_s) E_total $(each 1 2 sigma_O1_s) dE_total_db2 b2_new $(each 5 6 dE_total_dw; each 5 6 w _new) \
    $(each 1 2 sigma_h1_s; each 1 2 sigma_h2_s) dE_total_db1 b1_new $(each 1 4 dE_total_dw; each 1 4 w _new) >"$scratch/values"
check "two samples, summed; a bias a layer" same "$scratch/cells" "$scratch/values"
check "the ones add up the samples' error terms, and the neurons'" grep -qF '= \left[\begin{array}{rr} 1 & 1 \end{array}\right] \cdot' "$scratch/grid.md"
"$BPWALK" handout --key --layout grid --carry 4 --example softmax >"$scratch/grid.md"
check "carried values, and softmax" grep -qF '= \left[\begin{array}{r} 0.3656 \\ 0.3386 \\ 0.2958 \end{array}\right]' "$scratch/grid.md"
"$BPWALK" handout --key --layout grid --example mazur >"$scratch/grid.md"
check "a task says of several samples that each has a column" sheet_has 'Each sample has a column.' --blank --layout grid --example xor
check "of one nothing" lacks 'Each sample has a column.' --blank --layout grid
check "nor where it is filled in" lacks 'Each sample has a column.' --key --layout grid --example xor
check "what is frozen is told, and not updated" test "$(grep -c 'Not updated' "$scratch/grid.md") $(grep -c 'B_{[12]}^{+}' "$scratch/grid.md")" = "1 0"
check "new weights where layers are updated at once" sheet_has '{W_{2}^{+}}^{\mathsf{T}}' --blank --layout grid --set update=at-once
printf 'network = 2-2\nbiases = none\ni1 = 1\ni2 = 2\nO1 = 0\nO2 = 1\nW1 = [[0.1, 0.2], [0.3, 0.4]]\n' >"$scratch/bare"
check "no bias where there is none" lacks 'B_{1}' --key --layout grid --example "$scratch/bare"
check "gradients added up where the error is the sum" lacks '\frac{1}{4}' --key --layout grid --example xor --set reduction=sum
check "and by their number where it is the mean" sheet_has '\frac{1}{4}' --key --layout grid --example xor
check "in Chinese" sheet_has '## 反向：误差项、梯度、新权重' --blank --layout grid --lang zh
check "each sample has a column" sheet_has 'Each sample has a column.' --blank --layout grid --example xor
check "of two as well" sheet_has 'Each sample has a column.' --blank --layout grid --set 'i1=0.1, 0.2'
check "where there are several" lacks 'sample' --blank --layout grid
check "in Chinese too" lacks '样本' --blank --layout grid --lang zh
check "rows are as high as those with room that stand beside them" sheet_has '{i}}{\left[\begin{array}{rrrr} 0\rule[-1.7mm]{0pt}{5.5mm} & 0 & 1 & 1 \\ 0\rule[-1.7mm]{0pt}{5.5mm}' --blank --layout grid --example xor --format latex
check "no others" sheet_has '{i}^{\mathsf{T}}}{\left[\begin{array}{rr} 0 & 0 \\ 0 & 1 \\' --blank --layout grid --example xor --format latex
check "outputs of several samples on their side" sheet_has '\mathrm{out}_{h_{2}}^{(4)} \end{array}\right]^{\mathsf{T}} =' --blank --layout grid --example xor
check "error terms of a hidden layer: back through the weights, and each by its own slope" sheet_has \
    '\sigma_{O_{2}} \end{array}\right] \odot \left(\mathrm{out}_{h} \cdot (1 - \mathrm{out}_{h})\right) = \left[' --blank --layout grid
totals=$("$BPWALK" -x xor -f tsv | awk -F '\t' '$5 ~ /^E_total_s/ && !seen[$5]++ { printf "%s%.10f", n++ ? " & " : "", $6 }')
check "the error of each sample, beside its name" sheet_has "E_{\\mathrm{total}}^{(4)} \\end{array}\\right] = \\left[\\begin{array}{rrrr} $totals \\end" --key --layout grid --example xor
check "those of one are a row" sheet_has '{cc} \mathrm{out}_{h_{1}} & \mathrm{out}_{h_{2}} \end{array}\right] =' --blank --layout grid
check "the sum over the samples, on its side" sheet_has '\cdot \left[\begin{array}{rrrr} 1 & 1 & 1 & 1 \end{array}\right]^{\mathsf{T}} =' --blank --layout grid --example xor
check "points below each other: of LaTeX" sheet_has '\left[\begin{array}{r} 0.8\phantom{0} \\ 0.2\phantom{0} \\ -0.35 \end' --key --layout grid --example relu
check "where there is none" sheet_has '\\ 0\phantom{.0000000000} \end{array}' --key --layout grid --example relu --format latex
check "of HTML" sheet_has '<mtd class="n"><mn>0</mn><mphantom><mn>.0000000000</mn></mphantom></mtd>' --key --layout grid --example relu --format html
check "at the right of their column" sheet_has 'mtd.n { text-align: right; text-align: -webkit-right; }' --key --layout grid --format html
check "what a line is equal to may stand below it" sheet_has '{{B_{1}}}{\left[\begin{array}{r} -0.3 \\ -0.7 \end{array}\right]} - 2 \cdot \frac{\partial E_{\mathrm{total}}}{\partial B_{1}}}{ = \left[' --key --layout grid --example xor --format latex
check "fractions in a matrix are apart" sheet_has '\\ \rule{0pt}{1.9em}\displaystyle \frac' --key --layout grid --example softmax
check "and not made small" sheet_has '.grid mtd { padding: .1em .25em; math-style: normal; }' --key --layout grid --format html
check "rows of names with a sample above" sheet_has '& \mathrm{out}_{h_{1}}^{(4)} \\ \mathrm{out}_{h_{2}}^{(1)}\rule[-0.6em]{0pt}{1.8em} &' --key --layout grid --example xor
check "--layout of another name" refused "--layout table is unknown; lines or grid is needed" --layout table
check "--layout grid of a question bank" refused "leave --format moodle out" --layout grid --format moodle
check "of every step" refused "leave --full out" --layout grid --full
check "with hints" refused "leave --hints out" --layout grid --blank --hints none
check "of some equations" refused "leave --equations out" --layout grid --equations 5.1
"$BPWALK" example xor | sed 's/^asked.*//' >"$scratch/asks"
echo 'asked = E_total' >>"$scratch/asks"
check "of an example that asks for some names" refused 'an example without `asked` is needed' --layout grid --example "$scratch/asks"
awk 'BEGIN { print "network = 13-1"; for (i = 1; i <= 13; i++) print "i" i " = 0.1\nw" i " = 0.1"; print "b1 = 0\nO1 = 1" }' >"$scratch/wide"
check "of a layer that is too wide" refused "a layer has 13 neurons; at most 12 are needed" --layout grid --example "$scratch/wide"
awk 'BEGIN { print "network = 1-1"; printf "i1 = 0"; for (i = 1; i < 9; i++) printf ", 0.%d", i; printf "\nO1 = 0"; for (i = 1; i < 9; i++) printf ", 0.%d", i; print "\nw1 = 1\nb1 = 0" }' >"$scratch/samples"
"$BPWALK" example softmax | sed 's/^loss.*/loss = squared-error/' >"$scratch/ways"
check "of softmax without cross-entropy" refused "loss = cross-entropy is needed" --layout grid --example "$scratch/ways"
check "of too many samples" refused "the example has 9 samples; at most 8 are needed" --layout grid --example "$scratch/samples"

# ---- Beside the sheets: a table of all answers, a form to type them into; all in one file ----

check "the table: a row a sheet" test "$(wc -l <"$scratch/numbered/answers.tsv")" -eq 13
check "numbered from 1 on" test "$(cut -f 1 "$scratch/numbered/answers.tsv" | tr '\n' ' ')" = "sheet 1 2 3 4 5 6 7 8 9 10 11 12 "
awk -F '\t' 'NR == 1 { split($0, names) } NR == 6 { for (i = 3; i <= NF; i++) print names[i] " = " $i }' "$scratch/numbered/answers.tsv" >"$scratch/answers"
check "its values are marked right" sh -c "[ \$(wc -l <'$scratch/answers') -eq 39 ] && '$BPWALK' check --example '$scratch/numbered/sheet-05.txt' '$scratch/answers' >'$scratch/out'"
"$BPWALK" handout --blank --count 2 --forms -o "$scratch/forms"
check "--forms: the names that are asked for" test "$(sed -n 's/ = $//p' "$scratch/forms/sheet-1.form.txt" | tr '\n' ' ')" = "$(head -n 1 "$scratch/forms/answers.tsv" | cut -f 3- | tr '\t' ' ') "
for format in markdown latex html; do
    "$BPWALK" handout --blank --count 3 --one-file --format $format -o "$scratch/one-file"
    "$BPWALK" handout --blank --count 3 --format $format -o "$scratch/one-$format"
    check "$format: --one-file has all that the sheets have" test "$(grep -c 'Sheet 2, variant 2' "$scratch/one-file")" -eq "$(grep -c 'Sheet 2, variant 2' "$scratch/one-$format"/sheet-2.*)"
done
"$BPWALK" handout --blank --count 1 --one-file --format html -o "$scratch/alone.html"
check "of one sheet the browser counts the pages" test "$(grep -c counter-increment "$scratch/one-file") $(grep -c counter-increment "$scratch/alone.html")" = "3 0"
check "and begins once" test "$(grep -c '<!DOCTYPE' "$scratch/one-file")" -eq 1
check "--one-file of one" refused "--one-file is for several sheets" --one-file
check "HTML: what is too wide for a phone has a shadow where it goes on" sheet_has '.step > .line, .ask > span, .grid > div, dl.given dd { overflow: auto hidden; background:' --format html
check "HTML: a line of matrices may be broken at each sign" sheet_has '</math><wbr /><math><mo form="infix">&#8901;</mo>' --format html --layout grid
check "HTML: a value is as wide as its decimals" sheet_has 'style="min-width: 2.9em"' --key --carry 4 --format html
"$BPWALK" handout --blank --count 2 --format latex -o "$scratch/apart"
check "LaTeX: a table of values stands apart from what is given" test "$(grep -A 2 -xF '\medskip' "$scratch/apart/key.tex" | grep -cF '\begin{values}')" -eq 2
check "LaTeX: a value is as wide as its decimals" sheet_has '\makebox[13.54mm][l]{\hskip9pt$0.6457$}' --key --carry 4 --format latex
check "HTML: what prints it chooses the paper" lacks '{ size:' --blank --format html
check "HTML: --paper" sheet_has '@page { size: letter; }' --blank --format html --paper letter
check "LaTeX: A4" sheet_has '10pt,a4paper' --blank --format latex
check "LaTeX: --paper" sheet_has '10pt,letterpaper' --blank --format latex --paper letter
check "--paper of another size" refused "--paper a5 is unknown; a4 or letter is needed" --paper a5 --format html
check "--paper of Markdown" refused "--paper is for what has pages" --paper a4
check "--paper of a question bank" refused "--paper is for what has pages" --paper a4 --format moodle
# What a sheet asks for stands in its numbers, by which it is marked.
asks() { # asks DECIMALS COUNT OPTION...: the numbers of such a sheet say so, and its form has the same names
    decimals=$1 count=$2
    shift 2
    rm -rf "$scratch/asking"
    "$BPWALK" handout --count 2 --numbers --forms "$@" -o "$scratch/asking" || return
    names=$(sed -n 's/ = $//p' "$scratch/asking/sheet-2.form.txt" | paste -s -d , -)
    test "$(sed -n 's/^decimals = //p; s/^asked = //p' "$scratch/asking/sheet-2.txt" | sed 's/, /,/g' | tr '\n' ' ')" = "$decimals $names " &&
        test "$(echo "$names" | tr , '\n' | wc -l)" -eq "$count"
}
check "of a sheet: five decimals and its 39 values" asks 5 39 --blank
check "as many decimals as are carried" asks 4 39 --blank --carry 4
check "also by its example, which asks for two names" asks 3 2 --blank --set decimals=3 --set asked=out_h1,w5_new
check "of some equations" asks 5 11 --blank --equations 5.1-5.5
check "of a grid, in which the error terms are the gradients of the biases" asks 5 35 --blank --layout grid
check "of a grid of four samples: the gradients of all alone" asks 5 63 --blank --layout grid --example xor
check "of a key, what the sheet asks for" asks 5 39 --key
check "of every step, the second pass and the factors too" asks 5 80 --blank --full
check "a room a value" test "$(grep -o '= \\underline' "$scratch/asking/sheet-2.md" | wc -l)" -ge 80
"$BPWALK" handout --count 1 --numbers -o "$scratch/worked"
check "a worked example asks for nothing" test "$(grep -c '^asked\|^decimals' "$scratch/worked/sheet-1.txt")" -eq 0
check "--forms in one file" refused "--forms is for sheets in a directory" --forms --count 2 --one-file -o "$scratch/none"
check "HTML: words of any kind below a page" sheet_has 'content: "\22 \3c \26 \5c , ' --blank --format html --seed 1 --title '"<&\'
check "a name in a heading is typeset" sheet_has '## Back to $`w_{5}`$: how' --full

# ---- Names ----

cat >"$scratch/roster" <<'NAMES'
李雷
A & B_{c}
Łukasz Żółć

O'Neil <x> "q" #1 100% $5 ~^\
NAMES
for format in markdown latex html; do
    "$BPWALK" handout --blank --roster "$scratch/roster" --format $format -o "$scratch/named-$format"
    check "$format: a sheet a name, and a key" test "$(ls "$scratch/named-$format" | wc -l)" -eq 6
done
check "Markdown: a name" grep -qx '\*\*Name:\*\* A \\& B\\_\\{c\\}' "$scratch/named-markdown/sheet-2.md"
check "HTML: a name" grep -qF "O'Neil &lt;x&gt; &quot;q&quot; #1 100% \$5 ~^\\" "$scratch/named-html/sheet-4.html"
check "LaTeX: a name" grep -qF "A \\& B\\_\\{c\\}" "$scratch/named-latex/sheet-2.tex"
check "the key says whose a sheet is" grep -qx '# Sheet 1 (李雷)' "$scratch/named-markdown/key.md"
"$BPWALK" handout --blank --roster "$scratch/roster" --count 2 -o "$scratch/dealt"
check "two variants for four names" test "$(grep -c '^# Sheet' "$scratch/dealt/key.md")" -eq 2
check "dealt out in turn" grep -qF '# Sheet 1 (李雷), Sheet 3 (Łukasz Żółć)' "$scratch/dealt/key.md"
check "the key has the numbers' owners too" test "$("$BPWALK" handout --blank --roster "$scratch/roster" --numbers -o "$scratch/owned"; head -n 1 "$scratch/owned/sheet-1.txt")" = "# Sheet 1 李雷"
printf 'Ann\nBob\n' >"$scratch/plain"
"$BPWALK" handout --blank --roster "$scratch/plain" --count 7 --title "Week 4" --format latex -o "$scratch/two"
check "no more variants than names" test "$(ls "$scratch/two" | tr '\n' ' ')" = "answers.tsv key.tex sheet-1.tex sheet-2.tex "
check "the title is the key's too" grep -q "Week 4" "$scratch/two/key.tex"
check "plain names need no other fonts, others do" test "$(grep -l 'wide@' "$scratch"/two/*.tex | wc -l) $(grep -l 'wide@' "$scratch"/named-latex/*.tex | wc -l)" = "0 5"
"$BPWALK" handout --blank --roster - -o "$scratch/piped" <"$scratch/roster"
check "a roster from standard input" test "$(ls "$scratch/piped" | wc -l)" -eq 6
printf 'alpha = 0.1\n' >"$scratch/mine"
"$BPWALK" handout --roster "$scratch/roster" --example "$scratch/mine" -o "$scratch/alike"
check "--example: the same numbers for all" test "$(cat "$scratch"/alike/sheet-*.md | grep -c 'alpha = 0.1`')" -eq 4

# The table of a course: the column is chosen by its header.
names_of() { # names_of BYTES: the names in a roster of these bytes
    printf "$1" >"$scratch/course"
    "$BPWALK" handout --blank --roster "$scratch/course" -o "$scratch/course-sheets" && cut -f 2 "$scratch/course-sheets/answers.tsv" | tail -n +2 | tr '\n' '|'
}
check "Moodle's" test "$(names_of '\357\273\277First name,Surname,ID number,Email address\r\nAda,Lovelace,1,a@x\r\n"Jean ""J""","d'\''Alembert",2,b@x\r\n')" = "Ada Lovelace|Jean \"J\" d'Alembert|"
check "Canvas's" test "$(names_of 'Student,ID,Section\n"Doe, Jane",7,A\n')" = "Doe, Jane|"
check "names of one letter" test "$(names_of 'First name,Surname\nA,L\n')" = "A L|"
check "with a tab in quotes" test "$(names_of 'Name\tID\n"Ada\tLovelace"\t1\n')" = "Ada Lovelace|"
check "with semicolons" test "$(names_of 'ID;Last name;First Name\n1; Gauss ;Carl Friedrich\n')" = "Carl Friedrich Gauss|"
check "of a letter each" test "$(names_of '姓\t名\n李\tD\n')" = "李D|"
check "Chinese, with tabs" test "$(names_of '学号\t姓\t名\n1\t李\t雷\n')" = "李雷|"
check "the letters of a name say what stands first, not the header" test "$(names_of 'Surname,First name\n李,雷\nŁęcki,Jan\n')" = "李雷|Jan Łęcki|"
check "without a header a line is a name" test "$(names_of 'Lovelace, Ada\nGauss, Carl\n')" = "Lovelace, Ada|Gauss, Carl|"

# ---- Networks of other widths, and what is frozen ----

network() { # network WIDTHS INPUTS OUTPUTS WEIGHTS BIASES: an example of that network
    echo "network = $1"
    seq "$2" | sed 's/.*/i& = 0.1/'
    seq "$3" | sed 's/.*/O& = 0.2/'
    seq "$4" | sed 's/.*/w& = 0.3/'
    seq "$5" | sed 's/.*/b& = 0.4/'
}
network 12-2 12 2 24 2 >"$scratch/wide"
network 5-5-4 5 4 45 9 >"$scratch/broad"
check "one too wide to be drawn" prints "The network is too wide to be drawn here." handout -x "$scratch/wide"
in_bank() { "$BPWALK" handout -x "$1" --format moodle | grep -c '<svg'; }
check "nor in a question bank" test "$(in_bank "$scratch/wide")" -eq 0 -a "$(in_bank "$scratch/broad")" -gt 0
network 4-4-2 4 2 24 6 >"$scratch/four"
network 5-4-2 5 2 28 6 >"$scratch/five"
network 2-2-2-2 2 2 12 6 >"$scratch/deep"
beside() { "$BPWALK" handout -x "$1" --format html | grep -c '<div class="beside">'; }
check "beside what is given is a network of three layers of four" test "$(beside "$scratch/four") $(beside "$scratch/five") $(beside "$scratch/deep")" = "1 0 0"
"$BPWALK" handout -x "$scratch/wide" -L grid --blank >"$scratch/out"
check "a wide matrix to fill in stands in a line of its own" grep -q '^ = .left.*cccccccccccc' "$scratch/out"
"$BPWALK" handout -x "$scratch/broad" --seed 3 >"$scratch/out"
check "more weights than pleasant numbers: each is used again" test "$(grep '^- Weights' "$scratch/out" | tr ',' '\n' | sed 's/.*= //' | sort | uniq -d | wc -l)" -gt 9
check "what is frozen is told" prints "Not updated: \$\`w_{5}\`\$, \$\`b_{1}\`\$" handout --blank --set frozen=w5,b1
check "the update is of a weight that learns" prints "- Update: \$\`w_{7}^{+} = w_{7} " handout --blank --set frozen=w1,w5,w6
check "nor is its new value asked for" test "$("$BPWALK" handout --blank --set frozen=w5,b1 | grep -c 'w_{5}^{+} *&= *.underline')" -eq 0
"$BPWALK" example mazur | sed '/^frozen/d' >"$scratch/shared"
check "biases that are shared, in matrices" prints '\left[\begin{array}{rr} 1 & 1 \end{array}\right] \cdot' handout -L grid --blank -x "$scratch/shared"
"$BPWALK" handout --integers --seed 1 --set w1=2 -x regression >"$scratch/out"
check "whole numbers, save one that is set" grep -q 'w_{1} = 2' "$scratch/out"

check "room for the numbers in place, as HTML" prints 'class="room work"' handout --blank --full -f html
check "a step that gives another last digit is right, too" prints "this way 0.09, right too" handout --carry 2 --key --full
check "a number without decimals is carried as it is" prints "exactly 1e+15, off by 0" handout --key --carry 4 --set w1=1e16

# ---- What is refused ----

printf 'Name,ID\n,1\n' >"$scratch/nameless"
check "a row without a name" refused "nameless:2:1: the row has no name in it" --roster "$scratch/nameless" -o "$scratch/none"
printf 'First name,Surname\n"Ann ""A""","B"\nA,"B ""C""' >"$scratch/open"
check "a quote that is not closed" refused "open:3:3: this quote is not closed; a \" at the end of the field is needed" --roster "$scratch/open" -o "$scratch/none"
printf 'Name,ID\n"Ann\nB",1\n' >"$scratch/open"
check "nor in its line" refused "open:2:1: this quote is not closed" --roster "$scratch/open" -o "$scratch/none"
check "--blank --key" refused "exclude each other" --blank --key
check "--hints alone" refused "--blank is needed" --hints none
check "--hints all" refused "formula, substituted or none" --blank --hints all
check "--format pdf" refused "one of markdown, latex, html, moodle, qti, exams" --format pdf
check "--key --format moodle" refused "has its answers in it" --key --format moodle
check "--count without a directory" refused "-o DIR is needed" --count 3
check "--roster without a directory" refused "-o DIR is needed" --roster "$scratch/roster"
check "--numbers without a directory" refused "--numbers is for sheets in a directory" --numbers
check "--count 0" refused "from 1 to" --count 0 -o "$scratch/none"
check "--carry 0" refused "from 1 to 15" --carry 0
check "--carry 16" refused "from 1 to 15" --carry 16
check "--digits with --carry" refused "carried values have the decimals of --carry" --key --carry 4 --digits 3
check "standard input for two" refused "standard input can be read once" --roster - --example - -o "$scratch/none"
check "beside many carried decimals more of the exact value" sheet_has '| 0.64565630623 | 0.6456563062258 | 0.0000000000042 |' --key --carry 11
check "and at most what a double has of it" sheet_has '| 0.645656306225795 | 0.645656306225795 | 0 |' --key --carry 15
check "--seed -1" refused "a whole number" --seed -1
check "--title of bytes" refused "is no text" --title "$(printf 'a\377')"
check "--title of two lines" refused "is no text" --title "a
b"
check "--title of 401 bytes" refused "1 to 400 bytes" --title "$(printf '%0401d' 0)"
check "--title of 400 bytes" sheet_has "$(printf '%0400d' 0)" --title "$(printf '%0400d' 0)"
check "--numbers of a question bank" refused "--numbers is for sheets in a directory" --numbers --format moodle --count 2
check "a number of no example" refused "w99 is no number" --set w99=1
check "--course of nothing" refused "--course lacks its value" --course ""
check "one word too many" refused "one word too many" extra
check "no such roster" refused "/nowhere: cannot be opened" --roster /nowhere -o "$scratch/none"
check "an empty roster" refused "there is no name in it" --roster /dev/null -o "$scratch/none"
printf 'Ann\n%0401d\n' 0 >"$scratch/long"
printf 'Ann\nB\377b\n' >"$scratch/bytes"
check "a roster that is no text" refused "$scratch/bytes:2:2: a byte 0xFF" --roster "$scratch/bytes" -o "$scratch/none"
check "a directory without a parent" refused "/nowhere/sheets: cannot be written: No such file" --count 2 -o /nowhere/sheets
check "a file as directory" refused "$scratch/roster: cannot be written: Not a directory" --count 2 -o "$scratch/roster"
check "numbers out of range" refused "leaves the range" --count 2 --set w1=1e200 --set i1=1e200 -o "$scratch/none"
check "numbers that saturate a question bank" refused "unsaturated" --format moodle --count 2 --set w1=90
check "a question bank that cannot be written" refused "/nowhere/bank.xml: cannot be written" --format moodle -o /nowhere/bank.xml
check "a sheet that cannot be written" refused "/nowhere/sheet.md: cannot be written" -o /nowhere/sheet.md
check "a sheet out of range" refused "(5.1) in_h1: leaves the range" --set w1=1e200 --set i1=1e200
check "a name of 401 bytes" refused "$scratch/long:2:401: the name goes on; at most 400 bytes are accepted" --roster "$scratch/long" -o "$scratch/none"
check "decimals that leave nothing" refused "(5.4) out_O1: has no value with 1 decimal carried; more are needed" --carry 1 --set O1=1e154 --set w5=1e5 --set b3=-64543 --set alpha=1e151
check "decimals that leave nothing of a step without a number" refused "bpwalk: E_O1: has no value with 1 decimal carried" --carry 1 --set loss=cross-entropy --set b3=5
check "more decimals that leave nothing" refused "has no value with 2 decimals carried; more are needed" --carry 2 --set O1=1e154 --set w5=1e5 --set b3=-64543 --set alpha=1e153
check "numbers that saturate" refused "unsaturated" --count 2 --set w1=90 -o "$scratch/none"
echo before >"$scratch/bank.xml"
check "so a question bank" refused "unsaturated" --format moodle --count 2 --set w1=90 -o "$scratch/bank.xml"
check "and what was there is as it was" test "$(cat "$scratch/bank.xml")" = before
check "a full device" refused "/dev/full: cannot be written" --format moodle --count 3 -o /dev/full

mkdir "$scratch/kept"
echo before >"$scratch/kept/sheet-1.md"
sh -c "trap '' XFSZ; ulimit -f 60; exec '$BPWALK' handout --full --count 9 -o '$scratch/kept'" 2>"$scratch/err"
check "a disk that fills: status 2" test $? -eq 2
check "and a line that names the file" grep -q "^bpwalk: $scratch/kept/sheet-1.md: cannot be written: File too large" "$scratch/err"
check "what was there is as it was" test "$(cat "$scratch/kept/sheet-1.md")" = before
check "and alone" test "$(ls -A "$scratch/kept")" = sheet-1.md
sh -c "trap '' XFSZ; ulimit -f 60; exec '$BPWALK' handout --full --count 9 -o '$scratch/none'" 2>/dev/null
sh -c "trap '' XFSZ; ulimit -f 80; exec '$BPWALK' handout --blank --full --count 40 -o '$scratch/none'" 2>"$scratch/err"
check "a disk that the key fills" grep -q "^bpwalk: $scratch/none/key.md: cannot be written: File too large" "$scratch/err"
check "a directory that was made is gone" test ! -e "$scratch/none"

# ---- Many ----

names=2000
[ "$THOROUGH" != yes ] || names=100000
names=${HANDOUT_NAMES:-$names} # tests/mutate.py takes fewer
awk -v names="$names" 'BEGIN { for (i = 1; i <= names; i++) print "学生 " i " & Co_" i }' >"$scratch/everybody"
"$BPWALK" handout --roster "$scratch/everybody" --format moodle --questions variants --hints none 2>"$scratch/err" | grep -c '^<question type="cloze">' >"$scratch/categories"
check "a roster of $names names" test "$(cat "$scratch/categories")" -eq "$names"
check "without a word" test ! -s "$scratch/err"
in_little_memory() { # in_little_memory ARGUMENT...: in 30 MB of address space
    sh -c 'ulimit -v 30000; exec "$0" "$@"' "$BPWALK" "$@"
}
if in_little_memory --version >/dev/null 2>&1; then
    check "1,000 sheets in little memory" in_little_memory handout --blank --count 1000 --carry 4 --format html -o "$scratch/heap"
    rm -rf "$scratch/heap"
else # AddressSanitizer alone takes terabytes of it
    skip "1,000 sheets in little memory" "the program does not start in 30 MB of address space"
fi

# ---- Moodle ----

"$BPWALK" handout --format moodle --count 3 --seed 5 --title 'Week 1/2 {1} & more' -o "$scratch/bank.xml"
blanks() { grep -o '{1:NUMERICAL:=[^}]*}' "$1"; }
number='-\{0,1\}[0-9.]*\(e-[0-9]*\)\{0,1\}:[0-9.]*'
check "a blank a quantity, of each variant" test "$(blanks "$scratch/bank.xml" | wc -l)" -eq 117
check "all of the form that Moodle reads" test "$(blanks "$scratch/bank.xml" | grep -cx "{1:NUMERICAL:=$number\(~%0%$number#[^~#{}]*\)*}")" -eq "$(grep -o '{1:' "$scratch/bank.xml" | wc -l)"
check "no answer without a tolerance" test "$(blanks "$scratch/bank.xml" | grep -c ':0*\.*0*[~}]')" -eq 0
"$BPWALK" handout --format moodle --questions variants --course "A & B" --date May | grep '<info' >"$scratch/info"
"$BPWALK" handout --format moodle --questions variants --date May | grep '<info' >>"$scratch/info"
"$BPWALK" handout --format moodle --questions variants --course "A & B" | grep '<info' >>"$scratch/info"
check "course and date are told" test "$(sed 's/<[^>]*>//g' "$scratch/info" | tr '\n' '|')" = "A &amp; B, May|May|A &amp; B|"
check "one decimal tells nothing" refused "with 1 decimal an answer cannot be told" --format moodle --carry 1
check "whole numbers of softmax" refused "--integers: this network's functions make fractions" --blank --integers --example softmax --seed 1
check "the key of layers updated at once goes in their order" test "$("$BPWALK" handout --key --set update=at-once | sed -n 's/^| [^|]*| \$`\(.*\)`\$ |.*/\1/p' | tr -d '{}' | sed 's/.mathrm//g' | grep -e '^w' -e sigma_ | tr '\n' ' ')" = '\sigma_O_1 \sigma_O_2 w_5^+ w_6^+ w_7^+ w_8^+ \sigma_h_1 \sigma_h_2 w_1^+ w_2^+ w_3^+ w_4^+ '
"$BPWALK" example softmax | sed '/^b[34] /d; $a b3 = -1\nb4 = -2' >"$scratch/negative"
check "what would be the logarithm of a negative number is no slip's answer" sh -c "'$BPWALK' handout --format moodle --questions single --example '$scratch/negative' >'$scratch/out' && grep -q 'mathrm{out}' '$scratch/out' && ! grep -iE '[>~:](-?nan|-?inf)' '$scratch/out'"
check "a number is not put in its own place" test "$("$BPWALK" handout --full --format moodle --questions single --example regression | grep -c 'mathrm{in}_{O_{1}}^{(.)}}.) .(.displaystyle {}= 1.) .(= 1.)')" -eq 4
check "layers updated at once are told in each question" sheet_has "<p>A layer is updated before the error goes back through it" --format moodle --set update=at-once
check "every step, without formulas" lacks '\sigma_{O_{1}} \cdot' --full --blank --hints none
check "numbers in place in a question" sheet_has '= 0.1 \cdot 0.1 + 0.2 \cdot 0.2 + 1 \cdot 0.55' --format moodle --hints substituted
check "fewer variants than names: the variants' numbers alone" test "$("$BPWALK" handout --format moodle --roster "$scratch/roster" --count 2 | sed -n 's/<name><text>1 .*\(Variant [0-9]\).*/\1/p' | tr '\n' ' ')" = "Variant 1 Variant 2 "
check "a / in a title is no category" grep -qF '<category><text>$course$/top/Week 1//2 {1} &amp; more/1 Forward</text></category>' "$scratch/bank.xml"
"$BPWALK" handout --format moodle --carry 4 >"$scratch/carried.xml"
check "carried answers" grep -qF '{1:NUMERICAL:=0.6457:' "$scratch/carried.xml"
"$BPWALK" handout --format moodle --carry 4 --count 8 >"$scratch/drawn.xml"
check "each with the decimals that are kept, its zeros too" test -z "$(grep -oE '(NUMERICAL:=|~%0%|\(= )-?[0-9]+(\.[0-9]*)?' "$scratch/drawn.xml" | grep -vE '\.[0-9]{4}$')"
check "zeros at the end there are" grep -qE 'NUMERICAL:=-?[0-9]+\.[0-9]{3}0:' "$scratch/drawn.xml"
check "a slip has no points, and is told" grep -qF '#the bias left out' "$scratch/carried.xml"
check "three decimals do not tell the article's weights from the new ones" refused "with 3 decimals an answer cannot be told from 0" --format moodle --carry 3
check "the network is drawn in each question" test "$(grep -c '<svg class="network"' "$scratch/bank.xml")" -eq 15
check "and the solution told behind it" grep -qF '= 0.5 \cdot 0.6457 + 0.6 \cdot 0.6615 + 1 \cdot 0.66\) \(= 1.3798\)' "$scratch/carried.xml"
{ printf 'network = 1-30-1\nbiases = none\ni1 = 1\nO1 = 0.5\n' && seq 60 | sed 's/.*/w& = 0.&/'; } >"$scratch/wide-layer"
check "but not where there is no room for it" test "$("$BPWALK" handout --format moodle --carry 10 --example "$scratch/wide-layer" | grep -c -e '<svg' -e '<question type="cloze"' | tr '\n' ' ')" = "5 "
check "--questions alone" refused "--format moodle is needed" --questions single
check "--questions all" refused "sections, variants or single" --format moodle --questions all

# The tolerance forgives what rounding on the way can do, and not much more: a walk carried to as many
# decimals as students keep is right, and one carried to two fewer is not.
answers() { blanks "$1" | sed 's/{1:NUMERICAL:=\([^:]*\):\([0-9.]*\).*/\1 \2/'; }
"$BPWALK" handout --format moodle >"$scratch/plain.xml"
answers "$scratch/plain.xml" >"$scratch/a"
within() { # within DECIMALS: how many answers carried so are within the tolerance
    "$BPWALK" handout --key --carry "$1" | sed "s/−/-/g" | sed -n 's/^| [^|]*| $`.*`\$ | \([^|]*\) |.*/\1/p' |
        paste -d ' ' "$scratch/a" - | awk '{ d = $1 - $3; if (d < 0) d = -d; if (d <= $2) n++ } END { print n }'
}
check "rounding to 5 decimals is forgiven" test "$(within 5)" -eq 39
check "to 3 is not everywhere" test "$(within 3)" -lt 20

# Moodle's rule, |answer - right| <= tolerance, for what must be wrong: 0, a slip, the weight before.
"$BPWALK" handout --format moodle --questions variants --carry 4 --seed 9 --count 40 -o "$scratch/forty.xml"
answers "$scratch/forty.xml" >"$scratch/a"
check "40 variants with four decimals: none takes 0" test "$(awk '{ n++; v = $1 < 0 ? -$1 : $1; bad += v <= $2 } END { print n, bad + 0 }' "$scratch/a")" = "1560 0"
check "none takes a slip" test "$(blanks "$scratch/forty.xml" | tr '~:#' '   ' | awk '{ for (i = 4; i <= NF; i++) if ($i ~ /^%0%/) { n++; v = substr($i, 4); d = v - substr($3, 2); if (d < 0) d = -d; bad += d <= $4 } } END { print (n > 500), bad + 0 }')" = "1 0"
check "two answers are told that are two tolerances apart, none that are nearer" test "$(blanks "$scratch/forty.xml" | tr '~:#' '   ' | awk '
    { n = 0
      for (i = 3; i <= NF; i++) if ($i ~ /^=|^%0%/) { value[++n] = $i; sub(/^=|^%0%/, "", value[n]) }
      for (i = 2; i <= n; i++) for (j = 1; j < i; j++) { d = value[i] - value[j]; if (d < 0) d = -d; near += d < 2.1 * $4; bad += d < 1.99 * $4 } }
    END { print (near > 0), bad + 0 }')" = "1 0"
awk '/^<p>Given/ { delete old; line = $0
        while (match(line, /[wb]_\{[0-9]+\} = -?[0-9.]+/)) {
            split(substr(line, RSTART, RLENGTH), part, / = /); old[part[1]] = part[2]; line = substr(line, RSTART + RLENGTH) } }
    match($0, /displaystyle [wb]_\{[0-9]+\}\^/) { name = substr($0, RSTART + 13, RLENGTH - 14)
        if (match($0, /NUMERICAL:=-?[0-9.]+:[0-9.]+/)) { split(substr($0, RSTART + 11, RLENGTH - 11), v, ":"); d = v[1] - old[name]; if (d < 0) d = -d; n++; bad += d <= v[2] } }
    END { print n, bad + 0 }' "$scratch/forty.xml" >"$scratch/updates"
check "none takes the weight before its update" test "$(cat "$scratch/updates")" = "480 0"
"$BPWALK" handout --format moodle --questions single --count 2 --seed 3 >"$scratch/single.xml"
check "--questions single: a category a quantity" test "$(grep -c '^<question type="category">' "$scratch/single.xml")" -eq 78
check "with the values that it needs" grep -qF '<p>\(\sigma_{O_{1}} = ' "$scratch/single.xml"
check "and what is not updated, by name" sheet_has '<p>Not updated: \(b_{1}\), \(b_{2}\)</p>' --format moodle --example mazur
check "in Chinese with its commas" sheet_has '<p>不更新：\(b_{1}\)，\(b_{2}\)</p>' --format moodle --example mazur --lang zh

# ---- The tools ----

if has xmllint; then
    well_formed() { xmllint --noout "$1"; }
    "$BPWALK" --format html >"$scratch/walk.html"
    check "xmllint: the walk" well_formed "$scratch/walk.html"
    "$BPWALK" --format html --lang zh --reading printed >"$scratch/walk-zh.html"
    check "xmllint: the walk as printed, in Chinese" well_formed "$scratch/walk-zh.html"
    for kind in "" "--blank" "--blank --hints substituted" "--blank --hints none" "--key --carry 4" "--example companion"; do
        for lang in en zh; do
            # shellcheck disable=SC2086
            "$BPWALK" handout $kind --lang $lang --format html --course '<&">' >"$scratch/sheet.html"
            check "xmllint: handout $kind $lang" well_formed "$scratch/sheet.html"
        done
    done
    for kind in blank key; do
        "$BPWALK" handout --$kind --layout grid --example "$scratch/three" --format html >"$scratch/grid.html"
        check "xmllint: matrices, $kind" well_formed "$scratch/grid.html"
    done
    check "in HTML the same numbers" test "$(xmllint --xpath 'count(//*[local-name()="mtd"][contains(., "0.5597136493")])' "$scratch/grid.html")" -eq 1
    for sheet in "$scratch"/named-html/*.html; do
        check "xmllint: $(basename "$sheet") of a roster" well_formed "$sheet"
    done
    fetches_nothing() { ! grep -qiE '<(script|link|img|iframe|object|embed)|src=|https?:|@import|url\([^#]' "$1"; }
    sed 's| xmlns="http://www.w3.org/[^"]*"||g' "$scratch/walk.html" >"$scratch/no-names.html"
    check "nothing is fetched" fetches_nothing "$scratch/no-names.html"
    "$BPWALK" handout --roster "$scratch/roster" --format moodle >"$scratch/roster.xml"
    is_moodle() { xmllint --noout --relaxng "$SOURCES/tests/data/moodle.rng" "$1" 2>"$scratch/errors" || { sed 's/^/# /' "$scratch/errors"; return 1; }; }
    for bank in bank carried plain roster forty single; do
        check "Moodle's structure: $bank" is_moodle "$scratch/$bank.xml"
    done
    check "a category a section" test "$(xmllint --xpath '//category/text/text()' "$scratch/bank.xml" | sort -u | wc -l)" -eq 5
    check "in it as many questions as variants" test "$(xmllint --xpath 'count(//question[@type="cloze"])' "$scratch/bank.xml")" -eq 15
    check "a question a section, each with a blank" test "$(xmllint --xpath 'count(//question[@type="cloze"])' "$scratch/bank.xml")" -eq "$(xmllint --xpath 'count(//question[@type="cloze"][contains(questiontext/text, "{1:NUMERICAL:=")])' "$scratch/bank.xml")"
    check "names come through" sh -c "xmllint --xpath '//question/name/text' '$scratch/roster.xml' | grep -qF 'Sheet 2 A &amp; B_{c}'"
    check "what is in a question is XML too" sh -c "{ echo '<r>'; xmllint --xpath '//questiontext/text/text()' '$scratch/bank.xml' | sed 's/<!\\[CDATA\\[//g; s/\\]\\]>//g'; echo '</r>'; } | xmllint --noout -"
else
    skip "HTML and Moodle's XML are well-formed" "xmllint is not here"
fi

if has cmark; then
    "$BPWALK" --format markdown >"$scratch/walk.md"
    check "cmark: a block of mathematics a step" test "$(cmark -t xml "$scratch/walk.md" | grep -c 'info="math"')" -eq "$(($("$BPWALK" --format tsv | wc -l) - 1))"
    cmark -t xml "$scratch/named-markdown/sheet-4.md" | sed -n 's/.*<text[^>]*>\(.*\)<\/text>/\1/p' | tr -d '\n' >"$scratch/texts"
    check "cmark: a name is text" grep -qF "O'Neil &lt;x&gt; &quot;q&quot; #1 100% \$5 ~^\\" "$scratch/texts"
    check "cmark: headings" test "$(cmark -t xml "$scratch/walk.md" | grep -c '<heading level="1"')" -eq 2
else
    skip "Markdown parses" "cmark is not here"
fi

compiles() { # compiles ENGINE FILE: without an error, a line too wide or a letter missing
    (cd "$scratch" && "$1" -interaction=nonstopmode -halt-on-error "$2" >"$2.out" 2>&1 </dev/null &&
        ! grep -E '^!|Overfull .hbox|Missing character' "${2%.tex}.log" | sed 's/^/# /' | grep .) ||
        { grep -E '^!|Overfull .hbox|Missing character' "$scratch/$(basename "${2%.tex}").log" | head -n 3 | sed 's/^/# /'; return 1; }
}
numbers_are() { # numbers_are NUMBERS PDF: what stands for a letter in the name
    pdftotext -layout -l 1 "$scratch/$2" - | sed -n '/^Name/p' | grep -oE 'U\+[0-9A-F]{4,5}' | tr '\n' ' ' >"$scratch/numbers"
    test "$(cat "$scratch/numbers")" = "${1:+$1 }" || { sed 's/^/# /' "$scratch/numbers"; return 1; }
}
printf 'Ivan Петров, Nguyễn, Γιώργος, 传學囍, Ștefan, محمد, 😀\n' >"$scratch/letters"
if has pdflatex && [ -n "$(kpsewhich tikz.sty)" ]; then
    "$BPWALK" --format latex >"$scratch/walk.tex"
    check "pdflatex: the walk" compiles pdflatex walk.tex
    cp "$scratch"/named-latex/*.tex "$scratch"
    for sheet in key sheet-4; do
        check "pdflatex: $sheet of a roster" compiles pdflatex $sheet.tex
    done
    check "pdflatex: an exercise has two pages" grep -q 'Output written on sheet-4.pdf (2 pages' "$scratch/sheet-4.log"
    "$BPWALK" handout --blank --count 5 --format latex -o "$scratch/class"
    cp "$scratch/class/key.tex" "$scratch/class-key.tex"
    check "pdflatex: the key of a class" compiles pdflatex class-key.tex
    check "a page a sheet" grep -q 'Output written on class-key.pdf (5 pages' "$scratch/class-key.log"
    "$BPWALK" handout --key --full --example companion --format latex >"$scratch/long-key.tex"
    check "pdflatex: a key of two pages of values" compiles pdflatex long-key.tex
    if has pdftotext; then
        for key in class-key long-key; do
            pdftotext -layout "$scratch/$key.pdf" "$scratch/$key.txt"
        done
        check "no row of its tables is lost" test "$(grep -o '(5\.[0-9]*)' "$scratch/class-key.txt" | wc -l)" -eq "$(grep -c '^.valuerow{(5' "$scratch/class-key.tex")"
        check "nor on the way to a second page" test "$(grep -o '(5\.[0-9]*)' "$scratch/long-key.txt" | wc -l)" -eq "$(grep -o '^.valuerow{(5\|tag{5' "$scratch/long-key.tex" | wc -l)"
    else
        skip "rows of tables in LaTeX" "pdftotext is not here"
    fi
    for kind in blank key; do
        for example in "$scratch/three" xor; do
            "$BPWALK" handout --$kind --layout grid --example "$example" --format latex >"$scratch/grid-$kind.tex"
            check "pdflatex: matrices of ${example##*/}, $kind" compiles pdflatex grid-$kind.tex
            check "on one page" grep -q "Output written on grid-$kind.pdf (1 page" "$scratch/grid-$kind.log"
        done
    done
    "$BPWALK" handout --key --layout grid --set update=at-once --format latex >"$scratch/at-once.tex"
    check "pdflatex: matrices, layers updated at once" compiles pdflatex at-once.tex
    if thorough "pdflatex: other sheets"; then
        "$BPWALK" --format latex --reading printed >"$scratch/printed.tex"
        check "pdflatex: as printed" compiles pdflatex printed.tex
        "$BPWALK" --example xor --format latex >"$scratch/samples.tex"
        check "pdflatex: several samples" compiles pdflatex samples.tex
        "$BPWALK" handout --blank --format latex >"$scratch/blank.tex"
        check "pdflatex: an exercise" compiles pdflatex blank.tex
        "$BPWALK" handout --key --carry 4 --seed 9 --format latex >"$scratch/keyed.tex"
        check "pdflatex: a key" compiles pdflatex keyed.tex
        check "pdflatex: sheet-1 of a roster" compiles pdflatex sheet-1.tex
    fi
    "$BPWALK" handout --blank --roster "$scratch/letters" --title "$(cat "$scratch/letters")" --format latex -o "$scratch/letters-en"
    cp "$scratch/letters-en/sheet-1.tex" "$scratch/letters.tex"
    check "pdflatex: letters of all the world" compiles pdflatex letters.tex
    if has pdftotext && [ "$(kpsewhich t5enc.def lgrenc.def t2aenc.def c70gbsn.fd c70bsmi.fd gbsnu4f.tfm bsmiu5b.tfm | wc -l)" -eq 7 ]; then
        check "pdflatex: those that have no font are their numbers, no others" numbers_are "U+0645 U+062D U+0645 U+062F U+1F600" letters.pdf
    else
        skip "pdflatex: letters and their fonts" "pdftotext, vntex, cbfonts, lh or the CJK package is not here"
    fi
else
    skip "pdflatex compiles" "pdflatex with TikZ is not here"
fi
if has xelatex && [ -n "$(kpsewhich ctex.sty)" ] && [ -n "$(kpsewhich tikz.sty)" ]; then
    if thorough "xelatex: Chinese sheets"; then
        "$BPWALK" --format latex --lang zh --reading printed >"$scratch/walk-zh.tex"
        check "xelatex: the walk in Chinese" compiles xelatex walk-zh.tex
        "$BPWALK" handout --blank --format latex --lang zh --course '人工智能 & ML_1' >"$scratch/blank-zh.tex"
        check "xelatex: an exercise in Chinese" compiles xelatex blank-zh.tex
    fi
    cp "$scratch"/named-latex/sheet-1.tex "$scratch/lei.tex"
    check "xelatex: 李雷 on an English sheet" compiles xelatex lei.tex
    for language in en zh; do
        "$BPWALK" handout --blank --lang $language --roster "$scratch/letters" --title "$(cat "$scratch/letters")" --format latex -o "$scratch/letters-$language"
        cp "$scratch/letters-$language/sheet-1.tex" "$scratch/letters-$language.tex"
        check "xelatex: letters of all the world, $language" compiles xelatex letters-$language.tex
    done
    if has pdftotext && fc-list 2>/dev/null | grep -q 'Noto Serif CJK SC' && fc-list | grep -q 'Noto Sans Arabic\|Noto Naskh Arabic\|DejaVu Sans:\|FreeSerif'; then
        check "xelatex: all have a font" sh -c "pdftotext -l 1 '$scratch/letters-en.pdf' - | grep -q 'Name: Ivan Петров, Nguyễn, Γιώργος, 传 *學 *囍'"
    else
        skip "xelatex: letters and their fonts" "pdftotext, fonts-noto-cjk or a font with Arabic is not here"
    fi
else
    skip "xelatex compiles" "xelatex with ctex and TikZ is not here"
fi

browse() { # browse ARGUMENT...: a browser without a window
    mkdir -p "$scratch/home"
    HOME=$scratch/home timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-background-networking \
        --user-data-dir="$scratch/home/profile" "$@" >"$scratch/browser" 2>&1
}
if has chromium && has pdftotext; then
    "$BPWALK" handout --blank --format html --seed 3 >"$scratch/print.html"
    sed -n 's/^<h2>\(.*\)<\/h2>$/\1/p' "$scratch/print.html" >"$scratch/headings"
    for size in "A4 210mm 297mm 595.*842" "Letter 216mm 279mm 612.*792"; do
        set -- $size
        [ "$1" = A4 ] || thorough "printed on $1" || continue
        sed "s/@page {/@page { size: $2 $3;/" "$scratch/print.html" >"$scratch/$1.html"
        browse --no-pdf-header-footer --print-to-pdf="$scratch/$1.pdf" "file://$scratch/$1.html"
        pdftotext -layout "$scratch/$1.pdf" "$scratch/$1.txt" 2>/dev/null
        check "printed on $1: page numbers" grep -Eq ' 1 ?/ ?[0-9]+$' "$scratch/$1.txt"
        check "printed on $1: every equation number whole" test "$(grep -oE '\(5\.[0-9]+\)' "$scratch/$1.txt" | wc -l)" -eq "$(grep -oE '>\(5\.[0-9]+\)<' "$scratch/print.html" | wc -l)"
        check "printed on $1: no heading at the foot of a page" awk 'NR == FNR { heading[$0]; next }
            { n = split($0, lines, "\n"); last = ""
              for (i = 1; i <= n; i++) { gsub(/^ +| +$/, "", lines[i]); if (lines[i] != "" && lines[i] !~ /[0-9]+ ?\/ ?[0-9]+$/) last = lines[i] }
              pages += n > 3; bad += last in heading }
            END { exit bad > 0 || pages != 2 }' RS='\n' "$scratch/headings" RS='\f' "$scratch/$1.txt"
    done
    "$BPWALK" handout --blank --count 2 --one-file --format html --paper a4 -o "$scratch/two.html"
    browse --no-pdf-header-footer --print-to-pdf="$scratch/two.pdf" "file://$scratch/two.html"
    check "printed, several in a file: the pages of each are counted" test "$(pdftotext -layout "$scratch/two.pdf" - | sed -n 's/.*exercise, Sheet \([12]\), .*  \([0-9]*\)$/\1:\2/p' | tr '\n' ' ')" = "1:1 1:2 2:1 2:2 "
    # Each in a frame of 390 pixels, the width of a phone; wider, it would have to be moved sideways as a whole.
    phone() { # phone NAME ARGUMENT...: a sheet for the frames
        "$BPWALK" handout --format html -o "$scratch/phone-$1.html" $2
    }
    phone blank "--blank --example xor --hints substituted --lang zh"
    phone key "--key --carry 4 --example $scratch/three --notation net/out"
    phone grid "--key --layout grid --example $scratch/three"
    phone samples "--blank --layout grid --example xor"
    phone full "--full --lang zh"
    phone class "--blank --count 3 --one-file --digits 17"
    {
        echo '<!DOCTYPE html><body><script>let wide = "fits";</script>'
        for page in "$scratch"/phone-*.html; do
            echo "<iframe src=\"file://$page\" width=390 height=800 onload=\"if (contentDocument.documentElement.scrollWidth > 390) wide = 'too wide: $page'\"></iframe>"
        done
        echo '<p id=verdict>not loaded</p><script>onload = () => { verdict.textContent = wide + ".";}</script>'
    } >"$scratch/frames.html"
    browse --allow-file-access-from-files --virtual-time-budget=20000 --dump-dom "file://$scratch/frames.html"
    check "on a phone no sheet is too wide" grep -q 'fits\.<' "$scratch/browser"
    for example in "$scratch/three" xor; do
        "$BPWALK" handout --blank --layout grid --example "$example" --format html --paper a4 >"$scratch/grid.html"
        browse --no-pdf-header-footer --print-to-pdf="$scratch/grid.pdf" "file://$scratch/grid.html"
        pdftotext -layout "$scratch/grid.pdf" "$scratch/grid.txt" 2>/dev/null
        check "printed on A4: matrices of ${example##*/} on one page" grep -Eq ' 1 ?/ ?1$' "$scratch/grid.txt"
    done
else
    skip "HTML in a browser, on paper" "chromium and pdftotext are not here"
fi
finish
