/** Ratios of a run, and how they compare with those of an earlier one. No times: those say more of the machine. */
import { type Peak, peakOf } from './peak.ts';
import type { Result } from './report.ts';

/** By key. More is better in all of them. */
export type Ratios = Record<string, number>;

/** Of a case on some threads, the rest says what to: a peer, the peak, or one thread. */
export const ratioKey = (suite: string, name: string, threads: number, to: string): string =>
  `${suite}: ${name}: ${threads}T: ${to}`;
/** The suite, the case and what it is compared with, of a key. */
export function keyParts(key: string): { suite: string; name: string; to: string } {
  const [, suite, name, to] = /^([^:]+): (.*): \d+T: ([^:]+)$/.exec(key)!;
  return { suite: suite!, name: name!, to: to! };
}

/** How many times as fast as each peer, which share of the peak, and how much faster than on one thread. From least times. */
export function ratiosOf(results: readonly Result[], peak: Peak | null): Ratios {
  const ratios: Ratios = {};
  for (const { suite, name, threads, min, gflops, peers } of results) {
    for (const [peer, timing] of Object.entries(peers)) ratios[ratioKey(suite, name, threads, peer)] = timing.min / min;
    if (gflops !== undefined && peak !== null)
      ratios[ratioKey(suite, name, threads, 'peak')] = gflops / peakOf(peak, threads);
    const one = results.find((r) => r.suite === suite && r.name === name && r.threads === 1);
    if (one && threads > 1) ratios[ratioKey(suite, name, threads, '1 thread')] = one.min / min;
  }
  return ratios;
}

/** The better of two runs, ratio by ratio. */
export function best(a: Ratios, b: Ratios): Ratios {
  const all = { ...a };
  for (const [key, ratio] of Object.entries(b)) all[key] = Math.max(all[key] ?? 0, ratio);
  return all;
}

export interface Comparison {
  key: string;
  committed: number;
  measured: number;
  fell: boolean;
}

/** What part of a committed ratio may be lost. */
export const tolerance = 0.2;

/** @returns those that both have, and the keys of committed ones that were not measured */
export function compare(committed: Ratios, measured: Ratios): { compared: Comparison[]; leftOut: string[] } {
  const compared: Comparison[] = [];
  const leftOut: string[] = [];
  for (const [key, before] of Object.entries(committed)) {
    const now = measured[key];
    if (now === undefined) leftOut.push(key);
    else compared.push({ key, committed: before, measured: now, fell: !(now >= (1 - tolerance) * before) });
  }
  return { compared, leftOut };
}
