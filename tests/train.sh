#!/bin/sh
# Train: the command, its files and what it refuses.
. "${SOURCES:-.}/tests/tap.sh"

refuses "a layer has from 1" train --layers 2,0,2
refuses "is not a list of layers" train --layers 2,-1,2
refuses "one layer is no network" train --layers 2
refuses "is not a list of layers" train --layers ,
refuses "is not a list of layers" train --layers two
refuses "the layers 3,4,2 need 3" train --layers 3,4,2
refuses "--rate 0: a number above 0" train --rate 0
refuses "--rate -1: a number above 0" train --rate -1
refuses "--rate nan is not a number" train --rate nan
refuses "--rate 0,1 has a comma" train --rate 0,1
refuses "--activation swish is unknown" train --activation swish
refuses "--loss hinge is unknown" train --loss hinge
refuses "--iterations -5: a whole number" train --iterations -5
refuses "--every 0: a whole number" train --every 0
refuses "--points 0: a whole number" train --points 0
refuses "noise" train --noise -1
refuses "--format pdf is unknown" train --format pdf
refuses "one word too many" train extra
refuses "/nowhere: cannot be opened" train --data /nowhere
refuses "$0:" train --example "$0"
refuses "w99 is no number" train --data example --set w99=1
refuses "--lang fr is unknown" train --lang fr
refuses "/nowhere/model: cannot be written" train --layers 2,2,2 --iterations 1 --save /nowhere/model
refuses "one layer is no network" train --check-gradients --layers 2
refuses "the loss mse, are needed" train --layers 2,2 --output-activation tanh --loss cross-entropy
refuses "--output-activation swish is unknown" train --output-activation swish
refuses "--activation softmax is unknown" train --activation softmax
refuses "no --activation is needed" train --example xor --activation tanh
refuses "no --output-activation is needed" train --data example --output-activation tanh
refuses "/dev/full: cannot be written" train --check-gradients --layers 2,2,2 -o /dev/full
refuses "--lang fr is unknown" predict "$0" --lang fr
refuses "--format pdf is unknown; text, tsv or json is needed" predict "$0" --format pdf
refuses "--points is of the moons" train --data /nowhere --points 5
refuses "--data-seed is of the moons" train --data example --data-seed 7
refuses "--noise is of the moons" train --noise 0.5 --data example
refuses "--check-gradients trains nothing to --save" train --layers 2,2,2 --check-gradients --save "$scratch/model"
refuses "two different files are needed" train --layers 2,2,2 --save "$scratch/same" --output "$scratch/same"
refuses "both go to -; two different files" train --layers 2,2,2 --save -
check "a model to standard output" prints "bpwalk" train --layers 2,2,2 --iterations 1 --save - --output "$scratch/text"
refuses "predict: standard input can be read once" predict - -
refuses "predict: standard input can be read once" predict -
refuses "no --layers is needed" train --data example --layers 2,2,2
refuses "is of one network" train --save "$scratch/model"
refuses "is of one network" train --check-gradients
refuses "no model is named" predict
refuses "/nowhere: cannot be opened" predict /nowhere
refuses "one word too many" predict a b c

data_row() { # data_row WHAT-THE-LINE-SAYS CONTENT
    printf "$2" >"$scratch/table"
    says="$scratch/table:$1"
    check "a table: $2" refused "$says" train --layers 2,2,2 --data "$scratch/table"
}
data_row "" ''
data_row "2:" '1,2,0\n1,2\n'
data_row "2:3: " '1,2,0\n1,x,1\n'
data_row "1:5: " '1,2,0.5\n'
data_row "" 'x,y,class\n'
data_row " " '1,2,0\n1,2,5\n'

refuses "left the range of numbers" train --layers 2,4,2 --activation relu --rate 1e10 --iterations 100
echo before >"$scratch/kept"
"$BPWALK" train --layers 2,4,2 --activation relu --rate 1e10 --iterations 100 --save "$scratch/kept" -o "$scratch/text" 2>/dev/null
check "a training that diverges leaves what was there" test "$(cat "$scratch/kept")" = before

# A saved network predicts the same bits as the one that was trained.
printf 'x,y,class\n0.5,-1.25,0\n-0.75,2,1\n0.1\t0.2\t1\n' | tr '\t' ',' >"$scratch/samples.csv"
"$BPWALK" train --layers 2,3,2 --data "$scratch/samples.csv" --iterations 50 --save "$scratch/model" -o "$scratch/text"
check "trains on a table" grep -q 'accuracy' "$scratch/text"
"$BPWALK" predict "$scratch/model" "$scratch/samples.csv" --format tsv >"$scratch/first"
"$BPWALK" train --layers 2,3,2 --data "$scratch/samples.csv" --iterations 50 --save "$scratch/model2" -o "$scratch/text"
check "the same training saves the same bytes" cmp -s "$scratch/model" "$scratch/model2"
cut -d, -f1,2 "$scratch/samples.csv" | "$BPWALK" predict "$scratch/model" --format tsv >"$scratch/second"
"$BPWALK" predict - "$scratch/samples.csv" --format tsv <"$scratch/model" >"$scratch/third"
check "with the model from standard input" cmp -s "$scratch/first" "$scratch/third"
check "predicts without classes, from standard input" cmp -s "$scratch/first" "$scratch/second"

