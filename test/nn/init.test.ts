import { describe, expect, it } from 'vitest';
import { eye, Generator, nn, noGrad, ones, tensor, type Tensor, zeros } from '../../src/index.ts';
import { readFixture } from '../support/fixtures.ts';

const { init, utils } = nn;

interface Dirac {
  shape: number[];
  groups: number;
  values: number[];
}

/** Mean, deviation and largest magnitude. */
function moments(x: Tensor): { mean: number; std: number; most: number } {
  const values = [...x.toTypedArray()];
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
  return { mean, std: Math.sqrt(variance), most: values.reduce((a, b) => Math.max(a, Math.abs(b)), 0) };
}

describe('init', () => {
  const generator = (): Generator => new Generator(11);
  const cases: [name: string, fill: (x: Tensor) => Tensor, std: number, uniform: boolean][] = [
    [
      'kaimingUniform_',
      (x) => init.kaimingUniform_(x, { nonlinearity: 'relu', generator: generator() }),
      Math.sqrt(2 / 400),
      true,
    ],
    [
      'kaimingUniform_ fanOut',
      (x) => init.kaimingUniform_(x, { mode: 'fanOut', a: 1, generator: generator() }),
      Math.sqrt(1 / 300),
      true,
    ],
    [
      'kaimingNormal_',
      (x) => init.kaimingNormal_(x, { nonlinearity: 'tanh', generator: generator() }),
      5 / 3 / 20,
      false,
    ],
    [
      'xavierUniform_',
      (x) => init.xavierUniform_(x, { gain: 2, generator: generator() }),
      2 * Math.sqrt(2 / 700),
      true,
    ],
    ['xavierNormal_', (x) => init.xavierNormal_(x, { generator: generator() }), Math.sqrt(2 / 700), false],
    ['uniform_', (x) => init.uniform_(x, { a: -2, b: 2, generator: generator() }), 2 / Math.sqrt(3), true],
    ['normal_', (x) => init.normal_(x, { std: 3, generator: generator() }), 3, false],
  ];
  it.each(cases)('%s has its deviation', (_, fill, std, uniform) => {
    const x = zeros([300, 400], { requiresGrad: true });
    expect(fill(x)).toBe(x);
    const found = moments(x);
    expect(Math.abs(found.mean)).toBeLessThan(std / 50);
    expect(found.std / std).toBeGreaterThan(0.99);
    expect(found.std / std).toBeLessThan(1.01);
    if (uniform) expect(found.most).toBeLessThanOrEqual(std * Math.sqrt(3) * (1 + 1e-6));
    else expect(found.most).toBeGreaterThan(3.5 * std);
    expect(
      fill(zeros([300, 400]))
        .eq(x)
        .all()
        .item(),
    ).toBe(1);
  });
  it('counts the receptive field', () => {
    expect(init.calculateFans('test', zeros([8, 4, 3, 3]))).toEqual({ fanIn: 36, fanOut: 72 });
    expect(() => init.xavierUniform_(zeros([3]))).toThrow(
      'xavierUniform_: [3] has no inputs and outputs to count; it needs at least 2 dims. Use uniform_ or normal_.',
    );
  });
  it('fills', () => {
    const x = zeros([2]);
    expect(init.constant_(x, 0.5).toArray()).toEqual([0.5, 0.5]);
    expect(init.ones_(x).toArray()).toEqual([1, 1]);
    expect(init.zeros_(x).toArray()).toEqual([0, 0]);
  });
  it('makes identities', () => {
    expect(init.eye_(zeros([2, 3])).toArray()).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    for (const { shape, groups, values } of readFixture<{ dirac: Dirac[] }>('nn_core').dirac)
      expect([...init.dirac_(ones(shape), { groups }).toTypedArray()]).toEqual(values);
    expect(() => init.eye_(zeros([2]))).toThrow('eye_: takes a tensor of 2 dims, got [2].');
    expect(() => init.dirac_(zeros([2, 2]))).toThrow('dirac_: takes a tensor of 3, 4 or 5 dims, got [2, 2].');
    expect(() => init.dirac_(zeros([3, 2, 1]), { groups: 2 })).toThrow(
      'dirac_: 2 groups do not divide 3, the first dim of [3, 2, 1].',
    );
  });
  it('draws normal numbers between two bounds', () => {
    const options = { mean: 1, std: 2, a: 0, b: 3 };
    const x = init.truncNormal_(zeros([200, 200], { requiresGrad: true }), { ...options, generator: generator() });
    const values = [...x.toTypedArray()];
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(3);
    // What lies below is a part of the normal distribution between the bounds: Φ(t) from a sum of its density.
    const below = (t: number): number => {
      let total = 0;
      for (let z = -0.5; z < (t - 1) / 2; z += 1e-4) total += Math.exp(-(z * z) / 2) * 1e-4;
      return total;
    };
    for (const t of [0.5, 1, 2]) {
      const share = values.filter((v) => v < t).length / values.length;
      expect(share).toBeCloseTo(below(t) / below(3), 2);
    }
    const [wide] = [init.truncNormal_(zeros([100, 100]), { generator: generator() })];
    expect(moments(wide).most).toBeLessThanOrEqual(2);
    expect(() => init.truncNormal_(x, { a: 1, b: 1 })).toThrow('truncNormal_: a (1) must be below b (1).');
  });
  it('draws rows at right angles', () => {
    for (const shape of [
      [4, 6],
      [6, 4],
      [3, 2, 2, 1],
    ]) {
      const x = init.orthogonal_(zeros(shape, { requiresGrad: true }), { gain: 2, generator: generator() });
      const m = x.detach().flatten({ startDim: 1 });
      const small = m.shape[0]! <= m.shape[1]! ? m.matmul(m.t()) : m.t().matmul(m);
      const n = small.shape[0]!;
      expect(small.sub(eye(n).mul(4)).abs().amax().item()).toBeLessThan(1e-5);
    }
    // Signs are as likely as each other.
    const signs = Array.from({ length: 200 }, (_, i) =>
      Math.sign(
        init
          .orthogonal_(zeros([1, 2]), { generator: new Generator(i) })
          .select(1, 0)
          .item(),
      ),
    );
    expect(Math.abs(signs.reduce((a, b) => a + b, 0))).toBeLessThan(60);
    expect(() => init.orthogonal_(zeros([3]))).toThrow('orthogonal_: takes a tensor of 2 dims or more, got [3].');
  });
  it('leaves parts of columns out', () => {
    const x = init.sparse_(zeros([10, 300], { requiresGrad: true }), 0.25, { std: 3, generator: generator() });
    expect(x.eq(0).sum(0).toArray()).toEqual(Array.from({ length: 300 }, () => 3));
    const kept = [...x.toTypedArray()].filter((v) => v !== 0);
    expect(Math.sqrt(kept.reduce((a, b) => a + b * b, 0) / kept.length)).toBeCloseTo(3, 0);
    expect(() => init.sparse_(x, 1.5)).toThrow('sparse_: sparsity must lie in [0, 1], got 1.5.');
    expect(() => init.sparse_(zeros([2]), 0.5)).toThrow('sparse_: takes a tensor of 2 dims, got [2].');
  });
  it('knows gains', () => {
    expect(init.calculateGain('leakyRelu', 2)).toBeCloseTo(Math.sqrt(0.4), 12);
    expect(init.calculateGain('leakyRelu')).toBeCloseTo(Math.sqrt(2 / 1.0001), 12);
    expect(init.calculateGain('selu')).toBe(0.75);
    expect(() => init.calculateGain('swish' as 'relu')).toThrow("calculateGain: no gain is known for 'swish'");
    expect(() => init.kaimingNormal_(zeros([2, 2]), { mode: 'fan_in' as 'fanIn' })).toThrow(
      "kaimingNormal_: mode is 'fan_in'; use 'fanIn' or 'fanOut'.",
    );
  });
});

