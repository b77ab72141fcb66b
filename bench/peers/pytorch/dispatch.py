"""What a call costs."""
import torch

from timing import timing


def measure(name, budget):
    calls = 100
    a, b = torch.randn(4), torch.randn(4)
    x = torch.randn(4, requires_grad=True)

    def chain(ops=10):
        y = x
        for _ in range(ops // 2):
            y = (y * b).tanh()
        return y.sum()

    def add(left):
        def run():
            for _ in range(calls):
                left + b

        return timing(run, budget, calls)

    if name == "add of 4, no grad":
        return add(a)
    if name == "add of 4, grad recorded":
        return add(x)
    if name == "backward of a chain of 10 ops":
        loss = chain()
        return timing(lambda: loss.backward(retain_graph=True), budget)
    if name == "backward of a chain of 100 ops":
        loss = chain(100)
        return timing(lambda: loss.backward(retain_graph=True), budget)
    if name == "forward and backward of the chain":
        return timing(lambda: chain().backward(), budget)
    raise KeyError(name)
