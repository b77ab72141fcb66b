/** Ops that count: distinct elements, histograms, and where values belong in a sorted sequence. */
import { integerTypes, requireDType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { known, requireWhole } from '../options.ts';
import { normalizeDim, sameShape, sizeOf } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import { arange, cast, contiguous, ones, tensor, zeros } from './create.ts';
import { div, floor, ge, le, logicalAnd, lt, minimum, mul, ne, sub, where } from './elementwise.generated.ts';
import { indexSelect } from './indexing.ts';
import { order } from './order.ts';
import { trueAt } from './positions.ts';
import { any, max, min } from './reduce.ts';
import { cumsum } from './scan.ts';
import { scatter, scatterAdd } from './scatter.ts';
import { cat, flatten, narrow, reshape, select, transpose } from './shape.ts';

export interface UniqueOptions {
  /** Also give, for every element, its place among the distinct ones. */
  returnInverse?: boolean;
  /** Also give how often each occurs. */
  returnCounts?: boolean;
  /** Compare the slices along this dim; all elements when left out. */
  dim?: number | null;
}
/** A tensor, or { values, inverse, counts } with what was asked for. */
export type UniqueResult<O> = O extends { returnInverse: true } | { returnCounts: true }
  ? { values: Tensor } & (O extends { returnInverse: true } ? { inverse: Tensor } : unknown) &
      (O extends { returnCounts: true } ? { counts: Tensor } : unknown)
  : Tensor;

/** The lexicographic order of the rows of a matrix: stable sorts from the last column to the first. */
function rowOrder(op: string, rows: Tensor): Tensor {
  const [n, m] = rows.shape as [number, number];
  let found = arange(0, n, 1, { dtype: 'int32' });
  for (let column = m - 1; column >= 0; column--) {
    const keys = indexSelect(select(rows, 1, column), 0, found);
    found = indexSelect(found, 0, order(op, keys, 0, false));
  }
  return found;
}

function distinct<O extends UniqueOptions>(op: string, x: Tensor, sorted: boolean, options: O): UniqueResult<O> {
  const {
    returnInverse = false,
    returnCounts = false,
    dim = null,
  } = known(op, options, ['returnInverse', 'returnCounts', 'dim']);
  const d = dim === null ? 0 : normalizeDim(op, dim, x.ndim);
  const [values, inverse, counts] = scope((): [Tensor, Tensor, Tensor] => {
    const given = x.detach();
    const lines = dim === null || x.ndim === 0 ? flatten(given) : transpose(given, 0, d);
    const n = lines.shape[0]!;
    const rows = reshape(lines, [n, sizeOf(lines.shape.slice(1))]);
    const from = sorted ? rowOrder(op, rows) : arange(0, n, 1, { dtype: 'int32' });
    const arranged = indexSelect(rows, 0, from);
    const changes = any(
      ne(narrow(arranged, 0, Math.min(n, 1), Math.max(n - 1, 0)), narrow(arranged, 0, 0, Math.max(n - 1, 0))),
      1,
    );
    const begins = cat([ones([Math.min(n, 1)], { dtype: 'bool' }), cast(changes, 'bool')]);
    const first = trueAt(begins);
    const ends = first.map((_, i) => first[i + 1] ?? n);
    const found = indexSelect(lines, 0, indexSelect(from, 0, tensor(first, { dtype: 'int32' })));
    const place = sub(cumsum(begins, 0, { dtype: 'int32' }), 1);
    return [
      contiguous(dim === null || x.ndim === 0 ? found : transpose(found, 0, d)),
      reshape(scatter(zeros([n], { dtype: 'int32' }), 0, from, place), dim === null ? x.shape : [n]),
      tensor(
        ends.map((end, i) => end - first[i]!),
        { dtype: 'int32' },
      ),
    ];
  });
  if (!returnInverse && !returnCounts) return values as UniqueResult<O>;
  return { values, ...(returnInverse && { inverse }), ...(returnCounts && { counts }) } as UniqueResult<O>;
}

/**
 * The distinct elements (or slices along a dim), in ascending order. Every NaN is one of its own; there is no gradient.
 * https://pytorch.org/docs/stable/generated/torch.unique.html
 */
export function unique<const O extends UniqueOptions = UniqueOptions>(x: Tensor, options?: O): UniqueResult<O> {
  return distinct('unique', x, true, options ?? ({} as O));
}
/**
 * The elements (or slices along a dim) without those equal to the one before. There is no gradient.
 * https://pytorch.org/docs/stable/generated/torch.unique_consecutive.html
 */
export function uniqueConsecutive<const O extends UniqueOptions = UniqueOptions>(
  x: Tensor,
  options?: O,
): UniqueResult<O> {
  return distinct('uniqueConsecutive', x, false, options ?? ({} as O));
}

export interface SearchOptions {
  /** Behind equal elements instead of before them. */
  right?: boolean;
}

/**
 * Where values belong in a sequence that ascends along its last dim, as int32: before equal elements, or behind.
 * A stable sort of both together tells it, in the time of a sort of n + m elements.
 * https://pytorch.org/docs/stable/generated/torch.searchsorted.html
 * @param sequence [n] for values of any shape, or [..., n] for values [..., m] @throws ShapeError
 */
export function searchsorted(sequence: Tensor, values: Tensor | number, options: SearchOptions = {}): Tensor<'int32'> {
  const { right = false } = known('searchsorted', options, ['right']);
  return scope(() => {
    const wanted = values instanceof Tensor ? values.detach() : tensor(values, { dtype: sequence.dtype });
    const batch = sequence.shape.slice(0, -1);
    if (sequence.ndim === 0 || (sequence.ndim > 1 && !sameShape(batch, wanted.shape.slice(0, -1))))
      throw new ShapeError(
        `searchsorted: values ${show(wanted.shape)} do not fit the sequence ${show(sequence.shape)}: it must have 1 dim, or all but the last equal.`,
      );
    const flat = sequence.ndim === 1 ? flatten(wanted) : wanted;
    const d = flat.ndim - 1;
    const [n, m] = [sequence.shape[d]!, flat.shape[d]!];
    const first = right ? n : m;
    const from = order('searchsorted', cat(right ? [sequence.detach(), flat] : [flat, sequence.detach()], d), d, false);
    const passed = cumsum(right ? lt(from, first) : ge(from, first), d, { dtype: 'int32' });
    const counts = scatter(zeros(from.shape, { dtype: 'int32' }), d, from, passed);
    return reshape(contiguous(narrow(counts, d, right ? n : 0, m)), wanted.shape);
  });
}
/**
 * Which bucket each element is in: searchsorted of ascending boundaries.
 * https://pytorch.org/docs/stable/generated/torch.bucketize.html @throws ShapeError for boundaries that are not 1-d
 */
export function bucketize(x: Tensor | number, boundaries: Tensor, options: SearchOptions = {}): Tensor<'int32'> {
  if (boundaries.ndim !== 1)
    throw new ShapeError(`bucketize: boundaries must have 1 dim, got ${show(boundaries.shape)}.`);
  return searchsorted(boundaries, x, options);
}

export interface BincountOptions {
  /** What each element counts; 1 unless told. */
  weights?: Tensor | null;
  /** How many bins there are at least. */
  minlength?: number;
}
/**
 * How often each of 0, 1, 2, … occurs: int32; with float32 weights float32, with others float64.
 * https://pytorch.org/docs/stable/generated/torch.bincount.html
 * @param x integers, 1-d @throws DTypeError, ShapeError; ValueError for a negative element
 */
export function bincount(x: Tensor, options: BincountOptions = {}): Tensor {
  const { weights = null, minlength = 0 } = known('bincount', options, ['weights', 'minlength']);
  requireDType('bincount', 'x', x, integerTypes);
  if (x.ndim !== 1 || (weights && !sameShape(weights.shape, x.shape)))
    throw new ShapeError(
      `bincount: x must have 1 dim and weights its shape, got ${show(x.shape)}${weights ? ` and ${show(weights.shape)}` : ''}.`,
    );
  requireWhole('bincount', 'minlength', minlength, 0);
  const empty = x.length === 0;
  const least = empty ? 0 : min(x).item();
  if (least < 0) throw new ValueError(`bincount: elements must not be negative, got ${least}.`);
  const size = Math.max(minlength, empty ? 0 : max(x).item() + 1);
  const dtype = weights ? (weights.dtype === 'float32' ? 'float32' : 'float64') : 'int32';
  return scope(() => {
    const counted = weights ? cast(weights.detach(), dtype) : ones(x.shape, { dtype });
    return scatterAdd(zeros([size], { dtype }), 0, x, counted);
  });
}

export interface HistogramRange {
  /** The lower edge. Where both edges are 0, they are the smallest and the largest element. */
  min?: number;
  max?: number;
}
/**
 * How many elements fall into each of equal bins, in x's dtype. What is outside, and NaN, does not count.
 * https://pytorch.org/docs/stable/generated/torch.histc.html
 * @throws DTypeError for integers; ValueError for a range that is not finite or descends
 */
export function histc(x: Tensor, bins = 100, options: HistogramRange = {}): Tensor {
  const { min: low = 0, max: high = 0 } = known('histc', options, ['min', 'max']);
  requireDType('histc', 'x', x, ['float32', 'float64']);
  requireWhole('histc', 'bins', bins);
  return scope(() => {
    const values = flatten(x.detach());
    let [from, to] = [low, high];
    if (from === to && x.length > 0) [from, to] = [min(values).item(), max(values).item()];
    if (from === to) [from, to] = [from - 1, to + 1];
    if (!Number.isFinite(from) || !Number.isFinite(to) || from > to)
      throw new ValueError(`histc: the range must be finite and ascend, got ${from} to ${to}. Pass { min, max }.`);
    const inside = logicalAnd(ge(values, from), le(values, to));
    const place = minimum(floor(mul(div(sub(values, from), to - from), bins)), bins - 1);
    const index = cast(where(inside, place, 0), 'int32');
    return scatterAdd(zeros([bins], { dtype: x.dtype }), 0, index, cast(inside, x.dtype));
  });
}
