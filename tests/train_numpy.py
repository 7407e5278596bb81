# Costs of `bpwalk train --example` beside those of a training in numpy, from the equations, for each
# combination of settings: train_numpy.py PROGRAM SCRATCH-FILE ONE-OF-SO-MANY. Prints how many there
# were; status 1 with the first that does not agree to a relative 1e-11. Unlike the program it
# multiplies every derivative out, softmax by its whole matrix, the cross-entropy by its quotients.
import itertools
import subprocess
import sys

import numpy as np

ITERATIONS, EVERY, ALPHA = 40, 4, 0.02

# Of each function: its value, and dout_din of one sample as a matrix
FUNCTIONS = {
    "sigmoid": (lambda x: 1 / (1 + np.exp(-x)), lambda x, out: np.diag(out * (1 - out))),
    "tanh": (np.tanh, lambda x, out: np.diag(1 - out**2)),
    "relu": (lambda x: np.where(x > 0, x, 0), lambda x, out: np.diag(np.where(x > 0, 1.0, 0))),
    "identity": (lambda x: x, lambda x, out: np.eye(len(x))),
    "leaky-relu": (lambda x: np.where(x > 0, x, 0.01 * x), lambda x, out: np.diag(np.where(x > 0, 1, 0.01))),
    "softmax": (lambda x: np.exp(x) / np.exp(x).sum(0), lambda x, out: np.diag(out) - np.outer(out, out)),
}


def error(loss, output, O, out):
    if loss == "cross-entropy":
        return -(O * np.log(out)).sum() - (0 if output == "softmax" else ((1 - O) * np.log(1 - out)).sum())
    return ((O - out) ** 2).sum() / (2 if loss == "squared-error" else len(O))


def slope(loss, output, O, out):
    if loss == "cross-entropy":
        return -O / out + (0 if output == "softmax" else (1 - O) / (1 - out))
    return (out - O) * (1 if loss == "squared-error" else 2 / len(O))


class Case:
    def __init__(self, widths, hidden, output_and_loss, biases, reduction, update, seed):
        self.widths, self.biases, self.reduction, self.update = widths, biases, reduction, update
        self.output, self.loss = output_and_loss
        self.functions = [hidden] * (len(widths) - 2) + [self.output]
        random = np.random.RandomState(seed)
        samples = 1 + seed % 10
        number = lambda *shape: random.randint(-9999, 10000, shape) / 10000  # exact in four decimals
        self.x = number(widths[0], samples)
        self.W = [number(n, before) for before, n in zip(widths, widths[1:])]
        self.B = [number({"each": n, "shared": 1, "none": 0}[biases]) for n in widths[1:]]
        if self.loss == "cross-entropy" or self.output == "softmax":
            self.O = np.eye(widths[-1])[:, random.randint(0, widths[-1], samples)]
            if widths[-1] == 1:
                self.O = random.randint(0, 5, (1, samples)) / 4
        else:
            self.O = 2 * number(widths[-1], samples)
        self.frozen = random.randint(1, 1 + sum(w.size for w in self.W)) if seed % 3 == 0 else None

    def text(self):
        def row(numbers):
            return ", ".join(repr(float(n)) for n in numbers)

        lines = ["network = " + "-".join(map(str, self.widths))]
        lines += ["hidden = " + self.functions[0]] if len(self.widths) > 2 else []
        lines += [f"output = {self.output}", f"loss = {self.loss}", f"biases = {self.biases}"]
        lines += [f"reduction = {self.reduction}", f"update = {self.update}", f"alpha = {ALPHA}"]
        lines += [f"frozen = w{self.frozen}"] if self.frozen else []
        lines += [f"i{i} = {row(numbers)}" for i, numbers in enumerate(self.x, 1)]
        lines += [f"O{i} = {row(numbers)}" for i, numbers in enumerate(self.O, 1)]
        for name, parameters in ("w", self.W), ("b", self.B):
            numbers = np.concatenate([p.ravel() for p in parameters])
            lines += [f"{name}{i} = {float(number)!r}" for i, number in enumerate(numbers, 1)]
        return "\n".join(lines) + "\n"

    def forward(self, x):
        ins, outs = [], [x]
        for W, B, f in zip(self.W, self.B, self.functions):
            ins.append(W @ outs[-1] + (B if B.size else 0))
            outs.append(FUNCTIONS[f][0](ins[-1]))
        return ins, outs

    def cost(self):
        errors = [error(self.loss, self.output, O, self.forward(x)[1][-1]) for x, O in zip(self.x.T, self.O.T)]
        return np.sum(errors) if self.reduction == "sum" else np.mean(errors)

    def step(self):
        share = 1 if self.reduction == "sum" else 1 / self.x.shape[1]
        passes = [self.forward(x) for x in self.x.T]
        back = [slope(self.loss, self.output, O, outs[-1]) for (_, outs), O in zip(passes, self.O.T)]
        first = 1 + sum(w.size for w in self.W)
        for layer in reversed(range(len(self.W))):
            slopes = FUNCTIONS[self.functions[layer]][1]
            sigma = [slopes(ins[layer], outs[layer + 1]) @ b for (ins, outs), b in zip(passes, back)]
            dW = share * sum(np.outer(s, outs[layer]) for s, (_, outs) in zip(sigma, passes))
            dB = share * sum(sigma)
            W, B = self.W[layer], self.B[layer]
            first -= W.size
            if self.frozen and first <= self.frozen < first + W.size:
                dW.ravel()[self.frozen - first] = 0
            self.W[layer] = W - ALPHA * dW
            if B.size:
                self.B[layer] = B - ALPHA * (dB.sum(keepdims=True) if self.biases == "shared" else dB)
            back = [(self.W[layer] if self.update == "at-once" else W).T @ s for s in sigma]

    def costs(self):
        kept = []
        for iteration in range(ITERATIONS + 1):
            if iteration % EVERY == 0:
                kept.append(self.cost())
            self.step()
        return kept


def allowed():
    squares = itertools.product(FUNCTIONS, ("squared-error", "mean-squared-error"))
    outputs = [*squares, ("sigmoid", "cross-entropy"), ("softmax", "cross-entropy")]
    shapes = (2, 3, 2), (3, 2, 4, 3), (2, 3, 1), (4, 3)
    settings = itertools.product(shapes, FUNCTIONS, outputs, ("each", "shared", "none"), ("mean", "sum"), ("together", "at-once"))
    for widths, hidden, output, *rest in settings:
        is_softmax_of_one = output[0] == "softmax" and widths[-1] == 1
        is_without_hidden = len(widths) == 2
        if not is_softmax_of_one and hidden != "softmax" and (not is_without_hidden or hidden == "sigmoid"):
            yield widths, hidden, output, *rest


def trained(program, scratch, text):
    with open(scratch, "w") as file:
        file.write(text)
    command = [program, "train", "--example", scratch, f"--iterations={ITERATIONS}", f"--every={EVERY}", "--format=tsv"]
    table = subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout
    return [float(line.split("\t")[1]) for line in table.splitlines()[1:]]


program, scratch, one_of = sys.argv[1], sys.argv[2], int(sys.argv[3])
tried = list(enumerate(allowed()))[::one_of]
for seed, settings in tried:
    case = Case(*settings, seed)
    text = case.text()
    ours, numpys = trained(program, scratch, text), case.costs()
    if len(ours) != len(numpys) or not np.allclose(ours, numpys, rtol=1e-11, atol=0):
        sys.exit(f"costs {ours}; numpy's {numpys}\n{text}")
print(len(tried))
