import { beforeAll, describe, expect, it } from 'vitest';
import {
  Generator,
  grad,
  manualSeed,
  memory,
  nn,
  ones,
  randn,
  setNumThreads,
  stack,
  type Tensor,
  zeros,
} from '../../src/index.ts';
import { backends, backendOf, reference, threaded, useBackend } from '../support/backends.ts';
import { decode, decodeTensor, type EncodedTensor, expectClose, readFixture } from '../support/fixtures.ts';
import { expectCase, type ModuleCase } from '../support/moduleCases.ts';

const F = nn.functional;
interface SizeCase {
  outputSize: number[];
  stateDict: Record<string, EncodedTensor>;
  input: EncodedTensor;
  output: EncodedTensor;
}
const fixtures = readFixture<{ modules: ModuleCase[]; outputSizes: SizeCase[] }>('conv');

describe.each([...backends, reference])('convolutions on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([...new Set(fixtures.modules.map((c) => c.module))])('%s agrees with PyTorch', (name) => {
    for (const c of fixtures.modules) if (c.module === name) expectCase(c);
  });

  it('a transposed convolution gives the size it is asked for', () => {
    for (const c of fixtures.outputSizes) {
      const layer = new nn.ConvTranspose2d(1, 2, 3, { stride: 2, padding: 1 });
      layer.loadStateDict(decode(c.stateDict) as nn.StateDict);
      expectClose(layer.forward(decodeTensor(c.input), { outputSize: c.outputSize }), c.output);
    }
    const layer = new nn.ConvTranspose2d(1, 2, 3, { stride: 2, padding: 1 });
    expect(() => layer.forward(ones([1, 1, 3, 3]), { outputSize: [5, 8] })).toThrow(
      'ConvTranspose2d: outputSize [5, 8] is out of reach for input [1, 1, 3, 3]: it must lie between [5, 5] and [6, 6].',
    );
  });

  it('leaves nothing behind in a loop', () => {
    const model = new nn.Sequential(new nn.Conv2d(1, 8, 3), new nn.ReLU(), new nn.Conv2d(8, 8, 3, { stride: 2 }));
    const x = randn([8, 1, 28, 28]);
    const step = (): void => {
      model.forward(x).square().mean().backward();
      model.zeroGrad();
    };
    for (let i = 0; i < 5; i++) step();
    const before = memory();
    for (let i = 0; i < 20; i++) step();
    const after = memory();
    expect(after.bytesPooled + after.bytesLive).toBeLessThan(before.bytesPooled + before.bytesLive + 100_000);
  });

  it('takes kernels that are larger than what the kernels of WASM hold at once', () => {
    manualSeed(4);
    const draw = (...shape: number[]): Tensor => randn(shape, { dtype: 'float64', requiresGrad: true });
    const [x, w, b] = [draw(1, 2, 10008), draw(2, 2, 10000), draw(2)];
    const [image, kernel] = [draw(1, 1, 103, 102), draw(1, 1, 100, 101)];
    /** One output: the sum of products of a window and the kernel. */
    const at = (window: Tensor, weight: Tensor): Tensor => window.mul(weight).sum();
    const cases: [Tensor, () => Tensor, Tensor[]][] = [
      [
        F.conv1d(x, w, b, { stride: 4, padding: 4 }),
        () => {
          const padded = F.pad(x, [4, 4]);
          const outputs = [0, 1].flatMap((o) =>
            [0, 4, 8, 12, 16].map((from) =>
              at(padded.select(0, 0).narrow(1, from, 10000), w.select(0, o)).add(b.select(0, o)),
            ),
          );
          return stack(outputs).reshape([1, 2, 5]);
        },
        [x, w, b],
      ],
      [
        F.conv2d(image, kernel, null),
        () => {
          const rows = [0, 1, 2, 3].flatMap((i) =>
            [0, 1].map((j) => at(image.narrow(2, i, 100).narrow(3, j, 101), kernel)),
          );
          return stack(rows).reshape([1, 1, 4, 2]);
        },
        [image, kernel],
      ],
    ];
    for (const [y, expected, leaves] of cases) {
      const wanted = expected();
      expect(y.shape).toEqual(wanted.shape);
      const pull = randn(y.shape, { dtype: 'float64' });
      const [found, other] = [y, wanted].map((z) => grad(z.mul(pull).sum(), leaves));
      const tolerance = { rtol: 1e-9, atol: 1e-9 };
      expectClose(y, [...wanted.toTypedArray<'float64'>()], tolerance);
      found!.forEach((g, i) => expectClose(g, [...other![i]!.toTypedArray<'float64'>()], tolerance));
    }
  });

  it('gives zeros for what an empty batch says of the weights', () => {
    const layer = new nn.Conv2d(2, 3, 3);
    layer
      .forward(zeros([0, 2, 5, 5]))
      .sum()
      .backward();
    expect(layer.weight.grad!.eq(0).all().item()).toBe(1);
    expect(layer.weight.grad!.shape).toEqual([3, 2, 3, 3]);
    expect(layer.bias!.grad!.toArray()).toEqual([0, 0, 0]);
  });
});

