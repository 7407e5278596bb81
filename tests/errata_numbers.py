"""Errata, their numbers computed again: by nothing of bpwalk's, in 50 digits, from the article's own parameters.
On stdin the table of `bpwalk errata --format tsv`; each of its numbers with four decimals or more has to be among
those that are computed here for its row, rounded to the decimals it has. Prints a line a fault; status 1 if there are any."""
import random
import re
import sys
from decimal import Decimal as D, ROUND_DOWN, ROUND_HALF_EVEN, getcontext

getcontext().prec = 50
GIVEN = dict(i1="0.1", i2="0.2", O1="0.01", O2="0.99", w1="0.1", w2="0.2", w3="0.3", w4="0.4", w5="0.5", w6="0.6",
             w7="0.7", w8="0.8", b1="0.55", b2="0.56", b3="0.66", b4="0.67", alpha="0.5")
GIVEN = {name: D(number) for name, number in GIVEN.items()}


def sigmoid(x):
    return 1 / (1 + (-x).exp())


def walk(slips):
    """The article's example as a program would have it; a slip is what the article did instead."""
    v = dict(GIVEN)
    h = [sigmoid(v["w1"] * v["i1"] + v["w2"] * v["i2"] + v["b1"])]
    v["in_h2"] = v["w3"] * v["i1"] + v["w4"] * v["i2"] + v["b1" if "E1" in slips else "b2"]
    h.append(sigmoid(v["in_h2"]))
    v["out_h1"], v["out_h2"] = h
    in_O1 = v["w5"] * h[0] + v["w6"] * h[1] + v["b3"]
    v["in_O2"] = v["w7"] * h[0] + v["w8"] * h[1] + v["b3" if "E2" in slips else "b4"]
    out = [sigmoid(in_O1), sigmoid(v["in_O2"])]
    v["out_O1"], v["out_O2"] = out
    miss = [out[0] - v["O1"], out[1] - v["O2"]]
    halves = [m * m / 2 for m in miss]
    v["E_O1"], v["E_O2"] = reversed(halves) if "E3" in slips else halves
    slope = [o * (1 - o) for o in out]
    v["dE_O1_din_O1"] = (out[0] if "E4" in slips else miss[0]) * slope[0]
    v["dE_total_dw1"] = ((v["dE_O1_din_O1"] * v["w5"] + miss[1] * slope[1] * v["w7"])
                         * h[0] * (1 - h[0]) * v["i1"])
    v["w1_new"] = v["w1"] - (D("0.1") if "E5" in slips else v["alpha"]) * v["dE_total_dw1"]
    v["w5_new"] = v["w5"] - v["alpha"] * miss[0] * slope[0] * h[0]
    v["miss_O1"] = miss[0]
    return v


ALL = ["E1", "E2", "E3", "E4", "E5"]
stated, printed = walk([]), walk(ALL)
SLIPPED = dict(E1=["in_h2"], E2=["in_O2"], E3=["E_O1", "E_O2"], E4=["dE_O1_din_O1"], E5=["w1_new"])
# What the article prints where a slip is first seen: read off its text.
SEEN = dict(E1=("out_h2", "0.6592603884"), E2=("out_O2", "0.8374488853"), E3=("E_O1", "0.0116359213"),
            E4=("dE_O1_din_O1", "0.1284037009"), E5=("w1_new", "0.0998863737"))


def cross_entropy(O, out):
    return -(O * out.ln() + (1 - O) * (1 - out).ln())


def first_normals(seed, count):
    """numpy's seed and randn: Marsaglia's polar method on the twister, which Python has too."""
    state = [seed]
    while len(state) < 624:
        state.append((1812433253 * (state[-1] ^ state[-1] >> 30) + len(state)) & 0xFFFFFFFF)
    twister, normals = random.Random(), []
    twister.setstate((3, tuple(state) + (624,), None))
    while len(normals) < count:
        x, y = 2 * twister.random() - 1, 2 * twister.random() - 1
        r = x * x + y * y
        if 0 < r < 1:
            factor = (D(-2) * D(r).ln() / D(r)).sqrt()
            normals += [factor * D(y), factor * D(x)]
    return normals


