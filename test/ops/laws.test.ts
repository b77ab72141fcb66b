/** Laws that hold for any shapes: views, broadcasting, reductions and products against plain loops over plain arrays. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { arange, cat, grad, ones, type Tensor, tensor } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

type Shape = readonly number[];
const product = (shape: Shape): number => shape.reduce((a, b) => a * b, 1);

/** All indices of a shape, in row-major order. */
function* indices(shape: Shape): Generator<number[]> {
  for (let i = 0; i < product(shape); i++) {
    const index: number[] = [];
    for (let d = shape.length - 1, rest = i; d >= 0; d--) {
      index.unshift(rest % shape[d]!);
      rest = Math.floor(rest / shape[d]!);
    }
    yield index;
  }
}
const flatten = (index: Shape, shape: Shape): number => index.reduce((at, i, d) => at * shape[d]! + i, 0);
/** The position an index of a broadcast result has in an operand. */
const under = (index: Shape, shape: Shape): number =>
  flatten(
    index.slice(index.length - shape.length).map((i, d) => (shape[d] === 1 ? 0 : i)),
    shape,
  );

/** What a view is: a shape, and for each of its elements the element of the source that it shows. */
interface Model {
  shape: Shape;
  source: number[];
}
function remap({ shape, source }: Model, next: Shape, from: (index: number[]) => Shape): Model {
  return { shape: next, source: [...indices(next)].map((index) => source[flatten(from(index), shape)]!) };
}

type Step = [view: (x: Tensor) => Tensor, model: (m: Model) => Model];
/** One random view op on a shape; numbers say which. */
function step(kind: number, a: number, b: number, shape: Shape): Step {
  const rank = shape.length;
  const d = rank === 0 ? 0 : a % rank;
  switch (rank === 0 ? 3 : kind % 7) {
    case 0: {
      const order = shape.map((_, i) => (i + b) % rank).sort((i, j) => ((i * 7 + a) % 5) - ((j * 7 + a) % 5));
      return [
        (x) => x.permute(order),
        (m) =>
          remap(
            m,
            order.map((i) => m.shape[i]!),
            (index) => m.shape.map((_, i) => index[order.indexOf(i)]!),
          ),
      ];
    }
    case 1: {
      const start = b % (shape[d]! + 1);
      const length = Math.min(shape[d]! - start, 1 + (a % 3));
      return [
        (x) => x.narrow(d, start, length),
        (m) => remap(m, m.shape.with(d, length), (index) => index.with(d, index[d]! + start)),
      ];
    }
    case 2: {
      if (shape[d] === 0)
        return [(x) => x.unsqueeze(d), (m) => remap(m, m.shape.toSpliced(d, 0, 1), (index) => index.toSpliced(d, 1))];
      const at = b % shape[d]!;
      return [
        (x) => x.select(d, at - shape[d]!),
        (m) => remap(m, m.shape.toSpliced(d, 1), (index) => index.toSpliced(d, 0, at)),
      ];
    }
    case 3: {
      const at = a % (rank + 1);
      return [(x) => x.unsqueeze(at), (m) => remap(m, m.shape.toSpliced(at, 0, 1), (index) => index.toSpliced(at, 1))];
    }
    case 4: {
      const target = [2, ...shape.map((s) => (s === 1 ? 1 + (b % 3) : s))];
      return [
        (x) => x.expand(target),
        (m) => remap(m, target, (index) => index.slice(1).map((i, e) => (m.shape[e] === 1 ? 0 : i))),
      ];
    }
    case 5: {
      const n = product(shape);
      const target = n > 0 && n % 2 === 0 ? [n / 2, 2] : [n];
      return [(x) => x.reshape(target), (m) => ({ shape: target, source: m.source })];
    }
    default: {
      const e = (d + 1) % rank;
      const swap = (list: Shape): number[] => list.map((_, i) => list[i === d ? e : i === e ? d : i]!);
      return [(x) => x.transpose(d, e), (m) => remap(m, swap(m.shape), swap)];
    }
  }
}

const aShape = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 0, maxLength: 4 });
const aShapeWithZeros = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 0, maxLength: 4 });
const someSteps = fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 6 });
/** A result shape and operands that broadcast to it: some sizes 1, some leading dims left out. */
const broadcast = aShapeWithZeros.chain((shape) => {
  const operand = fc
    .tuple(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), fc.nat(shape.length))
    .map(([ones, drop]) => shape.map((s, d) => (ones[d] ? 1 : s)).slice(drop));
  return fc.tuple(operand, operand);
});
const runs = { numRuns: 150, seed: 20 };

/** Different whole numbers, exact in every op below. */
const values = (shape: Shape, factor = 1): number[] =>
  Array.from({ length: product(shape) }, (_, i) => ((i * 37 + 11) % 101) * factor - 40);
