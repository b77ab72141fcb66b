/** Starting values of parameters, written in place. https://pytorch.org/docs/stable/nn.init.html */
import { show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { copy_, eye, fill_, tensor } from '../ops/create.ts';
import { diagonal } from '../ops/diagonal.ts';
import { add, clamp, erf, erfinv, mul, sign } from '../ops/elementwise.generated.ts';
import { flatten, reshape, transpose } from '../ops/shape.ts';
import { known } from '../options.ts';
import { qr } from '../linalg/index.ts';
import { type Generator, normal_ as randomNormal_, randperm, uniform_ as randomUniform_ } from '../random.ts';
import type { Tensor } from '../tensor.ts';

// Parameters are leaves, which only noGrad may write.
const uniformInPlace: typeof randomUniform_ = (...args) => noGrad(() => randomUniform_(...args));
const normalInPlace: typeof randomNormal_ = (...args) => noGrad(() => randomNormal_(...args));

export interface InitOptions {
  generator?: Generator;
}

/** Activations whose gain is known. */
export type Nonlinearity =
  'linear' | 'conv1d' | 'conv2d' | 'conv3d' | 'sigmoid' | 'tanh' | 'relu' | 'leakyRelu' | 'selu';

/**
 * By how much the activation shrinks deviations: what initial weights make up for.
 * @param param leakyRelu's negative slope, 0.01 unless given
 * @throws ValueError for an activation without a known gain
 */
export function calculateGain(nonlinearity: Nonlinearity, param = 0.01): number {
  switch (nonlinearity) {
    case 'linear':
    case 'conv1d':
    case 'conv2d':
    case 'conv3d':
    case 'sigmoid':
      return 1;
    case 'tanh':
      return 5 / 3;
    case 'relu':
      return Math.SQRT2;
    case 'leakyRelu':
      return Math.sqrt(2 / (1 + param * param));
    case 'selu':
      return 3 / 4;
    default:
      throw new ValueError(
        `calculateGain: no gain is known for '${String(nonlinearity)}'; use linear, conv1d, conv2d, conv3d, sigmoid, tanh, relu, leakyRelu or selu.`,
      );
  }
}

/** How many inputs an output has, and how many outputs an input goes to. @throws ShapeError for fewer than 2 dims */
export function calculateFans(op: string, x: Tensor): { fanIn: number; fanOut: number } {
  if (x.ndim < 2) {
    throw new ShapeError(
      `${op}: ${show(x.shape)} has no inputs and outputs to count; it needs at least 2 dims. Use uniform_ or normal_.`,
    );
  }
  const field = x.shape.slice(2).reduce((a, b) => a * b, 1);
  return { fanIn: x.shape[1]! * field, fanOut: x.shape[0]! * field };
}

/** x uniform in [a, b). @throws ValueError unless x is contiguous and float */
export function uniform_(x: Tensor, options: { a?: number; b?: number } & InitOptions = {}): Tensor {
  const { a = 0, b = 1, generator } = known('uniform_', options, ['a', 'b', 'generator']);
  return uniformInPlace(x, a, b, { generator });
}
/** x normal. @throws ValueError unless x is contiguous and float */
export function normal_(x: Tensor, options: { mean?: number; std?: number } & InitOptions = {}): Tensor {
  const { mean = 0, std = 1, generator } = known('normal_', options, ['mean', 'std', 'generator']);
  return normalInPlace(x, mean, std, { generator });
}
/** All of x one value. */
export function constant_(x: Tensor, value: number): Tensor {
  return noGrad(() => fill_(x, value));
}
/** All of x 0. */
export function zeros_(x: Tensor): Tensor {
  return constant_(x, 0);
}
/** All of x 1. */
export function ones_(x: Tensor): Tensor {
  return constant_(x, 1);
}

export interface XavierOptions extends InitOptions {
  /** See calculateGain. Default: 1. */
  gain?: number;
}

function xavierStd(op: string, x: Tensor, gain: number): number {
  const { fanIn, fanOut } = calculateFans(op, x);
  return gain * Math.sqrt(2 / (fanIn + fanOut));
}
/** Uniform, of deviation gain · √(2 / (fanIn + fanOut)). Glorot & Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks". @throws ShapeError for fewer than 2 dims */
export function xavierUniform_(x: Tensor, options: XavierOptions = {}): Tensor {
  const { gain = 1, generator } = known('xavierUniform_', options, ['gain', 'generator']);
  const bound = Math.sqrt(3) * xavierStd('xavierUniform_', x, gain);
  return uniformInPlace(x, -bound, bound, { generator });
}
/** Normal, of deviation gain · √(2 / (fanIn + fanOut)). Glorot & Bengio 2010. @throws ShapeError for fewer than 2 dims */
export function xavierNormal_(x: Tensor, options: XavierOptions = {}): Tensor {
  const { gain = 1, generator } = known('xavierNormal_', options, ['gain', 'generator']);
  return normalInPlace(x, 0, xavierStd('xavierNormal_', x, gain), { generator });
}

export interface KaimingOptions extends InitOptions {
  /** The negative slope, for leakyRelu. Default: 0. */
  a?: number;
  /** Whether deviations are kept forward or backward. Default: 'fanIn'. */
  mode?: 'fanIn' | 'fanOut';
  /** Default: 'leakyRelu'. */
  nonlinearity?: Nonlinearity;
}

function kaimingStd(op: string, x: Tensor, options: KaimingOptions): number {
  const names = ['a', 'mode', 'nonlinearity', 'generator'];
  const { a = 0, mode = 'fanIn', nonlinearity = 'leakyRelu' } = known(op, options, names);
  if (mode !== 'fanIn' && mode !== 'fanOut')
    throw new ValueError(`${op}: mode is '${String(mode)}'; use 'fanIn' or 'fanOut'.`);
  return calculateGain(nonlinearity, a) / Math.sqrt(calculateFans(op, x)[mode]);
}
/** Uniform, of deviation gain / √fan. He et al. 2015, https://arxiv.org/abs/1502.01852 @throws ShapeError for fewer than 2 dims */
export function kaimingUniform_(x: Tensor, options: KaimingOptions = {}): Tensor {
  const bound = Math.sqrt(3) * kaimingStd('kaimingUniform_', x, options);
  return uniformInPlace(x, -bound, bound, { generator: options.generator });
}
/** Normal, of deviation gain / √fan. He et al. 2015, https://arxiv.org/abs/1502.01852 @throws ShapeError for fewer than 2 dims */
export function kaimingNormal_(x: Tensor, options: KaimingOptions = {}): Tensor {
  return normalInPlace(x, 0, kaimingStd('kaimingNormal_', x, options), { generator: options.generator });
}

/** @throws ShapeError unless x has one of these numbers of dims */
function requireDims(op: string, x: Tensor, ...counts: number[]): void {
  if (counts.includes(x.ndim)) return;
  throw new ShapeError(
    `${op}: takes a tensor of ${counts.join(', ').replace(/, (\d)$/, ' or $1')} dims, got ${show(x.shape)}.`,
  );
}

/** The identity matrix, n × m. @throws ShapeError unless x has 2 dims */
export function eye_(x: Tensor): Tensor {
  requireDims('eye_', x, 2);
  return noGrad(() => copy_(x, eye(x.shape[0]!, x.shape[1])));
}

/**
 * Weights of a convolution that leaves as many channels as they are as it can, in each group.
 * https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.dirac_
 * @throws ShapeError unless x has 3 to 5 dims; ValueError unless groups divides the first of them
 */
export function dirac_(x: Tensor, options: { groups?: number } = {}): Tensor {
  const { groups = 1 } = known('dirac_', options, ['groups']);
  requireDims('dirac_', x, 3, 4, 5);
  const [outputs, inputs, ...field] = x.shape as [number, number, ...number[]];
  if (!Number.isInteger(groups) || groups < 1 || outputs % groups !== 0)
    throw new ValueError(`dirac_: ${groups} groups do not divide ${outputs}, the first dim of ${show(x.shape)}.`);
  const values = new Float64Array(x.length);
  const size = field.reduce((a, b) => a * b, 1);
  const centre = field.reduce((at, length) => at * length + Math.floor(length / 2), 0);
  const each = outputs / groups;
  for (let output = 0; output < outputs; output++) {
    const input = output % each;
    if (input < inputs) values[(output * inputs + input) * size + centre] = 1;
  }
  return noGrad(() => copy_(x, tensor(values, { shape: x.shape })));
}

/**
 * Normal, without what falls outside of [a, b]: uniform numbers through the inverse of the distribution.
 * https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.trunc_normal_
 * @throws ValueError unless a < b and x is contiguous and float
 */
export function truncNormal_(
  x: Tensor,
  options: { mean?: number; std?: number; a?: number; b?: number } & InitOptions = {},
): Tensor {
  const {
    mean = 0,
    std = 1,
    a = -2,
    b = 2,
    generator,
  } = known('truncNormal_', options, ['mean', 'std', 'a', 'b', 'generator']);
  if (!(a < b)) throw new ValueError(`truncNormal_: a (${a}) must be below b (${b}).`);
  return noGrad(() =>
    scope(() => {
      const edges = tensor(
        [a, b].map((edge) => (edge - mean) / (std * Math.SQRT2)),
        { dtype: 'float64' },
      );
      const [low, high] = erf(edges).toTypedArray();
      const drawn = erfinv(randomUniform_(x, low, high, { generator }));
      return copy_(x, clamp(add(mul(drawn, std * Math.SQRT2), mean), a, b));
    }),
  );
}

/**
 * Rows, or columns where there are fewer of them, at right angles to each other, of length `gain`; dims after the first are one.
 * Saxe et al. 2013, https://arxiv.org/abs/1312.6120
 * @throws ShapeError for fewer than 2 dims
 */
export function orthogonal_(x: Tensor, options: XavierOptions = {}): Tensor {
  const { gain = 1, generator } = known('orthogonal_', options, ['gain', 'generator']);
  if (x.ndim < 2) throw new ShapeError(`orthogonal_: takes a tensor of 2 dims or more, got ${show(x.shape)}.`);
  if (x.length === 0) return x;
  return noGrad(() =>
    scope(() => {
      const drawn = flatten(randomNormal_(x, 0, 1, { generator }), { startDim: 1 });
      const wide = drawn.shape[0]! < drawn.shape[1]!;
      const { Q: q, R: r } = qr(wide ? transpose(drawn, 0, 1) : drawn);
      // With the signs of r the distribution is uniform.
      const signed = mul(q, mul(sign(diagonal(r)), gain));
      return copy_(x, reshape(wide ? transpose(signed, 0, 1) : signed, x.shape));
    }),
  );
}

/**
 * Normal of mean 0, with a part of each column zeros. Martens 2010, "Deep learning via Hessian-free optimization".
 * @param sparsity the part of zeros, rounded up to whole rows @throws ShapeError unless x has 2 dims; ValueError unless sparsity
 * lies in [0, 1]
 */
export function sparse_(x: Tensor, sparsity: number, options: { std?: number } & InitOptions = {}): Tensor {
  const { std = 0.01, generator } = known('sparse_', options, ['std', 'generator']);
  requireDims('sparse_', x, 2);
  if (!(sparsity >= 0 && sparsity <= 1)) throw new ValueError(`sparse_: sparsity must lie in [0, 1], got ${sparsity}.`);
  const [rows, columns] = x.shape as [number, number];
  const zeros = Math.ceil(sparsity * rows);
  const kept = new Uint8Array(rows * columns).fill(1);
  normalInPlace(x, 0, std, { generator });
  for (let column = 0; column < columns; column++) {
    const order = randperm(rows, { generator }).toTypedArray();
    for (let i = 0; i < zeros; i++) kept[order[i]! * columns + column] = 0;
  }
  return noGrad(() => scope(() => copy_(x, mul(x, tensor(kept, { shape: x.shape })))));
}
