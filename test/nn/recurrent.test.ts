/** RNN, LSTM, GRU, their cells and packed sequences, against PyTorch. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  backward,
  gradcheck,
  gradgradcheck,
  manualSeed,
  memory,
  nn,
  noGrad,
  ones,
  randn,
  Tensor,
  tensor,
  zeros,
} from '../../src/index.ts';
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
const { PackedSequence, packPaddedSequence, packSequence, padPackedSequence, padSequence, unpadSequence } =
  nn.utils.rnn;

interface LayerCase {
  module: string;
  args: [number, number];
  options: { batchFirst?: boolean };
  form: 'padded' | 'unbatched' | 'packed' | 'unsorted' | 'cell';
  lengths?: number[] | null;
  dtype: 'float32' | 'float64';
  stateDict: Record<string, EncodedTensor>;
  input: EncodedTensor;
  states: EncodedTensor[];
  outputs: EncodedTensor[];
  gradOutputs: EncodedTensor[];
  gradInput: Encoded[];
  gradStates: Encoded[][];
  gradParameters: Record<string, Encoded[]>;
}
interface PackingCase {
  input: EncodedTensor;
  lengths: number[];
  enforceSorted: boolean;
  batchFirst: boolean;
  data: EncodedTensor;
  batchSizes: number[];
  sortedIndices: number[] | null;
  unsortedIndices: number[] | null;
  padded: EncodedTensor;
  found: number[];
}
const { layers, packing } = readFixture<{ layers: LayerCase[]; packing: PackingCase[] }>('recurrent');

type Layer = nn.Module<[x: unknown, state?: unknown], unknown>;
function build({ module, args, options, dtype }: LayerCase): Layer {
  const make = nn[module as 'LSTM'] as unknown as new (...args: unknown[]) => Layer;
  return new make(...args, options).to(dtype);
}

/** What the layer gives, as PyTorch's list of outputs. */
function run(c: LayerCase, layer: Layer, x: Tensor, states: Tensor[]): Tensor[] {
  const state = states.length > 1 ? states : states[0];
  const { batchFirst = false } = c.options;
  const input = c.lengths ? packPaddedSequence(x, c.lengths, { batchFirst, enforceSorted: c.form === 'packed' }) : x;
  const result = layer.forward(input, state);
  if (result instanceof Tensor) return [result];
  const parts = Object.values(result as Record<string, Tensor | nn.utils.rnn.PackedSequence>);
  return parts.map((part) => (part instanceof PackedSequence ? padPackedSequence(part, { batchFirst }).output : part));
}