it.each(threaded)('the same bits whatever the number of threads: %s', (backend) => {
  useBackend(backend);
  const run = (threads: number): number[][] => {
    backendOf(backend).setThreads(threads);
    manualSeed(3);
    return [
      [[20, 3, 30, 31], [33, 3, 3, 3], { padding: 1 }],
      [[1, 3, 120, 120], [40, 3, 7, 7], { stride: 2, padding: 3 }],
      [[1, 3, 160, 160], [32, 3, 3, 3], { stride: 2, padding: 1 }],
      [[1, 40, 40, 40], [24, 40, 3, 3], { stride: 2 }],
      [[6, 32, 12, 12], [32, 1, 3, 3], { groups: 32 }],
      [[9, 64, 10, 10], [32, 64, 1, 1], {}],
    ].flatMap(([shape, kernel, options]) => {
      const x = randn(shape as number[], { requiresGrad: true });
      const w = randn(kernel as number[], { requiresGrad: true });
      const y = F.conv2d(x, w, null, options as object);
      return [y, ...grad(y, [x, w], { gradOutputs: [randn(y.shape)] })].map((t: Tensor) => [...t.toTypedArray()]);
    });
  };
  const one = run(1);
  try {
    expect(run(3)).toEqual(one);
  } finally {
    setNumThreads(2);
    backendOf(backend).setThreads(2);
  }
});

describe('starting values', () => {
  it('lie within ±1/√fanIn, from the generator', () => {
    const make = (): nn.Conv2d => new nn.Conv2d(4, 64, 5, { generator: new Generator(1) });
    for (const p of make().parameters()) {
      expect(p.abs().amax().item()).toBeLessThanOrEqual(0.1);
      expect(p.abs().amax().item()).toBeGreaterThan(0.09);
    }
    expect(make().weight.toArray()).toEqual(make().weight.toArray());
  });
});

it('layers tell their multiply-adds', () => {
  const down = new nn.Conv2d(4, 6, [2, 3], { groups: 2 });
  const x = ones([5, 4, 8, 8]);
  const y = down.forward(x);
  expect(down.multiplyAdds(y)).toBe(5 * 6 * 7 * 6 * 2 * 6);
  const up = new nn.ConvTranspose2d(6, 4, [2, 3], { groups: 2 });
  expect(up.multiplyAdds(up.forward(y), [y])).toBe(5 * 6 * 7 * 6 * 2 * 6);
});

describe('lazy layers', () => {
  it('learn their channels from the first input', () => {
    const layer = new nn.LazyConv2d(6, 3, { groups: 2, generator: new Generator(1) });
    expect(() => layer.stateDict()).toThrow('LazyConv2d.weight');
    expect(layer.forward(ones([2, 4, 5, 5])).shape).toEqual([2, 6, 3, 3]);
    expect([layer.inChannels, layer.weight.shape]).toEqual([4, [6, 2, 3, 3]]);
    expect(layer.weight.toArray()).toEqual(
      new nn.Conv2d(4, 6, 3, { groups: 2, generator: new Generator(1) }).weight.toArray(),
    );
    const up = new nn.LazyConvTranspose1d(3, 2, { stride: 2, bias: false });
    expect(up.forward(ones([5, 4])).shape).toEqual([3, 8]);
    expect([up.weight.shape, up.bias]).toEqual([[5, 3, 2], null]);
    expect(() => new nn.LazyConv1d(4, 2, { groups: 2 }).forward(ones([3, 8]))).toThrow(
      'LazyConv1d: the 3 channels of the first input do not make 2 equal groups.',
    );
  });
});

