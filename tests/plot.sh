#!/bin/sh
# Plot: the scripts are run by gnuplot for real, the pictures are there, and what they plot is what
# the walk and the training say.
. "${SOURCES:-.}/tests/tap.sh"

figures="step sigmoid sigmoid-derivative activations neuron-line network error-surface learning-rates error-curve cost-curve boundary hidden-space"

block() { # block SCRIPT NAME: the lines of its data $NAME
    awk -v start="\$$2 << EOD" '$0 == "EOD" { inside = 0 } inside && !/^#/ { print } $0 == start { inside = 1 }' "$1"
}
same_numbers() { # same_numbers EXPECTED GOT: digit by digit, but for the .0 of a whole number
    [ -n "$1" ] && [ "$1" = "$(printf '%s\n' "$2" | sed 's/\.0\( \|$\)/\1/g')" ]
}

# ---- The command ----

check "--list names them all" test "$("$BPWALK" plot --list | cut -d ' ' -f 1 | tr '\n' ' ')" = "$figures "
check "--list in Chinese" prints 单位阶跃函数 plot --list --lang zh
check "options before the name and behind it" test "$("$BPWALK" plot --lang zh network --path w1)" = "$("$BPWALK" plot network --path w1 --lang zh)"
"$BPWALK" plot sigmoid -o "$scratch/sigmoid.gp"
check "-o writes the same" test "$("$BPWALK" plot sigmoid)" = "$(cat "$scratch/sigmoid.gp")"
check "--set tells in the picture" prints 'in_h1 = 3.2999999999999998' plot sigmoid --set b1=3.25
printf 'b1 = 3.25\n' >"$scratch/numbers"
check "--example too" test "$("$BPWALK" plot network --example "$scratch/numbers")" = "$("$BPWALK" plot network --set b1=3.25)"
"$BPWALK" plot --all "$scratch/zh" --lang zh
mkdir "$scratch/en"
"$BPWALK" plot --all "$scratch/en" --lang en >"$scratch/out" 2>&1
check "--all writes to a directory that is there" test $? -eq 0 -a ! -s "$scratch/out"
check "--all writes them all" test "$(ls "$scratch/en" | tr '\n' ' ')" = "$(for f in $figures; do echo "$f.gp"; done | LC_ALL=C sort | tr '\n' ' ')"
"$BPWALK" plot --list -o "$scratch/list"
check "--list -o writes the same" test "$("$BPWALK" plot --list)" = "$(cat "$scratch/list")"
check "--all writes what each alone is" test "$("$BPWALK" plot error-curve)" = "$(cat "$scratch/en/error-curve.gp")"
check "no key without its prose" test "$(cat "$scratch"/en/*.gp "$scratch"/zh/*.gp | grep -c 'plot\.[a-z]')" -eq 0
check "plain ASCII in English" test "$(cat "$scratch"/en/*.gp | LC_ALL=C grep -c '[^ -~]')" -eq 0
check "no comment over 110 columns" test "$(cat "$scratch"/en/*.gp | grep '^#' | awk 'length > 110' | wc -l)" -eq 0