describe.each([...backends, reference])('recurrent layers on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([...new Set(layers.map((c) => c.module))])('%s agrees with PyTorch', (name) => {
    for (const c of layers.filter((one) => one.module === name)) {
      const what = `${JSON.stringify(c.options)} ${c.form} ${c.states.length} ${c.dtype}`;
      const tolerance = c.dtype === 'float32' ? { rtol: 1e-5, atol: 1e-5 } : { rtol: 1e-10, atol: 1e-11 };
      const layer = build(c);
      expect(Object.keys(layer.stateDict()), what).toEqual(Object.keys(c.stateDict));
      layer.loadStateDict(decode(c.stateDict) as nn.StateDict);
      const [x, states] = [decodeTensor(c.input), c.states.map((state) => decodeTensor(state))];
      const outs = run(c, layer, x, states);
      expect(outs.length, what).toBe(c.outputs.length);
      outs.forEach((out, i) => expectClose(out, c.outputs[i]!, { what: `${what}: output ${i}`, ...tolerance }));
      outs
        .map((out, i) => out.mul(decodeTensor(c.gradOutputs[i]!)).sum())
        .reduce((a, b) => a.add(b))
        .backward();
      expectClose(x.grad!, c.gradInput, { what: `${what}: gradient of the input`, ...tolerance });
      states.forEach((state, i) =>
        expectClose(state.grad!, c.gradStates[i]!, { what: `${what}: gradient of state ${i}`, ...tolerance }),
      );
      for (const [key, p] of layer.namedParameters())
        expectClose(p.grad!, c.gradParameters[key]!, { what: `${what}: gradient of ${key}`, ...tolerance });
    }
  });

  it.each(packing.map((c) => [JSON.stringify(c.lengths), c] as const))('packs lengths %s as PyTorch', (_, c) => {
    const { batchFirst, enforceSorted } = c;
    const packed = packPaddedSequence(decodeTensor(c.input), c.lengths, { batchFirst, enforceSorted });
    expectClose(packed.data, c.data);
    expect(packed.batchSizes).toEqual(c.batchSizes);
    expect(packed.sortedIndices?.toArray() ?? null).toEqual(c.sortedIndices);
    expect(packed.unsortedIndices?.toArray() ?? null).toEqual(c.unsortedIndices);
    const { output, lengths } = padPackedSequence(packed, { batchFirst, paddingValue: -1.5, totalLength: 4 });
    expectClose(output, c.padded);
    expect(lengths).toEqual(c.found);
  });

  it('pads and unpads lists', () => {
    const list = [tensor([[1], [2]]), tensor([[3]]), tensor([[4], [5], [6]])];
    const padded = padSequence(list, { batchFirst: true, paddingValue: -1 });
    expect(padded.toArray()).toEqual([
      [[1], [2], [-1]],
      [[3], [-1], [-1]],
      [[4], [5], [6]],
    ]);
    const back = unpadSequence(padSequence(list), tensor([2, 1, 3], { dtype: 'int32' }));
    expect(back.map((x) => x.toArray())).toEqual(list.map((x) => x.toArray()));
    const packed = packSequence(list, { enforceSorted: false });
    expect([packed.data.toArray(), packed.batchSizes]).toEqual([
      [[4], [1], [3], [5], [2], [6]],
      [3, 2, 1],
    ]);
  });

  it.each([
    ['RNN', {}],
    ['RNN', { nonlinearity: 'relu' }],
    ['LSTM', { bidirectional: true }],
    ['LSTM', { projSize: 1 }],
    ['GRU', { bias: false }],
  ] as const)('%s %j has gradients and second gradients', (name, options) => {
    const layer = new nn[name](2, 2, { ...options, dtype: 'float64' } as object);
    const [x, ...rest] = [
      randn([3, 2, 2], { dtype: 'float64', requiresGrad: true }),
      ...layer.parameters(),
    ] as Tensor[];
    const out = (): Tensor => {
      const result = (layer as nn.LSTM).forward(x!);
      return result.cn instanceof Tensor
        ? result.output.sum().add(result.cn.square().sum()).add(result.hn.sum())
        : result.output;
    };
    gradcheck(out, [x!, ...rest]);
    gradgradcheck(out, [x!, ...rest]);
  });

  it('has second gradients of packed sequences and of states', () => {
    const layer = new nn.GRU(2, 2, { dtype: 'float64' });
    const x = randn([3, 2, 2], { dtype: 'float64', requiresGrad: true });
    const h = randn([1, 2, 2], { dtype: 'float64', requiresGrad: true });
    const out = (): Tensor => {
      const { output, hn } = layer.forward(packPaddedSequence(x, [1, 3], { enforceSorted: false }), h);
      return output.data.square().sum().add(hn.sum());
    };
    gradcheck(out, [x, h]);
    gradgradcheck(out, [x, h]);
  });

  it('goes on from where it ended', () => {
    const layer = new nn.LSTM(3, 4, { numLayers: 2 });
    const x = randn([5, 2, 3]);
    const whole = layer.forward(x);
    const first = layer.forward(x.narrow(0, 0, 2));
    const second = layer.forward(x.narrow(0, 2, 3), [first.hn, first.cn]);
    expectClose(second.output, whole.output.narrow(0, 2, 3).toTypedArray() as unknown as number[]);
    expectClose(second.cn, whole.cn.toTypedArray() as unknown as number[]);
    // A cell does the same, step by step.
    const [cell, single] = [new nn.LSTMCell(3, 4), new nn.LSTM(3, 4)];
    cell.loadStateDict(
      Object.fromEntries(Object.entries(single.stateDict()).map(([key, t]) => [key.replace('_l0', ''), t])),
    );
    let state: { h: Tensor; c: Tensor } | null = null;
    for (let t = 0; t < 5; t++) state = cell.forward(x.select(0, t), state && [state.h, state.c]);
    const { hn, cn } = single.forward(x);
    expectClose(state!.h, hn.toTypedArray() as unknown as number[]);
    expectClose(state!.c, cn.toTypedArray() as unknown as number[]);
  });

  it('counts its multiply-adds', () => {
    // 10 rows of 4 gates of 4, from 3 inputs and 2 outputs, and the projection, 4 to 2
    const layer = new nn.LSTM(3, 4, { projSize: 2 });
    expect(layer.multiplyAdds(layer.forward(ones([5, 2, 3])))).toBe(10 * (16 * (3 + 2) + 2 * 4));
    const both = new nn.RNN(3, 4, { bidirectional: true });
    expect(both.multiplyAdds(both.forward(packPaddedSequence(ones([5, 2, 3]), [5, 2])))).toBe(7 * 2 * 4 * (3 + 4));
    const [cell, gru] = [new nn.LSTMCell(3, 4), new nn.GRUCell(3, 4)];
    expect(cell.multiplyAdds(cell.forward(ones([5, 3])))).toBe(5 * 16 * 7);
    expect(gru.multiplyAdds(gru.forward(ones([3])))).toBe(12 * 7);
  });

  it('drops between layers, in training alone', () => {
    const layer = new nn.GRU(3, 4, { numLayers: 2, dropout: 1 });
    const x = randn([2, 2, 3]);
    const dropped = noGrad(() => layer.forward(x).output);
    const other = noGrad(() => layer.forward(x.mul(2)).output);
    expect(dropped.toArray()).toEqual(other.toArray());
    layer.eval();
    expect(layer.forward(x).output.toArray()).not.toEqual(dropped.toArray());
  });

  it('starts within ±1/√hiddenSize, and is the same for the same seed', () => {
    manualSeed(4);
    const layer = new nn.LSTM(3, 16);
    for (const p of layer.parameters()) expect(p.abs().amax().item()).toBeLessThanOrEqual(0.25);
    manualSeed(4);
    expect(digest(new nn.LSTM(3, 16).parameters())).toBe(digest(layer.parameters()));
  });

  it('leaves nothing behind in a synchronous loop of 300 steps', { timeout: 120_000 }, () => {
    const layer = new nn.LSTM(8, 40, { numLayers: 2 });
    const [x, target] = [randn([6, 32, 8]), zeros([6, 32, 40])];
    let state: readonly [Tensor, Tensor] | null = null;
    const step = (): void => {
      const { output, hn, cn } = layer.forward(x, state);
      F.mseLoss(output, target).backward();
      layer.zeroGrad();
      state = [hn.detach(), cn.detach()];
    };
    const steps = backend === reference ? 20 : 300;
    for (let i = 0; i < 10; i++) step();
    const before = memory();
    for (let i = 0; i < steps; i++) step();
    const after = memory();
    expect(after.bytesPooled).toBeLessThan(1.2 * before.bytesPooled + 100_000);
    expect(after.buffersPooled).toBeLessThan(1.2 * before.buffersPooled + 10);
  });
});

