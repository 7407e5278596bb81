# The article's experiment as an array program: what `make bench` sets beside bpwalk's. The stable form
# of the cost, or 2-50-2 would break. Prints seconds for the six trainings.
import time

import numpy as np


def moons(points, noise, seed):
    np.random.seed(seed)
    outer, inner = np.linspace(0, np.pi, points // 2), np.linspace(0, np.pi, points - points // 2)
    x = np.vstack([np.append(np.cos(outer), 1 - np.cos(inner)), np.append(np.sin(outer), 0.5 - np.sin(inner))])
    order = np.arange(points)
    np.random.shuffle(order)
    klass = np.repeat([0, 1], [points // 2, points - points // 2])[order]
    return (x.T[order] + np.random.normal(scale=noise, size=(points, 2))).T, np.eye(2)[:, klass]


def train(hidden, x, expected, rate=0.1, iterations=30000):
    np.random.seed(3)
    m = x.shape[1]
    w1, b1 = np.random.randn(hidden, 2) / np.sqrt(2), np.zeros((hidden, 1))
    w2, b2 = np.random.randn(2, hidden) / np.sqrt(hidden), np.zeros((2, 1))
    for _ in range(iterations):
        out_h = np.tanh(w1 @ x + b1)
        sigma_o = 1 / (1 + np.exp(-(w2 @ out_h + b2))) - expected
        sigma_h = (w2.T @ sigma_o) * (1 - out_h**2)
        w2, b2 = w2 - rate * (sigma_o @ out_h.T) / m, b2 - rate * sigma_o.sum(1, keepdims=True) / m
        w1, b1 = w1 - rate * (sigma_h @ x.T) / m, b1 - rate * sigma_h.sum(1, keepdims=True) / m


x, expected = moons(60, 1.0, 1)
start = time.process_time()
for hidden in (1, 2, 4, 10, 20, 50):
    train(hidden, x, expected)
print(f"numpy {np.__version__}, the six networks: {time.process_time() - start:.2f} s")
