"""float32 matrix products."""
import torch

from timing import timing


def measure(name, budget):
    shape, layout = name.split()
    *batch, m, k, n = map(int, shape.split("x"))
    a = torch.randn(*batch, k, m).transpose(-2, -1) if layout[0] == "T" else torch.randn(*batch, m, k)
    b = torch.randn(*batch, n, k).transpose(-2, -1) if layout[1] == "T" else torch.randn(*batch, k, n)
    return timing(lambda: a @ b, budget)
