/**
 * `npm run bench`: times descend, with --peers PyTorch and onnxruntime-node beside it, and its WASM backend, with --js-peers other
 * libraries beside it. `npm run bench:smoke` runs every case once.
 */
import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { browserContest, findContestants, nodeContest, peersFolder } from './contest/index.ts';
import type { Entry } from './contest/run.ts';
import { goalsTable } from './goals.ts';
import { describe, machine } from './machine.ts';
import { fullBudget, smokeBudget } from './measure.ts';
import { memoryTable, memoryUse } from './memory.ts';
import { busyNote, measurePeak, type Peak } from './peak.ts';
import { findPeers } from './peers.ts';
import { peakTable, type Result, table } from './report.ts';
import { runSuite } from './run.ts';
import { attentionMemory } from './suites/attention.ts';
import { suites } from './suites/index.ts';
import { ratiosSvg } from './svg.ts';

/** The WASM backend and its peers, in Node and in Chromium. */
const contests = { wasm: nodeContest, browser: browserContest };
const names = [...suites.map(({ name }) => name), 'memory', ...Object.keys(contests)];

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
  svg?: string;
  smoke?: boolean;
  peers?: boolean;
  jsPeers?: string | true;
}

const options = new Command('bench')
  .description(
    'Times descend: dispatch overhead, matmul, elementwise ops and reductions, convolution, attention, training steps; and its WASM backend.',
  )
  .addOption(new Option('--suite <names...>', 'run these suites only').choices(names))
  .option('--case <text>', 'run only cases whose name contains this')
  .option('--threads <list>', 'numbers of threads', threadList, [1, 2])
  .option('--peers', 'run PyTorch and onnxruntime-node beside it, in turn, and print the ratios')
  .option(
    '--js-peers [folder]',
    'in the suites wasm and browser: run tfjs, onnxruntime-web and jax-js beside it; they, and onnxruntime-node, are in this folder, DESCEND_PEERS or bench/peers/js',
  )
  .option('--json <file>', 'write machine, peak and results to a file')
  .option('--svg <file>', 'draw the ratios to the peers into a file')
  .option('--smoke', 'run every case once, to see that all work; the times mean nothing')
  .parse()
  .opts<Options>();

const budget = options.smoke ? smokeBudget : fullBudget;

async function main(): Promise<void> {
  const host = machine();
  console.log(describe(host));
  const folder = peersFolder(options.jsPeers ?? true);
  const { peers, notes } = options.peers ? findPeers(folder) : { peers: [], notes: [] };
  for (const note of notes) console.log(note);

  const wanted = (name: string): boolean => options.suite?.includes(name) ?? true;
  const chosen = suites.filter(({ name }) => wanted(name));
  let peak: Peak | null = null;
  if (chosen.some(({ name }) => name === 'matmul')) {
    const measured = measurePeak(options.threads, options.smoke ? 0.02 : 1);
    if (typeof measured === 'string') {
      console.log(`\n${measured}`);
    } else {
      peak = measured;
      console.log(`\n${peakTable(peak, options.threads)}\n${busyNote(peak, options.threads)}`);
    }
  }

  if (chosen.some(({ name }) => name === 'attention')) console.log(`\n${attentionMemory()}`);

  const results: Result[] = [];
  const text = options.case ?? '';
  for (const suite of chosen) {
    await runSuite(
      suite,
      { threads: options.threads, peers, budget, wanted: (name) => name.includes(text) },
      (threads, rows) => {
        results.push(...rows);
        if (!options.smoke) console.log(`\n${table(suite, threads, rows, peak)}\n`);
      },
    );
  }

  const memory = wanted('memory') ? memoryUse(options.threads, text, peers.length > 0, options.smoke ? 2 : 30) : [];
  if (memory.length > 0 && !options.smoke) console.log(`\n${memoryTable(memory)}`);

  const jsPeers = options.jsPeers ? findContestants(folder) : null;
  if (typeof jsPeers === 'string') console.log(`\n${jsPeers}`);
  const entries: Record<string, Entry[]> = {};
  for (const [name, run] of Object.entries(contests)) {
    // A browser is not everywhere: it must be asked for.
    if (!(options.suite?.includes(name) ?? name === 'wasm')) continue;
    entries[name] = await run({
      ...{ threads: options.threads, smoke: options.smoke ?? false, filter: text },
      peers: typeof jsPeers === 'string' ? null : jsPeers,
    });
  }
  const count = results.length + memory.length + Object.values(entries).flat().length;
  if (count === 0) throw new Error(`no case has a name that contains "${options.case}".`);

  const goals = options.smoke ? null : goalsTable(results, peak);
  if (goals) console.log(goals);
  if (options.smoke) console.log(`\n${count} cases ran.`);
  if (options.svg) writeFileSync(options.svg, await ratiosSvg(results, describe(host)));
  if (options.json) {
    const all = { machine: host, peers: notes, jsPeers, peak, results, memory, ...entries };
    writeFileSync(options.json, `${JSON.stringify(all, null, 2)}\n`);
  }
}

await main();
