/** What descend promises of its speed, held against a run. */
import { type Peak, peakOf } from './peak.ts';
import { render, type Result } from './report.ts';

/** [what was measured, what it must be] or undefined when the run lacks what it takes. */
type Judge = (find: (suite: string, name: string, threads: number) => Result | undefined, peak: Peak | null) => Verdict;
type Verdict = { measured: string; met: boolean } | undefined;

const big = '1024x1024x1024 NN';

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
  'add of 4 elements, no grad: below 1 µs': (find) => {
    const add = find('dispatch', 'add of 4, no grad', 1);
    return add && { measured: `${(add.min * 1e9).toFixed(0)} ns`, met: add.min < 1e-6 };
  },
  'training step (b): at least 5 times as fast as PyTorch': (find) => {
    const step = find('training', '(b) MLP 2-16-16-1, batch 32, Adam', 1);
    if (!step?.torch) return undefined;
    return { measured: `${(step.torch.min / step.min).toFixed(2)} times`, met: step.torch.min / step.min >= 5 };
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
