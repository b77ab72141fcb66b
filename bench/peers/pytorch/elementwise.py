"""Elementwise ops and reductions on 1024 × 1024 float32."""
import torch
import torch.nn.functional as F

from timing import timing


def measure(name, budget):
    x, y = torch.randn(1024, 1024), torch.randn(1024, 1024)
    positive = x.abs() + 0.1
    row, column, pairs = torch.randn(1024), torch.randn(1024, 1), torch.randn(1024, 1024, 2)[:, :, 0]
    classes, own = torch.arange(1024) % 10, torch.randn(1024, 1024)
    runs = {
        "add": lambda: x + y,
        "mul": lambda: x * y,
        "relu": lambda: torch.relu(x),
        "exp": lambda: torch.exp(x),
        "log": lambda: torch.log(positive),
        "tanh": lambda: torch.tanh(x),
        "sigmoid": lambda: torch.sigmoid(x),
        "gelu (erf)": lambda: F.gelu(x),
        "silu": lambda: F.silu(x),
        "gelu (tanh)": lambda: F.gelu(x, approximate="tanh"),
        "sum": lambda: x.sum(),
        "sum of rows": lambda: x.sum(1),
        "sum of columns": lambda: x.sum(0),
        "max of rows": lambda: x.max(1),
        "argmax of rows": lambda: x.argmax(1),
        "cumsum of rows": lambda: x.cumsum(1),
        "softmax": lambda: torch.softmax(x, 1),
        "log softmax": lambda: torch.log_softmax(x, 1),
        "layer norm": lambda: F.layer_norm(x, [1024]),
        "cross entropy": lambda: F.cross_entropy(x, classes),
        "add a row": lambda: x + row,
        "add a column": lambda: x + column,
        "add a transpose": lambda: x + y.t(),
        "every second element, plus 1": lambda: pairs + 1,
        "relu in place": lambda: own.relu_(),
        "sigmoid in place": lambda: own.sigmoid_(),
        "copy of the transpose": lambda: x.t().contiguous(),
    }
    return timing(runs[name], budget)
