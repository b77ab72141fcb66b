/** Results as tables. */
import Table from 'cli-table3';
import type { Case, Suite, Timing, Unit } from './measure.ts';
import { type Peak, peakOf } from './peak.ts';

export interface Result extends Timing {
  suite: string;
  name: string;
  threads: number;
  gflops?: number;
  gigabytesPerSecond?: number;
  /** Who ran beside it, by name. */
  peers: Record<string, Timing>;
}

export function toResult(
  suite: string,
  { name, flops, bytes }: Case,
  threads: number,
  own: Timing,
  peers: Record<string, Timing> = {},
): Result {
  return {
    ...{ suite, name, threads, ...own, peers },
    ...(flops === undefined ? {} : { gflops: flops / own.min / 1e9 }),
    ...(bytes === undefined ? {} : { gigabytesPerSecond: bytes / own.min / 1e9 }),
  };
}

const perSecond: Record<Unit, number> = { ns: 1e9, µs: 1e6, ms: 1e3 };
export const digits = (x: number): string => (x >= 100 ? x.toFixed(0) : x.toPrecision(3));
export const threadsText = (n: number): string => `${n} thread${n === 1 ? '' : 's'}`;

interface Column {
  head: string;
  cell: (r: Result) => string;
}

/** One table: a row per case. Rates come from the least time; a ratio above 1 means that descend is faster. */
export function table(suite: Suite, threads: number, results: readonly Result[], peak: Peak | null): string {
  if (suite.table) return suite.table(results);
  const { name, unit } = suite;
  const time = (seconds: number): string => digits(seconds * perSecond[unit]);
  const columns: Column[] = [
    { head: `${name}, ${threadsText(threads)}`, cell: (r) => r.name },
    { head: `min (median) ${unit}`, cell: (r) => `${time(r.min)} (${time(r.median)})` },
  ];
  const rate = (r: number | undefined, by = 1): string => (r === undefined ? '' : digits(by * r));
  const has = (key: keyof Result): boolean => results.some((r) => r[key] !== undefined);
  if (has('gflops')) columns.push({ head: 'GFLOP/s', cell: (r) => rate(r.gflops) });
  if (has('gflops') && peak) {
    columns.push({ head: '% of peak', cell: (r) => rate(r.gflops, 100 / peakOf(peak, threads)) });
  }
  if (has('gigabytesPerSecond')) columns.push({ head: 'GB/s', cell: (r) => rate(r.gigabytesPerSecond) });
  for (const peer of peerNames(results)) {
    const both = (r: Result, text: (least: number, middle: number) => string): string => {
      const theirs = r.peers[peer];
      return theirs ? text(theirs.min, theirs.median) : '';
    };
    columns.push(
      { head: `${peer}, min (median)`, cell: (r) => both(r, (least, middle) => `${time(least)} (${time(middle)})`) },
      {
        head: `/ descend`,
        cell: (r) => both(r, (least, middle) => `${digits(least / r.min)} (${digits(middle / r.median)})`),
      },
    );
  }
  return render(
    columns.map(({ head }) => head),
    results.map((r) => columns.map(({ cell }) => cell(r))),
  );
}

/** Who ran beside descend in any of these. */
export const peerNames = (results: readonly Result[]): string[] => [
  ...new Set(results.flatMap(({ peers }) => Object.keys(peers))),
];

/** A plain table: first column left, the others right. */
export function render(head: string[], rows: string[][]): string {
  const made = new Table({
    head,
    colAligns: head.map((_, i) => (i === 0 ? 'left' : 'right')),
    // No colours and no lines between rows: the output is read in logs too.
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  made.push(...rows);
  return made.toString();
}

export function peakTable(peak: Peak, threads: readonly number[]): string {
  return render(
    ['multiply-add peak, GFLOP/s', ...threads.map(threadsText)],
    Object.entries(peak).map(([bits, rates]) => [`${bits}-bit`, ...threads.map((n) => digits(rates[n]!))]),
  );
}
