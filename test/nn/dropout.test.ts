/** Dropout of channels, and forms that keep mean and variance. */
import { beforeAll, describe, expect, it } from 'vitest';
import { Generator, gradcheck, gradgradcheck, nn, ones, randn, type Tensor } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

const F = nn.functional;

describe.each([...backends, reference])('dropout on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([
    ['dropout1d', [40, 6], [40, 1]],
    ['dropout1d', [5, 8, 6], [5, 8, 1]],
    ['dropout2d', [5, 8, 3, 4], [5, 8, 1, 1]],
    ['dropout2d', [5, 8, 6], [5, 8, 1]],
    ['dropout3d', [40, 2, 3, 2], [40, 1, 1, 1]],
    ['dropout3d', [5, 8, 2, 3, 2], [5, 8, 1, 1, 1]],
  ] as const)('%s drops whole channels of %j', (name, shape, channels) => {
    const x = ones([...shape], { requiresGrad: true });
    const y = F[name](x, { p: 0.25, generator: new Generator(2) });
    const dims = channels.flatMap((size, d) => (size === 1 ? [d] : []));
    const [least, most] = [y.amin(dims), y.amax(dims)];
    expect(least.toArray()).toEqual(most.toArray());
    expect(new Set(y.toTypedArray())).toEqual(new Set([0, Math.fround(4 / 3)]));
    y.sum().backward();
    expect(x.grad!.eq(y).all().item()).toBe(1);
    expect(F[name](x, { training: false })).toBe(x);
  });

  it('keeps mean 0 and variance 1 of normal numbers', () => {
    const x = randn([100, 400], { generator: new Generator(7) });
    for (const layer of [new nn.AlphaDropout({ p: 0.3 }), new nn.FeatureAlphaDropout({ p: 0.3 })]) {
      layer.generator = new Generator(8);
      const y = layer.forward(x);
      expect(Math.abs(y.mean().item())).toBeLessThan(0.03);
      expect(Math.abs(y.var().item() - 1)).toBeLessThan(0.03);
      // a · −1.758 + b, by Klambauer et al.: a = 1 / √(0.7 (1 + 0.3 · 1.758²)), b = 0.3 · 1.758 a
      const a = 1 / Math.sqrt(0.7 * (1 + 0.3 * 1.7580993408473766 ** 2));
      const dropped = -0.7 * 1.7580993408473766 * a;
      const share = y.sub(dropped).abs().lt(1e-5).to('float32').mean().item();
      expect(Math.abs(share - 0.3)).toBeLessThan(0.01);
      expect(layer.eval().forward(x)).toBe(x);
    }
    expect(F.alphaDropout(x, { p: 1 }).abs().amax().item()).toBe(0);
  });

  it('featureAlphaDropout drops whole channels', () => {
    const y = F.featureAlphaDropout(ones([6, 10, 3, 2]), { generator: new Generator(3) });
    expect(y.amin([2, 3]).toArray()).toEqual(y.amax([2, 3]).toArray());
    expect(new Set(y.toTypedArray()).size).toBe(2);
  });

  it('has gradients and second gradients', () => {
    const x = randn([2, 3, 4], { dtype: 'float64', requiresGrad: true });
    for (const name of ['dropout1d', 'dropout2d', 'alphaDropout', 'featureAlphaDropout'] as const) {
      const run = (a: Tensor): Tensor => F[name](a, { generator: new Generator(2) });
      gradcheck(run, [x]);
      gradgradcheck(run, [x]);
    }
  });
});

describe('what dropout refuses', () => {
  beforeAll(() => useBackend(backends[0]!));
  it.each([
    [
      'dropout1d: the input must be [channels, length] or [batch, channels, length], got [3].',
      () => F.dropout1d(ones([3])),
    ],
    [
      'dropout2d: the input must be [batch, channels, height, width], got [3, 4].',
      () => new nn.Dropout2d().forward(ones([3, 4])),
    ],
    [
      'dropout3d: the input must be [channels, depth, height, width], with a batch in front or not, got [2, 3].',
      () => new nn.Dropout3d().forward(ones([2, 3])),
    ],
    ['featureAlphaDropout: the input [3] must be [batch, channels, ...].', () => F.featureAlphaDropout(ones([3]))],
    ['alphaDropout: p must be a probability in [0, 1], got 2.', () => F.alphaDropout(ones([3]), { p: 2 })],
    ['Dropout1d: p must be a probability in [0, 1], got -1.', () => new nn.Dropout1d({ p: -1 })],
    [
      'dropout2d: options go into one object, { p: …, training: …, generator: … }; got 0.5.',
      () => F.dropout2d(ones([2, 3, 4, 5]), 0.5 as never),
    ],
    [
      'batchNorm: there is no option "momentums"; it has training, momentum, eps.',
      () => F.batchNorm(ones([2, 3]), null, null, null, null, { momentums: 1 } as never),
    ],
  ])('%s', (message, run) => expect(run).toThrow(message));
});