"$BPWALK" predict "$scratch/model" "$scratch/samples.csv" --format text >"$scratch/whole"
check "predicts in text, with a table of classes behind" sh -c 'head -n 4 "$1/whole" | cmp -s - "$1/first" && grep -q accuracy "$1/whole"' - "$scratch"
check "the text is the default" test "$("$BPWALK" predict "$scratch/model" "$scratch/samples.csv")" = "$(cat "$scratch/whole")"
check "predicts in Chinese" prints 准确率 predict "$scratch/model" "$scratch/samples.csv" --lang zh
check "trains in Chinese" prints 准确率 train --layers 2,2,2 --iterations 1 --lang zh
check "no samples to predict" refused "/nowhere: cannot be opened" predict "$scratch/model" /nowhere
printf '1,2,3,0\n' >"$scratch/three"
check "samples of another network" refused "$scratch/three:1:1: columns: 4" predict "$scratch/model" "$scratch/three"
check "six networks for samples that fit none" refused "the layers 2,1,2 need 2" train --data "$scratch/three"
check "predictions that cannot be written" refused "/dev/full: cannot be written" predict "$scratch/model" "$scratch/samples.csv" -o /dev/full
head -n 4 "$scratch/model" >"$scratch/cut"
check "a truncated model" refused "$scratch/cut:" predict "$scratch/cut" "$scratch/samples.csv"
sed 's/^w .*/w nan 1/' "$scratch/model" >"$scratch/edited"
check "an edited model" refused "$scratch/edited:" predict "$scratch/edited" "$scratch/samples.csv"
check "a table as a model" refused "$scratch/samples.csv:1:1:" predict "$scratch/samples.csv" "$scratch/samples.csv"

# The worked example, iterated
check "the first two errors are the walk's" test "$("$BPWALK" train --data example --iterations 1 --every 1 -f tsv | tail -n +2 | cut -f2 | cut -c1-14 | tr '\n' ' ')" = "$("$BPWALK" -f tsv | awk -F'\t' '$3 == "2-2-2" && ($5 == "E_total" || $5 == "E_total_new") && !seen[$5]++ { print substr($6, 1, 14) }' | tr '\n' ' ')"
check "with other numbers" test "$("$BPWALK" train --data example --set w1=0.3 --iterations 0 -f tsv | tail -n 1 | cut -c3-14)" = "$("$BPWALK" --set w1=0.3 -f tsv | awk -F'\t' '$3 == "2-2-2" && $5 == "E_total" && !seen++ { print substr($6, 1, 12) }')"

