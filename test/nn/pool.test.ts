import { beforeAll, describe, expect, it } from 'vitest';
import { gradcheck, nn, ones, randn, type Tensor, tensor } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';
import { decodeTensor, type EncodedTensor, expectClose, readFixture } from '../support/fixtures.ts';
import { expectCase, type ModuleCase } from '../support/moduleCases.ts';

const F = nn.functional;
interface IndexCase {
  n: 1 | 2 | 3;
  kernel: number | number[];
  options: object;
  input: EncodedTensor;
  values: EncodedTensor;
  indices: EncodedTensor;
  unpooled?: EncodedTensor;
}
const fixtures = readFixture<{ modules: ModuleCase[]; indices: IndexCase[] }>('pool');

describe.each([...backends, reference])('pools on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([...new Set(fixtures.modules.map((c) => c.module))])('%s agrees with PyTorch', (name) => {
    for (const c of fixtures.modules) if (c.module === name) expectCase(c);
  });

  it('indices and unpooling agree with PyTorch', () => {
    for (const { n, kernel, options, input, ...wanted } of fixtures.indices) {
      const { values, indices } = F[`maxPool${n}d`](decodeTensor(input), kernel, { ...options, returnIndices: true });
      expectClose(values, wanted.values);
      expectClose(indices, wanted.indices);
      if (wanted.unpooled) expectClose(F[`maxUnpool${n}d`](values, indices, kernel, options), wanted.unpooled);
      const pool = new nn[`MaxPool${n}d`](kernel, { ...options, returnIndices: true });
      expect(pool.forward(decodeTensor(input)).indices.toArray()).toEqual(indices.toArray());
    }
  });

  it('unpools to a size that is asked for, with gradients', () => {
    const { values, indices } = F.maxPool2d(
      tensor([
        [
          [
            [1, 2, 3],
            [4, 5, 6],
            [7, 8, 9],
          ],
        ],
      ]),
      2,
      { returnIndices: true },
    );
    expect(new nn.MaxUnpool2d(2).forward(values, indices, { outputSize: [3, 3] }).toArray()).toEqual([
      [
        [
          [0, 0, 0],
          [0, 5, 0],
          [0, 0, 0],
        ],
      ],
    ]);
    const x = randn([1, 2, 2, 2], { dtype: 'float64', requiresGrad: true });
    const at = tensor([3, 6, 8, 11, 0, 2, 12, 15], { dtype: 'int32', shape: [1, 2, 2, 2] });
    gradcheck((t) => F.maxUnpool2d(t, at, 2), [x]);
  });

  it('returned indices outlive the graph', () => {
    const x = randn([2, 3, 40, 40], { requiresGrad: true });
    const { values, indices } = F.maxPool2d(x, 2, { returnIndices: true });
    values.sum().backward();
    const again = F.maxPool2d(x, 2);
    expect(indices.amax().item()).toBeLessThan(1600);
    again.sum().backward();
    expect(x.grad!.sum().item()).toBe(2 * values.length);
  });
});

describe('errors', () => {
  const x = (): Tensor => ones([1, 2, 4, 4]);
  it.each<[string, () => unknown, string]>([
    ['dims', () => F.maxPool2d(ones([4, 4]), 2), 'maxPool2d: the input must be [N, C, H, W] or [C, H, W], got [4, 4].'],
    [
      'padding',
      () => F.avgPool2d(x(), 3, { padding: 2 }),
      'avgPool2d: padding [2, 2] must be at most half of the kernel [3, 3].',
    ],
    [
      'windows',
      () => F.maxPool2d(x(), 5),
      'maxPool2d: windows of [5, 5] with dilation [1, 1] are larger than the input [1, 2, 4, 4] with padding [0, 0].',
    ],
    [
      'kernels',
      () => F.avgPool2d(x(), [2, 0]),
      'avgPool2d: kernelSize must be a whole number ≥ 1, or 2 of them, got [2, 0].',
    ],
    [
      'divisors',
      () => F.avgPool2d(x(), 2, { divisorOverride: 0 }),
      'avgPool2d: divisorOverride must be a whole number > 0, got 0.',
    ],
    [
      'sizes',
      () => F.adaptiveAvgPool2d(x(), [1, 2, 3]),
      'adaptiveAvgPool2d: outputSize must be a whole number ≥ 0, or 2 of them, got [1, 2, 3].',
    ],
    [
      'nothing to pool',
      () => F.adaptiveMaxPool2d(ones([1, 2, 0, 4]), 2),
      'adaptiveMaxPool2d: input [1, 2, 0, 4] has no positions to pool.',
    ],
    [
      'integers',
      () => F.maxPool2d(x().to('int32'), 2),
      'maxPool2d: the input is int32; it takes float32, float64, float16, bfloat16.',
    ],
    [
      'unknown options',
      () => F.maxPool2d(x(), 2, { strides: 2 } as object),
      'maxPool2d: there is no option "strides"; it has stride, padding, ceilMode, dilation, returnIndices.',
    ],
    ['norms', () => F.lpPool2d(x(), 0, 2), 'lpPool2d: normType must be > 0, got 0.'],
    [
      'indices',
      () => F.maxUnpool2d(x(), ones([1, 2, 2, 2]).to('int32'), 2),
      'maxUnpool2d: indices [1, 2, 2, 2] must have the shape of the input, [1, 2, 4, 4].',
    ],
    [
      'sizes out of reach',
      () => F.maxUnpool2d(x(), ones([1, 2, 4, 4]).to('int32'), 2, { outputSize: [8, 10] }),
      'maxUnpool2d: outputSize [8, 10] must differ from [8, 8] by less than the stride [2, 2].',
    ],
  ])('name %s', (_, run, message) => {
    expect(run).toThrow(message);
  });
});
