#!/bin/sh
# Numpy: what is trained costs what it does in numpy, for every combination of layers, functions, losses,
# biases, reduction and update; one in thirteen, where it is to be quick.
. "${SOURCES:-.}/tests/tap.sh"
what="costs are numpy's to a relative 1e-11 at every setting"
one_of=13
[ "$THOROUGH" != yes ] || one_of=1
numpy=
for python in python3 /usr/bin/python3; do
    [ -n "$numpy" ] || ! $python -c 'import numpy' 2>/dev/null || numpy=$python
done
if [ -n "$numpy" ]; then
    "$numpy" "$SOURCES/tests/train_numpy.py" "$BPWALK" "$scratch/example" $one_of >"$scratch/tried" 2>"$scratch/differ"
    verdict $? "$what: $(cat "$scratch/tried") trainings"
    sed 's/^/# /' "$scratch/differ"
else
    skip "$what" "numpy is not here"
fi
finish
