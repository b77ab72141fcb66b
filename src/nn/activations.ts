/** Activations made of other ops, or with arguments to be checked. Those that are one expression are rows of the kernel spec. */
import { floatTypes, requireDType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { empty_ } from '../ops/elementwise.ts';
import { abs, add, clamp, div, hardtanh, le, log, mul, neg, sigmoid, sub, tanh } from '../ops/elementwise.generated.ts';
import { zerosLike } from '../ops/create.ts';
import { scatter } from '../ops/scatter.ts';
import { geluErf, geluTanh, preluSlopes } from '../ops/internal.generated.ts';
import { chunk } from '../ops/parts.ts';
import { maskedFill } from '../ops/pointwise.ts';
import { argmax } from '../ops/reduce.ts';
import { reshape } from '../ops/shape.ts';
import { softmax } from '../ops/softmax.ts';
import { fillRandom, type Generator } from '../random.ts';
import { normalizeDim } from '../shape.ts';
import { known } from '../options.ts';
import type { Tensor } from '../tensor.ts';

/** x limited to [0, 6]. https://pytorch.org/docs/stable/generated/torch.nn.ReLU6.html */
export function relu6(x: Tensor): Tensor {
  return hardtanh(x, { minVal: 0, maxVal: 6 });
}

export interface GeluOptions {
  /** 'tanh' is the approximation by a hyperbolic tangent. Default: 'none'. */
  approximate?: 'none' | 'tanh';
}
/**
 * x · Φ(x), Φ the normal distribution. Hendrycks & Gimpel 2016, https://arxiv.org/abs/1606.08415
 * @throws ValueError for another approximation
 */
export function gelu(x: Tensor, options: GeluOptions = {}): Tensor {
  const { approximate = 'none' } = known('gelu', options, ['approximate']);
  if (approximate === 'none') return geluErf(x);
  if (approximate === 'tanh') return geluTanh(x);
  throw new ValueError(`gelu: approximate is '${String(approximate)}'; use 'none' or 'tanh'.`);
}

/**
 * x where positive, else x times a learned slope. He et al. 2015, https://arxiv.org/abs/1502.01852
 * @param weight the slopes: one, or one for each index of x's dim 1
 * @throws ShapeError for another number of slopes
 */
export function prelu(x: Tensor, weight: Tensor): Tensor {
  const channels = x.ndim > 1 ? x.shape[1]! : 1;
  if (weight.ndim > 1 || (weight.length !== 1 && weight.length !== channels)) {
    throw new ShapeError(
      `prelu: weight ${show(weight.shape)} does not fit x ${show(x.shape)}: it holds 1 slope, or one for each of the ${channels} channels of dim 1.`,
    );
  }
  const shape = weight.length === 1 ? [] : x.shape.map((size, d) => (d === 1 ? size : 1));
  return preluSlopes(x, reshape(weight, shape));
}

/** x − tanh(x). https://pytorch.org/docs/stable/generated/torch.nn.Tanhshrink.html */
export function tanhshrink(x: Tensor): Tensor {
  return scope(() => sub(x, tanh(x)));
}

export interface ShrinkOptions {
  /** What lies within ±lambd becomes 0. Default: 0.5. */
  lambd?: number;
}
/**
 * x moved towards 0 by lambd, and 0 within ±lambd. https://pytorch.org/docs/stable/generated/torch.nn.Softshrink.html
 * @throws ValueError unless lambd ≥ 0
 */
export function softshrink(x: Tensor, options: ShrinkOptions = {}): Tensor {
  const { lambd = 0.5 } = known('softshrink', options, ['lambd']);
  if (!(lambd >= 0)) throw new ValueError(`softshrink: lambd must be ≥ 0, got ${lambd}.`);
  return scope(() => sub(x, clamp(x, -lambd, lambd)));
}
/** x, but 0 within ±lambd. https://pytorch.org/docs/stable/generated/torch.nn.Hardshrink.html */
export function hardshrink(x: Tensor, options: ShrinkOptions = {}): Tensor {
  const { lambd = 0.5 } = known('hardshrink', options, ['lambd']);
  return scope(() =>
    maskedFill(
      x,
      noGrad(() => le(abs(x), lambd)),
      0,
    ),
  );
}

/** x above the threshold, elsewhere the value. https://pytorch.org/docs/stable/generated/torch.nn.Threshold.html */
export function threshold(x: Tensor, threshold: number, value: number): Tensor {
  return scope(() =>
    maskedFill(
      x,
      noGrad(() => le(x, threshold)),
      value,
    ),
  );
}

export interface GLUOptions {
  /** The dim to halve. Default: −1. */
  dim?: number;
}
/**
 * a · sigmoid(b), a and b being the halves of x along a dim. Dauphin et al. 2017, https://arxiv.org/abs/1612.08083
 * @throws ShapeError unless the dim can be halved
 */
export function glu(x: Tensor, options: GLUOptions = {}): Tensor {
  const { dim = -1 } = known('glu', options, ['dim']);
  const d = normalizeDim('glu', dim, x.ndim);
  if (x.ndim === 0 || x.shape[d]! % 2 !== 0)
    throw new ShapeError(`glu: dim ${d} of x ${show(x.shape)} cannot be halved; its size must be even.`);
  return scope(() => {
    const [a, b] = chunk(x, 2, d);
    return mul(a!, sigmoid(b!));
  });
}

/** softmax of −x along a dim. https://pytorch.org/docs/stable/generated/torch.nn.Softmin.html */
export function softmin(x: Tensor, dim: number): Tensor {
  return scope(() => softmax(neg(x), dim));
}

export interface GumbelSoftmaxOptions {
  /** The temperature: the lower, the nearer to one-hot. Default: 1. */
  tau?: number;
  /** Gives one-hot rows whose gradient is that of the soft ones. Default: false. */
  hard?: boolean;
  /** Default: −1. */
  dim?: number;
  generator?: Generator;
}
/**
 * A sample of the relaxed categorical distribution with these unnormalised log-probabilities. Jang et al. 2017,
 * https://arxiv.org/abs/1611.01144; https://pytorch.org/docs/stable/generated/torch.nn.functional.gumbel_softmax.html
 * @throws ValueError unless tau > 0; DTypeError unless the logits are float
 */
export function gumbelSoftmax(logits: Tensor, options: GumbelSoftmaxOptions = {}): Tensor {
  const {
    tau = 1,
    hard = false,
    dim = -1,
    generator,
  } = known('gumbelSoftmax', options, ['tau', 'hard', 'dim', 'generator']);
  requireDType('gumbelSoftmax', 'the input', logits, floatTypes);
  if (!(tau > 0)) throw new ValueError(`gumbelSoftmax: tau must be > 0, got ${tau}.`);
  const d = normalizeDim('gumbelSoftmax', dim, logits.ndim);
  return scope(() => {
    // −log(−log(u)); u = 0 would give an infinity.
    const gumbel = noGrad(() => {
      const u = fillRandom(empty_(logits.shape, logits.dtype, false), 'uniform', 0, 1, generator);
      return neg(log(neg(log(clamp(u, 1e-30, null)))));
    });
    const soft = softmax(div(add(logits, gumbel), tau), d);
    if (!hard) return soft;
    // The value of the first term is what the one-hot rows lack of the soft ones; the gradient is the second's.
    const rest = noGrad(() => {
      const oneHot = scatter(zerosLike(soft), d, argmax(soft, d, { keepdim: true }), 1);
      return sub(oneHot, soft);
    });
    return add(rest, soft);
  });
}