printf '1,2\n3,4\n' >"$scratch/bare"
# The datasets that come with the program, and data as people have them
check "xor with three hidden neurons" prints "accuracy 100.0%" train --data xor --layers 2,3,2
check "xor with one output" prints "accuracy 100.0%" train --data xor --layers 2,2,1
check "circles" prints "circles: 60 samples" train --data circles --layers 2,10,2 --iterations 10
check "linear" prints "accuracy 100.0%" train --data linear --layers 2,1 --iterations 1000
check "iris by its words" prints "accuracy 98.0%" train --data iris --layers 4,5,3 --output-activation softmax
check "moons of unequal size" prints "100 samples" train --points 80,20 --layers 2,2,2 --iterations 1
check "numpy's largest seed" prints "60 samples" train --data-seed 4294967295 --init-seed 4294967295 --layers 2,2,2 --iterations 1
refuses "a whole number from 0 to 4294967295" train --data-seed 4294967296
refuses "a whole number from 0 to 4294967295" train --init-seed 1.5
refuses "a whole number from 1" train --points 80,0
refuses "a whole number from 1" train --points ,20
refuses "--points 123456789012345: a whole number from 1 to 10000000" train --points 123456789012345678901,5
refuses "--data-seed x: a whole number" train --data-seed x
refuses "--data-seed -1: a whole number" train --data-seed -1
refuses "--noise x is not a number" train --noise x
refuses "--class is of a table, not of --data example" train --data example --class 1
refuses "--target is of a table, not of --data moons" train --data moons --target 1
refuses "--layers: two is not a list of layers" train --layers two --output-activation identity
refuses "--points is of the moons, circles and linear" train --data xor --points 5
refuses "--class is of a table" train --class 1
refuses "--target is of a table" train --data iris --target 1
refuses "exclude each other" train --data /nowhere --class 1 --target 1
printf 'kind;x;y\nred;1;2\nblue;-1;0.5\nred;2;2\nblue;-2;1\n' >"$scratch/words"
"$BPWALK" train --data "$scratch/words" --class kind --scale --layers 2,3,2 --iterations 500 --save "$scratch/named" -o "$scratch/text"
check "classes in words, in the first column" grep -q "taken for blue *taken for red" "$scratch/text"
check "told in words" test "$("$BPWALK" predict "$scratch/named" "$scratch/words" --class kind -f tsv | tail -n +2 | cut -f4 | tr '\n' ' ')" = "red blue red blue "
check "and how often it is right" prints "accuracy 100.0% (4 / 4)" predict "$scratch/named" "$scratch/words" --class 1
sed 's/red/green/' "$scratch/words" >"$scratch/green"
check "a class that the network does not know" refused "$scratch/green:2:1: green is no class of the network" predict "$scratch/named" "$scratch/green" --class kind
printf 'x y\n1 3\n2 5\n3 7\n4 9\n' >"$scratch/line"
"$BPWALK" train --data "$scratch/line" --layers 1,1 --output-activation identity --scale --iterations 1000 --save "$scratch/regression" -o "$scratch/text"
check "regression tells how well it fits" grep -q '^R2 1, largest error' "$scratch/text"
check "and so does its prediction" prints "R2 1, largest error" predict "$scratch/regression" "$scratch/line"
check "of numbers alone" test "$(printf '10\n' | "$BPWALK" predict "$scratch/regression" -f tsv | awk -F'\t' 'NR == 2 { printf "%.9f", $2 }')" = 21.000000000
printf 'x,y,z\n1,3,0\n2,5,1\n' >"$scratch/two"
check "several targets" prints "R2" train --data "$scratch/two" --target z,y --layers 1,2 --output-activation identity --iterations 1
printf '4 2 1\n0 0\n0\n0 1\n1\n1 0\n1\n1 1\n0\n' >"$scratch/fann"
check "a training file of FANN" prints "accuracy 100.0% (4 / 4)" train --data "$scratch/fann" --layers 2,3,2

# Each layer's outputs: the network's own, and those of h by hand
"$BPWALK" predict "$scratch/regression" "$scratch/line" --layers -f tsv >"$scratch/one"
check "the layers of a network without hidden ones are its outputs" sh -c '"$BPWALK" predict "$1/regression" "$1/line" -f tsv | cmp -s - "$1/one"' - "$scratch"
printf 'bpwalk model 1\nactivation relu\noutput identity\nlayers 1,2,1\nlayer 1\nw 2\nw -1\nb 1 0\nlayer 2\nw 1 3\nb 0.5\nend\n' >"$scratch/hand"
printf 'bpwalk model 1\nactivation tanh\noutput identity\nlayers 2,1\nlayer 1\nw 2 0\nb 0.5\nend\n' >"$scratch/hand2"
check "the outputs of the hidden layer stand before" test "$(printf '3\n-2\n' | "$BPWALK" predict "$scratch/hand" --layers -f tsv | tr '\t\n' ',;')" = "sample,out_h1,out_h2,out_O1;1,7,0,7.5;2,0,2,6.5;"

# As JSON: what the table has, each number under its name
as_json() { # as_json END: a table as it is in JSON, the class in quotes
    awk -F'\t' -v end="$1" 'NR == 1 { for (i = 2; i < NF; i++) name[i] = $i; printf "{\"predictions\": ["; next }
        { printf "%s\n {\"sample\": %s", (NR > 2 ? "," : ""), $1
          for (i = 2; i < NF; i++) printf ", \"%s\": %s", name[i], $i
          printf ", \"class\": \"%s\"}", $NF }
        END { print "]" end "}" }'
}
check "in JSON: the numbers and classes of the table, and how often it is right" test "$("$BPWALK" predict "$scratch/named" "$scratch/words" --class kind -f json)" = "$("$BPWALK" predict "$scratch/named" "$scratch/words" --class kind -f tsv | as_json ', "right": 4, "samples": 4')"
check "each layer too" test "$("$BPWALK" predict "$scratch/named" "$scratch/words" --class kind --layers -f json)" = "$("$BPWALK" predict "$scratch/named" "$scratch/words" --class kind --layers -f tsv | as_json ', "right": 4, "samples": 4')"
check "how well the outputs are met" test "$(printf '3 7.5\n-2 7\n' | "$BPWALK" predict "$scratch/hand" -f json | tr -d '\n')" = '{"predictions": [ {"sample": 1, "out_O1": 7.5}, {"sample": 2, "out_O1": 6.5}], "R2": -1, "largest_error": 0.5}'
check "a number out of range is null" test "$(printf '1e308\n' | "$BPWALK" predict "$scratch/hand" -f json | tr -d '\n')" = '{"predictions": [ {"sample": 1, "out_O1": null}]}'
check "a class without a name is a number" test "$(cut -d, -f1,2 "$scratch/samples.csv" | "$BPWALK" predict "$scratch/model" -f json | grep -o '"class".*')" = "$("$BPWALK" predict "$scratch/model" "$scratch/samples.csv" -f tsv | awk 'NR > 1 { printf "%s\"class\": %s}", (NR > 2 ? ",\n" : ""), $4 } END { print "]}" }')"
printf 'kind;x\n"a ""b""\\";1\nc;2\n' >"$scratch/quoted"
"$BPWALK" train --data "$scratch/quoted" --class kind --layers 1,2 --save "$scratch/quotes" -o "$scratch/text"
check "a class with quotes and a backslash" test "$(printf '1\n' | "$BPWALK" predict "$scratch/quotes" -f json | grep -o '"class".*')" = '"class": "a \"b\"\\"}]}'

