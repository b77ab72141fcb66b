/** Times cases with benny: blocks of calls, each block at least `blockSeconds` long, until the budget is spent. */
import benny from 'benny';
import type { Result } from './report.ts';

export interface Case {
  name: string;
  run: () => unknown;
  /** How often one run does the thing that is measured; times are per thing. Default: 1. */
  calls?: number;
  /** Floating-point operations of one call. */
  flops?: number;
  /** Bytes that one call reads and writes. */
  bytes?: number;
  /** What PyTorch needs in its environment to be at its best with more than one thread. */
  torchEnv?: Record<string, string>;
}

export interface Suite {
  name: string;
  unit: Unit;
  /** Whether threads make a difference: 'one' runs on one thread only. */
  threads: 'one' | 'all';
  cases: () => Case[];
  /** What its cases get instead of the usual. */
  budget?: Budget;
  /** A table of its own. */
  table?: (results: readonly Result[]) => string;
}

export type Unit = 'ns' | 'µs' | 'ms';

/** Seconds per call. */
export interface Timing {
  min: number;
  median: number;
  samples: number;
}

export interface Budget {
  /** How much processor time each case takes before it is timed: compilers must be done, on a busy machine too. */
  warmupSeconds: number;
  /** The least length of a block: what is shorter is repeated. */
  blockSeconds: number;
  /** Blocks are timed until this much time has passed... */
  caseSeconds: number;
  /** ...and there are this many. */
  samples: number;
}
export const fullBudget: Budget = { warmupSeconds: 0.3, blockSeconds: 0.002, caseSeconds: 0.5, samples: 9 };
/** Every case runs, nothing more. */
export const smokeBudget: Budget = { warmupSeconds: 0, blockSeconds: 1e-6, caseSeconds: 0, samples: 1 };

/** Times every case. @throws what a case throws */
export async function measure(title: string, cases: readonly Case[], budget: Budget): Promise<Map<string, Timing>> {
  for (const { run } of cases) {
    const before = process.cpuUsage();
    const spent = (): number => {
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e6;
    };
    while (spent() < budget.warmupSeconds) run();
  }
  const summary = await benny
    .suite(
      title,
      // One more function around each: benny calls what it is given to see whether it is a setup.
      ...cases.map(({ name, run }) => benny.add(name, () => run)),
      benny.configure({
        cases: { minTime: budget.blockSeconds, maxTime: budget.caseSeconds, minSamples: budget.samples },
      }),
    )
    .catch((failure: unknown) => {
      throw failedCase(failure);
    });
  const timings = new Map<string, Timing>();
  summary.results.forEach(({ name, completed, details, samples }, i) => {
    if (!completed) throw new Error(`${title}: ${name} gave no sample.`);
    const calls = cases[i]!.calls ?? 1;
    timings.set(name, { min: details.min / calls, median: details.median / calls, samples });
  });
  return timings;
}

/** benny rejects with the event of the benchmark that failed, which carries the error. */
function failedCase(failure: unknown): unknown {
  const { target } = failure as { target?: { name: string; error?: unknown } };
  return target?.error === undefined ? failure : new Error(`${target.name} failed`, { cause: target.error });
}

/** The middle one, or the mean of the two in the middle. */
export function medianOf(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