describe('utils', () => {
  const withGradients = (...gradients: number[][]): Tensor[] =>
    gradients.map((values) => {
      const p = noGrad(() => ones([values.length])).requiresGrad_();
      p.mul(tensor(values)).sum().backward();
      return p;
    });
  it('clips the norm of all gradients together', () => {
    const parameters = [...withGradients([3, 0], [0, 4]), ones([1], { requiresGrad: true })];
    expect(utils.clipGradNorm_(parameters, 10).item()).toBeCloseTo(5, 6);
    expect(parameters[0]!.grad!.toArray()).toEqual([3, 0]);
    expect(utils.clipGradNorm_(parameters, 1).item()).toBeCloseTo(5, 6);
    expect((parameters[1]!.grad!.toArray() as number[])[1]).toBeCloseTo(0.8, 5);
    const infinite = withGradients([3, -7]);
    expect(utils.clipGradNorm_(infinite, 1, { normType: Infinity }).item()).toBe(7);
    expect(utils.clipGradNorm_(withGradients([3, -7]), 100, { normType: 1 }).item()).toBeCloseTo(10, 5);
    expect(utils.clipGradNorm_([], 1).item()).toBe(0);
  });
  it('refuses norms that are not finite, when told to', () => {
    const clip = (errorIfNonfinite: boolean): Tensor =>
      utils.clipGradNorm_(withGradients([NaN]), 1, { errorIfNonfinite });
    expect(clip(false).item()).toBeNaN();
    expect(() => clip(true)).toThrow(
      'clipGradNorm_: the norm of the gradients is NaN. Look for NaN or infinities in the loss.',
    );
    expect(() => utils.clipGradNorm_([], -1)).toThrow('clipGradNorm_: maxNorm must be ≥ 0, got -1.');
  });
  it('clips values', () => {
    const parameters = withGradients([3, -0.5], [-4]);
    utils.clipGradValue_(parameters, 1);
    expect(parameters.map((p) => p.grad!.toArray())).toEqual([[1, -0.5], [-1]]);
  });
});