# Long tables are answered some thousand lines at a time: as the parts are, and up to a faulty line.
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "%.4f,%.4f,%d\n", i % 97 / 48 - 1, i % 89 / 44 - 1, (i > 15000 ? 3 : i % 2) }' >"$scratch/long"
split -l 1000 "$scratch/long" "$scratch/part."
for part in "$scratch"/part.*; do
    "$BPWALK" predict "$scratch/model" "$part" -f tsv | tail -n +2
done | cut -f 2- >"$scratch/parts"
"$BPWALK" predict "$scratch/model" "$scratch/long" >"$scratch/whole"
check "20,000 lines are answered as their parts are" sh -c 'sed -n 2,20001p "$1/whole" | cut -f 2- | cmp -s - "$1/parts"' - "$scratch"
check "a line that is longer than a part" test "$({ echo 1; printf '# %0150000d\n' 0; echo 2; } | "$BPWALK" predict "$scratch/hand" -f tsv)" = "$(printf '1\n2\n' | "$BPWALK" predict "$scratch/hand" -f tsv)"
check "and numbered on" test "$(sed -n '2p;20001p' "$scratch/whole" | cut -f 1 | tr '\n' ' ')" = "1 20000 "
check "counted together, a class too that only the last ones have" test "$(awk 'NF == 5 && $1 == 3 { print $2 + $3 + $4 + $5 }' "$scratch/whole")" -eq 4999
right=$(cut -d, -f 3 "$scratch/long" | paste - "$scratch/parts" | awk '$1 == $NF { n++ } END { print n }')
check "as often right as the lines are" grep -q "($right / 20000)" "$scratch/whole"
tr '\n' '\r' <"$scratch/long" | sed 's/\r/\r\n/g' | head -c -2 >"$scratch/crlf"
check "with line ends of another system, none behind the last" sh -c '"$BPWALK" predict "$1/model" - <"$1/crlf" | cmp -s - "$1/whole"' - "$scratch"
{ cat "$scratch/long"; echo "1,x,0"; cat "$scratch/long"; } >"$scratch/faulty"
"$BPWALK" predict "$scratch/model" "$scratch/faulty" >"$scratch/until" 2>"$scratch/said"
check "a faulty line far on: status 2" test $? -eq 2
check "it is named" grep -q "^bpwalk: $scratch/faulty:20001:3: x is not a number" "$scratch/said"
check "what stands before was answered" sh -c 'test "$(wc -l <"$1/until")" -gt 4000 && head -n "$(wc -l <"$1/until")" "$1/whole" | cmp -s - "$1/until"' - "$scratch"
echo before >"$scratch/kept"
check "but a file is whole or as it was" refused "$scratch/faulty:20001:3" predict "$scratch/model" "$scratch/faulty" -o "$scratch/kept"
check "as it was" test "$(cat "$scratch/kept")" = before
sed 's/$/ /' "$scratch/line" | awk 'NR > 1 { x = x $1 " 0\n" $2 "\n" } END { n = 40000; printf "%d 2 1\n", 4 * n; for (i = 0; i < n; i++) printf "%s", x }' >"$scratch/long-fann"
"$BPWALK" predict "$scratch/hand2" "$scratch/long-fann" >"$scratch/fanned"
check "a long training file of FANN" test "$(sed -n '160001,$p' "$scratch/fanned" | tr '\n\t' ';,')" = "160000,8.5;;R2 0.95, largest error 0.5;"

# Samples that are not trained on
for test in averylongnameofpoints:5 spiral:5 moons; do
    refuses "--test $test: points such as moons:20000 are needed" train --layers 2,2,2 --test $test
