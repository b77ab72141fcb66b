"""PyTorch's side of the benchmarks: the same cases under the same names, timed the same way. A suite is a module beside this one.

usage: OMP_NUM_THREADS=T OPENBLAS_NUM_THREADS=T python3 run.py '{"suite": ..., "threads": T, "cases": [...],
       "warmupSeconds": ..., "blockSeconds": ..., "caseSeconds": ..., "samples": ...}'
Prints one line of JSON per case, times in seconds. Works with PyTorch 1.13 and later.
"""
import importlib
import json
import sys

import torch


def main():
    job = json.loads(sys.argv[1])
    torch.set_num_threads(job["threads"])
    torch.manual_seed(0)
    # No no_grad around it all: nothing here requires a gradient unless a case says so.
    suite = importlib.import_module(job["suite"])
    for name in job["cases"]:
        print(json.dumps({"name": name, **suite.measure(name, job)}), flush=True)


if __name__ == "__main__":
    main()