used_keys() { # every key of the pictures is asked for by a figure
    unused=0
    asked=$(cat "$SOURCES"/src/plot/*.c | tr -d '\n' | sed 's/" *"//g')
    for key in $(grep -o '"plot\.[a-z0-9.-]*"' "$SOURCES/src/prose/prose.c" | tr -d '"'); do
        case $key in
        *.about | plot.activations.step | plot.activations.sigmoid | plot.activations.tanh | plot.activations.relu) ;; # made from a name
        *) case $asked in *"{$key}"*) ;; *) echo "# $key"; unused=1 ;; esac ;;
        esac
    done
    return $unused
}
check "no prose without its use" used_keys

# ---- What it refuses ----

refuses "the name of a picture is needed: one of step sigmoid" plot
refuses "'sigmiod' is no picture; one of step sigmoid" plot sigmiod
refuses "one word too many" plot step sigmoid
refuses "--foo is no option" plot step --foo
refuses "--render lacks its value" plot step --render
refuses "--lang fr is unknown" plot step --lang fr
refuses "--path w9: a weight, w1 to w8, is needed" plot network --path w9
refuses "--path b1: a weight, w1 to w8, is needed" plot network --path b1
refuses "--path is of the picture network alone" plot step --path w5
refuses "--axes is of the picture error-surface alone" plot step --axes w5,w7
refuses "plot step: --like-article is of the picture boundary alone" plot step --like-article
refuses "plot boundary: --like-article is of the picture boundary alone, without MODEL and DATA" plot boundary a b --like-article
refuses "plot --list: --like-article does not go with it" plot --list --like-article
for figure in sigmoid network error-surface; do
    refuses "(5.1) in_h1: leaves the range" plot $figure --set w1=1e200 --set i1=1e200
done
refuses "(5.1) in_h1: leaves the range" plot --all "$scratch/none" --set w1=1e200 --set i1=1e200
check "and no directory is made" test ! -e "$scratch/none"
mkdir -p "$scratch/taken/sigmoid.gp"
refuses "$scratch/taken/sigmoid.gp: cannot be written: Is a directory" plot --all "$scratch/taken"
check "and no script behind it" test "$(ls -A "$scratch/taken" | tr '\n' ' ')" = "sigmoid.gp step.gp "
refuses "iteration 2: the cost left the range" plot error-curve --set alpha=1.7e308 --set O1=1e10
refuses "alpha = 1.7e+308: the picture goes to 1000 times that" plot learning-rates --set alpha=1.7e308
refuses "plot error-curve: the error is 0 from the first" plot error-curve --set b3=1000 --set b4=1000 --set O1=1 --set O2=1
refuses "plot learning-rates: the error is 0 from the first" plot learning-rates --set b3=1000 --set b4=1000 --set O1=1 --set O2=1
refuses "iteration 1: the cost left the range of numbers; a rate below 1e+163" plot learning-rates --set O1=1e150 --set w5=-0.5 --set alpha=1e165
refuses "iteration 1: the cost left the range of numbers; a rate below 1e+161" plot learning-rates --set O1=1e150 --set w5=-0.5 --set alpha=1e161
for axes in w5 w5, ,w5 w5,w5 w5,w7,w8 w5,x i1,w5 w5,alpha 'w5, w7' w555555555555,w7 w5,w777777777777; do
    refuses "--axes $axes: two weights or biases of the example are needed, such as w5,w7" plot error-surface --axes "$axes"
done
refuses "--render a.jpg: the name of a picture ends in .svg, .png or .pdf" plot step --render a.jpg
refuses "--render svg: the name of a picture ends in" plot step --render svg
refuses "'step' is one word too many" plot --list step
refuses "'step' is one word too many" plot --all "$scratch/all" step
refuses "--render does not go with it" plot --all "$scratch/all" --render a.png
refuses "-o does not go with it" plot --all "$scratch/all" -o a.gp
refuses "plot --list: --all does not go with it" plot --list --all "$scratch/all"
refuses "--render and --output both go to a.svg" plot step --render a.svg -o a.svg
refuses "w99 is no number" plot sigmoid --set w99=1
refuses "(5.1) in_h1: leaves the range" plot network --set w1=1e200 --set i1=1e200
for figure in error-surface learning-rates error-curve; do
    refuses "alpha = 0: a number above 0 is needed" plot $figure --set alpha=0
    refuses "alpha = -0.5: a number above 0 is needed" plot $figure --set alpha=-0.5
done
refuses "in_h1 is 1e+308, too large for an axis" plot sigmoid --set b1=1e308
refuses "plot sigmoid: the example has no sigmoid neuron" plot sigmoid --example regression
for figure in step sigmoid-derivative activations neuron-line; do
    check "$figure is the same, whatever the example" test "$("$BPWALK" plot $figure --example regression)" = "$("$BPWALK" plot $figure)"
done
refuses "w5 gets to 1e+17, too large for an axis" plot error-surface --set w5=1e17
refuses "w5 gets to 1.7e+308, too large for an axis" plot error-surface --set w5=1.7e308
refuses "iteration 2: the cost left the range of numbers" plot error-surface --example regression --set alpha=1e100
refuses "in_h1 is -800, too low for gnuplot" plot error-surface --set b1=-800.05
check "a sum of -800 is not too large for tanh" prints "b1 = -800.0" plot error-surface --example deep --set b1=-800
refuses "/nowhere/list: cannot be written" plot --list -o /nowhere/list
if thorough "a directory that --all cannot make, and one that it cannot write to"; then
    mkdir -p "$scratch/taken/sigmoid.gp"
    refuses "taken/sigmoid.gp: cannot be written" plot --all "$scratch/taken"
    refuses "/nowhere/all: cannot be made" plot --all /nowhere/all
fi
refuses "/nowhere/step.gp: cannot be written" plot step -o /nowhere/step.gp
refuses "/dev/full: cannot be written" plot step -o /dev/full
check "and nothing was left" test ! -e "$scratch/all"

# ---- The article's own picture: five rows of two, and its grid of 0.01 ----

"$BPWALK" plot boundary --like-article -o "$scratch/article.gp"
check "boundary --like-article: five rows of two, 16 x 32 inches" test "$(grep -c -e '^set multiplot layout 5,2$' -e 'svg size 1600,3200 ' "$scratch/article.gp")" -eq 2
article_cells() { # some cells of the grid of 2,4,2: x, y, class
    awk '/^[xy][(]/ { low[substr($1, 1, 1)] = $3 } /^.grid << EOD/ { panel++; inside = 1; rows = -1 } /^EOD/ { inside = 0 }
        inside && panel == 3 && rows++ >= 0 && rows % 23 == 1 { for (i = 1; i <= NF; i += 23) printf "%.17g,%.17g,%s\n", low["x"] + 0.01*(i - 1), low["y"] + 0.01*(rows - 1), $i }' "$1"
}
article_cells "$scratch/article.gp" >"$scratch/cells"
"$BPWALK" train -L 2,4,2 --save "$scratch/four.model" -o "$scratch/out"
check "boundary --like-article: 661 x 586 places, of which we look at some" test "$(wc -l <"$scratch/cells")" -eq $((29 * 26))
check "boundary --like-article: each is what bpwalk predict says" test "$("$BPWALK" predict -f tsv "$scratch/four.model" "$scratch/cells" | sed 1d | awk '{ print $NF }')" = "$(cut -d , -f 3 "$scratch/cells")"
check "boundary --like-article: both classes are there" test "$(cut -d , -f 3 "$scratch/cells" | sort -u | wc -l)" -eq 2

# ---- A model and data of one's own ----

printf '1 1 0\n-1 1 1\n1 -1 1\n-1 -1 0\n' >"$scratch/xor.txt"
"$BPWALK" train --data xor -L 2,2,1 -i 3000 --save "$scratch/xor.model" >"$scratch/out"
"$BPWALK" plot boundary "$scratch/xor.model" "$scratch/xor.txt" -o "$scratch/own.gp"
check "boundary MODEL DATA: how many are right" grep -qF 'set title "2,2,1: 4/4 right"' "$scratch/own.gp"
grid_classes() { # grid_classes SCRIPT: of some cells of its grid x, y, class, the places as its plot has them
    awk 'BEGIN { rows = 0 } /^plot / { split($0, part, /[(+*]/); x = part[2]; dx = part[3]; y = part[5]; dy = part[6]
            for (j = 0; j < rows; j += 7) for (i = 0; i < n; i += 7) printf "%.17g %.17g %s\n", x + i*dx, y + j*dy, cell[j, i] }
        /^EOD/ { inside = 0 } inside { n = NF; for (i = 1; i <= NF; i++) cell[rows, i - 1] = $i; rows++ } /^.grid << EOD/ { inside = 1 }' "$1"
}
grid_classes "$scratch/own.gp" >"$scratch/cells"
check "boundary MODEL DATA: cells of both classes to look at" test "$(cut -d ' ' -f 3 "$scratch/cells" | sort | uniq -c | awk '$1 > 100' | wc -l)" -eq 2
check "boundary MODEL DATA: each is what bpwalk predict says" test "$("$BPWALK" predict -f tsv "$scratch/xor.model" "$scratch/cells" | sed 1d | awk '{ print $NF }')" = "$(cut -d ' ' -f 3 "$scratch/cells")"
printf "x;y;kind\n1;1;O'Neil\n3;1;red\n2;4;blue green\n" >"$scratch/three.csv"
"$BPWALK" train --data "$scratch/three.csv" -L 2,3,3 -O softmax -i 10 --save "$scratch/three.model" >"$scratch/out"
check "boundary MODEL DATA: the classes by their names" prints "title 'class O''Neil'" plot boundary "$scratch/three.model" "$scratch/three.csv"
printf '1 1 0\n-1 1 2\n' >"$scratch/gap.txt"
there_are() { # there_are FIGURE MODEL: of the classes 0 to 2 the samples of 0 and 2, each in its look, and so many colours
    "$BPWALK" plot "$1" "$2" "$scratch/gap.txt" -o "$scratch/gap.gp" &&
        [ "$(grep -o -e '^\$class[0-9]' -e "title 'class [0-9]'" -e 'cbrange.*' -e "pt [0-9]* ps" "$scratch/gap.gp" | sort -u | tr '\n' ' ')" = "\$class0 \$class2 cbrange [0:2] pt 5 ps pt 8 ps title 'class 0' title 'class 2' " ]
}
check "boundary MODEL DATA: a class without samples, and one that the network does not tell" there_are boundary "$scratch/xor.model"
printf '1 1\n' >"$scratch/unknown.txt"
check "boundary MODEL DATA: samples without a class" prints 'title "class not given"' plot boundary "$scratch/xor.model" "$scratch/unknown.txt"
"$BPWALK" train --data iris -L 4,1,3 -i 1 --save "$scratch/iris.model" >"$scratch/out"
"$BPWALK" train --data "$scratch/xor.txt" -L 2,1,1 -O identity -i 1 --save "$scratch/numbers.model" >"$scratch/out"
"$BPWALK" train --data xor -L 2,1,9 -i 1 --save "$scratch/nine.model" >"$scratch/out"
printf '1 2 3 4\n' >"$scratch/flower.txt"
printf '1 1e16\n' >"$scratch/far.txt"
refuses "plot boundary: the files MODEL DATA are needed, both or none" plot boundary "$scratch/xor.model"
refuses "one word too many" plot step "$scratch/xor.model"
refuses "standard input can be read once" plot boundary - -
refuses "it has 4 inputs; a plane has two" plot boundary "$scratch/iris.model" "$scratch/flower.txt"
refuses "its outputs are numbers, not classes" plot boundary "$scratch/numbers.model" "$scratch/xor.txt"
refuses "it tells 9 classes; at most 8 can be told apart by colour" plot boundary "$scratch/nine.model" "$scratch/xor.txt"
refuses "i2 gets to 1e+16, too large for an axis" plot boundary "$scratch/xor.model" "$scratch/far.txt"
refuses "xor.txt:1:1: this is no model" plot boundary "$scratch/xor.txt" "$scratch/xor.model"
refuses "xor.txt:1:1: this is no model" plot hidden-space "$scratch/xor.txt" "$scratch/xor.model"
refuses "/nowhere/table: cannot be opened" plot boundary "$scratch/xor.model" /nowhere/table

"$BPWALK" plot hidden-space "$scratch/xor.model" "$scratch/xor.txt" -o "$scratch/hidden.gp"
hidden_outputs() { # hidden_outputs CLASS: of the samples of that class, as bpwalk predict --layers has them
    "$BPWALK" predict --layers -f tsv "$scratch/xor.model" "$scratch/xor.txt" | sed 1d | awk -v class="$1" '$5 == class { print $2, $3 }'
}
last_block() { # last_block NAME: of hidden.gp, the second panel's
    awk -v start="\$$1 << EOD" '$0 == "EOD" { inside = 0 } inside { kept = kept $0 "\n" } $0 == start { inside = 1; kept = "" } END { printf "%s", kept }' "$scratch/hidden.gp"
}
for class in 0 1; do
    check "hidden-space MODEL DATA: class $class, as predict --layers has it" test "$(last_block class$class)" = "$(hidden_outputs $class)"
done
check "hidden-space MODEL DATA: in other books' letters" prints 'set xlabel "a_h1"' plot hidden-space "$scratch/xor.model" "$scratch/xor.txt" --notation z/a
refuses "too large for an axis" plot hidden-space "$scratch/xor.model" "$scratch/far.txt"
check "hidden-space MODEL DATA: both panels say how many are right" test "$(grep -c -x -e 'set title "2,2,1: 4/4 right"' -e 'set title "2,1: 4/4 right"' "$scratch/hidden.gp")" -eq 2
"$BPWALK" train --data iris -L 4,4,3,3 -O softmax -i 1 --save "$scratch/space.model" >"$scratch/out"
"$BPWALK" plot hidden-space "$scratch/space.model" "$scratch/flower.txt" -o "$scratch/space.gp"
check "hidden-space MODEL DATA: three neurons of the second hidden layer, and no plane of four inputs" test "$(grep -c '^plot' "$scratch/space.gp") $(grep -c '^splot' "$scratch/space.gp") $(grep -c 'label "out_hh[123]"' "$scratch/space.gp")" = "0 1 3"
check "hidden-space MODEL DATA: the point, as predict --layers has it" same_numbers "$("$BPWALK" predict --layers -f tsv "$scratch/space.model" "$scratch/flower.txt" | sed 1d | cut -f 6-8 | tr '\t' ' ')" "$(block "$scratch/space.gp" class0)"
far_model() { # far_model NEURONS: hidden ones that bring 1 to 1e16
    printf 'bpwalk model 1\nactivation identity\nlayers 2,%d,1\nlayer 1\n' "$1"
    for i in $(seq "$1"); do echo "w 1e16 0"; done
    echo "b$(seq -s ' ' "$1" | sed 's/[0-9][0-9]*/ 0/g; s/  */ /g')"
    echo "layer 2"
    echo "w$(seq -s ' ' "$1" | sed 's/[0-9][0-9]*/ 1/g; s/  */ /g')"
    printf 'b 0\nend\n'
}
for neurons in 2 3; do
    far_model $neurons >"$scratch/far.model"
    refuses "out_h1 gets to 1.25e+16, too large for an axis" plot hidden-space "$scratch/far.model" "$scratch/xor.txt"
done
"$BPWALK" train --data xor -L 2,3,1 -i 1 --save "$scratch/three-hidden.model" >"$scratch/out"
check "hidden-space MODEL DATA: in space too a class without samples" there_are hidden-space "$scratch/three-hidden.model"
refuses "its last hidden layer has 1 neurons; two or three are needed" plot hidden-space "$scratch/iris.model" "$scratch/flower.txt"
"$BPWALK" train --data xor -L 2,1 -i 1 --save "$scratch/flat.model" >"$scratch/out"
refuses "its last hidden layer has 0 neurons; two or three are needed" plot hidden-space "$scratch/flat.model" "$scratch/xor.txt"

# ---- A network of any shape ----

"$BPWALK" plot network --example deep -o "$scratch/deep.gp"
pairs_of() { # pairs_of SCRIPT: name and value of each label in it
    sed -n 's/^set label "\(.* = [^"]*\)".*/\1/p' "$1" | sed 's/\\n/\n/g' | sed 's/^target //; s/ = / /'
}
computed() { # computed EXAMPLE: name and value of each step of its walk, with four decimals
    "$BPWALK" walk --example "$1" --format tsv | awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } { printf "%s %.4f\n", $at["name"], $at["value"] }'
}
pairs_of "$scratch/deep.gp" | LC_ALL=C sort >"$scratch/labels"
computed deep | LC_ALL=C sort >"$scratch/steps"
check "network deep: sums, outputs and error of six neurons as the walk has them, and the whole error" test "$(LC_ALL=C comm -12 "$scratch/labels" "$scratch/steps" | wc -l)" -eq 14
check "network deep: all else is given: inputs, target, weights, biases" test "$(LC_ALL=C comm -23 "$scratch/labels" "$scratch/steps" | tr '\n' ';')" = "O1 1;b1 0.1;b2 0;b3 -0.2;b4 0.3;b5 -0.1;b6 0.2;i1 0.5;i2 -0.8;w1 0.2;w10 -0.5;w11 0.4;w12 0.8;w13 0.9;w14 -0.7;w2 -0.4;w3 0.7;w4 0.1;w5 -0.3;w6 0.5;w7 0.6;w8 -0.2;w9 0.3;"
check "network deep: nothing is left out" grep -qx 'set title "2-3-2-1: forward, each neuron adds its weighted inputs up to in_h1 and turns that into out_h1"' "$scratch/deep.gp"
check "network xor: the samples that are left out" prints 'left out: the other samples: 3"' plot network --example xor
layers() { # layers NETWORK WIDTH...: an example, all ones
    echo "network = $1"
    shift
    for i in $(seq "$1"); do echo "i$i = 1"; done
    layer=0
    while [ $# -gt 1 ]; do
        layer=$((layer + 1))
        row=$(seq -s ', ' "$1")
        echo "W$layer = [$(for j in $(seq "$2"); do printf '%s[%s]' "$([ $j -gt 1 ] && echo ', ')" "$row"; done)]"
        echo "B$layer = [$(seq -s ', ' "$2")]"
        shift
    done
    for o in $(seq "$1"); do echo "O$o = 1"; done
}
layers 6-8-3 6 8 3 >"$scratch/wide"
"$BPWALK" plot network --example "$scratch/wide" -o "$scratch/wide.gp"
check "network 6-8-3: what there is no room for" grep -qF '\nleft out: numbers of the weights: 72; sums, biases, targets and errors of the neurons"' "$scratch/wide.gp"
check "network 6-8-3: all arrows and circles" test "$(grep -c '^set arrow' "$scratch/wide.gp") $(grep -c '^set object circle' "$scratch/wide.gp")" = "75 18"
layers 1-1-1-1-1-1-1-1 1 1 1 1 1 1 1 1 >"$scratch/long"
"$BPWALK" plot network --example "$scratch/long" -o "$scratch/long.gp"
check "network 6-8-3: the number of the weight to which the error comes back, and no other" test "$("$BPWALK" plot network --example "$scratch/wide" --path w48 | grep -o '^set label "w[^"]*"')" = 'set label "w48 = 6"'
chain_of() { # chain_of NETWORK WIDTH...: the chain to w1, a step a line, and its letters
    layers "$@" >"$scratch/chain.txt"
    "$BPWALK" plot network --example "$scratch/chain.txt" --path w1 | sed -n 's/^set label "\(.*\)\\n" at .* left font \(.*\)/\1\\n\2/p' | sed 's/\\n/\n/g'
}
chain_of 1-1-8 1 1 8 >"$scratch/chain"
check "network 1-1-8: a chain of twelve steps, in smaller letters" test "$(wc -l <"$scratch/chain") $(tail -n 1 "$scratch/chain")" = "13 ',8'"
check "network 1-1-8: a sum of eight without its numbers in place" grep -qE '^\(5.22\) dE_total_dout_h1 = dE_O1_dout_h1 \+ .* \+ dE_O8_dout_h1 = -0.0183$' "$scratch/chain"
chain_of 1-1-10 1 1 10 >"$scratch/chain"
check "network 1-1-10: a sum of ten, which is told by its value alone" test "$(sed -n '11p; $p' "$scratch/chain" | sed 's/ = -0.[0-9]*$//' | tr '\n' ' ')" = "(5.22) dE_total_dout_h1 ',8' "
check "network regression: in one row there is room for all" prints 'left out: the other samples: 3"' plot network --example regression
check "network of eight layers: all of its neurons, in smaller letters" test "$(grep -c "font ',8' boxed" "$scratch/long.gp") $(grep -c "font ',10' boxed" "$scratch/long.gp")" = "9 0"
check "network of eight layers: no numbers of the weights" grep -qF '\nleft out: numbers of the weights: 7; sums, biases, targets and errors of the neurons"' "$scratch/long.gp"
{ echo "biases = none"; layers 2-1 2 1 | grep -v B1; } >"$scratch/unbiased"
check "network without biases: none in it" test "$("$BPWALK" plot network --example "$scratch/unbiased" | grep -c 'b1 = ')" -eq 0
layers 2-11-1 2 11 1 >"$scratch/wider"
refuses "plot network: a layer is too wide for a page; layers of at most 10 neurons are drawn" plot network --example "$scratch/wider"
refuses "plot network: --path does not go with softmax" plot network --example softmax --path w1
refuses "--path w15: a weight, w1 to w14, is needed" plot network --example deep --path w15
refuses "--path in_h1: a weight, w1 to w14, is needed" plot network --example deep --path in_h1
paths_as_explained() { # paths_as_explained EXAMPLE WEIGHT: as many as `bpwalk explain` counts for one sample
    explained=$("$BPWALK" explain "dE_total_d$2" --example "$1" | sed -n 's/.*[^0-9]\([0-9][0-9]*\) paths.*/\1/p' | head -n 1)
    drawn=$("$BPWALK" plot network --example "$1" --path "$2" | sed -n 's/^set title ".*the error comes back on \([0-9]*\) paths, to .*/\1/p')
    [ -n "$drawn" ] && [ "$explained" = "$drawn" ] && return
    echo "# explained: $explained, drawn: $drawn"
    return 1
}
check "network deep: two ways back to w1, as explain counts them" paths_as_explained deep w1
check "network companion: four ways back to w1" paths_as_explained companion w1
"$BPWALK" plot network --example deep --path w1 -o "$scratch/deep-w1.gp"
check "network deep: the edges they go over are lit: to w1, from it, to the output, from the error" test "$(grep -c 'set arrow .* lw 5 ' "$scratch/deep-w1.gp")" -eq 6
sed -n 's/^set label "\(.*\)\\n" at .* left font.*/\1/p' "$scratch/deep-w1.gp" | sed 's/\\n/\n/g' | sed 's/^([0-9.]*) //; s/ = .* = / = /; s/ = / /' | LC_ALL=C sort >"$scratch/chain"
check "network deep: the chain to w1: two error terms, what they add up to, and its factors, as the walk has them" test "$(LC_ALL=C comm -12 "$scratch/chain" "$scratch/steps" | cut -d ' ' -f 1 | tr '\n' ' ')" = "dE_total_dout_h1 dE_total_dw1 din_h1_dw1 dout_h1_din_h1 sigma_hh1 sigma_hh2 "
"$BPWALK" plot network --example xor --path w5 --lang zh -o "$scratch/xor-w5.gp"
check "network xor: the way back to w5 of the first sample" grep -qF '(5.12) dE_total_dw5_s1 = dE_total_dout_O1_s1*dout_O1_din_O1_s1*din_O1_dw5_s1 = 0.5611*0.2463*0.4256 = 0.0588' "$scratch/xor-w5.gp"
check "network xor: its title" grep -qx 'set title "2-2-1：(5.6) 误差沿一条路径返回到 w5\\n未画出：其余样本：3"' "$scratch/xor-w5.gp"

# ---- Tables of trainings ----

"$BPWALK" train -f tsv -L 2,3,2 -i 40 -e 10 -T 0.3 -o "$scratch/one.tsv"
"$BPWALK" train -f tsv -i 40 -e 10 -o "$scratch/it's.tsv"
"$BPWALK" plot cost-curve "$scratch/one.tsv" "$scratch/it's.tsv" -o "$scratch/logs.gp"
column_of() { # column_of LOG COLUMN-OF-COSTS: from the table, as the script has it
    sed 1d "$1" | cut -f "1,$(($2 + 1))" | tr '\t' ' '
}
check "cost-curve LOG...: the cost" test "$(block "$scratch/logs.gp" log1_1)" = "$(column_of "$scratch/one.tsv" 1)"
check "cost-curve LOG...: that of the test samples" test "$(block "$scratch/logs.gp" log1_2)" = "$(column_of "$scratch/one.tsv" 2)"
check "cost-curve LOG...: the last of six in the second table" test "$(block "$scratch/logs.gp" log2_6)" = "$(column_of "$scratch/it's.tsv" 6)"
check "cost-curve LOG...: eight curves" test "$(grep -c ' using 1:2 title ' "$scratch/logs.gp")" -eq 8
check "cost-curve LOG...: no two look alike" test "$(grep -o 'pt [0-9]* dt [0-9] lc .*' "$scratch/logs.gp" | sed 's/, .*//' | sort -u | wc -l)" -eq 8
check "cost-curve LOG...: within two decades 2 and 5 are on the axis too" grep -q '^set ytics (1e-1, 2e-1, 5e-1, ' "$scratch/logs.gp"
check "cost-curve LOG...: named by table and column" grep -qF "/it''s.tsv: 2,50,2: " "$scratch/logs.gp"
check "cost-curve LOG...: over decades" grep -qx 'set logscale y' "$scratch/logs.gp"
printf 'iteration\tcost\tother\r\n0\t1\t3\r\n5\t0\t' >"$scratch/stopped.tsv"
"$BPWALK" plot cost-curve "$scratch/stopped.tsv" -o "$scratch/stopped.gp"
check "cost-curve LOG: a column that ends before the others" test "$(block "$scratch/stopped.gp" log1_2)" = "0 3"
check "cost-curve LOG: no decades with a cost of 0" test "$(grep -c logscale "$scratch/stopped.gp")" -eq 0
log() { # log TEXT: as a table
    printf "$1" >"$scratch/log.tsv"
}
log 'x,y\n1,2\n'
refuses "log.tsv:1:1: the table of" plot cost-curve "$scratch/log.tsv"
log ''
refuses "log.tsv:1:1: the table of" plot cost-curve "$scratch/log.tsv"
log 'iteration\n0\n'
refuses "log.tsv:1:10: the table of" plot cost-curve "$scratch/log.tsv"
log 'iteration\tcost\n'
refuses "log.tsv:2:1: the file ends without a cost" plot cost-curve "$scratch/log.tsv"
log 'iteration\tcost\n0\t\n'
refuses "log.tsv:3:1: the file ends without a cost" plot cost-curve "$scratch/log.tsv"
log 'iteration\tcost\n0\t1\n1\tx\n'
refuses "log.tsv:3:3: this is no number" plot cost-curve "$scratch/log.tsv"
log 'iteration\tcost\n0\n'
refuses "log.tsv:2:2: the line ends too early" plot cost-curve "$scratch/log.tsv"
log 'iteration\tcost\n0\t1\t2\n'
refuses "log.tsv:2:5: a column too many" plot cost-curve "$scratch/log.tsv"
log "iteration$(printf '\\tc%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17)\n"
refuses "log.tsv:1:43: a column too many; at most 16" plot cost-curve "$scratch/log.tsv"
refuses "/nowhere/log.tsv: cannot be opened" plot cost-curve "$scratch/one.tsv" /nowhere/log.tsv

# ---- gnuplot that is not there, fails, or says something ----

mkdir "$scratch/none" "$scratch/fake"
fake() { # fake COMMANDS: a gnuplot that does this
    printf '#!/bin/sh\n%s\n' "$1" >"$scratch/fake/gnuplot"
    chmod +x "$scratch/fake/gnuplot"
}
with_path() { # with_path PATH COMMAND...
    (PATH=$1; export PATH; shift; "$@")
}
refused_drawing() { # refused_drawing WHAT-THE-LINE-SAYS PATH: and the old picture is kept
    echo before >"$scratch/kept.svg"
    says=$1
    (PATH=$2; export PATH; exec "$BPWALK" plot step --render "$scratch/kept.svg" -o "$scratch/kept.gp") >"$scratch/out" 2>"$scratch/err"
    [ $? -eq 2 ] && [ ! -s "$scratch/out" ] && [ "$(wc -l <"$scratch/err")" -eq 1 ] && grep -qF -- "bpwalk: $says" "$scratch/err" &&
        [ "$(cat "$scratch/kept.svg")" = before ] && [ ! -e "$scratch/kept.gp" ] && [ "$(ls "$scratch" | grep -c kept)" -eq 1 ] && return
    echo "# not '$says' but: $(cat "$scratch/err")"
    return 1
}
check "no gnuplot: the package is named" refused_drawing "gnuplot: not found; install the Debian package gnuplot-nox" "$scratch/none"
fake 'echo half; printf "\n\nplot foo\n     ^\nline 7: undefined variable: foo\n" >&2; exit 1'
check "a gnuplot that fails: its own words" refused_drawing "gnuplot: plot foo ^ line 7: undefined variable: foo" "$scratch/fake:$PATH"
fake 'exit 3'
check "a gnuplot that fails in silence" refused_drawing "gnuplot: failed, and does not say why" "$scratch/fake:$PATH"
fake 'kill -9 $$'
check "a gnuplot that is killed" refused_drawing "gnuplot: was ended by signal 9" "$scratch/fake:$PATH"
fake 'echo "not today" >&2; kill -9 $$'
check "a gnuplot that is killed after a word" refused_drawing "gnuplot: was ended by signal 9; not today" "$scratch/fake:$PATH"
fake 'printf "\tone\r\n two" >&2; exit 1'
check "its words are one line" refused_drawing "gnuplot: one two" "$scratch/fake:$PATH"
fake 'echo "nothing to draw" >&2'
check "a gnuplot that draws nothing and says why" refused_drawing "gnuplot: drew nothing; nothing to draw" "$scratch/fake:$PATH"
chmod -x "$scratch/fake/gnuplot"
check "a gnuplot that cannot be run" refused_drawing "gnuplot: cannot be run: Permission denied; a gnuplot in PATH is needed" "$scratch/fake"
few_files() { # no file can be opened beside the standard ones and one more
    (exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; ulimit -n 4; exec "$BPWALK" plot step --render "$scratch/few.svg") >"$scratch/out" 2>"$scratch/err"
    [ $? -eq 2 ] && [ ! -s "$scratch/out" ] && [ ! -e "$scratch/few.svg" ] &&
        [ "$(cat "$scratch/err")" = "bpwalk: a temporary file cannot be made: Too many open files; room in /tmp is needed" ]
}
check "no room for temporary files" few_files
sh -c "trap '' XFSZ; ulimit -f 12; exec '$BPWALK' plot learning-rates --render '$scratch/few.svg'" >"$scratch/out" 2>"$scratch/err"
check "nor in them: status 2" test $? -eq 2
check "and a line that says so" test "$(cat "$scratch/err")" = "bpwalk: a temporary file cannot be written: File too large; room in /tmp is needed"
fake 'exit 0'
check "a gnuplot that draws nothing" refused_drawing "gnuplot: drew nothing" "$scratch/fake:$PATH"
fake 'cat >/dev/null; echo a picture; echo careful >&2'
(PATH="$scratch/fake:$PATH"; export PATH; exec "$BPWALK" plot step --render "$scratch/warned.svg") 2>"$scratch/err"
check "a gnuplot that warns: status 0" test $? -eq 0
check "its words are passed on" test "$(cat "$scratch/err")" = "bpwalk: gnuplot: careful"
check "and its picture is kept" test "$(cat "$scratch/warned.svg")" = "a picture"
if env --ignore-signal=CHLD true 2>/dev/null; then
    (PATH="$scratch/fake:$PATH"; export PATH; exec env --ignore-signal=CHLD "$BPWALK" plot step --render "$scratch/orphan.svg") 2>"$scratch/err"
    check "where the end of a child is ignored: drawn" test "$? $(cat "$scratch/orphan.svg")" = "0 a picture"
else
    skip "where the end of a child is ignored: drawn" "env --ignore-signal is not here (coreutils 8.31)"
fi
fake 'printf "%s\n" "$*"'
check "user settings are left out" sh -c 'PATH=$1:$PATH "$2" plot step --render - | grep -q "^-d -e terminal=\"dumb size 79,24 "' - "$scratch/fake" "$BPWALK"

if ! command -v gnuplot >/dev/null 2>&1; then
    skip "pictures" "gnuplot is not here (apt-get install gnuplot-nox)"
    finish
fi

# ---- Pictures ----

runs_clean() { # runs_clean LANGUAGE FIGURE: gnuplot, in a directory of its own, writes FIGURE.svg and says nothing
    (cd "$scratch/$1" && gnuplot "$2.gp" >"$scratch/out" 2>"$scratch/err" </dev/null) || { sed 's/^/# /' "$scratch/err"; return 1; }
    [ ! -s "$scratch/out" ] && [ ! -s "$scratch/err" ] && [ "$(grep -c '<path\|<image\|<use' "$scratch/$1/$2.svg")" -ge 5 ] &&
        grep -q '</svg>' "$scratch/$1/$2.svg" && return
    sed 's/^/# /' "$scratch/err"
    return 1
}
same_with() { # same_with NAME=VALUE...: every picture is the same with that in the environment, and nothing is said
    for figure in step network error-surface; do
        (cd "$scratch/en" && env "$@" gnuplot -e "picture='../located.svg'" $figure.gp) 2>&1 | grep . && return 1
        cmp -s "$scratch/en/$figure.svg" "$scratch/located.svg" || return 1
    done
}
languages=en
if fc-list :lang=zh-cn 2>/dev/null | grep -q .; then languages="en zh"; else skip "pictures in Chinese" "no Chinese font is here (apt-get install fonts-noto-cjk)"; fi
# Of two that take a second each the picture is made once.
quick=$figures
thorough "boundary and cost-curve in each language and format" || quick=$(echo "$figures" | sed 's/ boundary//; s/ cost-curve//')
for language in $languages; do
    for figure in $figures; do
        case "$language $quick " in en*|*" $figure "*) check "gnuplot $figure.gp, $language" runs_clean $language $figure ;; esac
    done
done

for own in own hidden space logs stopped deep wide deep-w1 xor-w5; do # boundary and hidden-space MODEL DATA, cost-curve LOG..., network --example
    check "gnuplot of what is the reader's own says nothing: $own" sh -c 'cd "$1" && gnuplot -e "picture=\"$2.svg\"" $2.gp 2>&1 | wc -c | grep -qx 0 && grep -q "</svg>" $2.svg' - "$scratch" $own
done

for locale in C POSIX C.UTF-8 de_DE.UTF-8; do
    check "the same pictures with LC_ALL=$locale" same_with LC_ALL=$locale
done

mkdir "$scratch/home"
cat >"$scratch/home/.gnuplot" <<'EOF'
set logscale xy
set xrange [1:2]
set yrange [1:2]
set decimalsign ','
set encoding iso_8859_1
do for [i = 1:8] { set linetype i lc rgb 'pink' lw 9 dt 3 }
set linetype cycle 2
set samples 7
set isosamples 3
set angles degrees
set dummy u, v
set parametric
set style data lines
set style textbox opaque border
set style line 1 lw 9 lc rgb 'pink'
set style increment user
set datafile separator ';'
set datafile missing '1'
set title 'mine'
set format '%e'
set view 10, 10
set border 0
set lmargin 30
set size ratio 3
set pointsize 5
set contour
set hidden3d
set label 77 'hello' at graph 0.5, 0.5
set arrow from 0, 0 to 1, 1
set object 5 rect from 0, 0 to 1, 1
set minussign
set micro
set terminal svg font 'Times,33' fontscale 3 dashlength 5 linewidth 4 rounded size 100,100
EOF
# That file's encoding has gnuplot warn in the C locale, of the file's own line.
check "the same pictures whatever a ~/.gnuplot has set" same_with "HOME=$scratch/home" LC_ALL=C.UTF-8

fake_list() { # a fc-list that knows no font
    printf '#!/bin/sh\nexit 1\n' >"$scratch/fake/fc-list"
    chmod +x "$scratch/fake/fc-list"
    rm "$scratch/fake/gnuplot"
}
fake_list
(PATH="$scratch/fake:$PATH"; export PATH; "$BPWALK" plot step --lang zh --render "$scratch/zh.svg") 2>"$scratch/err"
check "no Chinese font: the package is named" grep -q "fonts-noto-cjk" "$scratch/err"
check "and there is a picture" grep -q '</svg>' "$scratch/zh.svg"

(cd "$scratch" && gnuplot -e "terminal='dumb'; picture='other.txt'" en/step.gp) 2>"$scratch/err"
check "another terminal and file by variables" grep -q "The unit step" "$scratch/other.txt"

draws() { # draws PICTURE FIRST-BYTES LEAST-SIZE FIGURE
    "$BPWALK" plot "$4" --render "$1" >"$scratch/out" 2>&1 && [ ! -s "$scratch/out" ] &&
        [ "$(head -c 4 "$1" | tr -d '\211\n')" = "$2" ] && [ "$(wc -c <"$1")" -ge "$3" ]
}
for figure in $quick; do
    check "--render $figure.png" draws "$scratch/$figure.png" PNG 5000 $figure
done
check "--render step.svg" draws "$scratch/step.svg" '<?xm' 5000 step
check "--render NETWORK.PDF" draws "$scratch/NETWORK.PDF" '%PDF' 5000 network
check "--render rates.pdf, and its letters leave room for the keys" draws "$scratch/rates.pdf" '%PDF' 5000 learning-rates
check "--render draws the script's picture" cmp -s "$scratch/step.svg" "$scratch/en/step.svg"
"$BPWALK" plot step --render "$scratch/both.svg" -o "$scratch/both.gp"
check "--render and -o" sh -c 'test -s "$1/both.svg" && cmp -s "$1/both.gp" "$1/en/step.gp"' - "$scratch"
refused_picture() { refused "$1" plot step --render "$2"; }
check "a picture that cannot be written" refused_picture "/nowhere/step.png: cannot be written" /nowhere/step.png
extremes() { # extremes NAME=VALUE...: every picture of the example can still be drawn
    for figure in sigmoid network error-surface error-curve learning-rates; do
        "$BPWALK" plot $figure --set "$1" --render "$scratch/extreme.svg" 2>"$scratch/err" && [ ! -s "$scratch/err" ] && continue
        echo "# $figure: $(cat "$scratch/err")"
        return 1
    done
}
more=
! thorough "drawn with six more unusual numbers" || more="b1=1e6 w5=-600 w1=123456789.123456789 alpha=20 O1=-3 O2=0.839"
for set in b1=-20 w5=1e6 alpha=1e9 $more; do
    check "drawn with $set" extremes $set
done
"$BPWALK" plot sigmoid --set b1=-800 --render "$scratch/extreme.svg" 2>"$scratch/err"
check "sigmoid far out" test $? -eq 0 -a ! -s "$scratch/err"
lines_inside() { # lines_inside FILE.svg COUNT LEFT TOP PATTERN: so many lines of text match, each within the axes, right of LEFT and below TOP
    awk -F 'translate[(]' -v count="$2" -v left="$3" -v top="$4" -v pattern="<text>$5" '
        NF > 1 { split($2, at, "[,)]"); end = /text-anchor="end"/ }
        $0 ~ pattern {
            gsub("<[^>]*>|\t", "")
            begin = at[1] - (end ? 7 * length : 0)
            inside += begin > left && begin + 7 * length < 775 && at[2] > top && at[2] < 440
        }
        END { exit inside != count }' "$1"
}
for b1 in -20 -2 0.55 20; do
    "$BPWALK" plot sigmoid --set b1=$b1 --render "$scratch/extreme.svg"
    check "sigmoid: the numbers stand beside the curve, b1=$b1" lines_inside "$scratch/extreme.svg" 3 500 250 '([(]5[.][12][)]|slope = )'
done
for alpha in 0.000001 0.5 8; do
    "$BPWALK" plot error-curve --set alpha=$alpha --render "$scratch/extreme.svg"
    check "error-curve: both errors are told within the axes, alpha=$alpha" lines_inside "$scratch/extreme.svg" 2 70 60 'E_total = '
done
if command -v xmllint >/dev/null 2>&1; then
    check "the SVGs are XML" xmllint --noout "$scratch"/en/*.svg
else
    skip "the SVGs are XML" "xmllint is not here (apt-get install libxml2-utils)"
fi
unreadable="activations boundary error-surface hidden-space network neuron-line"
for figure in $unreadable; do
    refuses "--render -: $figure cannot be read in letters" plot "$figure" --render -
done
for figure in $quick; do
    case " $unreadable " in *" $figure "*) continue ;; esac
    "$BPWALK" plot "$figure" --render - >"$scratch/letters" 2>"$scratch/err"
    check "--render - $figure" test "$(awk 'length > 79' "$scratch/letters" | wc -l) $(wc -l <"$scratch/letters") $(wc -c <"$scratch/err")" = "0 24 0"
done
same_columns() { # same_columns FIGURE: in Chinese each line is as wide as in English
    "$BPWALK" plot "$1" --lang zh --render - | LC_ALL=C ${AWK:-awk} '{ gsub(/[\343-\357][\200-\277][\200-\277]/, "zh") } length != 79 { print "# " length ": " $0; bad = 1 } END { exit bad || NR != 24 }'
}
for figure in step sigmoid sigmoid-derivative error-curve learning-rates; do
    check "--render - $figure, in Chinese" same_columns $figure
done
"$BPWALK" plot step --size 640x480 --dpi 192 --render "$scratch/sized.png"
check "--size and --dpi: twice the dots for the same size" test "$(od -A n -t u1 -j 16 -N 8 "$scratch/sized.png" | awk '{ print $3 * 256 + $4, $7 * 256 + $8 }')" = "1280 960"
check "--size is the script's too" prints "svg size 640,480" plot step --size 640x480
check "a smaller one has smaller letters" prints "svg size 250,185 dynamic background 'white' \\" plot network --size 250x185
check "by as much" prints "fontscale 0.25 " plot network --size 250x185
check "a larger one has not" prints "fontscale 1 " plot network --size 2500x1850
refuses "--size 640: width x height" plot step --size 640
refuses "--size 9x9: width x height" plot step --size 9x9
refuses "--dpi is of a .png" plot step --dpi 300
refuses "plot --list: --size does not go with it" plot --list --size 640x480
if has_terminal; then
    script -qec "stty rows 31 cols 61; $BPWALK plot step --render -" /dev/null </dev/null >"$scratch/letters"
    columns_of() { # columns_of ROWS COLUMNS: of the picture in a window of that size
        script -qec "stty rows $1 cols $2; $BPWALK plot step --render -" /dev/null </dev/null >"$scratch/small"
        echo "$(wc -l <"$scratch/small") $(tr -d '\r' <"$scratch/small" | awk 'length > most { most = length } END { print most }')"
    }
    check "a window of no width or of one line: 79 by 24" test "$(columns_of 31 0), $(columns_of 1 61)" = "24 79, 24 79"
    check "as large as the window" test "$(wc -l <"$scratch/letters") $(tr -d '\r' <"$scratch/letters" | awk 'length > most { most = length } END { print most }')" = "30 61"
else
    skip "as large as the window" "script(1) makes no terminal here"
fi

# ---- What is plotted: read back from gnuplot, held to the program's own numbers ----

"$BPWALK" --format tsv >"$scratch/walk"
walk_value() { # walk_value NAME: as the article's walk gives it
    awk -F '\t' -v name="$1" '$3 == "2-2-2" && $5 == name && !found++ { print $6 }' "$scratch/walk"
}
undrawn() { # undrawn SCRIPT: without its plots, which take the time
    awk '/^s?plot / { skipped = 1 } !skipped; !/\\$/ { skipped = 0 }' "$1"
}
gives() { # gives SCRIPT EXPRESSION...: what gnuplot makes of them behind the script, one a line
    script=$1
    shift
    { echo 'terminal = "dumb"; picture = "/dev/null"'; undrawn "$script"
      echo 'set print "-"'
      for expression in "$@"; do echo "print sprintf('%.15g', $expression)"; done; } >"$scratch/asking.gp"
    gnuplot -d "$scratch/asking.gp" 2>&1
}
near() { # near TOLERANCE: each line of stdin has two numbers as near as that, and there is a line
    awk -v tolerance="$1" '{ d = $1 - $2; if (d < 0) d = -d; if (!(d <= tolerance) || NF != 2) { print "# " $0; bad = 1 } } END { exit bad || NR == 0 }'
}
pair() { # pair A B: lines of A beside lines of B
    printf '%s\n' "$1" >"$scratch/a"
    printf '%s\n' "$2" >"$scratch/b"
    paste -d ' ' "$scratch/a" "$scratch/b"
}

check "step: at 0, below and above" test "$(gives "$scratch/en/step.gp" 'step(-1e-9)' 'step(0)' 'step(1e-9)' | tr '\n' ' ')" = "0 0 1 "
pair "$(gives "$scratch/en/sigmoid.gp" in_h1 'sigmoid(in_h1)' 'dsigmoid(in_h1)' 'tangent(in_h1)')" "$(for name in in_h1 out_h1 dout_h1_din_h1 out_h1; do walk_value $name; done)" >"$scratch/pairs"
check "sigmoid: value and slope are the walk's" near 1e-14 <"$scratch/pairs"
"$BPWALK" --example deep --format tsv | awk -F '\t' '{ print $5, $6 }' >"$scratch/deep.walk"
"$BPWALK" plot sigmoid --example deep -o "$scratch/deep-sigmoid.gp"
pair "$(gives "$scratch/deep-sigmoid.gp" in_hh1 'sigmoid(in_hh1)' 'dsigmoid(in_hh1)')" "$(for name in in_hh1 out_hh1 dout_hh1_din_hh1; do awk -v name="$name" '$1 == name && !found++ { print $2 }' "$scratch/deep.walk"; done)" >"$scratch/pairs"
check "sigmoid deep: its first layer is of tanh, so hh1 stands on it" near 1e-14 <"$scratch/pairs"
check "sigmoid xor: of the first sample" prints '(5.1) in_h1_s1 = -0.3000\n(5.2) out_h1_s1 = 0.4256\n' plot sigmoid --example xor
check "sigmoid: the walk's formula" grep -qx 'sigmoid(x) = 1./(exp(-x) + 1)' "$scratch/en/sigmoid.gp"
check "sigmoid: where a double has no digits left, the slope's are the walk's" prints 'slope = 8.1169e-17"' plot sigmoid --set b1=37
check "network: so are they there" prints '= 1.0000*(1 - 1.0000) = 1.3402e-54\n' plot network --path w1 --set w1=1234.5678 --set b3=-20
check "sigmoid: its number and formula in the title" grep -q '^set title "(4.1) y = 1/(exp(-x) + 1): ' "$scratch/en/sigmoid.gp"
check "sigmoid-derivative: the walk's formula" grep -qx 'dsigmoid(x) = sigmoid(x)\*(1 - sigmoid(x))' "$scratch/en/sigmoid-derivative.gp"
check "sigmoid-derivative: the greatest is 1/4, and it has faded at 4" test "$(gives "$scratch/en/sigmoid-derivative.gp" 'dsigmoid(0)' 'faded(4) == dsigmoid(4)' 'faded(3) == faded(3)' | tr '\n' ' ')" = "0.25 1 0 "

slopes() { # the derivatives, and the differences of the functions
    for f in step sigmoid tanh relu; do
        for x in -3.3 -1.1 -0.2 0.3 1.7 3.1; do
            set -- "$@" "d$f($x)" "($f($x + 1e-5) - $f($x - 1e-5))/2e-5"
        done
    done
    gives "$scratch/en/activations.gp" "$@" | paste -d ' ' - -
}
slopes >"$scratch/pairs"
check "activations: each derivative is one" near 1e-8 <"$scratch/pairs"
check "activations: four of them at six places" test "$(wc -l <"$scratch/pairs")" -eq 24

classes() { # classes SCRIPT SUM: how many points of each class the sum, of x and y, puts on its side
    { block "$1" class0 | sed 's/$/ 0/'; block "$1" class1 | sed 's/$/ 1/'; } >"$scratch/points"
    { echo 'terminal = "dumb"; picture = "/dev/null"'; undrawn "$1"
      echo "set print '-'"
      while read -r x y class; do echo "x = $x; y = $y; print (($2) > 0) == $class ? 'right' : 'wrong'"; done <"$scratch/points"; } >"$scratch/asking.gp"
    gnuplot -d "$scratch/asking.gp" 2>/dev/null | sort | uniq -c | tr -s ' \n' ' '
}
check "neuron-line: all points on their side, by the weights" test "$(classes "$scratch/en/neuron-line.gp" 'in(x, y)')" = " 40 right "
check "neuron-line: all points on their side, by the line (3.6)" test "$(classes "$scratch/en/neuron-line.gp" '(y - line(x))*w2')" = " 40 right "
check "neuron-line: the title says so" grep -q '40/40 right' "$scratch/en/neuron-line.gp"
check "hidden-space: all points on their side of the bent line" test "$(classes "$scratch/en/hidden-space.gp" 'lean(x, y)')" = " 100 right "
check "hidden-space: and of the straight cut" test "$(classes "$scratch/en/hidden-space.gp" 'n1*out_h(1, x, y) + n2*out_h(2, x, y) + n3*out_h(3, x, y) + b_n')" = " 100 right "
check "hidden-space: the title says so" grep -q '100/100 right' "$scratch/en/hidden-space.gp"
pair "$(gives "$scratch/en/hidden-space.gp" 'n1*c1(0) + n2*c2(0) + n3*c3(0) + b_n' 'n1*c1(1.7) + n2*c2(1.7) + n3*c3(1.7) + b_n' 's1*n1 + s2*n2 + s3*n3')" "$(printf '0\n0\n0\n')" >"$scratch/pairs"
check "hidden-space: the cut is drawn where it is, and seen edge on" near 1e-12 <"$scratch/pairs"

for given in "i1 = 0.1" "w1 = 0.1" "w8 = 0.8" "b1 = 0.55" "b4 = 0.67" "target O1 = 0.01"; do
    check "network: $given" grep -q "[\"n]$given[\"\\\\]" "$scratch/en/network.gp"
done
for name in in_h1 out_h1 in_O2 out_O2 E_O1 E_total; do
    check "network: $name" grep -q "$name = $(printf '%.4f' "$(walk_value $name)" | sed 's/0*$//')" "$scratch/en/network.gp"
done
lit() { # lit WEIGHT: how many edges are lit
    "$BPWALK" plot network --path "$1" | grep -c 'set arrow .* lw 5 '
}
check "network: nothing is lit" test "$(grep -c 'lw 5' "$scratch/en/network.gp")" -eq 0
for weight in w5 w6 w7 w8; do
    check "network: one way back to $weight" test "$(lit $weight)" -eq 2
done
for weight in w1 w2 w3 w4; do
    check "network: two ways back to $weight" test "$(lit $weight)" -eq 5
done
"$BPWALK" plot network --path w5 >"$scratch/w5.gp"
check "network: the chain is the walk's (5.12)" grep -qF '(5.12) dE_total_dw5 = dE_total_dout_O1*dout_O1_din_O1*din_O1_dw5 = 0.7889*0.1606*0.6457 = 0.0818' "$scratch/w5.gp"

surface=$scratch/en/error-surface.gp
view_of() { # view_of O1 O2: from where one looks, with these targets
    "$BPWALK" plot error-surface --set O1="$1" --set O2="$2" | sed -n 's/^set view 50, //p'
}
check "error-surface: seen from where the way leads" test "$(view_of 0 0) $(view_of 0 1) $(view_of 1 0) $(view_of 1 1)" = "315 225 45 135"
block "$surface" path >"$scratch/path"
check "error-surface: descent begins at the example" same_numbers "0.5 0.69999999999999996 $(walk_value E_total) 0" "$(head -n 1 "$scratch/path")"
pair "$(sed -n '2s/ /\n/gp' "$scratch/path" | head -n 2)" "$(walk_value w5_new; walk_value w7_new)" >"$scratch/pairs"
check "error-surface: its first step is the walk's update" near 1e-15 <"$scratch/pairs"
set --
while read -r x y E_total iteration; do set -- "$@" "E_total($x, $y)"; done <"$scratch/path"
pair "$(gives "$surface" "$@")" "$(cut -d ' ' -f 3 "$scratch/path")" >"$scratch/pairs"
check "error-surface: the way lies on it" near 1e-13 <"$scratch/pairs"
check "error-surface: and goes down all the way" sh -c 'cut -d " " -f 3 "$1" | LC_ALL=C sort -g -r -c' - "$scratch/path"
check "error-surface: the walk's lines" test "$(grep -cxF -e 'in_h1 = w1*i1 + w2*i2 + 1*b1' -e 'in_O1(w5, w7) = w5*out_h1 + w6*out_h2 + 1*b3' -e 'E_total(w5, w7) = 1./2*(O1 - out_O1(w5, w7))**2 + 1./2*(O2 - out_O2(w5, w7))**2' "$surface")" -eq 3
check "error-surface: other axes" prints 'out_h1(w1, b4) = 1./(exp(-in_h1(w1, b4)) + 1)' plot error-surface --axes w1,b4
"$BPWALK" plot error-surface --axes w1,b4 --set alpha=2 >"$scratch/en/other.gp"
check "gnuplot error-surface.gp with other axes" sh -c 'cd "$1/en" && gnuplot other.gp 2>&1 | wc -c | grep -qx 0' - "$scratch"

on_surface() { # on_surface EXAMPLE AXES: its way begins at the example, goes down, and lies on what gnuplot computes
    "$BPWALK" plot error-surface --example "$1" -o "$scratch/other.gp" || return
    grep -qF "E_total($2) = " "$scratch/other.gp" || return
    block "$scratch/other.gp" path >"$scratch/path"
    set --
    while read -r x y E_total iteration; do set -- "$@" "E_total($x, $y)"; done <"$scratch/path"
    pair "$(gives "$scratch/other.gp" "$@")" "$(cut -d ' ' -f 3 "$scratch/path")" >"$scratch/pairs"
    near 1e-13 <"$scratch/pairs" && cut -d ' ' -f 3 "$scratch/path" | LC_ALL=C sort -g -r -c
}
check "error-surface xor: four samples" on_surface xor 'w5, w6'
check "error-surface softmax: three outputs" on_surface softmax 'w5, w7'
check "error-surface relu" on_surface relu 'w7, w8'
check "error-surface deep" on_surface deep 'w13, w14'
check "error-surface without biases" on_surface "$scratch/unbiased" 'w1, w2'
check "error-surface regression: one weight and one bias" sh -c '"$1" plot error-surface --example regression | grep -q "^E_total(w1, b1) = "' - "$BPWALK"
printf 'network = 1-1\nbiases = none\ni1 = 1\nw1 = 1\nO1 = 1\n' >"$scratch/single"
refuses "two weights or biases of the example are needed" plot error-surface --example "$scratch/single"

trained() { # trained OPTION...: iteration and cost, of the example
    "$BPWALK" train --data example --format tsv --iterations 10000 --every 1 "$@" | tr '\t' ' '
}
trained_of() { # trained_of EXAMPLE OPTION...: the last iteration that the picture looks at before the cost leaves the range
    example=$1
    shift
    "$BPWALK" train --data example --example "$example" --iterations 10000 --every 1 "$@" 2>&1 >"$scratch/out" | sed -n 's/.*iteration \([0-9]*\): the cost left.*/\1/p' |
        awk '{ for (i = 0; (next_look = i + (i < 20 ? 1 : int(i/10))) < $1; i = next_look) ; print i }'
}
at_iterations() { # at_iterations ITERATIONS: those lines of stdin
    awk 'FNR == NR { wanted[$1]; next } $1 in wanted' "$1" -
}
block "$scratch/en/error-curve.gp" descent >"$scratch/curve"
check "error-curve: what bpwalk train gives, to the last digit" same_numbers "$(trained | at_iterations "$scratch/curve")" "$(cat "$scratch/curve")"
check "error-curve: the first and last value written in" test "$(grep -c -e 'E_total = 0.3226, updates: 0' -e 'E_total = 2.207e-06, updates: 10000' "$scratch/en/error-curve.gp")" -eq 2
labels_of() { # labels_of OPTION...: where the picture's two labels stand
    "$BPWALK" plot error-curve "$@" | sed -n 's/^set label \([12]\) .* at [0-9]*, \([0-9.]*\) .*/\1 \2/p' | tr '\n' ' '
}
check "error-curve: an error of 0 has its label at the least above it" test "$(labels_of --set alpha=1e4 --set O1=1 --set O2=1)" = "1 0.033163794045285674 2 0.033163794045285674 "
check "error-curve: an error that only rises" test "$(labels_of --set O1=0.75 --set O2=0.77 --set alpha=1e6)" = "1 0.0035817509066573493 2 0.57769999999999999 "
for row in "1 0.005" "2 0.5" "3 5" "4 50" "5 500"; do
    set -- $row
    block "$scratch/en/learning-rates.gp" "rate$1" >"$scratch/curve"
    check "learning-rates: $2 is what bpwalk train --rate $2 gives" same_numbers "$(trained --rate "$2" | at_iterations "$scratch/curve")" "$(cat "$scratch/curve")"
