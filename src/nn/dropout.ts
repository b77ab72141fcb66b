/** Dropout, without state: of elements, of whole channels, and forms that keep mean and variance. */
import { floatTypes, requireDType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { empty_ } from '../ops/elementwise.ts';
import { add, mul, where } from '../ops/elementwise.generated.ts';
import { maskScale } from '../ops/internal.generated.ts';
import { known } from '../options.ts';
import { fillRandom, type Generator } from '../random.ts';
import type { Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';

export interface DropoutOptions {
  /** The probability that an element becomes 0. Default: 0.5. */
  p?: number;
  /** Nothing is dropped when false. Default: true. */
  training?: boolean;
  generator?: Generator;
}

const names = ['p', 'training', 'generator'];

/** @throws ValueError unless p lies in [0, 1] */
export function checkDropout(op: string, p: number): void {
  if (!(p >= 0 && p <= 1)) throw new ValueError(`${op}: p must be a probability in [0, 1], got ${p}.`);
}

/**
 * Zeros elements at random and scales the others by 1 / (1 − p). Srivastava et al. 2014;
 * https://pytorch.org/docs/stable/generated/torch.nn.Dropout.html
 * @throws ValueError unless p lies in [0, 1]; DTypeError unless x is float
 */
export function dropout(x: Tensor, options: DropoutOptions = {}): Tensor {
  const { p = 0.5, training = true, generator } = known('dropout', options, names);
  checkDropout('dropout', p);
  requireDType('dropout', 'the input', x, floatTypes);
  if (!training || p === 0) return x;
  return drop(x, x.shape, p, generator);
}

const keptOf = (shape: Shape, p: number, generator?: Generator): Tensor =>
  fillRandom(empty_(shape, 'bool', false), 'bernoulli', 1 - p, 0, generator);

function drop(x: Tensor, shape: Shape, p: number, generator?: Generator): Tensor {
  // With p = 1 nothing is left to scale, and 1 / 0 must not reach a second derivative.
  return scope(() => maskScale(x, keptOf(shape, p, generator), { scale: p === 1 ? 0 : 1 / (1 - p) }));
}

/** One for each channel of x, the first dim or, with a batch, the second. */
const perChannel = (x: Tensor, channels: number): Shape => x.shape.map((size, d) => (d <= channels ? size : 1));

/** Zeros whole channels. @param channels which dim they are, by the number of dims of x */
function dropChannels(
  op: string,
  x: Tensor,
  channels: Readonly<Record<number, number>>,
  takes: string,
  options: DropoutOptions,
): Tensor {
  const { p = 0.5, training = true, generator } = known(op, options, names);
  checkDropout(op, p);
  requireDType(op, 'the input', x, floatTypes);
  const dim = channels[x.ndim];
  if (dim === undefined) throw new ShapeError(`${op}: the input must be ${takes}, got ${show(x.shape)}.`);
  return !training || p === 0 ? x : drop(x, perChannel(x, dim), p, generator);
}

/**
 * Zeros whole channels of [channels, length] or [batch, channels, length]; see dropout. Tompson et al. 2015,
 * https://arxiv.org/abs/1411.4280; https://pytorch.org/docs/stable/generated/torch.nn.Dropout1d.html @throws ValueError, DTypeError, ShapeError
 */
export function dropout1d(x: Tensor, options: DropoutOptions = {}): Tensor {
  return dropChannels('dropout1d', x, { 2: 0, 3: 1 }, '[channels, length] or [batch, channels, length]', options);
}
/**
 * Zeros whole channels of [batch, channels, height, width], or of [batch, channels, length] as PyTorch does; see dropout.
 * https://pytorch.org/docs/stable/generated/torch.nn.Dropout2d.html @throws ValueError, DTypeError, ShapeError
 */
export function dropout2d(x: Tensor, options: DropoutOptions = {}): Tensor {
  return dropChannels('dropout2d', x, { 3: 1, 4: 1 }, '[batch, channels, height, width]', options);
}
/**
 * Zeros whole channels of [channels, depth, height, width], with a batch in front or not; see dropout.
 * https://pytorch.org/docs/stable/generated/torch.nn.Dropout3d.html @throws ValueError, DTypeError, ShapeError
 */
export function dropout3d(x: Tensor, options: DropoutOptions = {}): Tensor {
  return dropChannels(
    'dropout3d',
    x,
    { 4: 0, 5: 1 },
    '[channels, depth, height, width], with a batch in front or not',
    options,
  );
}

/** What SELU tends to for negative numbers. */
const least = -1.7580993408473766;

function dropAlpha(op: string, x: Tensor, shape: Shape, options: DropoutOptions): Tensor {
  const { p = 0.5, training = true, generator } = known(op, options, names);
  checkDropout(op, p);
  requireDType(op, 'the input', x, floatTypes);
  if (!training || p === 0) return x;
  if (p === 1) return drop(x, shape, p, generator);
  const scale = 1 / Math.sqrt((1 - p) * (1 + p * least * least));
  return scope(() => add(mul(where(keptOf(shape, p, generator), x, least), scale), -scale * least * p));
}

/**
 * Sets elements at random to what SELU tends to, and scales and shifts all so that mean 0 and variance 1 stay. Klambauer et al. 2017,
 * https://arxiv.org/abs/1706.02515; https://pytorch.org/docs/stable/generated/torch.nn.AlphaDropout.html @throws ValueError, DTypeError
 */
export function alphaDropout(x: Tensor, options: DropoutOptions = {}): Tensor {
  return dropAlpha('alphaDropout', x, x.shape, options);
}
/**
 * alphaDropout of whole channels of [batch, channels, ...].
 * https://pytorch.org/docs/stable/generated/torch.nn.FeatureAlphaDropout.html @throws ValueError, DTypeError, ShapeError
 */
export function featureAlphaDropout(x: Tensor, options: DropoutOptions = {}): Tensor {
  if (x.ndim < 2)
    throw new ShapeError(`featureAlphaDropout: the input ${show(x.shape)} must be [batch, channels, ...].`);
  return dropAlpha('featureAlphaDropout', x, perChannel(x, 1), options);
}
