# 用 numpy 写的文章第六章：2-4-2，tanh 和 sigmoid，交叉熵，六十个点
import numpy as np

# 点，和 sklearn.datasets.make_moons(60, noise=1.0) 产生的一样，以及它们的目标
np.random.seed(1)
angle = np.linspace(0, np.pi, 30)
x = np.array([np.append(np.cos(angle), 1 - np.cos(angle)),
              np.append(np.sin(angle), 0.5 - np.sin(angle))])
order = np.arange(60)
np.random.shuffle(order)
x = x[:, order] + np.random.normal(scale=1.0, size=(60, 2)).T
O = np.array([order < 30, order >= 30]) * 1.0

# 初始权重：随机数，大多在 -1 到 1 之间，除以神经元输入个数的平方根
np.random.seed(3)
W1, B1 = np.random.randn(4, 2) / np.sqrt(2), np.zeros((4, 1))
W2, B2 = np.random.randn(2, 4) / np.sqrt(4), np.zeros((2, 1))
m, alpha = 60, 0.1

for iteration in range(2001):
    in_h = W1 @ x + B1                              # (5.1)
    out_h = np.tanh(in_h)                           # (5.2)，用 tanh
    in_O = W2 @ out_h + B2                          # (5.3)
    out_O = 1 / (np.exp(-in_O) + 1)                 # (5.4)
    if iteration % 1000 == 0:
        cost = -np.sum(O * np.log(out_O) + (1 - O) * np.log(1 - out_O)) / m
        print("Cost after iteration %i: %f" % (iteration, cost))
    sigma_O = out_O - O                             # (5.13)，用交叉熵
    sigma_h = W2.T @ sigma_O * (1 - out_h**2)       # (5.28)，用 tanh
    W2 = W2 - alpha * sigma_O @ out_h.T / m         # (5.16)
    B2 = B2 - alpha * np.sum(sigma_O, axis=1, keepdims=True) / m # (5.18)
    W1 = W1 - alpha * sigma_h @ x.T / m             # (5.29)
    B1 = B1 - alpha * np.sum(sigma_h, axis=1, keepdims=True) / m # (5.33)