describe('errors', () => {
  const x = (): Tensor => ones([2, 3, 8, 8]);
  it.each<[string, () => unknown, string]>([
    [
      'channels',
      () => F.conv2d(x(), ones([4, 2, 3, 3])),
      'conv2d: input [2, 3, 8, 8] has 3 channels, weight [4, 2, 3, 3] takes 2. Channels come right before the 2 spatial dims.',
    ],
    [
      'channels in groups',
      () => F.conv2d(x(), ones([4, 3, 3, 3]), null, { groups: 2 }),
      'conv2d: input [2, 3, 8, 8] has 3 channels, weight [4, 3, 3, 3] takes 6 in 2 groups. Channels come right before the 2 spatial dims.',
    ],
    [
      'dims',
      () => F.conv2d(ones([8, 8]), ones([4, 3, 3, 3])),
      'conv2d: the input must be [N, C, H, W] or [C, H, W], got [8, 8]. Reshape it or add a dim with unsqueeze.',
    ],
    [
      'dims of the weight',
      () => F.conv1d(ones([2, 3, 8]), ones([4, 3])),
      'conv1d: weight must have 3 dims, none of them empty (channels, channels of a group, kernel), got [4, 3].',
    ],
    [
      'groups',
      () => F.conv2d(x(), ones([4, 1, 3, 3]), null, { groups: 3 }),
      'conv2d: the 4 channels of weight [4, 1, 3, 3] do not make 3 equal groups.',
    ],
    [
      'a large kernel',
      () => F.conv2d(x(), ones([4, 3, 5, 5]), null, { dilation: 2 }),
      'conv2d: a kernel of [5, 5] with dilation [2, 2] is larger than the input [2, 3, 8, 8] with padding [0, 0].',
    ],
    [
      'the bias',
      () => F.conv2d(x(), ones([4, 3, 3, 3]), ones([3])),
      'conv2d: bias [3] must be [4], one for each output channel.',
    ],
    [
      'the stride',
      () => F.conv2d(x(), ones([4, 3, 3, 3]), null, { stride: [1, 0] }),
      'conv2d: stride must be a whole number ≥ 1, or 2 of them, got [1, 0].',
    ],
    [
      'options that are none',
      () => F.conv2d(x(), ones([4, 3, 3, 3]), null, 2 as unknown as object),
      'conv2d: options go into one object, { stride: …, padding: …, dilation: …, groups: … }; got 2.',
    ],
    [
      'same',
      () => F.conv2d(x(), ones([4, 3, 3, 3]), null, { stride: 2, padding: 'same' }),
      "conv2d: padding 'same' needs a stride of 1, got [2, 2]. Give the padding in numbers.",
    ],
    ['dtypes', () => F.conv2d(x(), ones([4, 3, 3, 3], { dtype: 'float64' })), 'conv2d: '],
    [
      'the output padding',
      () => F.convTranspose2d(x(), ones([3, 4, 3, 3]), null, { outputPadding: 1 }),
      'convTranspose2d: outputPadding [1, 1] must be smaller than the stride [1, 1] or the dilation [1, 1].',
    ],
    [
      'an empty output',
      () => F.convTranspose2d(ones([1, 3, 1, 1]), ones([3, 4, 2, 2]), null, { padding: 1 }),
      'convTranspose2d: the output would be [0, 0] for input [1, 3, 1, 1]. Give less padding than [1, 1].',
    ],
    ['sizes', () => new nn.Conv2d(3, 4, 0), 'Conv2d: kernelSize must be a whole number ≥ 1, or 2 of them, got 0.'],
    [
      'groups of a layer',
      () => new nn.Conv2d(3, 4, 3, { groups: 2 }),
      'Conv2d: inChannels (3) and outChannels (4) must be multiples of groups (2).',
    ],
    [
      'the padding mode',
      () => new nn.Conv2d(3, 4, 3, { paddingMode: 'mirror' as 'reflect' }),
      "Conv2d: paddingMode must be one of zeros, reflect, replicate, circular, got 'mirror'.",
    ],
  ])('name %s', (_, run, message) => {
    expect(run).toThrow(message);
  });
});
