/**
 * `npm run bench:check`: fails when descend has become slower, as ratios: to its peers, to the peak of the machine, of two threads to one.
 * A ratio that fell is measured again before that is believed. `-- --update` writes bench/ratios.json anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { peersFolder } from './contest/index.ts';
import { describe, type Machine, machine } from './machine.ts';
import type { Budget } from './measure.ts';
import { measurePeak } from './peak.ts';
import { findPeers } from './peers.ts';
import { best, compare, type Comparison, keyParts, type Ratios, ratiosOf, tolerance } from './ratios.ts';
import { render, type Result } from './report.ts';
import { runSuite } from './run.ts';
import { suites } from './suites/index.ts';

const file = 'bench/ratios.json';
const tries = 3;
const budget: Budget = { warmupSeconds: 0.2, blockSeconds: 0.002, caseSeconds: 0.3, samples: 7 };

/** The cases that are checked: few enough for five minutes, and of every kind. */
const checked: Record<string, readonly string[]> = {
  dispatch: ['add of 4, no grad', 'add of 4, grad recorded', 'backward of a chain of 10 ops'],
  matmul: ['64x64x64 NN', '256x256x256 NN', '1024x1024x1024 NN', '128x784x512 NT', '1x4096x4096 NN'],
  elementwise: ['add', 'exp', 'tanh', 'sum', 'softmax', 'gelu (erf)', 'copy of the transpose'],
  conv: [
    '3x3 64-64 of 56, batch 1: forward',
    '3x3 64-64 of 56, batch 1: by x',
    '3x3 64-64 of 56, batch 1: by weight',
    'dw 3x3 144-144 of 56, batch 1: forward',
    '1x1 64-384 of 14, batch 32: forward',
  ],
  attention: ['causal, 1024 tokens'],
  training: [
    '(a) MLP 784-512-256-10, batch 128, Adam',
    '(b) MLP 2-16-16-1, batch 32, Adam',
    '(c) CNN 32-64 of 3x3, batch 64 of 28x28, Adam',
    '(d) LSTM 32-128, batch 32, 64 steps, Adam',
    '(e) GPT of 4 layers, 4 heads, 128 columns, 64 tokens, batch 12, AdamW',
  ],
};

interface Committed {
  machine: Machine;
  peers: string;
  date: string;
  command: string;
  ratios: Ratios;
}

const options = new Command('bench:check')
  .description(`Measures ratios and fails when one is more than ${100 * tolerance} % below that of ${file}.`)
  .addOption(new Option('--suite <names...>', 'check these suites only').choices(Object.keys(checked)))
  .option('--update', `write ${file} anew; with --suite, only theirs`)
  .option('--js-peers <folder>', 'where onnxruntime-node is, else in DESCEND_PEERS or bench/peers/js')
  .parse()
  .opts<{ suite?: string[]; update?: boolean; jsPeers?: string }>();

const host = machine();
const { peers, notes } = findPeers(peersFolder(options.jsPeers ?? true));
const threads = availableParallelism() > 1 ? [1, 2] : [1];
const inChosen = (suite: string): boolean => options.suite?.includes(suite) ?? true;

/** @param wanted which of the checked cases */
async function ratios(wanted: (suite: string, name: string) => boolean): Promise<Ratios> {
  const measured = measurePeak(threads, 0.5);
  if (typeof measured === 'string') console.log(measured);
  const results: Result[] = [];
  for (const suite of suites.filter(({ name }) => inChosen(name) && checked[name])) {
    const some = (name: string): boolean => checked[suite.name]!.includes(name) && wanted(suite.name, name);
    await runSuite(suite, { threads, peers, budget, wanted: some }, (_, rows) => results.push(...rows));
  }
  return ratiosOf(results, typeof measured === 'string' ? null : measured);
}

function report(compared: readonly Comparison[]): string {
  const rows = compared.map(({ key, committed, measured, fell }) => [
    key,
    committed.toFixed(2),
    measured.toFixed(2),
    fell ? 'SLOWER' : 'ok',
  ]);
  return render(['ratio', 'committed', 'now', ''], rows);
}

function update(before: Committed | null, measured: Ratios): void {
  const kept = Object.entries(before?.ratios ?? {}).filter(([key]) => !inChosen(keyParts(key).suite));
  const all = { ...Object.fromEntries(kept), ...measured };
  const rounded = Object.fromEntries(Object.entries(all).map(([key, ratio]) => [key, Number(ratio.toPrecision(3))]));
  const command = 'npm run bench:check -- --update';
  const made: Committed = {
    machine: host,
    peers: notes.join('; '),
    date: host.date.slice(0, 10),
    command,
    ratios: rounded,
  };
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
  console.log(`${Object.keys(measured).length} ratios written to ${file}`);
}

async function check(committed: Committed): Promise<boolean> {
  const expected = Object.fromEntries(
    Object.entries(committed.ratios).filter(([key]) => inChosen(keyParts(key).suite)),
  );
  let measured = await ratios(() => true);
  let { compared, leftOut } = compare(expected, measured);
  for (let i = 1; i < tries && compared.some(({ fell }) => fell); i++) {
    const again = compared.filter(({ fell }) => fell).map(({ key }) => keyParts(key));
    console.log(`\n${again.length} ratios fell; measuring those once more, to be sure`);
    measured = best(measured, await ratios((suite, name) => again.some((k) => k.suite === suite && k.name === name)));
    ({ compared, leftOut } = compare(expected, measured));
  }
  console.log(`\n${report(compared)}`);
  const fallen = compared.filter(({ fell }) => fell).length;
  const missing = [...new Set(leftOut.map((key) => keyParts(key).to))];
  console.log(
    `\n${compared.length} ratios compared with those of ${committed.date}, ${fallen} fell by more than a fifth.`,
  );
  if (leftOut.length > 0) console.log(`${leftOut.length} left out, for there is no ${missing.join(', ')} here.`);
  if (committed.machine.cpu !== host.cpu || committed.machine.isa !== host.isa)
    console.log(`They are those of another machine, ${committed.machine.cpu}, ${committed.machine.isa}.`);
  return fallen === 0 && compared.length > 0;
}

console.log([describe(host), ...notes].join('\n'));
const committed = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Committed) : null;
if (options.update) {
  update(committed, await ratios(() => true));
} else if (committed === null) {
  throw new Error(`There is no ${file} to compare with. npm run bench:check -- --update makes one.`);
} else if (!(await check(committed))) {
  process.exitCode = 1;
}
