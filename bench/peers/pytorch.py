"""PyTorch's side of the benchmarks: the same cases under the same names, timed the same way.

usage: OMP_NUM_THREADS=T OPENBLAS_NUM_THREADS=T python3 pytorch.py '{"suite": ..., "threads": T, "cases": [...],
       "warmupSeconds": ..., "blockSeconds": ..., "caseSeconds": ..., "samples": ...}'
Prints one line of JSON per case, times in seconds. Works with PyTorch 1.13 and later.
"""
import json
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F


def timing(run, budget, calls=1):
    """Blocks of runs, as measure.ts has them: the least and the median seconds per call."""

    def block(count):
        start = time.perf_counter()
        for _ in range(count):
            run()
        return time.perf_counter() - start

    end = time.process_time() + budget["warmupSeconds"]
    while time.process_time() < end:
        run()
    count = 1
    while (elapsed := block(count)) < budget["blockSeconds"]:
        count += int((budget["blockSeconds"] - elapsed) / (elapsed / count)) + 1
    samples = []
    spent = 0.0
    while len(samples) < budget["samples"] or spent < budget["caseSeconds"]:
        elapsed = block(count)
        spent += elapsed
        samples.append(elapsed / count / calls)
    samples.sort()
    middle = len(samples) // 2
    median = samples[middle] if len(samples) % 2 else (samples[middle - 1] + samples[middle]) / 2
    return {"min": samples[0], "median": median, "samples": len(samples)}


def dispatch(name, budget):
    calls = 100
    a, b = torch.randn(4), torch.randn(4)
    x = torch.randn(4, requires_grad=True)

    def chain():
        y = x
        for _ in range(5):
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
    if name == "forward and backward of the chain":
        return timing(lambda: chain().backward(), budget)
    raise KeyError(name)


def matmul(name, budget):
    shape, layout = name.split()
    m, k, n = map(int, shape.split("x"))
    a = torch.randn(k, m).t() if layout[0] == "T" else torch.randn(m, k)
    b = torch.randn(n, k).t() if layout[1] == "T" else torch.randn(k, n)
    return timing(lambda: a @ b, budget)


def elementwise(name, budget):
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


def attention(name, budget):
    length = int(name.split()[1])
    q, k, v = (torch.randn(1, 4, length, 32, requires_grad=True) for _ in range(3))
    hidden = torch.ones(length, length, dtype=torch.bool).triu(1)

    def step():
        scores = (q @ k.transpose(-1, -2)) / 32**0.5
        y = scores.masked_fill(hidden, float("-inf")).softmax(-1) @ v
        y.backward(y.detach())
        q.grad = k.grad = v.grad = None

    return timing(step, budget)


def mlp(*sizes):
    layers = []
    for i in range(1, len(sizes)):
        if i > 1:
            layers.append(nn.ReLU())
        layers.append(nn.Linear(sizes[i - 1], sizes[i]))
    return nn.Sequential(*layers)


def training(name, budget):
    if name.startswith("(a)"):
        sizes, batch = (784, 512, 256, 10), 128
        labels = torch.randint(0, 10, (batch,))
        loss = lambda y: F.cross_entropy(y, labels)
    elif name.startswith("(b)"):
        sizes, batch = (2, 16, 16, 1), 32
        targets = torch.randn(batch, 1)
        loss = lambda y: F.mse_loss(y, targets)
    else:
        raise KeyError(name)

    def steps(foreach):
        model = mlp(*sizes)
        optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, foreach=foreach)
        x = torch.randn(batch, sizes[0])

        def step():
            optimizer.zero_grad()
            loss(model(x)).backward()
            optimizer.step()

        return timing(step, budget)

    # Which of the two is faster depends on the model: it gets the better one.
    return min(steps(False), steps(True), key=lambda t: t["median"])


def main():
    job = json.loads(sys.argv[1])
    torch.set_num_threads(job["threads"])
    torch.manual_seed(0)
    suite = {"dispatch": dispatch, "matmul": matmul, "elementwise": elementwise, "attention": attention,
             "training": training}[job["suite"]]
    # No no_grad around it all: nothing here requires a gradient unless a case says so.
    for name in job["cases"]:
        print(json.dumps({"name": name, **suite(name, job)}), flush=True)


if __name__ == "__main__":
    main()