def computed():
    numbers = {}
    for slip, names in SLIPPED.items():
        alone, earlier = walk([slip]), walk([s for s in ALL if s < slip])
        seen, text = SEEN[slip]
        assert abs(printed[seen] - D(text)) <= D("1e-10"), slip
        numbers[slip] = [v[name] for v in (stated, printed, earlier) for name in names]
        numbers[slip] += [stated[seen], D(text)]
        numbers[slip] += [alone[name] - stated[name] for name in ("w1_new", "w5_new")]
    numbers["E1"].append(sigmoid(D("0.66")))
    numbers["E4"] += [printed["miss_O1"], printed["out_O1"]]
    numbers["T3"] = [-cross_entropy(D("0.01"), stated["out_O1"])]
    O, out, step = (D("0.01"), D("0.99")), (D("0.7"), D("0.8")), D("0.0001")
    slope = [o / a - (1 - o) / (1 - a) for o, a in zip(O, out)]
    numeric = (cross_entropy(O[0], out[0] + step) - cross_entropy(O[0], out[0] - step)) / 2 / (2 * step)
    numbers["D4"] = [D("0.0618")]  # line 143 of the program
    numbers["T4"] = [out[0] - step, out[0] + step, 2 * step, numeric, -slope[0] / 2, -(slope[0] + slope[1]) / 2]
    numbers["P6"] = [n / D(2).sqrt() for n in first_normals(3, 2)]
    return numbers


def says(number, text):
    unit = D(1).scaleb(-len(text.split(".")[1]))
    return abs(number).quantize(unit, ROUND_HALF_EVEN) == D(text)


def first_layer_sums():
    """All ways to 0.66 with weights of the first layer: what E1 says of other explanations."""
    names = ["w1", "w2", "w3", "w4"]
    return {(a, b, c) for a in names for b in names for c in ("b1", "b2", "b3", "b4")
            if GIVEN[a] * GIVEN["i1"] + GIVEN[b] * GIVEN["i2"] + GIVEN[c] == D("0.66")}


def main():
    numbers, faults, looked_at = computed(), 0, 0
    for row in sys.stdin.read().splitlines()[1:]:
        slip = row.split("\t")[0]
        for text in re.findall(r"\d+\.\d{4,}", row):
            looked_at += 1
            if not any(says(number, text) for number in numbers.get(slip, [])):
                print(f"{slip}: {text} is none of " + " ".join(f"{n:.12f}" for n in numbers.get(slip, [])))
                faults += 1
    if looked_at < 40:
        print(f"{looked_at} numbers; there are more")
    # E1: the printed output is cut off; and what else would be 0.66. E2, E5: what undoing gives.
    cut = sigmoid(D("0.66")).quantize(D("1e-10"), ROUND_DOWN)
    out_h1, out_h2, out_O2 = D("0.6456563062"), D("0.6592603884"), D("0.8374488853")
    bias = (out_O2 / (1 - out_O2)).ln() - GIVEN["w7"] * out_h1 - GIVEN["w8"] * out_h2
    rate = (GIVEN["w1"] - D("0.0998863737")) / D("0.0011362635")
    facts = {
        "E1, cut off": cut == out_h2,
        "E1, other sums": first_layer_sums() == {("w3", "w4", "b1"), ("w2", "w4", "b2"), ("w4", "w3", "b2")},
        "E2, the bias": abs(bias - D("0.66")) < D("1e-9"),
        "E3, each the other's": abs((D("0.01") - D("0.7987314002")) ** 2 / 2 - D("0.3110486109")) < D("1e-10")
        and abs((D("0.99") - out_O2) ** 2 / 2 - D("0.0116359213")) < D("1e-10"),
        "E5, the rate": abs(rate - D("0.1")) < D("1e-6"),
    }
    for fact in [fact for fact, holds in facts.items() if not holds]:
        print(f"{fact}: does not hold")
        faults += 1
    return 1 if faults or looked_at < 40 else 0


if __name__ == "__main__":
    sys.exit(main())
