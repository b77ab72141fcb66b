/** The same seed gives the same bits: in every run, and with any number of threads. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearGrad } from '../../src/autograd.ts';
import {
  backendInfo,
  Generator,
  grad,
  manualSeed,
  noGrad,
  normal,
  rand,
  randint,
  randn,
  randperm,
  setNumThreads,
  type Tensor,
  tensor,
} from '../../src/index.ts';
import { threaded, useBackend } from '../support/backends.ts';

/** The bytes of everything fn computed. */
const bits = (fn: () => Tensor | Tensor[]): Uint8Array[] =>
  [fn()].flat().map((x) => new Uint8Array(x.toTypedArray().buffer));
const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((x, i) => x === b[i]);

function train(): Tensor[] {
  manualSeed(7);
  const [w1, b1, w2] = [randn([50, 300]).mul(0.2), randn([300]), randn([300, 10]).mul(0.1)].map((p) =>
    p.requiresGrad_(),
  ) as [Tensor, Tensor, Tensor];
  const x = randn([128, 50]);
  const target = randint(0, 10, [128]).oneHot(10).to('float32');
  for (let step = 0; step < 15; step++) {
    const logits = x.matmul(w1).add(b1).relu().matmul(w2);
    logits.logSoftmax(1).mul(target).sum(1).mean().neg().backward();
    for (const p of [w1, b1, w2]) {
      noGrad(() => p.detach().copy_(p.sub(p.grad!.mul(0.3))));
      clearGrad(p);
    }
  }
  return [w1, b1, w2];
}

/** Large enough for several threads each. */
const work: Record<string, () => Tensor | Tensor[]> = {
  'elementwise and broadcast': () =>
    randn([517, 301])
      .sigmoid()
      .mul(randn([301])),
  'matmul, packed': () => randn([257, 300]).matmul(randn([300, 271])),
  'matmul, transposed': () =>
    randn([300, 257])
      .t()
      .matmul(randn([271, 300]).t()),
  // sizes that leave the last panels of both operands a little short
  'matmul, of many shapes': () =>
    Array.from({ length: 24 }, (_, i) => {
      const [m, k, n] = [20 + 29 * (i % 5), 300 + 67 * (i % 6), 30 + 59 * (i % 7)] as const;
      return randn([m, k]).matmul(i % 2 === 0 ? randn([k, n]) : randn([n, k]).t());
    }),
  'matmul, deep': () => randn([20, 5000]).matmul(randn([5000, 20])),
  'matmul, vector': () => [randn([900, 700]).matmul(randn([700])), randn([700]).matmul(randn([700, 900]))],
  'matmul, beyond the caches': () => {
    const m = randn([1030, 4099]);
    const t = m.t().contiguous();
    return [1, 8].map((rows) => randn([rows, 1030])).flatMap((x) => [x.matmul(m), t.matmul(x.t())]);
  },
  'matmul, batched': () => randn([40, 33, 31]).matmul(randn([31, 35])),
  sums: () => [randn([517, 301]), randn([301, 517])].flatMap((x) => [x.sum(), x.sum(0), x.sum(1), x.mean([0, 1])]),
  'sum of a long vector': () => [randn([1_000_003]).sum(), randn([1_000_003], { dtype: 'float64' }).sum()],
  extremes: () => [randn([517, 301]).amax(0), randn([517, 301]).argmin(1), randn([517, 301]).argmax()],
  softmax: () => [randn([700, 123]).softmax(1), randn([123, 700]).logSoftmax(0)],
  scatter: () => {
    const x = randn([97, 301], { requiresGrad: true });
    return grad(x.indexSelect(0, randint(0, 97, [3000])), [x], { gradOutputs: [randn([3000, 301])] });
  },
  random: () => [
    rand([100_003]),
    randn([100_003]),
    normal(1, 2, [50_001], { dtype: 'float64' }),
    randint(0, 1000, [40_001]),
    randperm(5000),
  ],
  'a training run': train,
};

describe.each(threaded)('%s', (backend) => {
  let before = 1;
  beforeAll(() => {
    useBackend(backend);
    before = backendInfo().threads;
  });
  afterAll(() => setNumThreads(before));

  it.each(Object.keys(work))('%s: the same bits with 1, 2 and 5 threads', (name) => {
    const runs = [1, 2, 5, 1].map((threads) => {
      setNumThreads(threads);
      expect(backendInfo().threads).toBe(threads);
      manualSeed(3);
      return bits(work[name]!);
    });
    for (const run of runs.slice(1)) expect(run.every((r, i) => same(r, runs[0]![i]!))).toBe(true);
    manualSeed(4);
    expect(bits(work[name]!), 'the comparison can see a difference').not.toEqual(
      name === 'a training run' ? [] : runs[0],
    );
  });

  it('generators are streams of their own', () => {
    const [a, b] = [new Generator(5), new Generator(5)];
    const first = randn([10], { generator: a }).toArray();
    rand([3]); // the default generator
    expect(randn([10], { generator: b }).toArray()).toEqual(first);
    const next = randn([10], { generator: a }).toArray();
    expect(next).not.toEqual(first);
    expect(randn([10], { generator: b }).toArray()).toEqual(next);
    expect(a.initialSeed()).toBe(5);
  });

  it('a generator goes on from a saved state', () => {
    const g = new Generator(11);
    rand([1001], { generator: g });
    const state = g.getState();
    const expected = rand([7], { generator: g }).toArray();
    expect(rand([7], { generator: new Generator().setState(state) }).toArray()).toEqual(expected);
    expect(rand([7], { generator: g.setState(state) }).toArray()).toEqual(expected);
    expect(rand([1001], { generator: g.manualSeed(11) }).toTypedArray()).toEqual(
      rand([1001], { generator: new Generator(11) }).toTypedArray(),
    );
  });

  it('random numbers have the moments they should', () => {
    manualSeed(0);
    const moments = (x: Tensor): number[] => [x.mean().item(), x.sub(x.mean()).square().mean().sqrt().item()];
    const n = 200_000;
    const near = ([mean, std]: number[], [m, s]: [number, number]): void => {
      expect(Math.abs(mean! - m)).toBeLessThan((5 * s) / Math.sqrt(n)); // 5 standard errors
      expect(Math.abs(std! - s)).toBeLessThan((5 * s) / Math.sqrt(2 * n));
    };
    near(moments(rand([n])), [0.5, Math.sqrt(1 / 12)]);
    near(moments(randn([n])), [0, 1]);
    near(moments(normal(-3, 0.5, [n], { dtype: 'float64' })), [-3, 0.5]);
    const dice = randint(1, 7, [n]);
    expect([dice.min().item(), dice.max().item(), dice.dtype]).toEqual([1, 6, 'int32']);
    near(moments(dice.to('float64')), [3.5, Math.sqrt(35 / 12)]);
    const u = rand([n]);
    expect([u.min().item() >= 0, u.max().item() < 1]).toEqual([true, true]);
    expect([...randperm(1000).toTypedArray()].sort((x, y) => x - y)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
    expect(tensor([1, 2, 3]).uniform_(5, 6).amin().item()).toBeGreaterThanOrEqual(5);
  });
});
