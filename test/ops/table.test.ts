/** Every op of the table on every backend. */
import { describe, expect, it } from 'vitest';
import { setNumThreads } from '../../src/index.ts';
import * as creation from '../../src/ops/create.ts';
import * as elementwise from '../../src/ops/elementwise.generated.ts';
import * as indexing from '../../src/ops/indexing.ts';
import * as internal from '../../src/ops/internal.generated.ts';
import * as products from '../../src/ops/matmul.ts';
import * as reductions from '../../src/ops/reduce.ts';
import * as shapes from '../../src/ops/shape.ts';
import * as softmaxes from '../../src/ops/softmax.ts';
import { backends, on, reference } from '../support/backends.ts';
import { checkGradient, checkRow, checkSecondGradient } from './check.ts';
import { table } from './table.ts';

const byName = table.map((row) => [row.name, row] as const);
const differentiable = byName.filter(([, row]) => row.differentiable);

it('has a row for every op', () => {
  const modules = [creation, elementwise, indexing, internal, products, reductions, shapes, softmaxes];
  const functions = modules.flatMap((m) => Object.keys(m));
  // What makes tensors from nothing has tests of its own, in test/core; cast and viewAs are other names of to and view.
  const makers = [
    'arange',
    'empty',
    'emptyLike',
    'eye',
    'full',
    'fullLike',
    'linspace',
    'ones',
    'onesLike',
    'tensor',
    'zeros',
    'zerosLike',
  ];
  const tested = new Set([...table.map((row) => row.op), ...makers, 'cast', 'viewAs']);
  expect(functions.filter((name) => !tested.has(name))).toEqual([]);
  expect(new Set(byName.map(([name]) => name)).size).toBe(byName.length);
});

describe.each(backends)('%s', (backend) => {
  // Two threads, so that large samples are shared out whatever the machine.
  it.each(byName)('%s: values and gradients', (_, row) => {
    on(backend, () => setNumThreads(2));
    checkRow(row, backend);
  });
});

describe.each([...backends, reference])('%s', (backend) => {
  it.each(differentiable)('%s: gradcheck', (_, row) => checkGradient(row, backend));
  it.each(differentiable)('%s: second derivatives', (_, row) => checkSecondGradient(row, backend));
});
