/** Optimizers that go on from PyTorch's state, and PyTorch's from theirs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io, optim, tensor, Tensor } from '../../src/index.ts';
import { snakeCase } from '../../src/optim/stateDict.ts';
import { expectClose } from '../support/fixtures.ts';
import { missing, runPython } from './python.ts';

type Dict = optim.OptimizerStateDict;
type Numbers = Record<string, Record<string, number | null | number[]>>;
const steps = 6;

const rows: readonly [optimizer: string, options: Record<string, unknown>][] = [
  ['SGD', { lr: 0.05 }],
  ['SGD', { lr: 0.05, momentum: 0.9, nesterov: true, weightDecay: 0.1 }],
  ['Adam', { lr: 0.05, amsgrad: true }],
  ['AdamW', { lr: 0.05, betas: [0.8, 0.95] }],
  ['Adagrad', { lr: 0.2, lrDecay: 0.05 }],
  ['RMSprop', { lr: 0.02, momentum: 0.5, centered: true }],
  ['Adamax', { lr: 0.05 }],
  ['NAdam', { lr: 0.05 }],
  ['RAdam', { lr: 0.05, betas: [0.8, 0.9] }],
  ['SparseAdam', { lr: 0.05 }],
  ['Adadelta', { lr: 1 }],
  ['ASGD', { lr: 0.05, t0: 3 }],
  ['Rprop', { lr: 0.02 }],
  ['LBFGS', { lr: 0.1, maxIter: 3, historySize: 4 }],
];
const titleOf = ([optimizer, options]: (typeof rows)[number]): string => `${optimizer} ${JSON.stringify(options)}`;
const nameOf = (at: number): string => `${at}-${rows[at]![0]}`;

const given = (shape: number[], seed: number): Tensor =>
  tensor(
    Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => Math.sin(seed + 3 * i)),
    { shape, dtype: 'float64' },
  );
const starts = (): Tensor[] => [given([3], 1), given([2, 3], 2)];
const targets = (): Tensor[] => [given([3], 5), given([2, 3], 7)];

function begin([optimizer, options]: (typeof rows)[number], values: readonly Tensor[]) {
  const parameters = values.map((x) => x.clone().requiresGrad_());
  const make = optim[optimizer as 'Adam'] as unknown as new (params: Tensor[], options: object) => optim.Optimizer;
  return { parameters, optimizer: new make(parameters, options) };
}
/** As train in optimizers.py. */
function train({ parameters, optimizer }: ReturnType<typeof begin>): void {
  const goals = targets();
  for (let i = 0; i < steps; i++) {
    optimizer.step(() => {
      optimizer.zeroGrad();
      const loss = parameters
        .map((p, k) => p.sub(goals[k]!).square().sum().div(2).add(p.pow(4).sum().div(10)))
        .reduce((a, b) => a.add(b));
      loss.backward();
      return loss;
    });
  }
}

/** What safetensors can hold of a state dict, and the rest. */
function flatten(dict: Dict): { tensors: Record<string, Tensor>; numbers: Numbers } {
  const tensors: Record<string, Tensor> = {};
  const numbers: Numbers = {};
  for (const [index, entry] of Object.entries(dict.state)) {
    numbers[index] = {};
    for (const [key, value] of Object.entries(entry)) {
      if (value instanceof Tensor) tensors[`state/${index}/${key}`] = value;
      else if (Array.isArray(value) && value.some((item) => item instanceof Tensor))
        value.forEach((item, j) => (tensors[`state/${index}/${key}/${j}`] = item as Tensor));
      else numbers[index][key] = value as number | number[] | null;
    }
  }
  return { tensors, numbers };
}
function unflatten(tensors: io.Tensors, numbers: Numbers, groups: Dict['param_groups']): Dict {
  const state: Record<string, Record<string, unknown>> = structuredClone(numbers);
  const names = Object.keys(tensors).filter((name) => name.startsWith('state/'));
  // Lists were saved in order, the file sorts by name.
  for (const name of names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
    const [, index, key, at] = name.split('/') as [string, string, string, string | undefined];
    const entry = (state[index] ??= {});
    if (at === undefined) entry[key] = tensors[name];
    else ((entry[key] ??= []) as Tensor[])[Number(at)] = tensors[name]!;
  }
  return { state: state as unknown as Dict['state'], param_groups: groups };
}
const part = (tensors: io.Tensors, prefix: string): Tensor[] =>
  starts().map((_, i) => {
    const found = tensors[`${prefix}/${i}`];
    if (!found) throw new Error(`no ${prefix}/${i}`);
    return found;
  });
const numbered = (prefix: string, list: readonly Tensor[]): [string, Tensor][] =>
  list.map((x, i) => [`${prefix}/${i}`, x.detach()]);

describe.skipIf(missing !== null)('PyTorch', () => {
  let folder: string;
  const own: ReturnType<typeof begin>[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'descend-optimizers-'));
    const manifest = rows.map((row, at) => {
      const made = begin(row, starts());
      own.push(made);
      train(made);
      const dict = made.optimizer.stateDict();
      const { tensors, numbers } = flatten(dict);
      const file = Object.fromEntries([
        ...numbered('start', starts()),
        ...numbered('target', targets()),
        ...numbered('param', made.parameters),
        ...Object.entries(tensors),
      ]);
      io.save(join(folder, `${nameOf(at)}.safetensors`), file);
      const options = Object.fromEntries(Object.entries(row[1]).map(([key, value]) => [snakeCase(key), value]));
      return { name: nameOf(at), optimizer: row[0], options, steps, numbers, paramGroups: dict.param_groups };
    });
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    runPython('optimizers.py', folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(rows.map((row, at) => [titleOf(row), row, at] as const))('%s', (_, row, at) => {
    const back = io.load(join(folder, `${nameOf(at)}.back.safetensors`));
    const { numbers, paramGroups } = JSON.parse(readFileSync(join(folder, `${nameOf(at)}.json`), 'utf8')) as {
      numbers: Numbers;
      paramGroups: Dict['param_groups'];
    };
    // PyTorch computes some factors of these from a float32 step, in float32; the others differ by rounding alone.
    const loose = { SparseAdam: 1e-5, NAdam: 1e-6, RAdam: 1e-6, LBFGS: 1e-6 }[row[0]];
    const tolerance = { rtol: loose ?? 1e-9, atol: loose ?? 1e-10 };
    const compare = (found: readonly Tensor[], prefix: string): void =>
      part(back, prefix).forEach((x, i) =>
        expectClose(found[i]!, [...x.toTypedArray<'float64'>()], { what: `${prefix} ${i}`, ...tolerance }),
      );

    const mine = own[at]!;
    compare(mine.parameters, 'param');
    const theirs = begin(row, part(back, 'param'));
    const dict = unflatten(back, numbers, paramGroups);
    expect(Object.keys(dict.state).length).toBe(row[0] === 'LBFGS' ? 1 : 2);
    theirs.optimizer.loadStateDict(dict);
    train(theirs);
    compare(theirs.parameters, 'final');
    train(mine);
    compare(mine.parameters, 'continued');
  });

  it('has all of them that PyTorch has', () => {
    const names = Object.entries(optim).flatMap(([name, value]) =>
      typeof value === 'function' && (value as { prototype: unknown }).prototype instanceof optim.Optimizer
        ? [name]
        : [],
    );
    const later = ['Lion', 'Adafactor', 'Muon'];
    expect([...new Set(rows.map(([name]) => name)), ...later].sort()).toEqual(names.sort());
  });
});
