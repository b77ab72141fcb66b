/** What descend promises of its speed, held against a run. */
import { type Peak, peakOf } from './peak.ts';
import { render, type Result } from './report.ts';

/** [what was measured, what it must be] or undefined when the run lacks what it takes. */
type Judge = (find: (suite: string, name: string, threads: number) => Result | undefined, peak: Peak | null) => Verdict;
type Verdict = { measured: string; met: boolean } | undefined;

const big = '1024x1024x1024 NN';

const atMost = (r: Result | undefined, seconds: number): Verdict =>
  r && { measured: `${(r.min * 1e6).toPrecision(3)} µs`, met: r.min <= seconds };

const goals: Record<string, Judge> = {
  'matmul of 1024, 1 thread: at least 80 % of the peak': (find, peak) => {
    const gflops = find('matmul', big, 1)?.gflops;
    if (gflops === undefined || !peak) return undefined;
    const share = (100 * gflops) / peakOf(peak, 1);
    return { measured: `${share.toFixed(1)} %`, met: share >= 80 };
  },
  'matmul of 1024, 2 threads: at least 1.8 times as fast as 1': (find) => {
    const [one, two] = [find('matmul', big, 1), find('matmul', big, 2)];
    if (!one || !two) return undefined;
    return { measured: `${(one.min / two.min).toFixed(2)} times`, met: one.min / two.min >= 1.8 };
  },
  'add of 4 elements, no grad: at most 0.25 µs': (find) => atMost(find('dispatch', 'add of 4, no grad', 1), 0.25e-6),
  'add of 4 elements, recorded: at most 0.5 µs': (find) =>
    atMost(find('dispatch', 'add of 4, grad recorded', 1), 0.5e-6),
  'backward of a chain of 100 ops of 4 elements: at most 60 µs': (find) =>
    atMost(find('dispatch', 'backward of a chain of 100 ops', 1), 60e-6),
  'training step (b): at least 5 times as fast as PyTorch': (find) => {
    const step = find('training', '(b) MLP 2-16-16-1, batch 32, Adam', 1);
    const torch = step?.peers.PyTorch;
    if (!step || !torch) return undefined;
    return { measured: `${(torch.min / step.min).toFixed(2)} times`, met: torch.min / step.min >= 5 };
  },
};

/** A table of the goals that this run says something about, or null. Least times are compared. */
export function goalsTable(results: readonly Result[], peak: Peak | null): string | null {
  const find: Parameters<Judge>[0] = (suite, name, threads) =>
    results.find((r) => r.suite === suite && r.name === name && r.threads === threads);
  const rows = Object.entries(goals).flatMap(([goal, judge]) => {
    const verdict = judge(find, peak);
    return verdict ? [[goal, verdict.measured, verdict.met ? 'yes' : 'NO']] : [];
  });
  return rows.length === 0 ? null : render(['goal', 'measured', 'met'], rows);
}
