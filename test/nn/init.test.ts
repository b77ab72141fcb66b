import { describe, expect, it } from 'vitest';
import { Generator, nn, noGrad, ones, tensor, type Tensor, zeros } from '../../src/index.ts';

const { init, utils } = nn;

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
