/** Layers that normalise, against PyTorch and by hand. */
import { beforeAll, describe, expect, it } from 'vitest';
import { manualSeed, memory, nn, ones, randn, tensor, zeros } from '../../src/index.ts';
import { backendOf, backends, reference, threaded, useBackend } from '../support/backends.ts';
import { digest } from '../support/digest.ts';
import {
  decode,
  decodeTensor,
  type Encoded,
  type EncodedTensor,
  expectClose,
  readFixture,
} from '../support/fixtures.ts';

const F = nn.functional;

interface NormCase {
  module: string;
  args: unknown[];
  options: Record<string, unknown>;
  dtype: 'float32' | 'float64';
  start: Record<string, EncodedTensor>;
  steps: {
    input: EncodedTensor;
    output: EncodedTensor;
    gradOutput: EncodedTensor;
    gradInput: Encoded[];
    gradParameters: Record<string, Encoded[]>;
  }[];
  after: Record<string, EncodedTensor>;
  evaluated: EncodedTensor;
}
const cases = readFixture<NormCase[]>('norms');

function build({ module, args, options, dtype }: NormCase): nn.Module {
  const make = nn[module as 'LayerNorm'] as unknown as new (...args: unknown[]) => nn.Module;
  return new make(...args, options).to(dtype);
}

describe.each([...backends, reference])('normalisation on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([...new Set(cases.map((c) => c.module))])('%s agrees with PyTorch', (name) => {
    for (const c of cases.filter((one) => one.module === name)) {
      const what = `${JSON.stringify([c.args, c.options])} ${c.dtype} [${c.steps[0]!.input.shape.join()}]`;
      const module = build(c);
      const tolerance = c.dtype === 'float32' ? { rtol: 1e-4, atol: 1e-5 } : { rtol: 1e-9, atol: 1e-10 };
      expect(Object.keys(module.stateDict()), what).toEqual(Object.keys(c.start));
      module.loadStateDict(decode(c.start) as nn.StateDict);
      for (const step of c.steps) {
        const input = decodeTensor(step.input);
        module.zeroGrad();
        const output = module.forward(input);
        expectClose(output, step.output, { what, ...tolerance });
        output.backward(decodeTensor(step.gradOutput));
        expectClose(input.grad!, step.gradInput, { what: `${what}: gradient of the input`, ...tolerance });
        for (const [key, p] of module.namedParameters())
          expectClose(p.grad!, step.gradParameters[key]!, { what: `${what}: gradient of ${key}`, ...tolerance });
      }
      const state = module.stateDict();
      for (const [key, wanted] of Object.entries(c.after))
        expectClose(state[key]!, wanted.data, { what: `${what}: ${key} after`, ...tolerance });
      module.eval();
      expectClose(module.forward(decodeTensor(c.steps[0]!.input)), c.evaluated, {
        what: `${what}: evaluated`,
        ...tolerance,
      });
    }
  });

  it('RMSNorm is x over the root of the mean square', () => {
    const layer = new nn.RMSNorm(4, { dtype: 'float64' });
    layer.weight!.detach().copy_(tensor([1, 2, -1, 0.5]));
    const x = [1, -2, 3, 0.5];
    const root = Math.sqrt((1 + 4 + 9 + 0.25) / 4 + 2 ** -52);
    const wanted = [1 / root, -4 / root, -3 / root, 0.25 / root];
    expectClose(layer.forward(tensor(x, { dtype: 'float64' })), wanted);
    expect(Object.keys(layer.stateDict())).toEqual(['weight']);
    expect(new nn.RMSNorm([2, 2], { elementwiseAffine: false }).weight).toBeNull();
  });

  it('is exact where the mean is large', () => {
    // 4096 ± 2⁻¹⁰: the deviation is a few ulp of the mean.
    const x = tensor(Array.from({ length: 1000 }, (_, i) => 4096 + (i % 2 === 0 ? 1 : -1) * 2 ** -10));
    const y = F.layerNorm(x, [1000], null, null, { eps: 0 });
    expectClose(
      y,
      Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 1 : -1)),
      { rtol: 1e-5 },
    );
  });

  it('forgets what it saw, and is trained without running statistics', () => {
    const layer = new nn.BatchNorm1d(2);
    layer.forward(
      tensor([
        [1, 2],
        [3, 8],
      ]),
    );
    expect(layer.runningMean!.toArray()).toEqual([Math.fround(0.2), 0.5]);
    expect(layer.numBatchesTracked!.item()).toBe(1);
    layer.resetRunningStats();
    expect([layer.runningMean!.toArray(), layer.runningVar!.toArray()]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(layer.numBatchesTracked!.item()).toBe(0);
    const bare = new nn.BatchNorm1d(2, { trackRunningStats: false }).eval();
    expect(Object.keys(bare.stateDict())).toEqual(['weight', 'bias']);
    expectClose(
      bare.forward(
        tensor([
          [1, 2],
          [3, 8],
        ]),
      ),
      [-1, -1, 1, 1],
      { rtol: 1e-4 },
    );
  });

  it('leaves nothing behind in a loop', () => {
    const model = new nn.Sequential(
      new nn.Linear(32, 256),
      new nn.BatchNorm1d(256),
      new nn.LayerNorm(256),
      new nn.Linear(256, 64),
    );
    const [x, target] = [randn([32, 32]), zeros([32, 64])];
    const step = (): void => {
      F.mseLoss(model.forward(x), target).backward();
      model.zeroGrad();
    };
    for (let i = 0; i < 5; i++) step();
    const before = memory();
    for (let i = 0; i < (backend === reference ? 5 : 50); i++) step();
    const after = memory();
    expect(after.bytesPooled + after.bytesLive).toBeLessThan(before.bytesPooled + before.bytesLive + 200_000);
  });
});

