/** The suites `wasm` and `browser`: descend's WASM backend, and its JavaScript peers beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cases } from './cases.ts';
import { type Open, processes } from './hosts.ts';
import { contenders, contestants, contestGoals, contestPeaks, contestTables, Outcome } from './report.ts';
import { contest, type Entry } from './run.ts';
import { fullEffort, smokeEffort } from './side.ts';

const packages = ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm', 'onnxruntime-web', '@jax-js/jax'];

const installing = 'Install them: npm install --prefix bench/peers/js --ignore-scripts --no-package-lock';

export interface Peers {
  folder: string;
  versions: Record<string, string>;
}

/** The folder that holds the JavaScript peers' node_modules. */
export const peersFolder = (wanted: string | true): string =>
  resolve(wanted === true ? (process.env.DESCEND_PEERS ?? 'bench/peers/js') : wanted);

/** Which peers are in the folder, or how to get them. */
export function findContestants(folder: string): Peers | string {
  const file = (name: string): string => join(folder, 'node_modules', name, 'package.json');
  const missing = packages.filter((name) => !existsSync(file(name)));
  if (missing.length > 0) {
    return `no ${missing.join(', ')} in ${folder}. ${installing}`;
  }
  const version = (name: string): string =>
    (JSON.parse(readFileSync(file(name), 'utf8')) as { version: string }).version;
  return { folder, versions: Object.fromEntries(packages.map((name) => [name, version(name)])) };
}

export interface ContestOptions {
  threads: readonly number[];
  smoke: boolean;
  /** Only cases whose names contain this. */
  filter: string;
  peers: Peers | null;
}

/** The suite `wasm`: everyone in Node. */
export const nodeContest = (options: ContestOptions): Promise<Entry[]> =>
  run('wasm in Node', processes(options.peers?.folder ?? ''), options);

/** The suite `browser`: everyone in Chromium. @throws Error when there is none */
export async function browserContest(options: ContestOptions): Promise<Entry[]> {
  // Loaded only when wanted: it brings a bundler and playwright.
  const { startBrowser } = await import('./browser.ts');
  const browser = await startBrowser(options.peers?.folder ?? '');
  try {
    return await run(`wasm in ${browser.name}`, browser.open, options);
  } finally {
    await browser.close();
  }
}

async function run(title: string, open: Open, options: ContestOptions): Promise<Entry[]> {
  const { threads, smoke, filter, peers } = options;
  // The largest product shows nothing in a smoke run but patience.
  const chosen = cases.filter(({ name }) => name.includes(filter) && !(smoke && name === '2048x2048x2048'));
  if (chosen.length === 0) return [];
  const specs = contenders(threads, peers !== null);
  console.log(`\n${title}: ${chosen.length} cases, ${specs.length} contenders`);
  if (peers) {
    const named = Object.entries(peers.versions).map(([name, version]) => `${name} ${version}`);
    console.log(`beside ${named.join(', ')}`);
  } else if (!smoke) {
    console.log(`--js-peers runs other libraries beside it. ${installing}`);
  }
  const entries = await contest(open, specs, chosen, smoke ? smokeEffort : fullEffort, ({ name }) => {
    if (!smoke) console.log(`  ${name}`);
  });
  if (smoke) return entries;
  const outcome = new Outcome(entries);
  const goals = contestGoals(outcome, threads);
  console.log(`\n${contestants(outcome)}\n\n${contestPeaks(outcome, threads)}\n\n${contestTables(outcome, threads)}`);
  if (goals) console.log(`\n${goals}`);
  return entries;
}
