/**
 * Every function, constructor and method of the public API that takes options, as the compiler lists them, refuses names that it does
 * not have and options that are no object. A new one is called with values that its parameters' types suggest, or needs a row here.
 */
import { expect, it } from 'vitest';
import * as descend from '../../src/index.ts';
import { type Entry, entriesWithOptions } from '../support/api.ts';
import { reference, useBackend } from '../support/backends.ts';

const { arange, data, nn, ones, optim, tensor, ValueError } = descend;
type Tensor = descend.Tensor;
type Call = (options: never) => unknown;
/* eslint-disable @typescript-eslint/no-unsafe-function-type -- called as JavaScript calls them */

const linear = (): InstanceType<typeof nn.Linear> => new nn.Linear(2, 2);
const sgd = (): InstanceType<typeof optim.SGD> => new optim.SGD(linear().parameters(), { lr: 0.1 });
const images = (): Tensor => ones([1, 1, 4, 4]);
const at = (): Tensor => tensor([0, 1], { dtype: 'int32' });

/** What a parameter of this type may be given. */
function valueFor(type: string): unknown {
  if (/^Optimizer/.test(type)) return sgd();
  if (/^(AnyModule|Module|Model|M\b|Lazy)/.test(type)) return linear();
  if (/^(readonly )?Tensor.*\[\]/.test(type)) return [ones([2, 2])];
  if (/^(Iterable<Tensor|Params)/.test(type)) return linear().parameters();
  if (/^Tensors/.test(type)) return linear().stateDict();
  if (/Tensor/.test(type) && !/=>/.test(type)) return ones([2, 2]);
  if (/^(PerDim|OutputSize|Dims|number( \||$))/.test(type)) return 2;
  if (/^Shape|number\[\]/.test(type)) return [2, 2];
  if (/=>/.test(type)) return (x: unknown) => x;
  if (type === 'string') return 'weight';
  return undefined;
}

/** Calls that need other values. */
const calls: Record<string, Call> = {
  arange: (o) => arange(0, 2, 1, o),
  tensor: (o) => tensor([1], o),
  full: (o) => descend.full([2], 1, o),
  randint: (o) => descend.randint(0, 2, [2], o),
  randintLike: (o) => descend.randintLike(ones([2]), 0, 2, o),
  gradgradcheck: (o) =>
    descend.gradgradcheck((x) => x.square(), [ones([1], { dtype: 'float64', requiresGrad: true })], o),
  bucketize: (o) => descend.bucketize(ones([2]), tensor([0, 1]), o),
  'nn.functional.fold': (o) => nn.functional.fold(ones([1, 4, 1]), [2, 2], 2, o),
  'nn.functional.unfold': (o) => nn.functional.unfold(images(), 2, o),
  'nn.utils.rnn.padPackedSequence': (o) =>
    nn.utils.rnn.padPackedSequence(nn.utils.rnn.packPaddedSequence(ones([2, 1, 1]), [2]), o),
  'optim.lrScheduler.SequentialLR': (o) => {
    const optimizer = sgd();
    const parts = [new optim.lrScheduler.ConstantLR(optimizer), new optim.lrScheduler.ExponentialLR(optimizer, 0.5)];
    return new optim.lrScheduler.SequentialLR(optimizer, parts, [2], o);
  },
  'optim.Muon': (o) => new optim.Muon([linear().weight], o),
  kthvalue: (o) => descend.kthvalue(ones([2, 2]), 1, 0, o),
  'nn.Module#registerBuffer': (o) => linear().registerBuffer('b', null, o),
  'nn.Module#loadStateDict': (o) => linear().loadStateDict(linear().stateDict(), o),
  'nn.EmbeddingBag#forward': (o) => new nn.EmbeddingBag(3, 2).forward(at().view([1, 2]), o),
  'nn.MultiheadAttention#forward': (o) =>
    new nn.MultiheadAttention(2, 1).forward(ones([2, 2]), ones([2, 2]), ones([2, 2]), o),
  'nn.LearnedPositions#forward': (o) => new nn.LearnedPositions(4, 2).forward(ones([2, 2]), o),
  'nn.RotaryEmbedding#forward': (o) => new nn.RotaryEmbedding(2).forward(ones([2, 2]), o),
  'nn.SinusoidalPositions#forward': (o) => new nn.SinusoidalPositions(2).forward(ones([2, 2]), o),
  'nn.Transformer#forward': (o) => new nn.Transformer({ dModel: 2, nhead: 1, dimFeedforward: 2, numEncoderLayers: 1, numDecoderLayers: 1 }).forward(ones([2, 2]), ones([2, 2]), o), // prettier-ignore
  'nn.TransformerDecoder#forward': (o) => new nn.TransformerDecoder(new nn.TransformerDecoderLayer(2, 1), 1).forward(ones([2, 2]), ones([2, 2]), o), // prettier-ignore
  'nn.TransformerDecoderLayer#forward': (o) => new nn.TransformerDecoderLayer(2, 1).forward(ones([2, 2]), ones([2, 2]), o), // prettier-ignore
  'nn.TransformerEncoder#forward': (o) => new nn.TransformerEncoder(new nn.TransformerEncoderLayer(2, 1), 1).forward(ones([2, 2]), o), // prettier-ignore
  'nn.TransformerEncoderLayer#forward': (o) => new nn.TransformerEncoderLayer(2, 1).forward(ones([2, 2]), o),
};