done
check "learning-rates: small, small, right, large, large; beside it the last fails" test "$(sed -n 's/.*title "alpha = [0-9.]*: \([a-z ]*\).*/\1/p' "$scratch/en/learning-rates.gp" | tr '\n' ';')" = "too small;too small;right;too large;too large;too small;too small;right;too large;fails;"
check "learning-rates: with the example's targets none fails, and the title says so" test "$(grep -c '^set title .*targets: O1 = 0.01, O2 = 0.99; no rate here fails with these"' "$scratch/en/learning-rates.gp")" -eq 1
"$BPWALK" plot learning-rates --set O1=0.3 --set O2=0.7 -o "$scratch/fails.gp"
check "learning-rates: with other targets 500 alone fails" test "$(sed -n 's/.*title "alpha = \([0-9.]*\): fails, most.*/\1/p' "$scratch/fails.gp")" = 500
block "$scratch/fails.gp" rate5 >"$scratch/curve"
check "learning-rates: its error is what bpwalk train gives, and most of it stays" same_numbers "$(trained --rate 500 --set O1=0.3 --set O2=0.7 | at_iterations "$scratch/curve")" "$(cat "$scratch/curve")"
block "$scratch/en/learning-rates.gp" other5 >"$scratch/beside"
check "learning-rates: beside the example's are these" cmp -s "$scratch/curve" "$scratch/beside"
check "learning-rates: where one fails there is nothing beside" test "$(grep -c -e multiplot -e '$other' "$scratch/fails.gp")" -eq 0
verdicts() { # verdicts EXAMPLE: what is said of its five rates
    "$BPWALK" plot learning-rates --example "$1" | sed -n 's/.*title "alpha = [0-9.]*: \([a-z ]*\).*/\1/p' | tr '\n' ';'
}
check "learning-rates xor: two fail, as four samples cannot all be right where outputs stick" test "$(verdicts xor)" = "too small;too small;right;fails;fails;"
check "learning-rates regression: with three the numbers leave their range" test "$(verdicts regression)" = "too small;right;fails;fails;fails;"
"$BPWALK" plot learning-rates --example regression -o "$scratch/leaves.gp"
check "learning-rates regression: the last ends early, and the axis where its curve has left" test "$(block "$scratch/leaves.gp" rate5 | tail -n 1 | cut -d ' ' -f 1) $(grep -c '^set yrange \[\*:250\]$' "$scratch/leaves.gp")" = "$(trained_of regression --rate 50) 1"
check "learning-rates deep: of cross-entropy none fails, with one picture" test "$("$BPWALK" plot learning-rates --example deep | grep -c -e 'no rate here fails' -e multiplot)" -eq 1
alone() { # alone TITLE OPTION...: there is no picture beside that of the example's targets
    title=$1
    shift
    "$BPWALK" plot learning-rates "$@" -o "$scratch/alone.gp" &&
        grep -qxF "set title title.\"$title\"" "$scratch/alone.gp" && ! grep -q -e multiplot -e '$other' "$scratch/alone.gp"
}
check "learning-rates: where none fails beside it either, it stands alone" alone "targets: O1 = 0.01, O2 = 0.99; no rate here fails with these" --set alpha=1e-6
printf 'network = 1-2-1\nhidden = identity\nbiases = none\ni1 = 1, 1, 1\nO1 = 0.5, 0.4, 0.6\nW1 = [[1], [1]]\nW2 = [[1, -1]]\nalpha = 1e160\n' >"$scratch/level"
check "learning-rates: and where it would leave the range" alone "targets: O1_s1 = 0.5, O1_s2 = 0.4, O1_s3 = 0.6; no rate here fails with these" --example "$scratch/level"
layers 1-1-8 1 1 8 >"$scratch/eight"
check "learning-rates: eight targets have no room in a title" test "$("$BPWALK" plot learning-rates --example "$scratch/eight" | grep '^set title' | tr '\n' ' ')" = 'set title (letters ? title : "")."no rate here fails with these" set title (letters ? title : "")."" '
check "learning-rates: more than half of it" awk 'NR == 1 { first = $2 } END { exit !($2 > first/2) }' "$scratch/curve"
check "cost-curve: what bpwalk train gives, to the last digit" same_numbers "$("$BPWALK" train --format tsv | sed 1d | tr '\t' ' ')" "$(block "$scratch/en/cost-curve.gp" cost)"

