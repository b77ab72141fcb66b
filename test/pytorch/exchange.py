"""The PyTorch side of exchange.test.ts: reads what descend wrote, and writes what descend is to read.

    python3 exchange.py FOLDER

FOLDER/manifest.json lists {name, torch}: a file name.safetensors, and the expression that makes the same module. The file has
state/KEY, input/I and output/I. Beside it comes name.back.safetensors, with output/I, which PyTorch computes from the same state,
and state/KEY and again/I of another module, made anew.
"""

import json
import struct
import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn.utils import prune  # noqa: F401, both for the expressions

DTYPES = {"F64": torch.float64, "F32": torch.float32, "I64": torch.int64, "I32": torch.int32,
          "U8": torch.uint8, "BOOL": torch.bool}
NAMES = {dtype: name for name, dtype in DTYPES.items()}


def read(path):
    """The tensors of a safetensors file: eight bytes of length, a JSON header, the data."""
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    start, tensors = 8 + length, {}
    for name, entry in json.loads(data[8:start]).items():
        if name == "__metadata__":
            continue
        first, last = entry["data_offsets"]
        dtype = DTYPES[entry["dtype"]]
        values = bytearray(data[start + first:start + last])
        flat = torch.frombuffer(values, dtype=dtype) if values else torch.empty(0, dtype=dtype)
        tensors[name] = flat.reshape(entry["shape"])
    return tensors


def save(path, tensors):
    header, parts, at = {}, [], 0
    for name, tensor in tensors.items():
        data = tensor.detach().contiguous().numpy().tobytes()
        header[name] = {"dtype": NAMES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [at, at + len(data)]}
        parts.append(data)
        at += len(data)
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))


def tensors_in(value):
    if isinstance(value, torch.Tensor):
        return [value]
    return [tensor for item in value for tensor in tensors_in(item)] if isinstance(value, (list, tuple)) else []


def part(tensors, prefix):
    return {name[len(prefix):]: tensor for name, tensor in tensors.items() if name.startswith(prefix)}


@torch.no_grad()
def enliven(module, arguments):
    """Makes all state tell: parameters that start as 1 or 0 too, and running statistics."""
    for parameter in module.parameters():
        parameter.add_(torch.randn_like(parameter), alpha=0.2)
    for _ in range(2):
        module.train()(*arguments)


def exchange(folder, name, expression):
    given = read(folder / f"{name}.safetensors")
    inputs = part(given, "input/")
    arguments = [x.long() if x.dtype == torch.int32 else x for x in (inputs[str(i)] for i in range(len(inputs)))]
    result = {}
    for prefix, state in (("output", part(given, "state/")), ("again", None)):
        module = eval(expression)
        if state is None:
            enliven(module, arguments)
        else:
            dtypes = {key: (x.dtype, state[key].dtype) for key, x in module.state_dict().items()}
            assert all(own == given for own, given in dtypes.values()), f"dtypes differ: {dtypes}"
            module.load_state_dict(state, strict=True)
        module.eval()
        for i, output in enumerate(tensors_in(module(*arguments))):
            result[f"{prefix}/{i}"] = output
    save(folder / f"{name}.back.safetensors", result | {f"state/{key}": x for key, x in module.state_dict().items()})


if __name__ == "__main__":
    torch.set_num_threads(1)
    torch.manual_seed(1)
    root = Path(sys.argv[1])
    for row in json.loads((root / "manifest.json").read_text()):
        try:
            exchange(root, row["name"], row["torch"])
        except Exception as error:
            sys.exit(f"{row['name']}: {row['torch']}: {error}")