describe.each(threaded)('normalisation on %s', (backend) => {
  it('gives the same bits with any number of threads', () => {
    const run = (threads: number): string => {
      useBackend(backend);
      backendOf(backend).setThreads(threads);
      manualSeed(3);
      const found = [
        new nn.LayerNorm(65),
        new nn.GroupNorm(3, 33),
        new nn.BatchNorm1d(33),
        new nn.InstanceNorm1d(33, { affine: true }),
      ].map((layer) => {
        const x = randn([31, 33, 65]).requiresGrad_();
        const y = layer.forward(x);
        y.square().mul(x).sum().backward();
        return digest([y, x.grad!, ...[...layer.parameters()].map((p) => p.grad!)]);
      });
      return found.join();
    };
    expect(run(2)).toBe(run(1));
    backendOf(backend).setThreads(2);
  });
});

describe('what normalisation refuses', () => {
  beforeAll(() => useBackend(backends[0]!));
  const x = (): ReturnType<typeof ones> => ones([2, 3, 4]);

  it.each([
    ['layerNorm: the input [2, 3, 4] does not end in normalizedShape, [3].', () => F.layerNorm(x(), [3])],
    ['rmsNorm: the input [2, 3, 4] does not end in normalizedShape, [].', () => F.rmsNorm(x(), [])],
    [
      'layerNorm: bias has shape [3]; for the input [2, 3, 4] it must be [4].',
      () => F.layerNorm(x(), [4], null, ones([3])),
    ],
    ['groupNorm: 3 channels cannot be divided into 2 groups.', () => F.groupNorm(x(), 2)],
    ['GroupNorm: 6 channels cannot be divided into 4 groups.', () => new nn.GroupNorm(4, 6)],
    [
      'groupNorm: 2 groups of the input [1, 2] have one value each, and no variance.',
      () => F.groupNorm(ones([1, 2]), 2),
    ],
    ['GroupNorm: the input must be [batch, 4, ...], got [2, 3, 4].', () => new nn.GroupNorm(2, 4).forward(x())],
    ['batchNorm: without training it needs runningMean and runningVar.', () => F.batchNorm(x(), null, null)],
    [
      'batchNorm: training needs more than one value per channel, got the input [1, 3]. Use a larger batch, or eval().',
      () => new nn.BatchNorm1d(3).forward(ones([1, 3])),
    ],
    [
      'batchNorm: the input [4] must be [batch, channels, ...].',
      () => F.batchNorm(ones([4]), null, null, null, null, { training: true }),
    ],
    [
      'batchNorm: weight has shape [4]; for the input [2, 3, 4] it must be [3].',
      () => F.batchNorm(x(), null, null, ones([4]), null, { training: true }),
    ],
    [
      'instanceNorm: an instance needs more than one value per channel, got the input [2, 3].',
      () => F.instanceNorm(ones([2, 3])),
    ],
    [
      'instanceNorm: without useInputStats it needs runningMean and runningVar.',
      () => F.instanceNorm(x(), null, null, null, null, { useInputStats: false }),
    ],
    [
      'BatchNorm2d: the input must be [batch, channels, height, width], got [2, 3, 4].',
      () => new nn.BatchNorm2d(3).forward(x()),
    ],
    ['BatchNorm1d: the input [2, 3, 4] has 3 channels, not numFeatures, 4.', () => new nn.BatchNorm1d(4).forward(x())],
    [
      'InstanceNorm2d: the input must be [channels, height, width] or [batch, channels, height, width], got [2, 3].',
      () => new nn.InstanceNorm2d(2).forward(ones([2, 3])),
    ],
    [
      'localResponseNorm: the input [2, 3] must be [batch, channels, length, ...].',
      () => F.localResponseNorm(ones([2, 3]), 3),
    ],
    ['localResponseNorm: size must be a whole number ≥ 1, got 0.', () => F.localResponseNorm(x(), 0)],
    [
      "layerNorm: the operands are float32 and float64; they must be the same. Convert one with x.to('float32').",
      () => F.layerNorm(x(), [4], ones([4], { dtype: 'float64' })),
    ],
    [
      "layerNorm: the first operand is int32; it takes float32, float64, float16, bfloat16. Convert with x.to('float32').",
      () => F.layerNorm(x().to('int32'), [4]),
    ],
  ])('%s', (message, run) => expect(run).toThrow(message));
});
