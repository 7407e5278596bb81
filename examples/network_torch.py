# The article's network in PyTorch, its values as PyTorch prints them (32 bits), for `bpwalk check`:
# python3 network_torch.py [SLIP [ITERATIONS]]. SLIP makes one: rate (another learning rate), accumulated (the gradients
# of the iteration before are not set to zero, which shows in the second).
import sys
import torch

torch.set_printoptions(precision=6)
slip = sys.argv[1] if len(sys.argv) > 1 else ""
iterations = int(sys.argv[2]) if len(sys.argv) > 2 else 1
i, O = torch.tensor([0.1, 0.2]), torch.tensor([0.01, 0.99])
hidden, output = torch.nn.Linear(2, 2), torch.nn.Linear(2, 2)
with torch.no_grad():
    hidden.weight.copy_(torch.tensor([[0.1, 0.2], [0.3, 0.4]])), hidden.bias.copy_(torch.tensor([0.55, 0.56]))
    output.weight.copy_(torch.tensor([[0.5, 0.6], [0.7, 0.8]])), output.bias.copy_(torch.tensor([0.66, 0.67]))
parameters = [*hidden.parameters(), *output.parameters()]
descent = torch.optim.SGD(parameters, lr=0.1 if slip == "rate" else 0.5)

for iteration in range(1, iterations + 1):
    in_h = hidden(i)
    out_h = torch.sigmoid(in_h)
    in_O = output(out_h)
    out_O = torch.sigmoid(in_O)
    E_total = ((O - out_O) ** 2 / 2).sum()
    if slip != "accumulated" or iteration == 1:
        descent.zero_grad()
    E_total.backward()
    print(f"iteration {iteration}")
    for name in "in_h out_h in_O out_O".split():
        print(name, "=", globals()[name].detach())
    print("E_total =", E_total.item())
    for name, parameter in zip("dW1 dB1 dW2 dB2".split(), parameters):
        print(name, "=", parameter.grad)
    descent.step()
    for name, parameter in zip("W1_new B1_new W2_new B2_new".split(), parameters):
        print(name, "=", parameter.data)
