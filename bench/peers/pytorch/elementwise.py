"""Elementwise ops and reductions on 1024 × 1024 float32."""
import torch
import torch.nn.functional as F

from timing import timing


def measure(name, budget):
    x, y = torch.randn(1024, 1024), torch.randn(1024, 1024)
    positive = x.abs() + 0.1
    runs = {
        "add": lambda: x + y,
        "mul": lambda: x * y,
        "relu": lambda: torch.relu(x),
        "exp": lambda: torch.exp(x),
        "log": lambda: torch.log(positive),
        "tanh": lambda: torch.tanh(x),
        "sigmoid": lambda: torch.sigmoid(x),
        "gelu (erf)": lambda: F.gelu(x),
        "gelu (tanh)": lambda: F.gelu(x, approximate="tanh"),
        "sum": lambda: x.sum(),
        "sum of rows": lambda: x.sum(1),
        "sum of columns": lambda: x.sum(0),
        "max of rows": lambda: x.max(1),
        "argmax of rows": lambda: x.argmax(1),
        "softmax": lambda: torch.softmax(x, 1),
        "log softmax": lambda: torch.log_softmax(x, 1),
        "copy of the transpose": lambda: x.t().contiguous(),
    }
    return timing(runs[name], budget)
