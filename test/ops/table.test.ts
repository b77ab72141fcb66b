/** Every op of the table on every set of kernels, forward and backward. None is left out anywhere. */
import { describe, expect, it } from 'vitest';
import * as linalg from '../../src/linalg/index.ts';
import * as advanced from '../../src/ops/advanced.ts';
import * as attentions from '../../src/ops/attention.ts';
import * as bitwise from '../../src/ops/bitwise.ts';
import * as distances from '../../src/ops/cdist.ts';
import * as convolutions from '../../src/ops/conv.ts';
import * as countings from '../../src/ops/counting.ts';
import * as creation from '../../src/ops/create.ts';
import * as diagonals from '../../src/ops/diagonal.ts';
import * as sums from '../../src/ops/einsum.ts';
import * as elementwise from '../../src/ops/elementwise.generated.ts';
import * as indexing from '../../src/ops/indexing.ts';
import * as internal from '../../src/ops/internal.generated.ts';
import * as masks from '../../src/ops/masks.ts';
import * as matmuls from '../../src/ops/matmul.ts';
import * as padding from '../../src/ops/pad.ts';
import * as parts from '../../src/ops/parts.ts';
import * as pools from '../../src/ops/pool.ts';
import * as pointwise from '../../src/ops/pointwise.ts';
import * as products from '../../src/ops/products.ts';
import * as rearrangements from '../../src/ops/rearrange.ts';
import * as reductions from '../../src/ops/reduce.ts';
import * as scans from '../../src/ops/scan.ts';
import * as scatters from '../../src/ops/scatter.ts';
import * as shapes from '../../src/ops/shape.ts';
import * as softmaxes from '../../src/ops/softmax.ts';
import * as sortings from '../../src/ops/sorting.ts';
import * as statistics from '../../src/ops/statistics.ts';
import { derivativesOn, everyBackend } from '../support/backends.ts';
import { checkGradient, checkRow, checkSecondGradient } from './check.ts';
import { table } from './table.ts';

const byName = table.map((row) => [row.name, row] as const);
const differentiable = byName.filter(([, row]) => row.differentiable);

it('has a row for every op', () => {
  const modules = [
    ...[advanced, attentions, masks, scatters],
    ...[creation, diagonals, distances, elementwise, indexing, internal, matmuls, products, reductions, shapes],
    ...[bitwise, pointwise, softmaxes, sums],
    ...[scans, statistics, sortings, countings],
    ...[parts, padding, rearrangements, convolutions, pools],
  ];
  const functions = [...modules.flatMap((m) => Object.keys(m)), ...Object.keys(linalg).map((name) => `linalg.${name}`)];
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
  // What other ops share, and what makes an index.
  const shared = [
    'addAt',
    'alongDim',
    'copied',
    'every',
    'fromMemory',
    'pick',
    'runIndexed',
    'productOfOthers',
    'slice',
    'slot',
  ];
  const tested = new Set([...table.map((row) => row.op), ...makers, ...shared, 'cast', 'viewAs']);
  expect(functions.filter((name) => !tested.has(name))).toEqual([]);
  expect(new Set(byName.map(([name]) => name)).size).toBe(byName.length);
});

// Row by row, since the backends share what the reference gives for one.
describe.each(byName)('%s', (_, row) => {
  it.each(everyBackend)('%s: values and gradients', (backend) => checkRow(row, backend));
});

describe.each(derivativesOn)('%s', (backend) => {
  it.each(differentiable)('%s: gradcheck', (_, row) => checkGradient(row, backend));
  it.each(differentiable)('%s: second derivatives', (_, row) => checkSecondGradient(row, backend));
});
