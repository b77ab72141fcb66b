"""Times a function as measure.ts does."""
import time


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
