/** Ops that put the elements along a dim in order, and those that pick by rank. */
import { type DType, isFloat, requireDType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { known } from '../options.ts';
import { normalizeDim } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import type { Floating } from '../types.ts';
import { arange, cast, tensor, zeros } from './create.ts';
import { add, ceil, clamp, eq, floor, floorDivide, mul, ne, round, sub, where } from './elementwise.generated.ts';
import { pick } from './indexing.ts';
import { order } from './order.ts';
import { argmax, sum, type ValuesAndIndices } from './reduce.ts';
import { along, reducedShape, type ReduceOptions, requireElements } from './reduceDims.ts';
import { cummax } from './scan.ts';
import { cat, flatten, narrow, permute, reshape } from './shape.ts';

const kept = { keepdim: true };

export interface SortOptions {
  /** From the largest to the smallest. */
  descending?: boolean;
}

/**
 * The elements along a dim in order, and the int32 indices they come from. Equal elements stay in their order; NaN is above
 * all others. https://pytorch.org/docs/stable/generated/torch.sort.html
 */
export function sort<D extends DType>(x: Tensor<D>, dim = -1, options: SortOptions = {}): ValuesAndIndices<D> {
  const { descending = false } = known('sort', options, ['descending']);
  const [values, indices] = along('sort', x, dim, (y, d): [Tensor<D>, Tensor<'int32'>] => {
    const at = order('sort', y, d, descending);
    return [pick('sort', y, d, at), at];
  });
  return { values, indices };
}
/** The int32 indices that sort along a dim. https://pytorch.org/docs/stable/generated/torch.argsort.html */
export function argsort(x: Tensor, dim = -1, options: SortOptions = {}): Tensor<'int32'> {
  const { descending = false } = known('argsort', options, ['descending']);
  return along('argsort', x, dim, (y, d) => order('argsort', y, d, descending));
}
/** Sorts along the first dim. https://pytorch.org/docs/stable/generated/torch.msort.html */
export function msort<D extends DType>(x: Tensor<D>): Tensor<D> {
  return along('msort', x, 0, (y, d) => pick('msort', y, d, order('msort', y, d, false)));
}

function requireRank(op: string, k: number, least: number, x: Tensor, d: number): void {
  const size = x.ndim === 0 ? 1 : x.shape[d]!;
  if (!Number.isInteger(k) || k < least || k > size)
    throw new ValueError(
      `${op}: k must be a whole number from ${least} to ${size}, the size of dim ${d} of ${show(x.shape)}, got ${k}.`,
    );
}

/**
 * The k largest (or smallest) elements along a dim, in that order, and their int32 indices. NaN is above all others.
 * https://pytorch.org/docs/stable/generated/torch.topk.html @throws ValueError for k above the dim's size
 */
export function topk<D extends DType>(
  x: Tensor<D>,
  k: number,
  dim = -1,
  options: { /** Take the largest. */ largest?: boolean } = {},
): ValuesAndIndices<D> {
  const { largest = true } = known('topk', options, ['largest']);
  requireRank('topk', k, x.ndim === 0 ? 1 : 0, x, normalizeDim('topk', dim, x.ndim));
  const [values, indices] = along('topk', x, dim, (y, d): [Tensor<D>, Tensor<'int32'>] => {
    const at = narrow(order('topk', y, d, largest), d, 0, k).contiguous();
    return [pick('topk', y, d, at), at];
  });
  return { values, indices };
}

/** One element of every line along a dim: that at `place`, which has size 1 there. */
function chosen<D extends DType>(
  op: string,
  x: Tensor<D>,
  dim: number,
  options: ReduceOptions,
  place: (y: Tensor, d: number) => Tensor<'int32'>,
): ValuesAndIndices<D> {
  const { keepdim = false } = known(op, options, ['keepdim']);
  const d = normalizeDim(op, dim, x.ndim);
  requireElements(op, x, x.ndim === 0 ? [] : [d]);
  const [values, indices] = scope((): [Tensor<D>, Tensor<'int32'>] => {
    const y = x.ndim === 0 ? reshape(x, [1]) : x;
    const at = place(y, d);
    const shape = x.ndim === 0 ? [] : reducedShape(x.shape, [d], keepdim);
    return [reshape(pick(op, y, d, at), shape), reshape(at, shape)];
  });
  return { values, indices };
}

/**
 * The k-th smallest element along a dim, k from 1, and its int32 index. NaN is above all others.
 * https://pytorch.org/docs/stable/generated/torch.kthvalue.html @throws ValueError for k out of range
 */
export function kthvalue<D extends DType>(
  x: Tensor<D>,
  k: number,
  dim = -1,
  options: ReduceOptions = {},
): ValuesAndIndices<D> {
  requireRank('kthvalue', k, 1, x, normalizeDim('kthvalue', dim, x.ndim));
  return chosen('kthvalue', x, dim, options, (y, d) => narrow(order('kthvalue', y, d, false), d, k - 1, 1));
}

/** The middle of each line: `rank` says which, from how many elements are numbers and how many there are. */
function middle(
  op: string,
  x: Tensor,
  dim: number | undefined,
  options: ReduceOptions,
  rank: (numbers: Tensor, n: number) => Tensor,
): Tensor | ValuesAndIndices {
  const find = (y: Tensor, d: number): Tensor<'int32'> =>
    pick(op, order(op, y, d, false), d, rank(sum(eq(y, y), d, kept), y.shape[d]!));
  return dim === undefined ? chosen(op, flatten(x), 0, {}, find).values : chosen(op, x, dim, options, find);
}

/**
 * The median, the lower of two, of all elements; or, along a dim, the values and their int32 indices. NaN wins.
 * https://pytorch.org/docs/stable/generated/torch.median.html @throws IndexError where there is no element
 */
export function median<D extends DType>(x: Tensor<D>): Tensor<D>;
export function median<D extends DType>(x: Tensor<D>, dim: number, options?: ReduceOptions): ValuesAndIndices<D>;
export function median(x: Tensor, dim?: number, options: ReduceOptions = {}): Tensor | ValuesAndIndices {
  return middle('median', x, dim, options, (numbers, n) => where(eq(numbers, n), (n - 1) >> 1, numbers));
}
/**
 * median without the NaN elements; NaN where there is no other.
 * https://pytorch.org/docs/stable/generated/torch.nanmedian.html @throws IndexError where there is no element
 */
export function nanmedian<D extends DType>(x: Tensor<D>): Tensor<D>;
export function nanmedian<D extends DType>(x: Tensor<D>, dim: number, options?: ReduceOptions): ValuesAndIndices<D>;
export function nanmedian(x: Tensor, dim?: number, options: ReduceOptions = {}): Tensor | ValuesAndIndices {
  return middle('nanmedian', x, dim, options, (numbers) => floorDivide(clamp(sub(numbers, 1), 0), 2));
}

/**
 * The most frequent element along a dim, the smallest of equally frequent ones, and the int32 index where it is last.
 * https://pytorch.org/docs/stable/generated/torch.mode.html @throws IndexError where there is no element
 */
export function mode<D extends DType>(x: Tensor<D>, dim = -1, options: ReduceOptions = {}): ValuesAndIndices<D> {
  return chosen('mode', x, dim, options, (y, d) => {
    const at = order('mode', y, d, false);
    const sorted = pick('mode', y.detach(), d, at);
    const n = y.shape[d]!;
    const sizes = y.shape.map((_, i) => (i === d ? -1 : 1));
    const changes = ne(narrow(sorted, d, 1, n - 1), narrow(sorted, d, 0, n - 1));
    const begins = mul(changes, reshape(arange(1, n, 1, { dtype: 'int32' }), sizes));
    const begin = cummax(cat([zeros(y.shape.with(d, 1), { dtype: 'int32' }), begins], d), d).values;
    const length = sub(reshape(arange(n), sizes), begin);
    return pick('mode', at, d, argmax(length, d, kept));
  });
}

/** How a quantile between two elements is made. */
export type Interpolation = 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest';
const interpolations: readonly Interpolation[] = ['linear', 'lower', 'higher', 'midpoint', 'nearest'];
export interface QuantileOptions extends ReduceOptions {
  /** 'linear' unless told. */
  interpolation?: Interpolation;
}

/** What lies at fractional places of sorted [..., n]; places: [..., Q]. */
function between(op: string, sorted: Tensor, places: Tensor, interpolation: Interpolation): Tensor {
  const d = sorted.ndim - 1;
  const at = (place: Tensor): Tensor => pick(op, sorted, d, cast(place, 'int32'));
  if (interpolation === 'lower') return at(floor(places));
  if (interpolation === 'higher') return at(ceil(places));
  if (interpolation === 'nearest') return at(round(places));
  const low = at(floor(places));
  const weight = interpolation === 'midpoint' ? 0.5 : cast(sub(places, floor(places)), sorted.dtype);
  return add(low, mul(sub(at(ceil(places)), low), weight));
}

function quantiles<D extends DType>(
  op: string,
  x: Tensor<D> & Floating[D],
  q: Tensor | number,
  dim: number | null,
  options: QuantileOptions,
): Tensor<D> {
  const { keepdim = false, interpolation = 'linear' } = known(op, options, ['keepdim', 'interpolation']);
  requireDType(op, 'x', x, ['float32', 'float64']);
  if (!interpolations.includes(interpolation))
    throw new ValueError(`${op}: interpolation must be one of ${interpolations.join(', ')}, got ${interpolation}.`);
  const one = typeof q === 'number' || q.ndim === 0;
  if (typeof q !== 'number' && (q.ndim > 1 || !isFloat(q.dtype)))
    throw new ShapeError(`${op}: q must be a number or a 1-d float tensor, got ${q.dtype} ${show(q.shape)}.`);
  const wanted = Array.from(typeof q === 'number' ? [q] : (q.toTypedArray() as Float64Array));
  const bad = wanted.find((v) => !(v >= 0 && v <= 1));
  if (bad !== undefined) throw new ValueError(`${op}: q must be between 0 and 1, got ${bad}.`);

  const d = dim === null ? 0 : normalizeDim(op, dim, x.ndim);
  return scope(() => {
    const y = dim === null || x.ndim === 0 ? flatten(x) : x;
    requireElements(op, y, [d]);
    const others = y.shape.map((_, i) => i).filter((i) => i !== d);
    const lines = permute(y, [...others, d]);
    const last = lines.ndim - 1;
    const sorted = pick(op, lines, last, order(op, lines, last, false));
    const numbers = sum(eq(lines, lines), last, kept);
    // A number q in float64, for float32 loses the weight between two elements of a long line.
    const dtype = typeof q === 'number' ? 'float64' : q.dtype;
    const places = mul(tensor(wanted, { dtype }), clamp(sub(cast(numbers, dtype), 1), 0));
    const found = between(op, sorted, places, interpolation);
    const result = op === 'nanquantile' ? found : where(eq(numbers, y.shape[d]!), found, NaN);
    const reduced = dim === null ? x.shape.map(() => 1) : x.ndim === 0 ? [] : x.shape.with(d, 1);
    const shape = keepdim ? reduced : dim === null ? [] : reducedShape(y.shape, x.ndim === 0 ? [0] : [d], false);
    return reshape(permute(result, [last, ...others.map((_, i) => i)]), one ? shape : [wanted.length, ...shape]);
  }) as Tensor<D>;
}

/**
 * The q-th quantiles along a dim, or of all elements; for a 1-d q they are the first dim of the result. NaN wins.
 * https://pytorch.org/docs/stable/generated/torch.quantile.html
 * @param q from 0 to 1; it gets no gradient @throws DTypeError for integers; IndexError where there is no element; ValueError for another q
 */
export function quantile<D extends DType>(
  x: Tensor<D> & Floating[D],
  q: Tensor | number,
  dim: number | null = null,
  options: QuantileOptions = {},
): Tensor<D> {
  return quantiles('quantile', x, q, dim, options);
}
/**
 * quantile without the NaN elements; NaN where there is no other.
 * https://pytorch.org/docs/stable/generated/torch.nanquantile.html @throws as quantile
 */
export function nanquantile<D extends DType>(
  x: Tensor<D> & Floating[D],
  q: Tensor | number,
  dim: number | null = null,
  options: QuantileOptions = {},
): Tensor<D> {
  return quantiles('nanquantile', x, q, dim, options);
}
