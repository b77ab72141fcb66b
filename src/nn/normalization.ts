/** Normalisation without state. */
import { requireSameFloat } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { contiguous, copy_ } from '../ops/create.ts';
import { add, addcmul, clamp, div, lerp, mul, pow, rsqrt, square, sub } from '../ops/elementwise.generated.ts';
import { normalized } from '../ops/norm.ts';
import { pad } from '../ops/pad.ts';
import { unfold } from '../ops/rearrange.ts';
import { mean } from '../ops/reduce.ts';
import { known, requireWhole } from '../options.ts';
import { reshape, transpose } from '../ops/shape.ts';
import { norm } from '../ops/statistics.ts';
import { sameShape, type Shape, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';

/** @throws ShapeError where weight, bias or running statistics have another shape; DTypeError where they are of another dtype than x */
function requireShapes(op: string, x: Tensor, shape: Shape, given: Record<string, Tensor | null>): void {
  for (const [name, t] of Object.entries(given)) {
    if (t === null) continue;
    requireSameFloat(op, x, t);
    if (!sameShape(t.shape, shape))
      throw new ShapeError(
        `${op}: ${name} has shape ${show(t.shape)}; for the input ${show(x.shape)} it must be ${show(shape)}.`,
      );
  }
}
/** [batch, channels, elements of a channel] @throws ShapeError for fewer than 2 dims */
function channelsOf(op: string, x: Tensor): [n: number, c: number, inner: number] {
  if (x.ndim < 2) throw new ShapeError(`${op}: the input ${show(x.shape)} must be [batch, channels, ...].`);
  return [x.shape[0]!, x.shape[1]!, sizeOf(x.shape.slice(2))];
}

export interface EpsOption {
  /** Added to the variance. Default: 1e-5. */
  eps?: number;
}

function requireTail(op: string, x: Tensor, shape: Shape): void {
  if (shape.length > 0 && x.ndim >= shape.length && sameShape(x.shape.slice(-shape.length), shape)) return;
  throw new ShapeError(`${op}: the input ${show(x.shape)} does not end in normalizedShape, ${show(shape)}.`);
}

/** Rows of the last dims, each on its own. */
function overRows(
  op: string,
  x: Tensor,
  shape: Shape,
  weight: Tensor | null,
  bias: Tensor | null,
  eps: number,
): Tensor {
  requireTail(op, x, shape);
  requireShapes(op, x, shape, { weight, bias });
  const cols = sizeOf(shape);
  const samples = sizeOf(x.shape.slice(0, -shape.length));
  const [k, inner] = weight || bias ? [cols, 1] : [1, cols];
  const centered = op === 'layerNorm';
  return normalized(op, x, weight, bias, { runs: 1, samples, groups: 1, k, inner, eps, centered });
}

/**
 * (x − mean) / √(variance + eps) · weight + bias over the last dims. Ba, Kiros & Hinton 2016, https://arxiv.org/abs/1607.06450;
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.layer_norm.html
 * @param normalizedShape the sizes of the dims at the end that are normalised, the shape of weight and bias
 * @throws ShapeError where x does not end in it; DTypeError unless all are of one float dtype
 */
export function layerNorm(
  x: Tensor,
  normalizedShape: Shape,
  weight: Tensor | null = null,
  bias: Tensor | null = null,
  options: EpsOption = {},
): Tensor {
  const { eps = 1e-5 } = known('layerNorm', options, ['eps']);
  return overRows('layerNorm', x, normalizedShape, weight, bias, eps);
}

/**
 * x / √(mean(x²) + eps) · weight over the last dims. Zhang & Sennrich 2019, https://arxiv.org/abs/1910.07467;
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.rms_norm.html
 * @param options.eps default: the distance from 1 to the next number of the dtype
 * @throws ShapeError, DTypeError as layerNorm
 */
export function rmsNorm(
  x: Tensor,
  normalizedShape: Shape,
  weight: Tensor | null = null,
  options: { eps?: number | null } = {},
): Tensor {
  const { eps = null } = known('rmsNorm', options, ['eps']);
  return overRows('rmsNorm', x, normalizedShape, weight, null, eps ?? (x.dtype === 'float64' ? 2 ** -52 : 2 ** -23));
}

/**
 * Each of numGroups groups of channels of each sample, normalised. Wu & He 2018, https://arxiv.org/abs/1803.08494;
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.group_norm.html
 * @param x [batch, channels, ...] @param weight [channels], as bias
 * @throws ShapeError, DTypeError; ValueError unless the groups divide the channels, and have more than one value
 */
export function groupNorm(
  x: Tensor,
  numGroups: number,
  weight: Tensor | null = null,
  bias: Tensor | null = null,
  options: EpsOption = {},
): Tensor {
  const { eps = 1e-5 } = known('groupNorm', options, ['eps']);
  const op = 'groupNorm';
  const [samples, c, inner] = channelsOf(op, x);
  requireGroups(op, c, numGroups);
  requireShapes(op, x, [c], { weight, bias });
  const k = c / numGroups;
  if (samples * k * inner === 1)
    throw new ValueError(
      `${op}: ${numGroups} groups of the input ${show(x.shape)} have one value each, and no variance.`,
    );
  return normalized(op, x, weight, bias, { runs: 1, samples, groups: numGroups, k, inner, eps, centered: true });
}
/** @throws ValueError unless the groups divide the channels */
export function requireGroups(op: string, channels: number, groups: number): void {
  if (!Number.isInteger(groups) || groups < 1 || channels % groups !== 0)
    throw new ValueError(`${op}: ${channels} channels cannot be divided into ${groups} groups.`);
}

export interface MomentumOption extends EpsOption {
  /** How much of the new statistics the running ones take on, a number or a tensor of one. Default: 0.1. */
  momentum?: number | Tensor;
}
export interface BatchNormOptions extends MomentumOption {
  /** Use the batch's own statistics, and let the running ones, where there are any, follow them. Default: false. */
  training?: boolean;
}

/** running += momentum · (fresh − running), in place; the variance as that of a sample. */
function follow(
  [runningMean, runningVar]: readonly (Tensor | null)[],
  [means, variances]: readonly [Tensor, Tensor],
  momentum: number | Tensor,
  count: number,
): void {
  if (runningMean) copy_(runningMean, lerp(runningMean, means, momentum));
  if (runningVar) copy_(runningVar, lerp(runningVar, mul(variances, count / (count - 1)), momentum));
}

/** With given statistics, [channels]. */
function withStatistics(
  x: Tensor,
  [runningMean, runningVar, weight, bias]: readonly [Tensor, Tensor, Tensor | null, Tensor | null],
  eps: number,
): Tensor {
  return scope(() => {
    const perChannel = (t: Tensor): Tensor => reshape(t, [t.length, ...x.shape.slice(2).map(() => 1)]);
    const deviation = rsqrt(add(runningVar, eps));
    const scale = perChannel(weight ? mul(deviation, weight) : deviation);
    const off = sub(x, perChannel(runningMean));
    return bias ? addcmul(perChannel(bias), off, scale) : mul(off, scale);
  });
}

/**
 * Each channel normalised over the batch. Ioffe & Szegedy 2015, https://arxiv.org/abs/1502.03167;
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.batch_norm.html
 * @param x [batch, channels, ...] @param runningMean [channels], as runningVar, weight and bias; updated in place when training
 * @throws ShapeError, DTypeError; ValueError for one value per channel when training, or without statistics otherwise
 */
export function batchNorm(
  x: Tensor,
  runningMean: Tensor | null,
  runningVar: Tensor | null,
  weight: Tensor | null = null,
  bias: Tensor | null = null,
  options: BatchNormOptions = {},
): Tensor {
  const { training = false, momentum = 0.1, eps = 1e-5 } = known('batchNorm', options, ['training', 'momentum', 'eps']);
  const op = 'batchNorm';
  const [n, c, inner] = channelsOf(op, x);
  requireShapes(op, x, [c], { runningMean, runningVar, weight, bias });
  if (!training) {
    if (runningMean && runningVar) return withStatistics(x, [runningMean, runningVar, weight, bias], eps);
    throw new ValueError(`${op}: without training it needs runningMean and runningVar.`);
  }
  if (n * inner === 1)
    throw new ValueError(
      `${op}: training needs more than one value per channel, got the input ${show(x.shape)}. Use a larger batch, or eval().`,
    );
  const see = (means: Tensor, variances: Tensor): void =>
    follow([runningMean, runningVar], [means, variances], momentum, n * inner);
  const rule = { samples: 1, groups: c, k: 1, eps, centered: true };
  if (inner > 1) return normalized(op, x, weight, bias, { ...rule, runs: n, inner }, see);
  // One value per sample: the kernel wants those of a channel side by side.
  const columns = transpose(reshape(x, [n, c]), 0, 1);
  const y = normalized(op, columns, weight, bias, { ...rule, runs: 1, inner: n }, see);
  return reshape(contiguous(transpose(y, 0, 1)), x.shape);
}

export interface InstanceNormOptions extends MomentumOption {
  /** Use each instance's own statistics, rather than the running ones. Default: true. */
  useInputStats?: boolean;
}

/**
 * Each channel of each sample normalised. Ulyanov, Vedaldi & Lempitsky 2016, https://arxiv.org/abs/1607.08022;
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.instance_norm.html
 * @param x [batch, channels, ...] @param runningMean [channels], as runningVar, weight and bias; updated in place with useInputStats
 * @throws ShapeError, DTypeError; ValueError for one value per channel with useInputStats, or without statistics otherwise
 */
export function instanceNorm(
  x: Tensor,
  runningMean: Tensor | null = null,
  runningVar: Tensor | null = null,
  weight: Tensor | null = null,
  bias: Tensor | null = null,
  options: InstanceNormOptions = {},
): Tensor {
  const {
    useInputStats = true,
    momentum = 0.1,
    eps = 1e-5,
  } = known('instanceNorm', options, ['useInputStats', 'momentum', 'eps']);
  const op = 'instanceNorm';
  const [samples, c, inner] = channelsOf(op, x);
  requireShapes(op, x, [c], { runningMean, runningVar, weight, bias });
  if (!useInputStats) {
    if (runningMean && runningVar) return withStatistics(x, [runningMean, runningVar, weight, bias], eps);
    throw new ValueError(`${op}: without useInputStats it needs runningMean and runningVar.`);
  }
  if (inner === 1)
    throw new ValueError(`${op}: an instance needs more than one value per channel, got the input ${show(x.shape)}.`);
  const overBatch = (t: Tensor): Tensor => mean(reshape(t, [samples, c]), 0);
  const see = (means: Tensor, variances: Tensor): void => {
    if (runningMean || runningVar)
      follow([runningMean, runningVar], [overBatch(means), overBatch(variances)], momentum, inner);
  };
  const rule = { runs: 1, samples, groups: c, k: 1, inner, eps, centered: true };
  return normalized(op, x, weight, bias, rule, see);
}

export interface LocalResponseNormOptions {
  /** Default: 1e-4. */
  alpha?: number;
  /** Default: 0.75. */
  beta?: number;
  /** Default: 1. */
  k?: number;
}

/**
 * x / (k + alpha · mean of x² over `size` channels around)^beta; beyond the first and the last channel are zeros.
 * Krizhevsky et al. 2012; https://pytorch.org/docs/stable/generated/torch.nn.functional.local_response_norm.html
 * @param x [batch, channels, length, ...] @throws ShapeError for fewer than 3 dims; ValueError for a size that is no whole number ≥ 1
 */
export function localResponseNorm(x: Tensor, size: number, options: LocalResponseNormOptions = {}): Tensor {
  const { alpha = 1e-4, beta = 0.75, k = 1 } = known('localResponseNorm', options, ['alpha', 'beta', 'k']);
  if (x.ndim < 3)
    throw new ShapeError(`localResponseNorm: the input ${show(x.shape)} must be [batch, channels, length, ...].`);
  requireWhole('localResponseNorm', 'size', size);
  return scope(() => {
    const before = Math.floor(size / 2);
    const none = x.shape.slice(2).flatMap(() => [0, 0]);
    const squares = pad(square(x), [...none, before, size - 1 - before]);
    const near = mean(unfold(squares, 1, size, 1), -1);
    return div(x, pow(add(mul(near, alpha), k), beta));
  });
}

export interface NormalizeOptions {
  /** The p of the norm. Default: 2. */
  p?: number;
  /** Default: 1. */
  dim?: number;
  /** The least that is divided by. Default: 1e-12. */
  eps?: number;
}

/** x / max(‖x‖ₚ, eps) along a dim. https://pytorch.org/docs/stable/generated/torch.nn.functional.normalize.html */
export function normalize(x: Tensor, options: NormalizeOptions = {}): Tensor {
  const { p = 2, dim = 1, eps = 1e-12 } = known('normalize', options, ['p', 'dim', 'eps']);
  return scope(() => div(x, clamp(norm(x, p, dim, { keepdim: true }), eps)));
}
