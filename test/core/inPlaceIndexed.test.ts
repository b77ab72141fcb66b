/** Ops that put elements in place where indices or masks say, inside of a graph: their gradients are those of their other forms. */
import { describe, expect, it } from 'vitest';
import {
  grad,
  gradcheck,
  gradgradcheck,
  index,
  noGrad,
  StateError,
  type Tensor,
  tensor,
  zeros,
} from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

const at = (...list: number[]): Tensor => tensor(list, { dtype: 'int32' });
const mask = (): Tensor => tensor([true, false, true, true]);

interface Case {
  name: string;
  /** In place on y, and the same apart. */
  inPlace: (y: Tensor, s: Tensor) => Tensor;
  apart: (y: Tensor, s: Tensor) => Tensor;
  /** The elements of s; y has 4. */
  source: readonly number[];
}
const cases: Case[] = [
  {
    name: 'scatter_',
    inPlace: (y, s) => y.scatter_(0, at(2, 0), s),
    apart: (y, s) => y.scatter(0, at(2, 0), s),
    source: [7, 8],
  },
  {
    name: 'scatterAdd_',
    inPlace: (y, s) => y.scatterAdd_(0, at(1, 1, 3), s),
    apart: (y, s) => y.scatterAdd(0, at(1, 1, 3), s),
    source: [5, 6, 7],
  },
  ...(['sum', 'mean', 'prod', 'amax', 'amin'] as const).flatMap((reduce) =>
    [true, false].map((includeSelf) => ({
      name: `scatterReduce_ ${reduce}${includeSelf ? '' : ' without self'}`,
      inPlace: (y: Tensor, s: Tensor) => y.scatterReduce_(0, at(1, 1, 3), s, reduce, { includeSelf }),
      apart: (y: Tensor, s: Tensor) => y.scatterReduce(0, at(1, 1, 3), s, reduce, { includeSelf }),
      source: [0.5, 6, 7],
    })),
  ),
  {
    name: 'indexAdd_',
    inPlace: (y, s) => y.indexAdd_(0, at(0, 0), s, { alpha: 3 }),
    apart: (y, s) => y.indexAdd(0, at(0, 0), s, { alpha: 3 }),
    source: [5, 6],
  },
  {
    name: 'indexCopy_',
    inPlace: (y, s) => y.indexCopy_(0, at(3, 1), s),
    apart: (y, s) => y.indexCopy(0, at(3, 1), s),
    source: [5, 6],
  },
  {
    name: 'indexFill_',
    inPlace: (y, s) => y.indexFill_(0, at(3, 1), s.sum()),
    apart: (y, s) => y.indexFill(0, at(3, 1), s.sum()),
    source: [5],
  },
  {
    name: 'indexPut_',
    inPlace: (y, s) => y.indexPut_([at(3, 1)], s),
    apart: (y, s) => y.indexPut([at(3, 1)], s),
    source: [5, 6],
  },
  {
    name: 'indexPut_ of a slice, added',
    inPlace: (y, s) => y.indexPut_([{ start: 1, end: 3, step: 1 }], s, { accumulate: true }),
    apart: (y, s) => y.indexPut([{ start: 1, end: 3, step: 1 }], s, { accumulate: true }),
    source: [5, 6],
  },
  {
    name: 'maskedFill_',
    inPlace: (y, s) => y.maskedFill_(mask(), s.sum()),
    apart: (y, s) => y.maskedFill(mask(), s.sum()),
    source: [5],
  },
  {
    name: 'maskedScatter_',
    inPlace: (y, s) => y.maskedScatter_(mask(), s),
    apart: (y, s) => y.maskedScatter(mask(), s),
    source: [5, 6, 7],
  },
];

const start = [1, 2, 3, 4];
const weights = (): Tensor => tensor([1, -2, 3, 5]);

describe.each(backends)('in place by index on %s', (backend) => {
  it.each(cases)('$name', ({ inPlace, apart, source }) => {
    useBackend(backend);
    const run = (op: Case['apart']): unknown[] => {
      const [x, s] = [tensor(start, { requiresGrad: true }), tensor([...source], { requiresGrad: true })];
      const out = op(x.mul(2), s);
      // Twice, so that x is written after it was written.
      const loss = op(out, s).mul(weights()).sum();
      return [out.toArray(), ...grad(loss, [x, s]).map((g) => g.toArray())];
    };
    const before = run(apart);
    expect(run(inPlace).slice(1)).toEqual(before.slice(1));
  });

  it('writes x itself, and outside of a graph as well', () => {
    useBackend(backend);
    for (const { inPlace, apart, source } of cases) {
      const s = tensor([...source]);
      const y = tensor(start);
      const expected = apart(y, s).toArray();
      expect(inPlace(y, s)).toBe(y);
      expect(y.toArray()).toEqual(expected);
      const x = tensor(start, { requiresGrad: true });
      const z = x.mul(1);
      expect(inPlace(z, s)).toBe(z);
      expect([z.requiresGrad, z.toArray()]).toEqual([true, expected]);
    }
  });

  it('takes the graph of the source alone, and x of any size', () => {
    useBackend(backend);
    const s = tensor([2, 3], { requiresGrad: true });
    const joined = zeros([4]).scatterAdd_(0, at(1, 3), s);
    expect(grad(joined.mul(weights()).sum(), [s])[0]!.toArray()).toEqual([-2, 5]);
    const x = zeros([3000], { requiresGrad: true });
    for (let step = 0; step < 3; step++) {
      x.grad = null;
      x.mul(1).scatterAdd_(0, at(2999, 2999), s.mul(2)).scatterReduce_(0, at(1, 1), s, 'prod').sum().backward();
      expect([x.grad!.toTypedArray()[1], x.grad!.toTypedArray()[2]]).toEqual([6, 1]);
    }
  });

  it('a saved value that they change is an error in backward, and leaves are refused', () => {
    useBackend(backend);
    for (const { inPlace, source } of cases) {
      const [x, s] = [tensor(start, { requiresGrad: true }), tensor([...source])];
      const saved = x.mul(1);
      const late = saved.square();
      inPlace(saved, s);
      expect(() => late.sum().backward()).toThrow('changed in place');
      expect(() => inPlace(x, s)).toThrow(StateError);
      noGrad(() => inPlace(x, s));
    }
  });

  it('what overlaps is read before it is written', () => {
    useBackend(backend);
    const x = tensor(start, { requiresGrad: true });
    const y = x.mul(1);
    y.scatterAdd_(0, at(1, 1, 1, 0), y);
    expect(y.toArray()).toEqual([5, 8, 3, 4]);
    expect(grad(y.mul(weights()).sum(), [x])[0]!.toArray()).toEqual([-1, -4, 1, 6]);
    expect(index(y, [at(0)]).toArray()).toEqual([5]);
  });
});

describe('second derivatives in place by index', () => {
  it.each(cases)('$name', ({ inPlace, source }) => {
    useBackend(reference);
    const make = (list: readonly number[]): Tensor => tensor([...list], { dtype: 'float64', requiresGrad: true });
    const run = (x: Tensor, s: Tensor): Tensor => inPlace(x.square(), s).square().mul(0.1);
    expect(gradcheck(run, [make([1.1, 1.7, 1.3, 0.8]), make(source)])).toBe(true);
    expect(gradgradcheck(run, [make([1.1, 1.7, 1.3, 0.8]), make(source)])).toBe(true);
  });
});
