import { beforeAll, describe, expect, it } from 'vitest';
import { gradcheck, gradgradcheck, nn, ones, randn, type Tensor } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';
import { readFixture } from '../support/fixtures.ts';
import { expectCase, type ModuleCase } from '../support/moduleCases.ts';

const F = nn.functional;
const fixtures = readFixture<{ modules: ModuleCase[] }>('frames');

describe.each([...backends, reference])('images on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([...new Set(fixtures.modules.map((c) => c.module))])('%s agrees with PyTorch', (name) => {
    for (const c of fixtures.modules) if (c.module === name) expectCase(c);
  });

  it('pads that PyTorch 1.13 lacks are those it has', () => {
    const x = randn([1, 2, 3, 4]);
    const same = (a: Tensor, b: Tensor): void => expect(a.toArray()).toEqual(b.toArray());
    same(new nn.CircularPad2d([1, 2, 0, 3]).forward(x), F.pad(x, [1, 2, 0, 3], { mode: 'circular' }));
    same(new nn.CircularPad1d(2).forward(x.select(0, 0)), F.pad(x.select(0, 0), [2, 2], { mode: 'circular' }));
    same(new nn.CircularPad3d(1).forward(x), F.pad(x, [1, 1, 1, 1, 1, 1], { mode: 'circular' }));
    same(new nn.ZeroPad1d([1, 0]).forward(x), F.pad(x, [1, 0]));
    same(new nn.ZeroPad3d(1).forward(x), F.pad(x, [1, 1, 1, 1, 1, 1]));
    const shuffled = new nn.ChannelShuffle(2).forward(randn([1, 4, 1, 1], { requiresGrad: true }));
    expect(shuffled.requiresGrad).toBe(true);
  });

  it('have gradients and second gradients', () => {
    const leaf = (shape: number[]): Tensor => randn(shape, { dtype: 'float64', requiresGrad: true });
    for (const mode of ['bilinear', 'bicubic'] as const) {
      const call = (x: Tensor): Tensor => F.interpolate(x, { size: [3, 5], mode });
      gradcheck(call, [leaf([1, 1, 2, 3])]);
      const sample = (x: Tensor, grid: Tensor): Tensor =>
        F.gridSample(x, grid.mul(0.4), { mode, paddingMode: 'reflection' });
      gradcheck(sample, [leaf([1, 2, 3, 4]), leaf([1, 2, 2, 2])]);
      gradgradcheck(sample, [leaf([1, 1, 3, 4]), leaf([1, 1, 2, 2])]);
    }
    gradcheck((t) => F.affineGrid(t, [2, 1, 2, 3]), [leaf([2, 2, 3])]);
    gradcheck((x) => F.fold(F.unfold(x, 2, { padding: 1 }), [3, 4], 2, { padding: 1 }), [leaf([1, 2, 3, 4])]);
    gradcheck((x) => F.channelShuffle(x, 2), [leaf([1, 4, 1, 2])]);
  });

  it('take an empty batch', () => {
    expect(F.interpolate(ones([0, 2, 3, 3]), { scaleFactor: 2 }).shape).toEqual([0, 2, 6, 6]);
    expect(F.gridSample(ones([0, 2, 3, 3]), ones([0, 4, 5, 2])).shape).toEqual([0, 2, 4, 5]);
    expect(F.unfold(ones([0, 2, 3, 3]), 2).shape).toEqual([0, 8, 4]);
    expect(F.pixelShuffle(ones([0, 4, 3, 3]), 2).shape).toEqual([0, 1, 6, 6]);
  });
});

describe('errors', () => {
  const x = (): Tensor => ones([1, 4, 3, 4]);
  it.each<[string, () => unknown, string]>([
    ['no size', () => F.interpolate(x()), 'interpolate: give either size or scaleFactor, and not both.'],
    [
      'a mode for other dims',
      () => F.interpolate(x(), { size: 2, mode: 'linear' }),
      "interpolate: 'linear' is for 1 spatial dims after [N, C], got [1, 4, 3, 4].",
    ],
    [
      'aligned corners',
      () => F.interpolate(x(), { size: 2, alignCorners: true }),
      "interpolate: alignCorners is for the linear modes and 'bicubic', not for 'nearest'.",
    ],
    [
      'sizes',
      () => F.interpolate(x(), { size: [2, 0] }),
      'interpolate: size [2, 0] does not give 2 sizes ≥ 1 for [3, 4].',
    ],
    [
      'grids',
      () => F.gridSample(x(), ones([1, 2, 2, 3])),
      'gridSample: input [1, 4, 3, 4] and grid [1, 2, 2, 3] must be [N, C, H, W] and [N, h, w, 2]',
    ],
    [
      'maps',
      () => F.affineGrid(ones([1, 3, 4]), [1, 1, 2, 2]),
      'affineGrid: theta [1, 3, 4] does not fit size [1, 1, 2, 2]',
    ],
    [
      'channels',
      () => F.pixelShuffle(x(), 3),
      'pixelShuffle: the 4 channels of [1, 4, 3, 4] are no multiple of 9, upscaleFactor squared.',
    ],
    [
      'pixels',
      () => F.pixelUnshuffle(x(), 2),
      'pixelUnshuffle: height and width of [1, 4, 3, 4] are no multiples of 2.',
    ],
    [
      'groups',
      () => F.channelShuffle(x(), 3),
      'channelShuffle: [1, 4, 3, 4] must be [N, C, ...] with C a multiple of 3.',
    ],
    [
      'columns',
      () => F.fold(ones([1, 4, 5]), 3, 2),
      'fold: the input must be [N, C · 4, 4] for kernels of [2, 2] over [3, 3], got [1, 4, 5].',
    ],
    ['windows', () => F.unfold(x(), 4), 'unfold: windows of [4, 4] with dilation [1, 1] are larger than [3, 4]'],
    [
      'sides',
      () => new nn.ReflectionPad2d([1, 2]).forward(x()),
      'ReflectionPad2d: padding must be a number, or 4 of them, got [1, 2].',
    ],
    [
      'dims of a pad',
      () => new nn.ReplicationPad1d(1).forward(x()),
      'ReplicationPad1d: the input needs 2 or 3 dims, got [1, 4, 3, 4].',
    ],
  ])('name %s', (_, run, message) => {
    expect(run).toThrow(message);
  });
});
