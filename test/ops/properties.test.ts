/** Ops on random shapes, layouts and dtypes, against the reference backend. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { DType } from '../../src/dtype.ts';
import * as descend from '../../src/index.ts';
import type { Tensor } from '../../src/index.ts';
import { everyBackend, on, reference, type TestBackend } from '../support/backends.ts';
import { assertClose } from './compare.ts';
import { everyDType } from './row.ts';
import { draw, type Input, type Layout, layOut, layouts, type Shape } from './samples.ts';

const { add, argmax, cumsum, div, gt, maximum, mean, mul, relu, sin, softmax, sort, sub, sum, where } = descend;

const binary: Record<string, (x: Tensor, y: Tensor) => Tensor> = {
  ...{ add, div, gt, maximum, mul },
  sub: (x, y) => (x.dtype === 'bool' && y.dtype === 'bool' ? x.logicalXor(y) : sub(x, y)),
  where: (x, y) => where(gt(x, y), x, y),
  cat: (x, y) => descend.cat(descend.broadcastTensors([x, y]), 0),
};
const along: Record<string, (x: Tensor, d: number) => Tensor> = {
  sum: (x, d) => sum(x, d),
  mean: (x, d) => mean(x.to('float64'), d),
  argmax: (x, d) => argmax(x, d),
  cumsum: (x, d) => cumsum(x, d),
  sort: (x, d) => sort(x, d).values,
  softmax: (x, d) => softmax(x.to('float32'), d),
  flip: (x, d) => descend.flip(x, d),
  relu: (x) => relu(x),
  sin: (x) => sin(x),
  twice: (x, d) => x.index([...Array.from({ length: d }, () => descend.slice()), descend.slice(0, null, 2)]),
};

const size = fc.integer({ min: 1, max: 6 });
const shapes: fc.Arbitrary<Shape> = fc.array(size, { minLength: 1, maxLength: 4 });
const dtype = fc.constantFrom(...everyDType);
const layout = fc.constantFrom<Layout>(...layouts);

interface Operand extends Input {
  dtype: DType;
}

/** What fn gives on a backend and on the reference. */
function compare(backend: TestBackend, operands: readonly Operand[], fn: (...xs: Tensor[]) => Tensor): void {
  const run = (where: TestBackend) =>
    on(where, () => {
      const xs = operands.map((given, i) =>
        layOut(draw({ ...given, dtype: undefined }, given.dtype, `${i}${given.shape.join()}`), given, given.dtype),
      );
      const y = fn(...xs);
      return { values: y.toTypedArray(), dtype: y.dtype, shape: y.shape };
    });
  const [got, expected] = [run(backend), run(reference)];
  if (got.dtype !== expected.dtype || String(got.shape) !== String(expected.shape))
    throw new Error(`${got.dtype}[${got.shape.join()}], not ${expected.dtype}[${expected.shape.join()}]`);
  assertClose(got.values, expected.values, got.dtype, { rtol: 1e-5, atol: 1e-5 });
}

describe.each([...everyBackend])('%s', (backend) => {
  it.each(Object.keys(binary))('%s of any two operands that broadcast', (name) => {
    const seconds = fc.tuple(fc.nat({ max: 4 }), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }));
    fc.assert(
      fc.property(shapes, seconds, dtype, dtype, layout, layout, (shape, [cut, ones], a, b, layoutA, layoutB) => {
        const other = shape.slice(Math.min(cut, shape.length)).map((n, i) => (ones[i] ? 1 : n));
        const operands = [
          { shape, dtype: a, layout: layoutA },
          { shape: other, dtype: b, layout: layoutB },
        ];
        compare(backend, operands, binary[name]!);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it.each(Object.keys(along))('%s along any dim', (name) => {
    fc.assert(
      fc.property(shapes, fc.nat(), dtype, layout, (shape, d, type, how) =>
        compare(backend, [{ shape, dtype: type, layout: how }], (x) => along[name]!(x, d % shape.length)),
      ),
      { numRuns: 60, seed: 2 },
    );
  });
});