done
refuses "--test 0: a whole number from 1" train --layers 2,2,2 --test moons:0
refuses "--test 0: a part above 0 and below 1" train --layers 2,2,2 --test 0
refuses "--test 1.5: a part above 0 and below 1" train --layers 2,2,2 --test 1.5
check "fresh points of circles, as noisy as they are" prints "test:" train --data circles --layers 2,2,2 --iterations 1 --test circles:20
check "a test of a regression, of its own file" prints "test:" train --data "$scratch/line" --layers 1,1 --output-activation identity --test "$scratch/line" --iterations 1
check "a test that lacks the targets" refused "$scratch/bare:1:1: --target z is no column" train --data "$scratch/two" --target z,y --layers 1,2 --output-activation identity --test "$scratch/bare"
printf '1,2,0\n3,4,1\n5,6,2\n' >"$scratch/classes"
check "a test with more classes than the network" refused "the data have 3 classes, the network has 2 outputs" train --data "$scratch/samples.csv" --layers 2,2,2 --test "$scratch/classes"
check "gradients of too many classes" refused "the data have 3 classes, the network has 2 outputs" train --data "$scratch/classes" --layers 2,2,2 --check-gradients
check "a prediction of named targets" prints "R2 " predict "$scratch/regression" "$scratch/line" --target y
check "fresh points: the more neurons, the worse" test "$("$BPWALK" train --test moons:20000 --every 30000 | sed -n 's/^ *test//p' | tr -s ' ')" = " 71.1% 69.0% 68.0% 66.3% 66.1% 66.1%"
"$BPWALK" train --layers 2,20,2 --data-seed 2 --test 0.25 --iterations 3000 --every 100 -f tsv >"$scratch/curves"
check "a part of the data is held back: its cost beside" test "$(head -n 1 "$scratch/curves")" = "iteration	cost	test"
least=$(tail -n +2 "$scratch/curves" | sort -g -k 3 | head -n 1 | cut -f 1)
check "it is least on the way" test "$least" -gt 0 -a "$least" -lt 3000
"$BPWALK" train --layers 2,20,2 --data-seed 2 --test 0.25 --iterations 3000 --every 100 --best --save "$scratch/best" -o "$scratch/text"
"$BPWALK" train --layers 2,20,2 --data-seed 2 --test 0.25 --iterations "$least" --save "$scratch/until" -o "$scratch/text"
check "the best weights are those of that iteration" cmp -s "$scratch/best" "$scratch/until"
"$BPWALK" train --layers 2,20,2 --data-seed 2 --test 0.25 --iterations 3000 --save "$scratch/last" -o "$scratch/text"
verdict "$(! cmp -s "$scratch/best" "$scratch/last"; echo $?)" "and not the last"
check "a test of its own file" prints "taken for blue  taken for red" train --data "$scratch/words" --class kind --test "$scratch/words" --layers 2,1,2 --iterations 0
check "of a regression" prints "test:" train --data "$scratch/line" --layers 1,1 --output-activation identity --test 0.5 --iterations 10
check "several networks in one table: two columns each" test "$("$BPWALK" train --iterations 1 --test moons:20 -f tsv | head -n 1 | tr '\t' '\n' | grep -c -x -e '2,[0-9]*,2' -e '2,[0-9]*,2 test')" -eq 12
check "and in JSON" test "$("$BPWALK" train --iterations 1 --test moons:20 -f json | grep -c '"layers": "2,')" -eq 6
check "a regression in JSON, and its test" test "$("$BPWALK" train --data "$scratch/line" --layers 1,1 --output-activation identity --test 0.5 --iterations 1 -f json | grep -o '"\(test_\)*R2"' | tr -d '\n')" = '"R2""test_R2"'
check "in JSON" test "$("$BPWALK" train --data iris --layers 4,5,3 --test 0.2 --iterations 1 -f json | tr -d '\n ' | sed 's/"right.*"test_samples"/"right...samples"/; s/"cost".*//')" = '{"networks":[{"layers":"4,5,3","right...samples":30,"curve":[{"iteration":0,'
"$BPWALK" train --layers 2,20,2 --data-seed 2 --test 0.25 --iterations 3000 --every 100 --patience 400 -f tsv >"$scratch/patient"
check "400 iterations after the best there is an end" test "$(tail -n 1 "$scratch/patient" | cut -f 1)" -eq $((least + 400))
check "which is the same training as far as it goes" sh -c 'head -n "$(wc -l <"$1/patient")" "$1/curves" | cmp -s - "$1/patient"' - "$scratch"
"$BPWALK" train --layers 2,20,2 --data-seed 2 --test 0.25 --iterations 3000 --every 100 --patience 350 --best --save "$scratch/early" -o "$scratch/text"
check "and the best weights can be kept" cmp -s "$scratch/early" "$scratch/until"
check "a patience that is not used up" test "$("$BPWALK" train --layers 2,20,2 --data-seed 2 --test 0.25 --iterations 300 --patience 301 --every 100 -f tsv | wc -l)" -eq 5
refuses "--patience 0: a whole number from 1" train --test 0.25 --patience 0
refuses "--patience is of a test" train --patience 100
refuses "--best is of a test" train --best
refuses "a part above 0 and below 1" train --test 1
refuses "points such as moons:20000 are needed" train --test iris:5
refuses "/nowhere: cannot be opened" train --test /nowhere
refuses "neither classes nor targets" train --test "$scratch/bare"

