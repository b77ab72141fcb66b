"""The PyTorch side of optimizers.test.ts: goes on from descend's parameters and state, and leaves its own to go on from.

    python3 optimizers.py FOLDER

FOLDER/manifest.json lists {name, optimizer, options, steps, numbers, paramGroups}. name.safetensors has start/I, target/I, param/I
and state/I/KEY (state/I/KEY/J in lists), what of the state is no tensor stands in `numbers`. Written: name.back.safetensors with
continued/I, from descend's state, and param/I, state/… and final/I of PyTorch's own; and name.json with its numbers and groups.
"""

import json
import sys
from pathlib import Path

import torch
from torch import nn

from exchange import part, read, save


def train(optimizer, parameters, targets, steps):
    """Steps towards targets, down a slope that is not quadratic."""
    def closure():
        optimizer.zero_grad()
        loss = sum(((p - t) ** 2).sum() / 2 + (p ** 4).sum() / 10 for p, t in zip(parameters, targets))
        loss.backward()
        if isinstance(optimizer, torch.optim.SparseAdam):
            for p in parameters:
                p.grad = p.grad.to_sparse()
        return loss
    for _ in range(steps):
        optimizer.step(closure)


def state_of(given, numbers, count):
    """The state dict's state from tensors under I/KEY and I/KEY/J, and numbers."""
    state = {i: dict(numbers.get(str(i), {})) for i in range(count)}
    for name, tensor in given.items():
        index, key, *at = name.split("/")
        if at:
            state[int(index)].setdefault(key, []).append(tensor)
        else:
            state[int(index)][key] = tensor
    return {i: entry for i, entry in state.items() if entry}


def flatten(state):
    tensors, numbers = {}, {}
    for i, entry in state.items():
        for key, value in entry.items():
            if torch.is_tensor(value):
                tensors[f"{i}/{key}"] = value
            elif isinstance(value, list) and any(map(torch.is_tensor, value)):
                if key != "al":  # LBFGS's notes of one step
                    tensors |= {f"{i}/{key}/{j}": x for j, x in enumerate(value)}
            elif key != "al":
                numbers.setdefault(i, {})[key] = value
    return tensors, numbers


def exchange(folder, row):
    name, steps = row["name"], row["steps"]
    given = read(folder / f"{name}.safetensors")
    start, target, param = (list(part(given, f"{prefix}/").values()) for prefix in ("start", "target", "param"))

    def make(values):
        parameters = [nn.Parameter(value.clone()) for value in values]
        # 1.13's loop for single tensors multiplies NAdam's momenta once too often.
        more = {"foreach": True} if row["optimizer"] == "NAdam" else {}
        return parameters, getattr(torch.optim, row["optimizer"])(parameters, **row["options"], **more)

    out = {}
    parameters, optimizer = make(param)
    groups = [group | ({"foreach": True} if row["optimizer"] == "NAdam" else {}) for group in row["paramGroups"]]
    optimizer.load_state_dict({"state": state_of(part(given, "state/"), row["numbers"], len(param)), "param_groups": groups})
    train(optimizer, parameters, target, steps)
    out |= {f"continued/{i}": p for i, p in enumerate(parameters)}

    parameters, optimizer = make(start)
    train(optimizer, parameters, target, steps)
    state = optimizer.state_dict()
    tensors, numbers = flatten(state["state"])
    out |= {f"param/{i}": p.detach().clone() for i, p in enumerate(parameters)}
    out |= {f"state/{key}": x.clone() for key, x in tensors.items()}
    (folder / f"{name}.json").write_text(json.dumps({"numbers": numbers, "paramGroups": state["param_groups"]}))
    train(optimizer, parameters, target, steps)
    save(folder / f"{name}.back.safetensors", out | {f"final/{i}": p for i, p in enumerate(parameters)})


if __name__ == "__main__":
    torch.set_num_threads(1)
    root = Path(sys.argv[1])
    for row in json.loads((root / "manifest.json").read_text()):
        try:
            exchange(root, row)
        except Exception as error:
            sys.exit(f"{row['name']}: {type(error).__name__}: {error}")
