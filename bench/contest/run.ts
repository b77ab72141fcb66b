/** Contenders side by side: every case in turn, in rounds, so that whatever else the machine does hits all alike. */
import type { Case } from './cases.ts';
import type { Spec } from './contender.ts';
import { type Host, median, type Open, together } from './hosts.ts';
import type { Effort, Ready } from './side.ts';

export interface Entry {
  contender: string;
  case: string;
  kind: Case['kind'];
  /** How many it was allowed, and how many it used. */
  threads: number;
  used: number;
  detail: string;
  /** Seconds. */
  min: number;
  median: number;
  samples: number;
  gflops?: number;
}

interface Seat {
  spec: Spec;
  host: Host;
  threads: number;
  detail: string;
}

/**
 * Runs all contenders on all cases; the first one's results are the standard.
 * @throws Error when one does not start, fails, or gets another result
 */
export async function contest(
  open: Open,
  specs: readonly Spec[],
  cases: readonly Case[],
  effort: Effort,
  progress: (one: Case) => void,
): Promise<Entry[]> {
  const seats: Seat[] = [];
  const entries: Entry[] = [];
  try {
    for (const spec of specs) {
      const host = await (spec.maker === 'peak' ? together(open, spec) : open(spec));
      seats.push({ spec, host, threads: 0, detail: '' });
      Object.assign(seats.at(-1)!, await host.about());
    }
    for (const one of cases) {
      progress(one);
      entries.push(...(await runCase(seats, one, effort)));
    }
  } finally {
    for (const { host } of seats) await host.close();
  }
  return entries;
}

/** A best time that is this many times the one before is better, not the same with less noise. */
const gain = 0.98;

async function runCase(seats: readonly Seat[], one: Case, effort: Effort): Promise<Entry[]> {
  const running: (Seat & { ready: Ready; samples: number[] })[] = [];
  for (const seat of seats) {
    const ready = await seat.host.prepare(one, effort);
    if (ready) running.push({ ...seat, ready, samples: [] });
  }
  const standard = running[0]!;
  for (const { spec, ready } of running) {
    if (ready.flops === undefined) compare(one.name, spec.name, ready.digest, standard.ready.digest);
  }
  for (let round = 1, better = 1; round <= effort.mostRounds && round - better < effort.rounds; round++) {
    for (const { host, samples } of running) {
      const before = Math.min(...samples);
      samples.push(...(await host.round()));
      if (Math.min(...samples) < gain * before) better = round;
    }
  }
  for (const { host } of running) await host.clear();
  return running.map(({ spec, ready, samples, threads, detail }) => {
    const min = Math.min(...samples);
    const flops = ready.flops ?? (one.kind === 'matmul' ? 2 * one.m * one.k * one.n : undefined);
    return {
      contender: spec.name,
      ...{ case: one.name, kind: one.kind, threads: spec.threads, used: threads, detail },
      ...{ min, median: median(samples), samples: samples.length },
      ...(flops === undefined ? {} : { gflops: flops / min / 1e9 }),
    };
  });
}

/** float32 sums in another order differ by far less, a wrong gradient by far more. */
const tolerance = 1e-3;
function compare(name: string, who: string, got: readonly number[], standard: readonly number[]): void {
  const scale = Math.abs(standard[0]!);
  if (got.every((x, i) => Math.abs(x - standard[i]!) <= tolerance * scale)) return;
  throw new Error(`${who} on ${name}: the result is ${got.join(', ')}, where descend has ${standard.join(', ')}.`);
}
