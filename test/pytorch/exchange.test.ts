/** State dicts to PyTorch and back, as safetensors: the same keys and layouts, and the same outputs. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io, manualSeed, type nn, noGrad, Tensor } from '../../src/index.ts';
import { expectClose } from '../support/fixtures.ts';
import { rows } from './rows.ts';

const python = '/usr/bin/python3';
// A sanitizer's runtime is for this process alone.
const env = { ...process.env, LD_PRELOAD: '' };
const probe = spawnSync(python, ['-c', 'import torch'], { env, encoding: 'utf8' });
const missing = probe.status === 0 ? null : `${python} has no torch (apt-get install python3-torch)`;
if (missing !== null) console.warn(`test/pytorch: nothing is exchanged, ${missing}`);

const tensorsIn = (value: unknown): Tensor[] =>
  value instanceof Tensor ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(tensorsIn) : [];
const fileOf = (name: string): string => name.replace(/\W+/g, '-');

it.runIf(process.env.CI)('has PyTorch', () => expect(missing).toBe(null));

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
      module.eval();
      const state = Object.entries(module.stateDict()).map(([key, x]) => [`state/${key}`, x] as const);
      const given = inputs.map((x, i) => [`input/${i}`, x] as const);
      io.save(join(folder, `${fileOf(row.name)}.safetensors`), Object.fromEntries([...state, ...given]));
    }
    const manifest = rows.map((row) => ({ name: fileOf(row.name), torch: row.torch }));
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    execFileSync(python, [fileURLToPath(new URL('exchange.py', import.meta.url)), folder], { env, stdio: 'pipe' });
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
    const report = made.get(name)!.module.loadStateDict(Object.fromEntries(state) as nn.StateDict);
    expect(report).toEqual({ missingKeys: [], unexpectedKeys: [] });
    compare('again');
  });
});
