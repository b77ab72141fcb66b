/** Runs a suite on one number of threads after another, with its peers. */
import { setNumThreads } from '../src/index.ts';
import { type Budget, fullBudget, measure, type Suite, type Timing } from './measure.ts';
import type { Peer } from './peers.ts';
import { type Result, threadsText, toResult } from './report.ts';

export interface RunOptions {
  threads: readonly number[];
  peers: readonly Peer[];
  budget: Budget;
  /** Which cases to run. */
  wanted: (name: string, threads: number) => boolean;
}

/** @param report is told the results of each number of threads */
export async function runSuite(
  suite: Suite,
  { threads, peers, wanted, ...options }: RunOptions,
  report: (threads: number, results: Result[]) => void,
): Promise<void> {
  const all = suite.cases();
  const budget = options.budget === fullBudget ? (suite.budget ?? fullBudget) : options.budget;
  for (const n of suite.threads === 'one' ? [1] : threads) {
    const cases = all.filter(({ name }) => wanted(name, n));
    if (cases.length === 0) continue;
    setNumThreads(n);
    const own = await measure(`${suite.name}, ${threadsText(n)}`, cases, budget);
    const theirs = peers.map((peer): [string, Map<string, Timing>] => [
      peer.name,
      peer.measure(suite.name, n, cases, budget),
    ]);
    const results = cases.map((one) => {
      const beside = theirs.flatMap(([peer, timings]) => {
        const timing = timings.get(one.name);
        return timing ? [[peer, timing] as const] : [];
      });
      return toResult(suite.name, one, n, own.get(one.name)!, Object.fromEntries(beside));
    });
    report(n, results);
  }
}