const make = (shape: Shape, factor = 1): Tensor => tensor(Float32Array.from(values(shape, factor)), { shape });

function apply(shape: Shape, steps: readonly (readonly number[])[], x: Tensor): [Tensor, Model] {
  let view = x;
  let model: Model = { shape, source: [...Array(product(shape)).keys()] };
  for (const [kind, a, b] of steps) {
    const [onTensor, onModel] = step(kind!, a!, b!, model.shape);
    [view, model] = [onTensor(view), onModel(model)];
    if (model.source.length > 5000) break;
  }
  return [view, model];
}

describe.each([...backends, reference])('%s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('any chain of views shows the right elements, and ops read them', () => {
    fc.assert(
      fc.property(aShape, someSteps, (shape, steps) => {
        const [view, model] = apply(shape, steps, arange(0, product(shape)).reshape(shape));
        expect(view.shape).toEqual(model.shape);
        expect([...view.toTypedArray()]).toEqual(model.source);
        expect([...view.contiguous().toTypedArray()]).toEqual(model.source);
        expect([...view.add(1).toTypedArray()]).toEqual(model.source.map((s) => s + 1));
        expect(view.sum().item()).toBe(model.source.reduce((a, b) => a + b, 0));
      }),
      runs,
    );
  });

  it('the gradient of any chain of views goes back to the elements it shows', () => {
    fc.assert(
      fc.property(aShape, someSteps, (shape, steps) => {
        const x = ones(shape, { requiresGrad: true });
        const [view, model] = apply(shape, steps, x);
        const weights = values(model.shape);
        const expected = new Array<number>(product(shape)).fill(0);
        model.source.forEach((s, i) => (expected[s]! += weights[i]!));
        const [g] = grad(view.mul(make(model.shape)).sum(), [x]);
        expect(g!.shape).toEqual(shape);
        expect([...g!.toTypedArray()].map((v) => v + 0)).toEqual(expected);
      }),
      runs,
    );
  });

  it('writing through any chain of views changes the elements it shows', () => {
    fc.assert(
      fc.property(aShape, someSteps, (shape, steps) => {
        const x = ones(shape).mul(-1);
        const [view, model] = apply(
          shape,
          steps.filter(([kind]) => kind % 7 !== 4 && kind % 7 !== 5),
          x,
        ); // no copies, no repeats
        view.copy_(make(model.shape));
        const expected = new Array<number>(product(shape)).fill(-1);
        model.source.forEach((s, i) => (expected[s] = values(model.shape)[i]!));
        expect([...x.toTypedArray()]).toEqual(expected);
      }),
      runs,
    );
  });

  it('broadcasting pairs the elements it should, and its gradient sums them', () => {
    fc.assert(
      fc.property(broadcast, ([s, t]) => {
        const rank = Math.max(s.length, t.length);
        const size = (shape: Shape, d: number): number => shape[d - rank + shape.length] ?? 1;
        const shape = Array.from({ length: rank }, (_, d) => (size(s, d) === 1 ? size(t, d) : size(s, d)));
        const [a, b] = [make(s).requiresGrad_(), make(t, 3).requiresGrad_()];
        const [x, y] = [values(s), values(t, 3)];
        const out = a.mul(b);
        expect(out.shape).toEqual(shape);
        const pairs = [...indices(shape)].map((index) => [under(index, s), under(index, t)] as const);
        expect([...out.toTypedArray()].map((v) => v + 0)).toEqual(pairs.map(([i, j]) => x[i]! * y[j]! + 0));
        const [ga, gb] = grad(out.sum(), [a, b]).map((g) => [...g.toTypedArray()].map((v) => v + 0));
        const [ea, eb] = [x.map(() => 0), y.map(() => 0)];
        for (const [i, j] of pairs) [ea[i], eb[j]] = [ea[i]! + y[j]!, eb[j]! + x[i]!];
        expect([ga, gb]).toEqual([ea, eb]);
      }),
      runs,
    );
  });

  it('reductions over any dims fold what they should', () => {
    fc.assert(
      fc.property(
        aShapeWithZeros,
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        fc.boolean(),
        someSteps,
        (shape, chosen, keepdim, steps) => {
          const [x, model] = apply(shape, steps, make(shape));
          const source = values(shape);
          const dims = model.shape.map((_, d) => d).filter((d) => chosen[d]);
          if (dims.length === 0) return; // an empty list means all dims
          const kept = model.shape.map((s, d) => (dims.includes(d) ? 1 : s));
          const groups = Array.from({ length: product(kept) }, (): number[] => []);
          [...indices(model.shape)].forEach((index, i) => groups[under(index, kept)]!.push(source[model.source[i]!]!));
          const shapeOut = keepdim ? kept : model.shape.filter((_, d) => !dims.includes(d));
          const check = (y: Tensor, fold: (group: number[]) => number): void => {
            expect(y.shape).toEqual(shapeOut);
            expect([...y.toTypedArray()].map((v) => v + 0)).toEqual(groups.map(fold));
          };
          check(x.sum(dims, { keepdim }), (g) => g.reduce((a, b) => a + b, 0));
          check(x.any(dims, { keepdim }), (g) => Number(g.some((v) => v !== 0)));
          if (dims.some((d) => model.shape[d] === 0)) return;
          check(x.amax(dims, { keepdim }), (g) => Math.max(...g));
          if (dims.length === 1) check(x.argmin(dims[0], { keepdim }), (g) => g.indexOf(Math.min(...g)));
        },
      ),
      runs,
    );
  });

  it('matmul of any batches, sizes and layouts', () => {
    const sizes = fc.tuple(
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 20 }),
    );
    const lead = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 });
    fc.assert(
      fc.property(
        sizes,
        lead,
        fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
        ([m, k, n], batch, [ta, tb, ones, bare]) => {
          const lead2 = bare ? [] : ones ? batch.map(() => 1) : batch;
          const operand = (b: Shape, rows: number, cols: number, transposed: boolean): Tensor =>
            transposed ? make([...b, cols, rows]).transpose(-1, -2) : make([...b, rows, cols]);
          const [a, b] = [operand(batch, m, k, ta), operand(lead2, k, n, tb)];
          const [x, y] = [a.toTypedArray(), b.toTypedArray()];
          const expected = [...indices([...batch, m, n])].map((index) => {
            const [i, j] = index.slice(-2) as [number, number];
            const [p, q] = [flatten(index.slice(0, -2), batch) * m * k, under(index.slice(0, -2), lead2) * k * n];
            let sum = 0;
            for (let l = 0; l < k; l++) sum += x[p + i * k + l]! * y[q + l * n + j]!;
            return sum + 0;
          });
          const out = a.matmul(b);
          expect(out.shape).toEqual([...batch, m, n]);
          expect([...out.toTypedArray()].map((v) => v + 0)).toEqual(expected);
        },
      ),
      runs,
    );
  });

  it.each([1, 4, 7])('matmul of %i rows and a matrix beyond the caches', (m) => {
    const [k, n] = [1030, 4099];
    const [x, y] = [
      Float32Array.from({ length: m * k }, (_, i) => (i % 5) - 2),
      Float32Array.from({ length: k * n }, (_, i) => (i % 7) - 3),
    ];
    const expected = new Float64Array(m * n);
    for (let i = 0; i < m; i++)
      for (let l = 0; l < k; l++) {
        const [a, from] = [x[i * k + l]!, l * n];
        for (let j = 0; j < n; j++) expected[i * n + j]! += a * y[from + j]!;
      }
    const [a, b] = [tensor(x, { shape: [m, k] }), tensor(y, { shape: [k, n] })];
    const wrong = (c: Tensor): number[] =>
      [...c.toTypedArray()].filter((v, i) => Number(v) !== expected[i]).slice(0, 5);
    expect(wrong(a.matmul(b))).toEqual([]);
    expect(wrong(b.t().contiguous().matmul(a.t()).t())).toEqual([]);
  });

  it('cat undoes narrow along any dim', () => {
    fc.assert(
      fc.property(aShape, fc.nat(10), fc.nat(10), someSteps, (shape, at, cut, steps) => {
        const [x] = apply(shape, steps, make(shape));
        if (x.ndim === 0) return;
        const d = at % x.ndim;
        const first = cut % (x.shape[d]! + 1);
        const joined = cat([x.narrow(d, 0, first), x.narrow(d, first, x.shape[d]! - first)], d);
        expect([joined.shape, joined.toTypedArray()]).toEqual([x.shape, x.toTypedArray()]);
      }),
      runs,
    );
  });

  it('gather takes the element that the index names', () => {
    fc.assert(
      fc.property(
        aShape.filter((s) => s.length > 0),
        fc.nat(10),
        fc.integer({ min: 0, max: 7 }),
        (shape, at, count) => {
          const d = at % shape.length;
          const target = shape.with(d, count);
          const picks = Array.from({ length: product(target) }, (_, i) => (i * 5 + 3) % shape[d]!);
          const out = make(shape).gather(d, tensor(Int32Array.from(picks), { shape: target }));
          const expected = [...indices(target)].map(
            (index, i) => values(shape)[flatten(index.with(d, picks[i]!), shape)]!,
          );
          expect([...out.toTypedArray()]).toEqual(expected);
        },
      ),
      runs,
    );
  });
});
