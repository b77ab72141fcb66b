/** Starting values of parameters, written in place. https://pytorch.org/docs/stable/nn.init.html */
import { show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { fill_ } from '../ops/create.ts';
import { known } from '../options.ts';
import { type Generator, normal_ as randomNormal_, uniform_ as randomUniform_ } from '../random.ts';
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
