/** Ops that put elements where index tensors say, all of them by the scatter kernel. */
import { type DType, dtypes, integerTypes, isFloat, requireDType } from '../dtype.ts';
import { DTypeError, show, ShapeError, ValueError } from '../errors.ts';
import { type Backward, noGrad, record, recording } from '../graph.ts';
import { scope } from '../memory.ts';
import { known } from '../options.ts';
import { normalizeDim, sameShape, type Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { cast, clone, full, onesLike } from './create.ts';
import { copyInto, empty_ } from './elementwise.ts';
import { clamp, div, eq, floorDivide, mul, where } from './elementwise.generated.ts';
import { alongDim, pick, runIndexed, type ScatterMode } from './indexing.ts';
import { overwritten, written } from './inPlace.ts';
import { expand, narrow } from './shape.ts';

/** What scatter takes: a dim, an index of x's rank, and as many elements as the index has. */
type Target = readonly [d: number, index: Tensor, src: Tensor];

/** A number, or a tensor without dims, for every element of `shape`. */
function everywhere(value: Tensor | number, shape: Shape, dtype: DType): Tensor {
  return expand(typeof value === 'number' ? full([], value, { dtype }) : value, shape);
}

function requireSameDType(op: string, x: Tensor, what: string, src: Tensor): void {
  if (src.dtype === x.dtype) return;
  throw new DTypeError(`${op}: ${what} is ${src.dtype}, the tensor ${x.dtype}. Convert it with to('${x.dtype}').`);
}

function scatterTarget(op: string, x: Tensor, dim: number, index: Tensor, src: Tensor | number): Target {
  const d = normalizeDim(op, dim, x.ndim);
  requireDType(op, 'index', index, integerTypes);
  const bounds = typeof src === 'number' ? index.shape : src.shape;
  const fits =
    index.ndim === x.ndim &&
    bounds.length === x.ndim &&
    index.shape.every((s, i) => s <= bounds[i]! && (i === d || s <= x.shape[i]!));
  if (!fits) {
    const from = typeof src === 'number' ? '' : ` from ${show(src.shape)}`;
    throw new ShapeError(
      `${op}: index ${show(index.shape)} does not fit ${show(x.shape)}${from} along dim ${dim}: all need as many dims, and the index may be larger in none but dim ${dim} of the tensor.`,
    );
  }
  if (typeof src === 'number') return [d, index, everywhere(src, index.shape, x.dtype)];
  requireSameDType(op, x, 'src', src);
  return [
    d,
    index,
    index.shape.reduce((part, size, i) => (size < part.shape[i]! ? narrow(part, i, 0, size) : part), src),
  ];
}

/** Sums and products of bools say whether any is true, and whether all are. */
const modeFor = (dtype: DType, mode: ScatterMode): ScatterMode =>
  dtype !== 'bool' ? mode : mode === 'add' ? 'amax' : mode === 'prod' ? 'amin' : mode;

/** A copy of x that the kernel has written to. */
function copyWith<D extends DType>(
  op: string,
  mode: ScatterMode,
  x: Tensor<D>,
  [d, index, src]: Target,
  recorded: boolean,
): Tensor<D> {
  const out = empty_(x.shape, x.dtype, recorded);
  copyInto(out, x);
  runIndexed(op, modeFor(x.dtype, mode), src, out, index, d);
  return out;
}

/** A copy of x with src put or added where index says. */
function scattered<D extends DType>(op: string, mode: 'replace' | 'add', x: Tensor<D>, target: Target): Tensor<D> {
  const [d, index, src] = target;
  const recorded = isFloat(x.dtype) && recording([x, src]);
  const out = copyWith(op, mode, x, target, recorded);
  return recorded ? record(op, out, [x, src], [index], gradient(op, mode, d, index)) : out;
}

const gradient =
  (op: string, mode: 'replace' | 'add', d: number, index: Tensor): Backward =>
  (g) => [
    () => (mode === 'add' ? g : scattered(op, mode, g, [d, index, everywhere(0, index.shape, g.dtype)])),
    () => pick('gather', g, d, index),
  ];

/** The same in place. */
function scattered_<D extends DType>(
  op: string,
  mode: 'replace' | 'add',
  x: Tensor<D>,
  [d, index, src]: Target,
): Tensor<D> {
  const apart = (t: Tensor): Tensor => (t.storage === x.storage ? clone(t) : t);
  return written(
    op,
    x,
    [index, src],
    () => runIndexed(op, modeFor(x.dtype, mode), apart(src), x, apart(index), d),
    () => record(op, x, [x, src], [index], gradient(op, mode, d, index)),
  );
}

/**
 * A copy of x with out[index[i][j]][j] = src[i][j] for dim 0, and so on. Of elements for one place the last one stays; gradients go
 * to all of them, as in PyTorch. https://pytorch.org/docs/stable/generated/torch.Tensor.scatter_.html
 * @param index integers, of x's rank, no larger than src, and no larger than x in the other dims
 * @param src a tensor of x's dtype, or a number @throws ShapeError, DTypeError, IndexError
 */
export function scatter<D extends DType>(x: Tensor<D>, dim: number, index: Tensor, src: Tensor | number): Tensor<D> {
  return scattered('scatter', 'replace', x, scatterTarget('scatter', x, dim, index, src));
}
/** scatter in place. */
export function scatter_<D extends DType>(x: Tensor<D>, dim: number, index: Tensor, src: Tensor | number): Tensor<D> {
  return scattered_('scatter_', 'replace', x, scatterTarget('scatter_', x, dim, index, src));
}

/**
 * A copy of x with out[index[i][j]][j] += src[i][j] for dim 0, and so on, one after the other.
 * https://pytorch.org/docs/stable/generated/torch.Tensor.scatter_add_.html
 * @param index as for scatter @throws ShapeError, DTypeError, IndexError
 */
export function scatterAdd<D extends DType>(x: Tensor<D>, dim: number, index: Tensor, src: Tensor): Tensor<D> {
  return scattered('scatterAdd', 'add', x, scatterTarget('scatterAdd', x, dim, index, src));
}
/** scatterAdd in place. */
export function scatterAdd_<D extends DType>(x: Tensor<D>, dim: number, index: Tensor, src: Tensor): Tensor<D> {
  return scattered_('scatterAdd_', 'add', x, scatterTarget('scatterAdd_', x, dim, index, src));
}

function listTarget(op: string, x: Tensor, dim: number, index: Tensor, source: Tensor): Target {
  const d = normalizeDim(op, dim, x.ndim);
  requireDType(op, 'index', index, integerTypes);
  const shape = x.ndim === 0 ? [] : x.shape.with(d, index.length);
  if (index.ndim > 1 || !sameShape(source.shape, shape) || (x.ndim === 0 && index.length !== 1)) {
    throw new ShapeError(
      `${op}: index ${show(index.shape)} and source ${show(source.shape)} do not fit dim ${dim} of ${show(x.shape)}: the index needs 1 dim, the source ${show(shape)}.`,
    );
  }
  requireSameDType(op, x, 'source', source);
  return [d, alongDim(index, x.shape, d), source];
}

const times = (source: Tensor, alpha: number): Tensor => (alpha === 1 ? source : mul(source, alpha));

/**
 * A copy of x with alpha times the slices of source added at the positions `index` of a dim.
 * https://pytorch.org/docs/stable/generated/torch.Tensor.index_add_.html
 * @param index integers, 1-d @param source of x's shape, but for `dim`, which has the length of index
 * @throws ShapeError, DTypeError, IndexError
 */
export function indexAdd<D extends DType>(
  x: Tensor<D>,
  dim: number,
  index: Tensor,
  source: Tensor,
  options: { alpha?: number } = {},
): Tensor<D> {
  const { alpha = 1 } = known('indexAdd', options, ['alpha']);
  return scope(() => scattered('indexAdd', 'add', x, listTarget('indexAdd', x, dim, index, times(source, alpha))));
}
/** indexAdd in place. */
export function indexAdd_<D extends DType>(
  x: Tensor<D>,
  dim: number,
  index: Tensor,
  source: Tensor,
  options: { alpha?: number } = {},
): Tensor<D> {
  const { alpha = 1 } = known('indexAdd_', options, ['alpha']);
  return scattered_('indexAdd_', 'add', x, listTarget('indexAdd_', x, dim, index, times(source, alpha)));
}

/**
 * A copy of x with the slices of source at the positions `index` of a dim, the last one where an index repeats.
 * https://pytorch.org/docs/stable/generated/torch.Tensor.index_copy_.html
 * @param index integers, 1-d @param source of x's shape, but for `dim`, which has the length of index
 * @throws ShapeError, DTypeError, IndexError
 */
export function indexCopy<D extends DType>(x: Tensor<D>, dim: number, index: Tensor, source: Tensor): Tensor<D> {
  return scattered('indexCopy', 'replace', x, listTarget('indexCopy', x, dim, index, source));
}
/** indexCopy in place. */
export function indexCopy_<D extends DType>(x: Tensor<D>, dim: number, index: Tensor, source: Tensor): Tensor<D> {
  return scattered_('indexCopy_', 'replace', x, listTarget('indexCopy_', x, dim, index, source));
}

function fillTarget(op: string, x: Tensor, dim: number, index: Tensor, value: Tensor | number): Target {
  const d = normalizeDim(op, dim, x.ndim);
  if (typeof value !== 'number' && value.ndim > 0)
    throw new ShapeError(`${op}: value must be a number or a tensor without dims, got ${show(value.shape)}.`);
  const shape = x.ndim === 0 ? [] : x.shape.with(d, index.length);
  return listTarget(op, x, dim, index, everywhere(value, shape, x.dtype));
}

/**
 * A copy of x with one value at the positions `index` of a dim.
 * https://pytorch.org/docs/stable/generated/torch.Tensor.index_fill_.html
 * @param index integers, 1-d @param value a number, or a tensor without dims of x's dtype
 * @throws ShapeError, DTypeError, IndexError
 */
export function indexFill<D extends DType>(
  x: Tensor<D>,
  dim: number,
  index: Tensor,
  value: Tensor | number,
): Tensor<D> {
  return scattered('indexFill', 'replace', x, fillTarget('indexFill', x, dim, index, value));
}
/** indexFill in place. */
export function indexFill_<D extends DType>(
  x: Tensor<D>,
  dim: number,
  index: Tensor,
  value: Tensor | number,
): Tensor<D> {
  return scattered_('indexFill_', 'replace', x, fillTarget('indexFill_', x, dim, index, value));
}

export type ScatterReduction = 'sum' | 'prod' | 'mean' | 'amax' | 'amin';

/** What leaves the other operand as it is. */
function identityOf(reduce: ScatterReduction, dtype: DType): number {
  if (reduce === 'sum' || reduce === 'mean') return 0;
  if (reduce === 'prod') return 1;
  const { category, bytes } = dtypes[dtype];
  const largest = reduce === 'amin';
  if (category === 0) return Number(largest);
  if (category === 2) return largest ? Infinity : -Infinity;
  if (dtype === 'uint8') return largest ? 255 : 0;
  // 2⁶³ saturates.
  const half = 2 ** (8 * bytes - 1);
  return largest ? (dtype === 'int64' ? half : half - 1) : -half;
}

/**
 * A copy of x whose elements are reduced together with those of src that index sends to them: out[index[i][j]][j] for dim 0, and
 * so on. Equal extremes share the gradient. Means of integers are rounded down. Second derivatives of products are right where no factor is 0.
 * https://pytorch.org/docs/stable/generated/torch.Tensor.scatter_reduce_.html
 * @param index as for scatter @param options.includeSelf whether x's own elements take part; default true
 * @throws ShapeError, DTypeError, IndexError, ValueError
 */
export function scatterReduce<D extends DType>(
  x: Tensor<D>,
  dim: number,
  index: Tensor,
  src: Tensor,
  reduce: ScatterReduction,
  options: { includeSelf?: boolean } = {},
): Tensor<D> {
  const { includeSelf = true } = known('scatterReduce', options, ['includeSelf']);
  const target = scatterTarget('scatterReduce', x, dim, index, src);
  return scope(() => reduced(x, target, reduce, includeSelf)) as Tensor<D>;
}
/** scatterReduce in place. */
export function scatterReduce_<D extends DType>(
  x: Tensor<D>,
  dim: number,
  index: Tensor,
  src: Tensor,
  reduce: ScatterReduction,
  options: { includeSelf?: boolean } = {},
): Tensor<D> {
  return overwritten('scatterReduce_', x, [index, src], (old) => scatterReduce(old, dim, index, src, reduce, options));
}

function reduced(x: Tensor, target: Target, reduce: ScatterReduction, includeSelf: boolean): Tensor {
  const op = 'scatterReduce';
  const [d, index] = target;
  const blank = (value: number): Target => [d, index, everywhere(value, index.shape, x.dtype)];
  const self = includeSelf ? x : scattered(op, 'replace', x, blank(identityOf(reduce, x.dtype)));
  switch (reduce) {
    case 'sum':
      return scattered(op, 'add', self, target);
    case 'mean': {
      const total = scattered(op, 'add', self, target);
      const count = noGrad(() => counted(x, d, index, includeSelf));
      return isFloat(x.dtype) ? div(total, count) : cast(floorDivide(total, count), x.dtype);
    }
    case 'prod':
      return product(self, target);
    case 'amax':
    case 'amin':
      return extreme(reduce, self, target, includeSelf);
    default:
      throw new ValueError(`${op}: there is no reduction '${String(reduce)}'; use sum, prod, mean, amax or amin.`);
  }
}

/** How many elements meet in each place. */
function counted(x: Tensor, d: number, index: Tensor, includeSelf: boolean): Tensor {
  const dtype = isFloat(x.dtype) ? x.dtype : 'int32';
  const start = full(x.shape, includeSelf ? 1 : 0, { dtype });
  return clamp(scattered('scatterReduce', 'add', start, [d, index, everywhere(1, index.shape, dtype)]), 1, null);
}

function product(x: Tensor, target: Target): Tensor {
  const [d, index, src] = target;
  const recorded = isFloat(x.dtype) && recording([x, src]);
  const out = copyWith('scatterReduce', 'prod', x, target, recorded);
  if (!recorded) return out;
  return record('scatterReduce', out, [x, src], [x, index, src], (g) => [
    () => mul(g, product(onesLike(x), target)),
    () => {
      const isZero = eq(src, 0);
      const zeros = scattered('scatterReduce', 'add', cast(eq(x, 0), 'int32'), [d, index, cast(isZero, 'int32')]);
      const factors = where(isZero, 1, src);
      const others = product(where(eq(x, 0), 1, x), [d, index, factors]);
      // A factor's gradient is the product of the others: 0 unless they are all there, the only zero being the factor itself.
      const whole = eq(pick('gather', zeros, d, index), isZero);
      return where(whole, div(pick('gather', mul(g, others), d, index), factors), 0);
    },
  ]);
}

function extreme(mode: 'amax' | 'amin', x: Tensor, target: Target, includeSelf: boolean): Tensor {
  const [d, index, src] = target;
  const recorded = isFloat(x.dtype) && recording([x, src]);
  const out = copyWith('scatterReduce', mode, x, target, recorded);
  if (!recorded) return out;
  return record('scatterReduce', out, [x, src], [x, index, src, out], (g) => {
    const [inX, inSrc, shared] = noGrad(() => {
      const all = cast(eq(x, out), g.dtype);
      const own = includeSelf
        ? all
        : scattered('scatterReduce', 'replace', all, [d, index, everywhere(0, index.shape, g.dtype)]);
      const equal = cast(eq(src, pick('gather', out, d, index)), g.dtype);
      return [own, equal, scattered('scatterReduce', 'add', own, [d, index, equal])];
    });
    return [() => mul(inX, div(g, shared)), () => mul(inSrc, pick('gather', div(g, shared), d, index))];
  });
}
