/** State dicts to PyTorch and back, as safetensors: the same keys and layouts, and the same outputs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io, manualSeed, type nn, noGrad, randn, Tensor } from '../../src/index.ts';
import { expectClose } from '../support/fixtures.ts';
import { trajectories } from '../support/trajectory.ts';
import { missing, runPython } from './python.ts';
import { rows } from './rows.ts';

const tensorsIn = (value: unknown): Tensor[] =>
  value instanceof Tensor ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(tensorsIn) : [];
/** Makes all state tell: parameters that start as 1 or 0 too, and running statistics. */
function enliven(module: nn.AnyModule, inputs: readonly Tensor[]): void {
  noGrad(() => {
    for (const p of module.parameters()) p.add_(randn(p.shape).mul(0.2));
    for (let i = 0; i < 2; i++) module.train().forward(...(inputs as never[]));
  });
  module.eval();
}
const fileOf = (name: string): string => name.replace(/\W+/g, '-');

it.runIf(process.env.CI)('has PyTorch', () => expect(missing).toBe(null));

it('has a row for every module with state that PyTorch 1.13 has', () => {
  const stateful = trajectories.filter((t) => Object.keys(t.stateDict).length > 0).map((t) => t.module);
  // Lazy ones turn into those without Lazy.
  const wanted = stateful.filter((name) => !name.startsWith('Lazy') && !['LearnedPositions', 'RMSNorm'].includes(name));
  const has = (name: string): boolean => rows.some(({ torch }) => torch.includes(`nn.${name}(`));
  expect(wanted.filter((name) => !has(name))).toEqual([]);
});

describe.skipIf(missing !== null)('PyTorch', () => {
  let folder: string;
  const made = new Map<string, { module: nn.AnyModule; inputs: Tensor[] }>();
  const outputs = (name: string): Tensor[] => {
    const { module, inputs } = made.get(name)!;
    return noGrad(() => tensorsIn(module.forward(...(inputs as never[]))));
  };
  /** The values of a tensor of PyTorch's. */
  const valuesOf = (x: Tensor | undefined): number[] => [...(x?.toTypedArray() ?? [])];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'descend-pytorch-'));
    for (const row of rows) {
      manualSeed(7);
      const { module, inputs } = row.make();
      made.set(row.name, { module, inputs });
      enliven(module, inputs);
      const state = Object.entries(module.stateDict()).map(([key, x]) => [`state/${key}`, x] as const);
      const given = inputs.map((x, i) => [`input/${i}`, x] as const);
      io.save(join(folder, `${fileOf(row.name)}.safetensors`), Object.fromEntries([...state, ...given]));
    }
    const manifest = rows.map((row) => ({ name: fileOf(row.name), torch: row.torch }));
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    runPython('exchange.py', folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(rows.map((row) => row.name))('%s', (name) => {
    const back = io.load(join(folder, `${fileOf(name)}.back.safetensors`));
    const compare = (prefix: string): void => {
      const own = outputs(name);
      expect(own.length).toBe(Object.keys(back).filter((key) => key.startsWith(`${prefix}/`)).length);
      own.forEach((x, i) => {
        const theirs = back[`${prefix}/${i}`]!;
        expect(x.shape).toEqual(theirs.shape);
        expectClose(x, valuesOf(theirs), { what: `${prefix} ${i}`, rtol: 2e-5, atol: 2e-6 });
      });
    };
    compare('output');
    const state = Object.entries(back).flatMap(([key, x]) => (key.startsWith('state/') ? [[key.slice(6), x]] : []));
    const own = made.get(name)!.module.stateDict();
    for (const [key, x] of state as [string, Tensor][]) expect([key, x.dtype]).toEqual([key, own[key]!.dtype]);
    const report = made.get(name)!.module.loadStateDict(Object.fromEntries(state) as nn.StateDict);
    expect(report).toEqual({ missingKeys: [], unexpectedKeys: [] });
    compare('again');
  });
});
