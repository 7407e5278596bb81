# The article's network in numpy, its values as numpy prints them, for `bpwalk check`: python3 network_numpy.py [SLIP]
# SLIP makes one: derivative (of the hidden outputs forgotten).
import sys
import numpy as np

np.set_printoptions(precision=8)
slip = sys.argv[1] if len(sys.argv) > 1 else ""
sigmoid = lambda x: 1 / (1 + np.exp(-x))
i, O, alpha = np.array([0.1, 0.2]), np.array([0.01, 0.99]), 0.5
W1, B1 = np.array([[0.1, 0.2], [0.3, 0.4]]), np.array([0.55, 0.56])
W2, B2 = np.array([[0.5, 0.6], [0.7, 0.8]]), np.array([0.66, 0.67])

in_h = W1 @ i + B1
out_h = sigmoid(in_h)
in_O = W2 @ out_h + B2
out_O = sigmoid(in_O)
sigma_O = (out_O - O) * out_O * (1 - out_O)
sigma_h = W2.T @ sigma_O * (1 if slip == "derivative" else out_h * (1 - out_h))
dW2, dW1 = np.outer(sigma_O, out_h), np.outer(sigma_h, i)
W2_new, W1_new = W2 - alpha * dW2, W1 - alpha * dW1

for name in "in_h out_h in_O out_O sigma_O sigma_h dW1 dW2 W1_new W2_new".split():
    print(name, "=", globals()[name])
