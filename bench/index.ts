/**
 * `npm run bench`: times descend, with --peers PyTorch beside it, and its WASM backend, with --js-peers other libraries beside it.
 * `npm run bench:smoke` runs every case once.
 */
import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { setNumThreads } from '../src/index.ts';
import { browserContest, findPeers, nodeContest } from './contest/index.ts';
import type { Entry } from './contest/run.ts';
import { goalsTable } from './goals.ts';
import { describe, machine } from './machine.ts';
import { fullBudget, measure, smokeBudget, type Suite } from './measure.ts';
import { busyNote, measurePeak, type Peak } from './peak.ts';
import { findTorch, measureTorch } from './peers.ts';
import { peakTable, type Result, table, threadsText, toResult } from './report.ts';
import { attention, attentionMemory } from './suites/attention.ts';
import { conv } from './suites/conv.ts';
import { dispatch } from './suites/dispatch.ts';
import { elementwise } from './suites/elementwise.ts';
import { matmul } from './suites/matmul.ts';
import { training } from './suites/training.ts';

const suites = [dispatch, matmul, elementwise, conv, attention, training];
/** The WASM backend and its peers, in Node and in Chromium. */
const contests = { wasm: nodeContest, browser: browserContest };
const names = [...suites.map(({ name }) => name), ...Object.keys(contests)];

function threadList(text: string): number[] {
  const list = text.split(',').map(Number);
  const wrong = list.some((n) => !Number.isInteger(n) || n < 1);
  if (wrong) throw new InvalidArgumentError('Give numbers of threads such as 1 or 1,2.');
  return list;
}

interface Options {
  suite?: string[];
  case?: string;
  threads: number[];
  json?: string;
  smoke?: boolean;
  peers?: boolean;
  jsPeers?: string | true;
}

const options = new Command('bench')
  .description(
    'Times descend: dispatch overhead, matmul, elementwise ops and reductions, convolutions, attention, training steps; and its WASM backend.',
  )
  .addOption(new Option('--suite <names...>', 'run these suites only').choices(names))
  .option('--case <text>', 'run only cases whose name contains this')
  .option('--threads <list>', 'numbers of threads', threadList, [1, 2])
  .option('--peers', 'run PyTorch beside it, in turn, and print the ratios')
  .option(
    '--js-peers [folder]',
    'in the suites wasm and browser: run tfjs, onnxruntime-web and jax-js beside it; they are in this folder, DESCEND_PEERS or bench/peers/js',
  )
  .option('--json <file>', 'write machine, peak and results to a file')
  .option('--smoke', 'run every case once, to see that all work; the times mean nothing')
  .parse()
  .opts<Options>();

const budget = options.smoke ? smokeBudget : fullBudget;

/** The cases of a suite, on one number of threads after another. */
async function runSuite(suite: Suite, peer: boolean, report: (threads: number, results: Result[]) => void) {
  const cases = suite.cases().filter(({ name }) => name.includes(options.case ?? ''));
  if (cases.length === 0) return;
  for (const threads of suite.threads === 'one' ? [1] : options.threads) {
    setNumThreads(threads);
    const own = await measure(`${suite.name}, ${threadsText(threads)}`, cases, budget);
    const torch = peer ? measureTorch(suite.name, threads, cases, budget) : null;
    report(
      threads,
      cases.map((one) => toResult(suite.name, one, threads, own.get(one.name)!, torch?.get(one.name))),
    );
  }
}

async function main(): Promise<void> {
  const host = machine();
  console.log(describe(host));
  const peer = options.peers ? findTorch() : null;
  if (peer) console.log(peer.note);

  const wanted = (name: string): boolean => options.suite?.includes(name) ?? true;
  const chosen = suites.filter(({ name }) => wanted(name));
  let peak: Peak | null = null;
  if (chosen.includes(matmul)) {
    const measured = measurePeak(options.threads, options.smoke ? 0.02 : 1);
    if (typeof measured === 'string') {
      console.log(`\n${measured}`);
    } else {
      peak = measured;
      console.log(`\n${peakTable(peak, options.threads)}\n${busyNote(peak, options.threads)}`);
    }
  }

  if (chosen.includes(attention)) console.log(`\n${attentionMemory()}`);

  const results: Result[] = [];
  for (const suite of chosen) {
    await runSuite(suite, peer?.available ?? false, (threads, rows) => {
      results.push(...rows);
      if (!options.smoke) console.log(`\n${table(suite, threads, rows, peak)}\n`);
    });
  }

  const jsPeers = options.jsPeers ? findPeers(options.jsPeers) : null;
  if (typeof jsPeers === 'string') console.log(`\n${jsPeers}`);
  const entries: Record<string, Entry[]> = {};
  for (const [name, run] of Object.entries(contests)) {
    // A browser is not everywhere: it must be asked for.
    if (!(options.suite?.includes(name) ?? name === 'wasm')) continue;
    entries[name] = await run({
      ...{ threads: options.threads, smoke: options.smoke ?? false, filter: options.case ?? '' },
      peers: typeof jsPeers === 'string' ? null : jsPeers,
    });
  }
  const count = results.length + Object.values(entries).flat().length;
  if (count === 0) throw new Error(`no case has a name that contains "${options.case}".`);

  const goals = options.smoke ? null : goalsTable(results, peak);
  if (goals) console.log(goals);
  if (options.smoke) console.log(`\n${count} cases ran.`);
  if (options.json) {
    const all = { machine: host, torch: peer?.note, jsPeers, peak, results, ...entries };
    writeFileSync(options.json, `${JSON.stringify(all, null, 2)}\n`);
  }
}

await main();