/** Layers that are made of a function: it is what tells of names, when it is called. */
function inputsOf(path: string): unknown[] {
  const of = (dims: number): Tensor => ones([1, 1, ...Array<number>(dims).fill(4)]);
  const dims = /Pool(\d)d/.exec(path)?.[1] ?? /pool(\d)d/.exec(path)?.[1];
  if (dims !== undefined) return /Unpool/.test(path) ? [of(+dims), of(+dims)] : [of(+dims)];
  const three = /(GaussianNLL|MarginRanking|CosineEmbedding|TripletMargin)/.test(path);
  return Array.from({ length: path === 'nn.CTCLoss' ? 4 : three ? 3 : 2 }, () => ones([2, 2]));
}

/** Groups' options are checked with the others, multiplyAdds gets what forward got, errors' are JavaScript's, lazily takes all of its layer's. */
const left = /Error$|#(addParamGroup|multiplyAdds)$|^optim\.Optimizer$|^nn\.lazily$/;

function callOf({ path, kind, before }: Entry): Call {
  const own = calls[path];
  if (own) return own;
  const fn = path.split('.').reduce<unknown>((o, key) => (o as Record<string, unknown>)[key], descend) as Function;
  return (options) => {
    const args = [...before.map(valueFor), options];
    if (kind === 'function') return fn(...args) as unknown;
    const made = Reflect.construct(fn, args) as { forward?: (...inputs: unknown[]) => unknown };
    return made.forward?.(...inputsOf(path));
  };
}

const entries = entriesWithOptions('src/index.ts').filter(({ path }) => !left.test(path));

/** Made by functions that have more options. */
const wider =
  /^(arange|empty|eye|full|linspace|ones|zeros|tensor|rand\w*|nanmean|(empty|full|ones|zeros)Like|nn\.MaxUnpool\dd)$/;

async function errorOf(call: Call, options: unknown): Promise<unknown> {
  try {
    await call(options as never);
  } catch (error) {
    return error;
  }
  return null;
}

it('finds them all', () => {
  expect(entries.length).toBeGreaterThan(330);
  const paths = entries.map(({ path }) => path);
  for (const path of [
    'sum',
    'nn.Conv2d',
    'nn.functional.lpPool1d',
    'optim.Adam',
    'train.fit',
    'data.DataLoader',
    'init',
  ])
    expect(paths).toContain(path);
  expect(Object.keys(calls).filter((path) => !paths.includes(path))).toEqual([]);
});

it.each(entries.map((entry) => [entry.path, entry] as const))('%s', async (_, entry) => {
  useBackend(reference);
  const call = callOf(entry);
  const unknown = await errorOf(call, { noSuchOption: 1 });
  expect(unknown).toBeInstanceOf(ValueError);
  const { message } = unknown as Error;
  expect(message).toMatch(/: there is no option "noSuchOption"; it has .*\.$/);
  const listed = message.replace(/^.*it has |\.$/g, '').split(', ');
  if (wider.test(entry.path)) expect(listed).toEqual(expect.arrayContaining(entry.names));
  else expect(listed.sort()).toEqual(entry.names.sort());
  for (const bare of [true, 3]) {
    const error = await errorOf(call, bare);
    expect(error).toBeInstanceOf(ValueError);
    expect((error as Error).message).toMatch(new RegExp(`: options go into one object, .*; got ${bare}\\.$`));
  }
});

it('layers that are made of a function refuse what is no object when they are made', () => {
  const layers = nn as unknown as Record<string, new (...args: unknown[]) => unknown>;
  expect(() => new layers['ELU']!(1.3)).toThrow('ELU: options go into one object, { name: value }; got 1.3.');
  expect(() => new layers['AvgPool2d']!(2, 1)).toThrow('AvgPool2d: options go into one object');
  expect(() => new layers['LPPool2d']!(2, 2, 1)).toThrow('LPPool2d: options go into one object');
  expect(() => new layers['MSELoss']!(true)).toThrow('MSELoss: options go into one object, { name: value }; got true.');
  expect(() => new layers['MaxPool2d']!(2, 2)).toThrow('MaxPool2d: options go into one object');
  expect(() => new layers['LazyConv2d']!(2, 2, 1)).toThrow('a lazy convolution: options go into one object');
  expect(new nn.Softmax(0).forward(ones([2])).toArray()).toEqual([0.5, 0.5]);
  expect(new nn.Threshold(0.1, 20).forward(tensor([0, 1])).toArray()).toEqual([20, 1]);
  expect(data).toBeDefined();
});
