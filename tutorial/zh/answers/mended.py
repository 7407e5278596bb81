# 用 numpy 写的文章的网络，学习一步，已经改正
import numpy as np

np.set_printoptions(precision=10)
i, O, alpha = np.array([0.1, 0.2]), np.array([0.01, 0.99]), 0.5
W1, B1 = np.array([[0.1, 0.2], [0.3, 0.4]]), np.array([0.55, 0.56])
W2, B2 = np.array([[0.5, 0.6], [0.7, 0.8]]), np.array([0.66, 0.67])

def forward():
    out_h = 1 / (1 + np.exp(-(W1 @ i + B1)))
    out_O = 1 / (1 + np.exp(-(W2 @ out_h + B2)))
    return out_h, out_O, np.sum((O - out_O)**2) / 2

out_h, out_O, E_total = forward()
print("out_h =", out_h)
print("out_O =", out_O)
print("E_total = %.10f" % E_total)

sigma_O = (out_O - O) * out_O * (1 - out_O)
sigma_h = W2.T @ sigma_O * out_h * (1 - out_h)
W2 = W2 - alpha * np.outer(sigma_O, out_h)
B2 = B2 - alpha * sigma_O
print("sigma_O =", sigma_O)
print("W2_new =", W2)

W1 = W1 - alpha * np.outer(sigma_h, i)
B1 = B1 - alpha * sigma_h
print("sigma_h =", sigma_h)
print("W1_new =", W1)

out_h, out_O, E_total = forward()
print("E_total_new = %.10f" % E_total)
