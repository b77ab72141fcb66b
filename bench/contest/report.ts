/** What came out, as tables, and held against what descend promises. */
import { render } from '../report.ts';
import type { Case } from './cases.ts';
import type { Entry } from './run.ts';
import type { Spec } from './contender.ts';

const digits = (x: number): string => (x >= 100 ? x.toFixed(0) : x.toPrecision(3));
const threadsText = (n: number): string => `${n} thread${n === 1 ? '' : 's'}`;
const own = 'descend';
const plain = 'descend, simd build';
export const peaks = { plain: 'peak of multiply + add', fused: 'peak of fused multiply-add' } as const;

/** descend's builds, the peaks they are measured against, and the peers when they are there. */
export function contenders(threads: readonly number[], withPeers: boolean): Spec[] {
  return threads.flatMap((n): Spec[] => [
    { name: own, maker: 'descend', threads: n },
    { name: plain, maker: 'descend', threads: n, variant: 'simd-threads' },
    { name: peaks.plain, maker: 'peak', threads: n, variant: 'plain' },
    { name: peaks.fused, maker: 'peak', threads: n, variant: 'fused' },
    ...(withPeers ? peers(n) : []),
  ]);
}
function peers(threads: number): Spec[] {
  return [
    { name: 'tfjs wasm', maker: 'tfjs', threads, variant: 'wasm' },
    { name: 'onnxruntime-web', maker: 'onnxruntime', threads },
    { name: 'jax-js jit', maker: 'jax', threads, variant: 'jit' },
    { name: 'jax-js eager', maker: 'jax', threads, variant: 'eager' },
    // It has no threads.
    ...(threads === 1 ? [{ name: 'tfjs cpu', maker: 'tfjs', threads, variant: 'cpu' } as const] : []),
  ];
}
const isPeer = ({ contender }: Entry): boolean => !contender.startsWith(own) && !isPeak(contender);
const isPeak = (name: string): boolean => (Object.values(peaks) as string[]).includes(name);

/** Entries of a run, looked up. */
export class Outcome {
  constructor(readonly entries: readonly Entry[]) {}

  find(contender: string, name: string, threads: number): Entry | undefined {
    return this.entries.find((e) => e.contender === contender && e.case === name && e.threads === threads);
  }
  /** The best rate of a loop that has nothing but registers, in GFLOP/s. */
  peak(contender: string, threads: number): number {
    return this.best((e) => e.contender === contender && e.threads === threads);
  }
  /** The fastest peer on a case with so many threads or fewer: who has two may use one. */
  bestPeer(name: string, threads: number): Entry | undefined {
    return this.entries
      .filter((e) => isPeer(e) && e.case === name && e.threads <= threads)
      .reduce<Entry | undefined>((best, e) => (best && best.min <= e.min ? best : e), undefined);
  }
  /** How many times as fast as the best peer descend is. */
  ratio(name: string, threads: number): number | undefined {
    const [mine, theirs] = [this.find(own, name, threads), this.bestPeer(name, threads)];
    return mine && theirs && theirs.min / mine.min;
  }
  /** Whether other programs had the cores while a case ran, so that not even the peak was reached. */
  disturbed(name: string, threads: number): boolean {
    const then = this.find(peaks.fused, name, threads)?.gflops;
    return then !== undefined && then < 0.9 * this.peak(peaks.fused, threads);
  }
  names(kind: Case['kind']): string[] {
    return [...new Set(this.entries.filter((e) => e.kind === kind).map((e) => e.case))];
  }
  contenders(kind: Case['kind'], threads: number): string[] {
    return [...new Set(this.entries.filter((e) => e.kind === kind && e.threads === threads).map((e) => e.contender))];
  }
  private best(of: (e: Entry) => boolean): number {
    return Math.max(...this.entries.filter(of).map((e) => e.gflops ?? 0));
  }
}

/** One table per kind of case and number of threads, from least times. */
export function contestTables(outcome: Outcome, threads: readonly number[]): string {
  const kinds = (['matmul', 'function', 'training'] as const).filter((kind) => outcome.names(kind).length > 0);
  return kinds.flatMap((kind) => threads.map((n) => contestTable(outcome, kind, n))).join('\n\n');
}