describe.each(threaded)('recurrent layers on %s', (backend) => {
  it('give the same bits with any number of threads', () => {
    const bits = (threads: number): string => {
      useBackend(backend);
      backendOf(backend).setThreads(threads);
      manualSeed(5);
      const found = [new nn.LSTM(33, 65), new nn.GRU(33, 65), new nn.RNN(33, 65)].map((layer) => {
        const x = randn([7, 70, 33]).requiresGrad_();
        const { output } = (layer as nn.GRU).forward(x);
        backward(output.square().sum());
        return digest([output, x.grad!, ...[...layer.parameters()].map((p) => p.grad!)]);
      });
      return found.join();
    };
    expect(bits(2)).toBe(bits(1));
    backendOf(backend).setThreads(2);
  });
});

describe('what recurrent layers refuse', () => {
  beforeAll(() => useBackend(backends[0]!));

  it.each([
    ['LSTM: hiddenSize must be a whole number ≥ 1, got 2.5.', () => new nn.LSTM(3, 2.5)],
    [
      'LSTM: projSize must be a whole number from 0 to below hiddenSize, 2, got 2.',
      () => new nn.LSTM(3, 2, { projSize: 2 }),
    ],
    ['GRU: numLayers must be a whole number ≥ 1, got 0.', () => new nn.GRU(3, 2, { numLayers: 0 })],
    ['GRU: p must be a probability in [0, 1], got 2.', () => new nn.GRU(3, 2, { dropout: 2 })],
    ["RNN: nonlinearity is 'elu'; use 'tanh' or 'relu'.", () => new nn.RNN(3, 2, { nonlinearity: 'elu' as 'relu' })],
    [
      'LSTM: the input must be [time, 3] or [time, batch, 3], got [5, 4].',
      () => new nn.LSTM(3, 2).forward(ones([5, 4])),
    ],
    [
      'LSTM: the input must be [time, 3] or [batch, time, 3], got [3].',
      () => new nn.LSTM(3, 2, { batchFirst: true }).forward(ones([3])),
    ],
    ['GRU: the input [0, 2, 3] has no element.', () => new nn.GRU(3, 2).forward(ones([0, 2, 3]))],
    [
      'GRU: h0 has shape [1, 3, 2]; for this input it must be [1, 4, 2].',
      () => new nn.GRU(3, 2).forward(ones([5, 4, 3]), ones([1, 3, 2])),
    ],
    [
      'LSTM: c0 has shape [1, 2]; for this input it must be [1, 4, 2].',
      () => new nn.LSTM(3, 2).forward(ones([5, 4, 3]), [ones([1, 4, 2]), ones([1, 2])]),
    ],
    [
      "RNN: the operands are float64 and float32; they must be the same. Convert one with x.to('float64').",
      () => new nn.RNN(3, 2).forward(ones([5, 4, 3], { dtype: 'float64' })),
    ],
    [
      'LSTM: the packed data [3, 2] must be [elements, 3].',
      () => new nn.LSTM(3, 2).forward(new PackedSequence(ones([3, 2]), [2, 1])),
    ],
    ['LSTMCell: the input must be [3] or [batch, 3], got [2, 4].', () => new nn.LSTMCell(3, 2).forward(ones([2, 4]))],
    [
      'GRUCell: h has shape [2]; for this input it must be [5, 2].',
      () => new nn.GRUCell(3, 2).forward(ones([5, 3]), ones([2])),
    ],
    ['RNNCell: the input [0, 3] has no element.', () => new nn.RNNCell(3, 2).forward(ones([0, 3]))],
    [
      'packPaddedSequence: lengths must not increase, got [1, 2]. Pass { enforceSorted: false } to have them sorted.',
      () => packPaddedSequence(ones([2, 2]), [1, 2]),
    ],
    [
      'packPaddedSequence: there are 1 lengths for 2 sequences, of the input [3, 2].',
      () => packPaddedSequence(ones([3, 2]), [1]),
    ],
    [
      'packPaddedSequence: lengths must be whole numbers from 1 to 3, the length of the padded sequences, got [4, 1].',
      () => packPaddedSequence(ones([3, 2]), [4, 1]),
    ],
    ['packPaddedSequence: the input [3] must be [time, batch, ...].', () => packPaddedSequence(ones([3]), [1])],
    [
      'padPackedSequence: totalLength must be a whole number from 2, the longest length, on, got 1.',
      () => padPackedSequence(new PackedSequence(ones([3, 2]), [2, 1]), { totalLength: 1 }),
    ],
    ['padSequence: the list is empty.', () => padSequence([])],
    [
      'padSequence: sequences must differ in their first dim alone, got [2, 1] and [2, 2].',
      () => padSequence([ones([2, 1]), ones([2, 2])]),
    ],
    [
      'unpadSequence: there are 1 lengths for 2 sequences, of the input [3, 2].',
      () => unpadSequence(ones([3, 2]), [1]),
    ],
  ])('%s', (message, refused) => expect(refused).toThrow(message));
});
