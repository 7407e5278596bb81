#!/bin/sh
# Programs: what a program in C, JavaScript, numpy or PyTorch (examples/) prints is read as it stands, all of it right; and where
# a slip is made in it, the first value that parts from the walk is named, with the slip.
. "${SOURCES:-.}/tests/tap.sh"
programs=$SOURCES/examples

first_wrong() { "$BPWALK" check - --format tsv | awk -F '\t' '$5 == "wrong" { print $2, $6; exit }'; }

tries() { # tries LANGUAGE COUNT COMMAND...: without a slip, and then "SLIP FIRST-WRONG-NAME" from stdin
    language=$1
    count=$2
    shift 2
    check "$language: all of its $count values are right" test \
        "$("$@" "" | "$BPWALK" check - | grep -c "^Of $count: $count right")" -eq 1
    while read -r slip name; do
        check "$language: $slip is found at $name" test "$("$@" "$slip" | first_wrong)" = "$name $slip"
    done
}

run_c() {
    $BUILD -DSLIP="${1:-0}" -o "$scratch/network" "$programs/network.c" -lm && "$scratch/network"
}

: "${BUILD:=cc}"
tries C 18 run_c <<'END'
alpha w5_new
sign sigma_O1
END
if command -v node >/dev/null 2>&1; then
    tries JavaScript 35 node "$programs/network.js" <<'END'
bias in_h2
alpha w5_new
early sigma_h1
END
    iterations() { node "$programs/network.js" "$1" 3 | "$BPWALK" check - --iterations 3 | tail -n 1; }
    check "JavaScript: all of three iterations is right" test "$(iterations "")" = "All that is handed in is right."
    check "and it is told where they first part" test "$(iterations early)" = "First look again at (5.28) sigma_h1 of iteration 1."
else
    echo "# node is not here: its program is not tried"
fi
# The python3 that has MODULE, or nothing.
python_with() {
    for python in python3 /usr/bin/python3; do
        ! $python -c "import $1" 2>/dev/null || { echo $python; return; }
    done
}
numpy=$(python_with numpy)
if [ -n "$numpy" ]; then
    tries numpy 28 "$numpy" "$programs/network_numpy.py" <<'END'
derivative sigma_h1
END
else
    echo "# numpy is not here: its program is not tried"
fi
torch=$(python_with torch)
if [ -n "$torch" ]; then
    tries PyTorch 33 "$torch" "$programs/network_torch.py" <<'END'
rate w5_new
END
    "$torch" "$programs/network_torch.py" "" 3 >"$scratch/three"
    check "PyTorch: all of three iterations is right" test \
        "$("$BPWALK" check "$scratch/three" --iterations 3 | tail -n 1)" = "All that is handed in is right."
    "$torch" "$programs/network_torch.py" accumulated 3 >"$scratch/three"
    check "PyTorch: accumulated is found" test "dE_total_dw5 accumulated 2" = \
        "$("$BPWALK" check "$scratch/three" --iterations 3 -f tsv | awk -F '\t' '$5 == "wrong" { print $2, $6, $9; exit }')"
    check "in each gradient, and nothing else is wrong" test "accumulated" = \
        "$("$BPWALK" check "$scratch/three" --iterations 3 -f tsv | awk -F '\t' '$5 == "wrong" { print $6 }' | sort -u)"
else
    echo "# PyTorch is not here: its program is not tried"
fi
finish
