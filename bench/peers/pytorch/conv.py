"""Convolutions, each of their gradients and max pooling, forward and backward."""
import re

import torch
import torch.nn.functional as F

from timing import timing


def convolution(name):
    dw, *sizes = re.match(r"(dw )?(\d+)x\d+/?(\d*) (\d+)-(\d+) of (\d+), batch (\d+)$", name).groups()
    k, stride, ins, outs, side, batch = (int(n or 1) for n in sizes)
    groups = ins if dw else 1
    inputs = {"x": torch.randn(batch, ins, side, side), "weight": torch.randn(outs, ins // groups, k, k)}
    return inputs, lambda x, weight: F.conv2d(x, weight, None, stride, k // 2, groups=groups)


def max_pool(name):
    kernel, _, stride, channels, side, batch = map(int, re.findall(r"\d+", name))
    return {"x": torch.randn(batch, channels, side, side)}, lambda x: F.max_pool2d(x, kernel, stride, kernel - 2)


def measure(name, budget):
    shape, part = name.split(": ")
    inputs, forward = (max_pool if shape.startswith("max pool") else convolution)(shape)
    if part == "forward":
        with torch.no_grad():
            return timing(lambda: forward(**inputs), budget)
    x = inputs[part[len("by "):]].requires_grad_()
    y = forward(**inputs)
    g = torch.randn_like(y)
    return timing(lambda: torch.autograd.grad(y, x, g, retain_graph=True), budget)
