/** Reductions that are made of others: variances, norms, logsumexp, and those that leave NaN out. */
import { type DType, floatTypes, isFloat, requireDType } from '../dtype.ts';
import { ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { known } from '../options.ts';
import { normalizeDims } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import type { Floated, Floating, Summed } from '../types.ts';
import { cast, zerosLike } from './create.ts';
import { derived } from './derived.ts';
import {
  abs,
  add,
  div,
  eq,
  exp,
  isinf,
  isnan,
  log,
  logicalNot,
  maximum,
  mul,
  ne,
  pow,
  sign,
  sqrt,
  square,
  sub,
  where,
} from './elementwise.generated.ts';
import { amax, amin, mean, sum, type DTypeOption } from './reduce.ts';
import { countOf, type Dims, type ReduceOptions, reducedShape, spread, unreduced } from './reduceDims.ts';
import { reshape } from './shape.ts';

const kept = { keepdim: true };

export interface VarianceOptions extends ReduceOptions {
  /** What is taken off the number of elements; 1 (Bessel's correction) unless told. */
  correction?: number;
}

const varianceOptions = ['correction', 'keepdim'];

const freedom = (x: Tensor, dims: readonly number[], correction: number): number =>
  Math.max(0, countOf(x.shape, dims) - correction);

/**
 * Two passes: Σ(x−m)² − (Σ(x−m))²/n takes back that the mean m is rounded.
 * Chan, Golub & LeVeque 1983, https://doi.org/10.1080/00031305.1983.10483115
 */
function varianceOf(x: Tensor, dims: readonly number[], { correction = 1, keepdim = false }: VarianceOptions): Tensor {
  const off = sub(x, mean(x, dims, kept));
  const lost = div(square(sum(off, dims, { keepdim })), countOf(x.shape, dims));
  const squares = maximum(sub(sum(square(off), dims, { keepdim }), lost), 0);
  return div(squares, freedom(x, dims, correction));
}

/** 2 g (x − mean) / (n − correction), with what the mean's rounding took taken back as above. */
function varianceGradient(g: Tensor, x: Tensor, dims: readonly number[], correction: number): Tensor {
  const off = sub(x, mean(x, dims, kept));
  return mul(spread(mul(g, 2 / freedom(x, dims, correction)), x.shape, dims), sub(off, mean(off, dims, kept)));
}

/**
 * The variance over dims (all when left out), divided by n − correction: NaN where there is one element or none.
 * https://pytorch.org/docs/stable/generated/torch.var.html @throws DTypeError for integers
 */
function variance<D extends DType>(
  x: Tensor<D> & Floating[D],
  dim: Dims = null,
  options: VarianceOptions = {},
): Tensor<D> {
  requireDType('var', 'x', x, floatTypes);
  known('var', options, varianceOptions);
  const dims = normalizeDims('var', dim, x.ndim);
  return derived(
    'var',
    [x],
    () => varianceOf(x, dims, options),
    (g) => [() => varianceGradient(g, x, dims, options.correction ?? 1)],
    [x],
  ) as Tensor<D>;
}
export { variance as var };

/**
 * The standard deviation over dims (all when left out). Where it is 0 the gradient is 0.
 * https://pytorch.org/docs/stable/generated/torch.std.html @throws DTypeError for integers
 */
export function std<D extends DType>(
  x: Tensor<D> & Floating[D],
  dim: Dims = null,
  options: VarianceOptions = {},
): Tensor<D> {
  requireDType('std', 'x', x, floatTypes);
  known('std', options, varianceOptions);
  const dims = normalizeDims('std', dim, x.ndim);
  return derived(
    'std',
    [x],
    () => sqrt(varianceOf(x, dims, options)),
    (g, out) => {
      const slope = (): Tensor => div(g, where(eq(out, 0), Infinity, mul(out, 2)));
      return [() => varianceGradient(slope(), x, dims, options.correction ?? 1)];
    },
  ) as Tensor<D>;
}

/** The variance and the mean. https://pytorch.org/docs/stable/generated/torch.var_mean.html */
export function varMean<D extends DType>(
  x: Tensor<D> & Floating[D],
  dim: Dims = null,
  options: VarianceOptions = {},
): { var: Tensor<D>; mean: Tensor<D> } {
  return { var: variance(x, dim, options), mean: mean(x, dim, { keepdim: options.keepdim }) };
}
/** The standard deviation and the mean. https://pytorch.org/docs/stable/generated/torch.std_mean.html */
export function stdMean<D extends DType>(
  x: Tensor<D> & Floating[D],
  dim: Dims = null,
  options: VarianceOptions = {},
): { std: Tensor<D>; mean: Tensor<D> } {
  return { std: std(x, dim, options), mean: mean(x, dim, { keepdim: options.keepdim }) };
}

/** The smallest and the largest element over dims (all when left out); equal ones share the gradient. */
export function aminmax<D extends DType>(
  x: Tensor<D>,
  dim: Dims = null,
  options: ReduceOptions = {},
): { min: Tensor<D>; max: Tensor<D> } {
  return { min: amin(x, dim, options), max: amax(x, dim, options) };
}

/**
 * log Σ eˣ over dims, finite for any finite x; −∞ for nothing at all. Integers become float32.
 * https://pytorch.org/docs/stable/generated/torch.logsumexp.html
 */
export function logsumexp<D extends DType>(x: Tensor<D>, dim: Dims, options: ReduceOptions = {}): Tensor<Floated[D]> {
  const { keepdim = false } = known('logsumexp', options, ['keepdim']);
  if (!isFloat(x.dtype)) return logsumexp(cast(x, 'float32'), dim, { keepdim }) as Tensor<Floated[D]>;
  const dims = normalizeDims('logsumexp', dim, x.ndim);
  return derived(
    'logsumexp',
    [x],
    () => {
      if (countOf(x.shape, dims) === 0) return log(sum(exp(x), dims, { keepdim }));
      const most = amax(x, dims, kept);
      const shift = where(isinf(most), 0, most); // ∞ − ∞ would be NaN
      return reshape(add(log(sum(exp(sub(x, shift)), dims, kept)), shift), reducedShape(x.shape, dims, keepdim));
    },
    (g, out) => {
      // Where all are −∞ the gradient is 0.
      const total = (): Tensor => spread(where(eq(out, -Infinity), 0, out), x.shape, dims);
      return [() => mul(spread(g, x.shape, dims), exp(sub(x, total())))];
    },
  ) as Tensor<Floated[D]>;
}

/**
 * The p-norm (Σ|x|ᵖ)^(1/p) over dims (all when left out); 'fro' is 2, 0 counts what is not 0, ±Infinity takes the largest or the
 * smallest |x|. Where the norm is 0 the gradient is 0. https://pytorch.org/docs/stable/generated/torch.norm.html
 * @throws DTypeError for integers; ValueError for another p
 */
export function norm<D extends DType>(
  x: Tensor<D> & Floating[D],
  p: number | 'fro' = 'fro',
  dim: Dims = null,
  options: ReduceOptions = {},
): Tensor<D> {
  const { keepdim = false } = known('norm', options, ['keepdim']);
  requireDType('norm', 'x', x, floatTypes);
  const order = p === 'fro' ? 2 : p;
  if (typeof order !== 'number' || Number.isNaN(order))
    throw new ValueError(`norm: p is a number or 'fro', got ${String(p)}.`);
  const dims = normalizeDims('norm', dim, x.ndim);
  if (order === Infinity) return scope(() => amax(abs(x), dims, { keepdim }));
  if (order === -Infinity) return scope(() => amin(abs(x), dims, { keepdim }));
  return derived(
    'norm',
    [x],
    (): Tensor => {
      if (order === 0) return cast(sum(ne(x, 0), dims, { keepdim }), x.dtype);
      if (order === 1) return sum(abs(x), dims, { keepdim });
      if (order === 2) return sqrt(sum(square(x), dims, { keepdim }));
      return pow(sum(pow(abs(x), order), dims, { keepdim }), 1 / order);
    },
    (g, out) => [() => normGradient(unreduced(g, x.shape, dims), x, order, unreduced(out, x.shape, dims))],
  ) as Tensor<D>;
}

/** sign(x)·|x|^(p−1)·norm^(1−p)·g, and 0 where x is. */
function normGradient(g: Tensor, x: Tensor, p: number, out: Tensor): Tensor {
  if (p === 0) return zerosLike(x);
  if (p === 1) return mul(sign(x), g);
  if (p === 2) return mul(x, div(g, where(eq(out, 0), Infinity, out)));
  const size = where(eq(x, 0), 1, abs(x));
  return mul(mul(sign(x), pow(size, p - 1)), mul(g, pow(where(eq(out, 0), 1, out), 1 - p)));
}

/** How many elements over dims (all when left out) are not 0, as int64. NaN is not 0. */
export function countNonzero(x: Tensor, dim: Dims = null): Tensor<'int64'> {
  return scope(() => sum(ne(x, 0), dim));
}

/** sum without the NaN elements. https://pytorch.org/docs/stable/generated/torch.nansum.html */
export function nansum<D extends DType, E extends DType = D>(
  x: Tensor<D>,
  dim: Dims = null,
  options: ReduceOptions & DTypeOption<E> = {},
): Tensor<Summed[E]> {
  if (!isFloat(x.dtype)) return sum<D, E>(x, dim, options);
  return scope(() => sum<D, E>(where(isnan(x), 0, x) as Tensor<D>, dim, options));
}
/** mean without the NaN elements; NaN where there is no other. https://pytorch.org/docs/stable/generated/torch.nanmean.html */
export function nanmean<D extends DType>(
  x: Tensor<D> & Floating[D],
  dim: Dims = null,
  options: ReduceOptions = {},
): Tensor<D> {
  requireDType('nanmean', 'x', x, floatTypes);
  return scope(() => div(nansum(x, dim, options), sum(logicalNot(isnan(x)), dim, options))) as Tensor<D>;
}
