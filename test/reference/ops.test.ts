/** The library's ops on the reference backend: the records it is really sent, values and gradients. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gradcheck } from '../../src/gradcheck.ts';
import { setActive } from '../../src/backend/current.ts';
import { createReferenceBackend } from '../../src/backend/reference/index.ts';
import { arange, cast, full, tensor } from '../../src/ops/create.ts';
import { add, exp, log, mul, sigmoid } from '../../src/ops/elementwise.generated.ts';
import * as internal from '../../src/ops/internal.generated.ts';
import * as generated from '../../src/ops/elementwise.generated.ts';
import { gather, indexSelect, oneHot } from '../../src/ops/indexing.ts';
import { linear, matmul } from '../../src/ops/matmul.ts';
import { argmax, max, mean, prod, sum } from '../../src/ops/reduce.ts';
import { cat, permute, reshape, transpose } from '../../src/ops/shape.ts';
import { logSoftmax, softmax } from '../../src/ops/softmax.ts';
import { type ElementwiseRow, elementwise as spec } from '../../src/kernels/spec.ts';
import type { Tensor } from '../../src/tensor.ts';

beforeAll(() => setActive(createReferenceBackend()));
afterAll(() => setActive(null));

/** Spread over a range without ties. */
function sample(shape: number[], seed: number, [low, high]: readonly number[] = [-2, 2]): Tensor {
  const n = shape.reduce((a, b) => a * b, 1);
  const values = Float64Array.from(
    { length: n },
    (_, i) => low! + (high! - low!) * ((0.37 * seed + (i + 1) * Math.SQRT2) % 1),
  );
  return tensor(values, { shape, requiresGrad: true });
}

describe('gradients of every differentiable row of the spec', () => {
  const functions = { ...generated, ...internal } as unknown as Record<string, (...args: Tensor[]) => Tensor>;
  const rows: Record<string, ElementwiseRow> = spec;
  it.each(Object.entries(rows).filter(([, row]) => row.grads))(
    '%s',
    (name, { inputs: names, grads = {}, masks = [], domain = [-2, 2] }) => {
      const of = (i: number): readonly number[] =>
        (typeof domain[0] === 'number' ? (domain as readonly number[]) : domain[i]!) as readonly number[];
      // The last input is broadcast, the first transposed.
      const inputs = names.map((input, i) => {
        if (masks.includes(input)) return tensor([true, false, true], { shape: [3] });
        const x = sample(i === 1 && names.length > 1 ? [3] : [3, 4], i + 1, of(i));
        return input in grads ? x : x.detach();
      });
      const view = (x: Tensor): Tensor => (x.ndim === 2 ? transpose(x, 0, 1) : x);
      const fn = (...args: Tensor[]): Tensor => functions[name]!(...args.map(view));
      expect(gradcheck(fn, inputs)).toBe(true);
    },
  );
});

describe('gradients of the other kernels', () => {
  const index = (): Tensor => tensor([2, 0, 2, 1, 1, 0], { shape: [3, 2], dtype: 'int32' });
  it.each<[string, (x: Tensor, y: Tensor) => Tensor]>([
    ['matmul', (x, y) => matmul(x, y)],
    ['batched matmul', (x, y) => matmul(reshape(x, [2, 2, 3]), reshape(y, [2, 3, 2]))],
    ['linear', (x, y) => linear(x, transpose(y, 0, 1), sum(y, 0))],
    ['sum and mean', (x, y) => mul(sum(x, 0, { keepdim: true }), mean(transpose(y, 0, 1), [0, 1]))],
    ['prod', (x) => prod(x, 1)],
    ['max', (x) => max(x, 1).values],
    ['softmax', (x) => softmax(x, 1)],
    ['softmax of columns', (x) => softmax(x, 0)],
    ['logSoftmax', (x) => logSoftmax(x, -1)],
    ['gather', (x) => gather(transpose(x, 0, 1), 0, index())],
    ['indexSelect', (x) => indexSelect(x, 1, tensor([2, 2, 0], { dtype: 'int32' }))],
    ['cat', (x, y) => cat([x, transpose(y, 0, 1)], 0)],
  ])('%s', (_, fn) => {
    expect(
      gradcheck((x, y) => mul(fn(x, y), add(sigmoid(sum(mul(y, y))), 1)), [sample([4, 3], 1), sample([3, 4], 2)]),
    ).toBe(true);
  });
});

describe('values', () => {
  it('strided, broadcast and empty operands', () => {
    const x = arange(6, undefined, 1, { dtype: 'float32' });
    const m = reshape(x, [2, 3]);
    expect(add(transpose(m, 0, 1), tensor([10, 20])).toArray()).toEqual([
      [10, 23],
      [11, 24],
      [12, 25],
    ]);
    expect(sum(permute(reshape(m, [1, 2, 3]), [2, 0, 1]), [0, 2]).toArray()).toEqual([15]);
    expect(sum(full([0, 3], 1), 0).toArray()).toEqual([0, 0, 0]);
    expect(add(full([0, 3], 1), 1).shape).toEqual([0, 3]);
    expect(matmul(full([2, 0], 1), full([0, 2], 1)).toArray()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('integers and bools', () => {
    expect(add(tensor(Uint8Array.of(250)), 10).toArray()).toEqual([4]);
    expect(oneHot(tensor([2, 0], { dtype: 'int32' }), 3).toArray()).toEqual([
      [0, 0, 1],
      [1, 0, 0],
    ]);
    expect(argmax(tensor([1, 5, 5])).item()).toBe(1);
    expect(cast(tensor([0, 0.5]), 'bool').toArray()).toEqual([false, true]);
    expect(sum(tensor([2 ** 31 - 1, 1], { dtype: 'int32' })).item()).toBe(2 ** 31);
    expect(() => gather(tensor([1, 2]), 0, tensor([5], { dtype: 'int32' }))).toThrow(/index 5 is out of range/);
  });

  it('float64 keeps its digits, float32 is rounded once', () => {
    const x = tensor(Float64Array.of(1e-12));
    expect(log(add(exp(x), 0)).item()).toBe(Math.log(Math.exp(1e-12)));
    expect(mean(tensor([1, 2, 4])).item()).toBe(Math.fround(7 / 3));
  });
});