# Any example: its first two errors are the walk's, and its gradients agree.
for example in companion greenhouse xor mazur softmax relu regression deep; do
    "$BPWALK" -x $example -f tsv | awk -F'\t' '($5 == "E_total" || $5 == "E_total_new") && !told[$5]++ { print substr($6, 1, 14) }' >"$scratch/walked"
    check "the example $example is walked" test -s "$scratch/walked"
    "$BPWALK" train --example $example --iterations 1 --every 1 -f tsv | tail -n +2 | cut -f2 | cut -c1-14 >"$scratch/trained"
    check "the example $example is trained as it is walked" cmp -s "$scratch/walked" "$scratch/trained"
    check "its gradients agree" "$BPWALK" train --example $example --check-gradients -o "$scratch/rows"
done
# Its settings: biases that are one have one gradient, where there are none there is none, and that of
# a sum is no mean: the names and gradients are the walk's. What an update at once goes by is no
# derivative.
printf 'network = 2-3-2\ni1 = 0.5, -1, 2\ni2 = 0.25, 1, 0.5\nO1 = 0, 1, 0.5\nO2 = 1, 0, 0.5\n' >"$scratch/settings"
for w in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "w$w = 0.$((w * 37 % 100))"; done >>"$scratch/settings"
for biases in each shared none; do
    for reduction in mean sum; do
        case $biases in each) last=5 ;; shared) last=2 ;; none) last=0 ;; esac
        { cat "$scratch/settings"; echo "biases = $biases"; echo "reduction = $reduction"
          for b in $(seq $last); do echo "b$b = 0.$((b * 29 % 100))"; done; } >"$scratch/example"
        "$BPWALK" --example "$scratch/example" -f tsv | awk -F'\t' '$5 ~ /^dE_total_d[wb][0-9]*$/ { printf "%s %.12f\n", substr($5, 11), $6 }' | sort -u >"$scratch/walked"
        "$BPWALK" train --example "$scratch/example" --check-gradients >"$scratch/rows"
        verdict $? "gradients of the example agree: biases $biases, $reduction"
        awk -F'\t' 'NR > 1 { printf "%s %.12f\n", $1, $2 }' "$scratch/rows" | sort >"$scratch/checked"
        check "and are the walk's" sh -c 'cmp "$1/walked" "$1/checked" && test "$(wc -l <"$1/checked")" -eq '$((12 + last)) - "$scratch"
    done
done
refuses "by the derivative of no error; update = together is needed" train --example xor --set update=at-once --check-gradients
refuses "the loss mse, are needed" train --layers 2,3,2 --output-activation tanh --loss cross-entropy --check-gradients
check "its network, with other samples" prints "3 samples, sigmoid" train --example article --data "$scratch/samples.csv" --iterations 1
check "one output tells two classes apart" prints "accuracy 85.0%" train --layers 2,4,1 --iterations 1000
check "softmax and cross-entropy" prints "accuracy 83.3%" train --layers 2,4,2 --output-activation softmax --iterations 1000

# Gradients: every activation, loss and depth
for activation in tanh sigmoid relu; do
    for loss in cross-entropy mse; do
        for layers in 2,2 2,3,2 2,4,3,2 2,3,3,3,2; do
            "$BPWALK" train --check-gradients --layers $layers --activation $activation --loss $loss >"$scratch/gradients"
            verdict $? "gradients of $layers, $activation, $loss agree"
        done
    done
done
for output in sigmoid softmax tanh relu identity; do
    "$BPWALK" train --check-gradients --layers 2,3,2 --output-activation $output --loss mean-squared-error >"$scratch/rows"
    verdict $? "gradients of $output outputs agree"
    "$BPWALK" train --check-gradients --layers 2,3,1 --output-activation $output --loss squared-error >"$scratch/rows"
    verdict $? "gradients of one $output output agree"
