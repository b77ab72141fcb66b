"""Trains for some steps and prints the most memory that was resident, and what was before the model was made, in bytes.

usage: OMP_NUM_THREADS=T python3 memory.py '{"name": "(c) ...", "steps": N, "threads": T}'
"""
import json
import resource
import sys

import torch

from training import case


def resident():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


job = json.loads(sys.argv[1])
torch.set_num_threads(job["threads"])
before = resident()
model, make, x, loss = case(job["name"][1])
optimizer = make(model.parameters(), lr=1e-3)
for _ in range(job["steps"]):
    optimizer.zero_grad()
    loss(model(x)).backward()
    optimizer.step()
print(json.dumps({"peak": resident(), "before": before}))
