"""float32 matrix products."""
import torch

from timing import timing


def measure(name, budget):
    shape, layout = name.split()
    m, k, n = map(int, shape.split("x"))
    a = torch.randn(k, m).t() if layout[0] == "T" else torch.randn(m, k)
    b = torch.randn(n, k).t() if layout[1] == "T" else torch.randn(k, n)
    return timing(lambda: a @ b, budget)