done
check "each parameter has its row" test "$(wc -l <"$scratch/gradients")" -eq 42
# Where an output is so near to 1 that 1 - out has lost its digits, a target far off makes that tell.
"$BPWALK" train --data example --set O1=1e10 --set b3=36 --check-gradients >"$scratch/gradients"
check "gradients that have lost their digits do not agree: status 1" test $? -eq 1
check "each says so itself" test "$(awk '$NF == "differs" { printf "%s ", $1 }' "$scratch/gradients")" = "w1 w2 w3 w4 b1 b2 w5 w6 b3 "
check "and the others of the neuron at its side agree" test "$(awk '$NF == "same" { printf "%s ", $1 }' "$scratch/gradients")" = "w7 w8 b4 "
"$BPWALK" train --data example --check-gradients >"$scratch/gradients"
check "gradients of the example agree" test $? -eq 0
check "under the article's names" grep -q '^w5	0.0818233150' "$scratch/gradients"

# P1: the article's program breaks with 50 hidden neurons at iteration 15157; this one does not.
"$BPWALK" train --layers 2,50,2 --every 5000 --format tsv >"$scratch/p1"
check "2,50,2 has a cost to the end" test "$(tail -n 1 "$scratch/p1" | cut -c1-19)" = "30000	0.01049964612"

# The article's program to the letter, as it was run with numpy: its lines, its defaults, its nan
printed() { # printed COLUMN LAST: its lines for a column of costs.tsv, up to iteration LAST
    grep -v '^#' "$SOURCES/tests/data/costs.tsv" | awk -F'\t' -v column="$1" -v last="$2" \
        'NR > 1 && $1 <= last { printf "Cost after iteration %d: %.6f\n", $1, $column }'
}
like_article() { # like_article HIDDEN ARGUMENT...
    hidden=$1
    shift
    "$BPWALK" train --like-article --layers "2,$hidden,2" --rate 0.1 --iterations 30000 "$@"
}
column=2
for hidden in 1 2 4; do
    printed $column 29000 >"$scratch/printed"
    check "as the article's program prints it: 2,$hidden,2" test "$(like_article $hidden)" = "$(cat "$scratch/printed")" -a "$(wc -l <"$scratch/printed")" -eq 30
    column=$((column + 1))
done
{ printed 5 15000; seq -f 'Cost after iteration %.0f: nan' 16000 1000 29000; } >"$scratch/printed"
check "2,50,2 is no number from where the program's is none" test "$(like_article 50)" = "$(cat "$scratch/printed")"
check "which is iteration 15157" test "$(like_article 50 --iterations 15160 --every 1 | grep -m 1 nan)" = "Cost after iteration 15157: nan"
"$BPWALK" train --like-article >"$scratch/like"
check "its six networks, one after the other, twice a cost" test "$(cut -d : -f 1 "$scratch/like" | sort | uniq -c | tr -s ' ' | tr '\n' ';')" = " 6 Cost after iteration 0; 6 Cost after iteration 1000;"
"$BPWALK" train --layers 2,4,2 --rate 0.0618 --iterations 2000 --save "$scratch/set" -o "$scratch/text"
check "its defaults: rate 0.0618" test "$("$BPWALK" train --like-article --layers 2,4,2 | tail -n 1)" = "$(awk '$1 == 1000 { printf "Cost after iteration 1000: %.6f", $2 }' "$scratch/text")"
"$BPWALK" train --like-article --layers 2,4,2 --save "$scratch/defaults" -o "$scratch/text"
check "and 2000 iterations: the outputs agree to nine digits" test "$("$BPWALK" predict "$scratch/set" "$scratch/samples.csv" | awk '{ printf "%.9f %.9f,", $2, $3 }')" = "$("$BPWALK" predict "$scratch/defaults" "$scratch/samples.csv" | awk '{ printf "%.9f %.9f,", $2, $3 }')"
refuses "a weight is no number any more" train --like-article --layers 2,50,2 --rate 0.1 --iterations 15200 --save "$scratch/broken" -o "$scratch/text"
check "and nothing is saved" test ! -e "$scratch/broken"
refuses "--like-article has no --loss" train --like-article --loss mse
refuses "--like-article has no --format" train --like-article --format tsv
refuses "--like-article has no --test" train --like-article --test 0.25
refuses "--like-article has no --example" train --like-article --data example
refuses "--like-article has no --output-activation" train --like-article --output-activation softmax
refuses "--like-article has no --check-gradients" train --like-article --layers 2,2,2 --check-gradients

# Ctrl-C ends the training, not the program.
interrupt() { # interrupt PID: as soon as bpwalk, no longer the shell before it, catches the signal, where /proc tells that
    for fiftieth in $(seq 1500); do
        [ -r "/proc/$1/status" ] || { sleep 1; break; }
        ! awk '/^Name:/ { is_it = $2 == "bpwalk" } /^SigCgt:/ { exit !(is_it && $2 ~ /[2367abef]$/) }' "/proc/$1/status" || break
        sleep 0.02
    done
    kill -INT "$1" 2>/dev/null
}
"$BPWALK" train --layers 2,50,2 --iterations 100000000 --every 1000 --save "$scratch/interrupted" -o "$scratch/text" 2>/dev/null &
interrupt $!
wait $!
check "Ctrl-C: status 0" test $? -eq 0
check "Ctrl-C: what there is by then is written" grep -q accuracy "$scratch/text"
check "Ctrl-C: the model too" "$BPWALK" predict "$scratch/interrupted" "$scratch/samples.csv" -o /dev/null