# A panel of boundary as a script of its own: with what stands before the first.
panel() { # panel H
    awk -v h="h = $1" '/^h = / { on = $0 == h; seen = 1 } !seen || on' "$scratch/en/boundary.gp" | sed 's/^set multiplot.*//; s/^unset multiplot//' >"$scratch/panel.gp"
}
for row in "1 50" "2 50" "4 52" "10 60" "20 60" "50 60"; do
    set -- $row
    panel "$1"
    check "boundary, h = $1: $2 points lie right" sh -c 'case "$1" in *" $2 right"*) ;; *) echo "# $1"; exit 1 ;; esac' - "$(classes "$scratch/panel.gp" 'lean(x, y)')" "$2"
    check "boundary, h = $1: the title says so" grep -q "h = $1: $2/60 right" "$scratch/panel.gp"
done
boundary_of() { # boundary_of H: the lines on which the classes meet, in pieces, an empty line behind each
    panel "$1"
    { echo 'terminal = "dumb"; picture = "/dev/null"'; cat "$scratch/panel.gp"; echo "set print '$scratch/lines'"; echo 'do for [i = 1:|$boundary|] { print $boundary[i] }'; } >"$scratch/asking.gp"
    gnuplot -d "$scratch/asking.gp" && grep -v '^#' "$scratch/lines" | cat -s
}
count_lines() { # count_lines: a piece that begins or ends where another does goes on with it
    awk 'NF && !inside { at[$1 " " $2]++; pieces++ } !NF && inside { at[last]++ } { inside = NF > 0; last = $1 " " $2 }
        END { if (inside) at[last]++; for (p in at) joined += at[p] - 1; print pieces - joined }'
}
boundary_of 1 >"$scratch/straight"
check "boundary, h = 1: one line" test "$(count_lines <"$scratch/straight")" -eq 1
check "boundary, h = 1: a straight one" awk 'NF { x[++n] = $1; y[n] = $2 } END { dx = x[n] - x[1]; dy = y[n] - y[1]; for (i = 2; i < n; i++) { d = ((x[i] - x[1])*dy - (y[i] - y[1])*dx)/sqrt(dx*dx + dy*dy); if (d*d > most) most = d*d }; exit !(n > 50 && most < 1e-4) }' "$scratch/straight"
check "boundary, h = 50: several, around single points" test "$(boundary_of 50 | count_lines)" -ge 4
# Logs of trainings
printf 'iteration\tcost\ttest\n0\t1\t\n1\t0.5\t\n' >"$scratch/untested"
"$BPWALK" plot cost-curve "$scratch/untested" -o "$scratch/curve.gp"
check "a column of a log without numbers has no curve" test "$(grep -c 'using 1:2' "$scratch/curve.gp")" -eq 1
printf 'iteration\tcost\nx\t1\n' >"$scratch/words"
printf 'iteratiox\tcost\n0\t1\n' >"$scratch/head"
check "a log of another table" refused "/head:1:1: the table of" plot cost-curve "$scratch/head"
printf 'epochs\tcost\n0\t1\n' >"$scratch/head"
check "a log of another program" refused "/head:1:1: " plot cost-curve "$scratch/head"
check "two logs, the second of words" refused "/words:2:1: this is no number" plot cost-curve "$scratch/untested" "$scratch/words" "$scratch/untested"
check "a log of words" refused "/words:2:1: this is no number" plot cost-curve "$scratch/words"

finish