function contestTable(outcome: Outcome, kind: Case['kind'], threads: number): string {
  const names = outcome.contenders(kind, threads).filter((name) => !isPeak(name));
  const cell = (e: Entry | undefined): string => {
    if (!e) return '';
    return kind === 'matmul' ? digits(e.gflops!) : `${digits(e.min * 1e3)} (${digits(e.median * 1e3)})`;
  };
  const share = (name: string, e: Entry | undefined): string =>
    digits((100 * (e?.gflops ?? NaN)) / outcome.peak(name === plain ? peaks.plain : peaks.fused, threads));
  const withPeers = outcome.entries.some(isPeer);
  const unit = {
    matmul: 'matmul, GFLOP/s',
    function: '1M numbers, min (median) ms',
    training: 'step, min (median) ms',
  }[kind];
  const head = [
    `${unit}, ${threadsText(threads)}`,
    ...names.flatMap((name) => (kind === 'matmul' && name.startsWith(own) ? [name, '% of peak'] : [name])),
    ...(withPeers ? ['descend / best peer', 'which'] : []),
  ];
  const rows = outcome.names(kind).map((one) => {
    const best = outcome.bestPeer(one, threads);
    return [
      outcome.disturbed(one, threads) ? `${one} *` : one,
      ...names.flatMap((name) => {
        const e = outcome.find(name, one, threads);
        return kind === 'matmul' && name.startsWith(own) ? [cell(e), share(name, e)] : [cell(e)];
      }),
      ...(withPeers
        ? [digits(outcome.ratio(one, threads) ?? NaN), best ? `${best.contender}, ${best.threads}T` : '']
        : []),
    ];
  });
  const star = rows.some(([name]) => name!.endsWith('*'))
    ? `\n* other programs took part of the cores: too low, perhaps`
    : '';
  return `${render(head, rows)}${star}`;
}

/** What ran on what. */
export function contestants(outcome: Outcome): string {
  const seen = new Map<string, string>();
  for (const { contender, threads, used, detail } of outcome.entries) {
    seen.set(`${contender} ${threads}`, `${contender}, ${threadsText(threads)}: ${detail}, uses ${used}`);
  }
  return [...seen.values()].join('\n');
}

export function contestPeaks(outcome: Outcome, threads: readonly number[]): string {
  return render(
    ['128-bit WASM, GFLOP/s', ...threads.map(threadsText)],
    Object.values(peaks).map((name) => [name, ...threads.map((n) => digits(outcome.peak(name, n)))]),
  );
}

const big = '1024x1024x1024';

/** A table of what descend promises and this run tells, or null. */
export function contestGoals(outcome: Outcome, threads: readonly number[]): string | null {
  const goals: [goal: string, measured: number | undefined, least: number, note?: string][] = [];
  const share = (name: string, of: string): number | undefined => {
    const e = outcome.find(name, big, 1);
    return e && (100 * e.gflops!) / outcome.peak(of, 1);
  };
  goals.push(['simd build, 1024, 1 thread: % of the multiply + add peak', share(plain, peaks.plain), 75]);
  goals.push([
    'relaxed build, the same: more than the simd build has',
    share(own, peaks.plain),
    share(plain, peaks.plain) ?? 0,
  ]);
  const [one, two] = [outcome.find(own, big, 1), outcome.find(own, big, 2)];
  goals.push(['1024: 2 threads against 1, times', one && two && one.min / two.min, 1.7]);
  for (const [kind, least] of [
    ['matmul', 1.3],
    ['function', 2],
    ['training', 2],
  ] as const) {
    for (const n of threads) {
      const ratios = outcome.names(kind).map((name): [number, string] => [outcome.ratio(name, n) ?? NaN, name]);
      if (ratios.length === 0 || ratios.some(([ratio]) => Number.isNaN(ratio))) continue;
      const [worst, name] = ratios.reduce((a, b) => (a[0] <= b[0] ? a : b));
      goals.push([
        `${kind}, ${threadsText(n)}: the least ratio to the best peer`,
        worst,
        least,
        outcome.disturbed(name, n) ? `${name} *` : name,
      ]);
    }
  }
  const rows = goals.flatMap(([goal, measured, least, note]) =>
    measured === undefined
      ? []
      : [[goal, `${digits(measured)}${note ? ` (${note})` : ''}`, digits(least), measured >= least ? 'yes' : 'NO']],
  );
  return rows.length === 0 ? null : render(['goal', 'measured', 'at least', 'met'], rows);
}