"$BPWALK" train --iterations 100000000 --every 1000 -o "$scratch/text" 2>/dev/null &
interrupt $!
wait $!
check "Ctrl-C in a list: status 0" test $? -eq 0
check "Ctrl-C in a list: none of the others is begun" test "$(grep -c 2,2,2 "$scratch/text")" -eq 0

if has_terminal; then
    script -qec "$BPWALK train --layers 2,50,2 --iterations 60000 -o /dev/null" /dev/null </dev/null >"$scratch/bar"
    script -qec "$BPWALK train --layers 2,1,2 --iterations 1 -o /dev/null" /dev/null </dev/null >"$scratch/none"
    check "and none for what is done at once" test ! -s "$scratch/none"
    check "a bar on a terminal" grep -q '2,50,2 \[#* *\].*% .* s left' "$scratch/bar"
else
    skip "a bar on a terminal" "script(1) makes no terminal here"
fi
# What is tested on
printf '1,2,a\n' >"$scratch/one"
printf '1,2,a\n3,4,b\n5,5,a\n' >"$scratch/three"
refuses "one sample cannot be divided" train --data "$scratch/one" --test 0.5 --layers 2,2,2
check "fresh points of no kind" refused "--test moonsmoonsmoonsmoons:5: points such as moons:20000 are needed" train --data "$scratch/three" --test moonsmoonsmoonsmoons:5 --layers 2,2,2
refuses "--test moons:20: other columns than the data" train --data iris --test moons:20 --layers 4,3,3
printf '2 1 1\n1\n0\n2\n1\n' >"$scratch/fann-classes"
printf '2 1 1\n1\n0.5\n2\n1\n' >"$scratch/fann-targets"
refuses "other columns than the data; samples like them" train --data "$scratch/fann-classes" --test "$scratch/fann-targets" --layers 1,1
printf '1 2 3\n2 3 5\n' >"$scratch/sums"
refuses "--layers: two is not a list of layers" train --data "$scratch/sums" --layers two --output-activation identity
check "numbers to learn are one, where no layers say how many" refused "the data have 1 output; the layers 2,1,2 need 2" train --data "$scratch/sums" --output-activation identity
printf 'w1 = 0.3\n' >"$scratch/w1"
check "points may be learned from numbers that are set" test "$("$BPWALK" train --data moons --set w1=0.3 -i 10 -f tsv)" = "$("$BPWALK" train --data moons --example "$scratch/w1" -i 10 -f tsv)"
check "a test is scaled as the data are" test "$("$BPWALK" train --data "$scratch/three" --test "$scratch/three" --scale --layers 2,2,2 -i 5 -f tsv | awk -F '\t' 'NR > 1 && $2 != $3' | wc -l)" -eq 0
"$BPWALK" train --example deep --iterations 2 --save "$scratch/deep" >"$scratch/out"
check "a model of two functions says both" grep -qx "activation tanh sigmoid" "$scratch/deep"

# Tables that cannot be one
printf 'a b\n"x 1\n' >"$scratch/quote"
check "a quote that is not closed" refused '/quote:2:1: "x is not a number' train --data "$scratch/quote" --layers 1,2,2
seq 1001 | sed 's/.*/&,c&/' >"$scratch/classes"
check "the 1001st class" refused "c1001 is class 1001; at most 1000 are possible" train --data "$scratch/classes" --layers 1,2,2
printf 'a,class\n1,x\n2,3\n1,y\n2,5\n' >"$scratch/mixed"
"$BPWALK" train --data "$scratch/mixed" --class class --layers 1,2,4 -i 1 >"$scratch/out"
check "numbers before words among the classes" test "$(tail -n 4 "$scratch/out" | awk '{ printf "%s ", $1 }')" = "3 5 x y "
printf '1\n2\n' >"$scratch/single"
check "one column is no regression" refused "there is one column" train --data "$scratch/single" --layers 1,2,1 --output-activation identity
refuses "iteration 1: the cost left the range of numbers" train --example xor --set update=at-once --set alpha=1e300 -i 3

{ printf 'bpwalk model 1\nactivation'; seq 101 | sed 's/.*/ tanh/' | tr -d '\n'; echo; } >"$scratch/functions"
check "a model of 101 functions" refused "the line goes on" predict "$scratch/functions" "$scratch/one"

finish
