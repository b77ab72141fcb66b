/** Reductions over one, several or all dims. */
import { status } from '../backend/backend.ts';
import { type DType, isFloat } from '../dtype.ts';
import { BackendError, DTypeError } from '../errors.ts';
import { record, recording } from '../graph.ts';
import { reduceRecord } from '../kernels/records.generated.ts';
import { reduceKinds } from '../kernels/spec.ts';
import { known } from '../options.ts';
import { collapse, normalizeDim, normalizeDims, type Shape } from '../shape.ts';
import { type Tensor } from '../tensor.ts';
import type { Floating, Summed, Truths } from '../types.ts';
import { cast } from './create.ts';
import { empty_ } from './elementwise.ts';
import { div, eq, mul } from './elementwise.generated.ts';
import { gather } from './indexing.ts';
import {
  countOf,
  type Dims,
  type ReduceOptions,
  reducedShape,
  requireElements,
  requirePositions,
  spread,
} from './reduceDims.ts';
import { productOfOthers } from './scan.ts';
import { flatten, reshape } from './shape.ts';
import { widened } from './widened.ts';

export type { Dims, ReduceOptions };
export type DTypeOption<D extends DType = DType> = { dtype?: D };
type ReduceKind = (typeof reduceKinds)[number];

/** Runs the reduction kernel: y = kind of x over dims, keepdim as given. */
function run(
  kind: ReduceKind,
  x: Tensor,
  dims: readonly number[],
  dtype: DType,
  keepdim: boolean,
  recorded: boolean,
): Tensor {
  const out = empty_(reducedShape(x.shape, dims, keepdim), dtype, recorded);
  if (out.length === 0) return out;
  widened(out, [x], (to, [from]) => reduceInto(kind, from, to, dims));
  return out;
}

function reduceInto(kind: ReduceKind, x: Tensor, y: Tensor, dims: readonly number[]): void {
  // Of everything, as losses are: there is nothing to sort out.
  const whole = x.contiguous_ && dims.length === x.ndim;
  const [kept, sizes, strides] = whole ? [1, [1, x.length], [1, 1]] : keptFirst(x, dims);
  const code = reduceRecord(kind, x.info.code, reduceKinds.indexOf(kind), x, y, kept, sizes, strides);
  if (code !== status.ok) throw new BackendError(`${kind}: no kernel for ${x.dtype} (status ${code}).`);
}

/** Sizes and strides, those of the dims that stay before the others; and how many stay. */
function keptFirst(x: Tensor, dims: readonly number[]): [kept: number, sizes: number[], strides: number[]] {
  const stay = x.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const pick = (list: Shape, of: readonly number[]): number[] => of.map((d) => list[d]!);
  const outer = collapse(pick(x.shape, stay), [pick(x.strides, stay)]);
  const inner = collapse(pick(x.shape, dims), [pick(x.strides, dims)]);
  return [outer.sizes.length, [...outer.sizes, ...inner.sizes], [...outer.strides[0]!, ...inner.strides[0]!]];
}

/** Σ x over dims (all when left out). Integers and bools sum to int64, which wraps. */
export function sum<D extends DType, E extends DType = D>(
  x: Tensor<D>,
  dim?: Dims,
  options?: ReduceOptions & DTypeOption<E>,
): Tensor<Summed[E]>;
export function sum(x: Tensor, dim: Dims = null, options: ReduceOptions & DTypeOption = {}): Tensor {
  const { keepdim = false, dtype } = known('sum', options, ['keepdim', 'dtype']);
  if (dtype !== undefined && dtype !== x.dtype) return sum(cast(x, dtype), dim, { keepdim });
  const dims = normalizeDims('sum', dim, x.ndim);
  const recorded = recording([x]);
  const out = run('sum', x, dims, isFloat(x.dtype) ? x.dtype : 'int64', keepdim, recorded);
  return recorded ? record('sum', out, [x], [], (g) => [() => spread(g, x.shape, dims)]) : out;
}

/** The mean over dims (all when left out); NaN when there is nothing. @throws DTypeError for integers, as PyTorch */
export function mean<D extends DType, E extends DType = D>(
  x: Tensor<D> & Floating[E],
  dim?: Dims,
  options?: ReduceOptions & DTypeOption<E>,
): Tensor<E>;
export function mean(x: Tensor, dim: Dims = null, options: ReduceOptions & DTypeOption = {}): Tensor {
  const { keepdim = false, dtype } = known('mean', options, ['keepdim', 'dtype']);
  if (dtype !== undefined && dtype !== x.dtype) return mean(cast(x, dtype), dim, { keepdim });
  if (!isFloat(x.dtype))
    throw new DTypeError(
      `mean: takes float tensors, got ${x.dtype}. Pass { dtype: 'float32' } or convert with x.to('float32').`,
    );
  const dims = normalizeDims('mean', dim, x.ndim);
  const recorded = recording([x]);
  const out = run('mean', x, dims, x.dtype, keepdim, recorded);
  return recorded
    ? record('mean', out, [x], [], (g) => [() => spread(div(g, countOf(x.shape, dims)), x.shape, dims)])
    : out;
}

/** Π x over one dim, or over all when left out. Integers and bools give int64, which wraps. */
export function prod<D extends DType>(
  x: Tensor<D>,
  dim: number | null = null,
  options: ReduceOptions = {},
): Tensor<Summed[D]> {
  const { keepdim = false } = known('prod', options, ['keepdim']);
  const dims = normalizeDims('prod', dim, x.ndim);
  const recorded = recording([x]);
  const out = run('prod', x, dims, isFloat(x.dtype) ? x.dtype : 'int64', keepdim, recorded);
  if (!recorded) return out as Tensor<Summed[D]>;
  return record('prod', out, [x], [x], (g) => [() => mul(spread(g, x.shape, dims), otherProducts(x, dim))]) as Tensor<
    Summed[D]
  >;
}

/** Every element's product of the others along a dim, or of all others. */
function otherProducts(x: Tensor, dim: number | null): Tensor {
  if (dim === null || x.ndim === 0) return reshape(productOfOthers(flatten(x), 0), x.shape);
  return productOfOthers(x, normalizeDim('prod', dim, x.ndim));
}

/** The extreme of several dims at once; where several elements are equal they share the gradient. */
function extreme<D extends DType>(
  kind: 'max' | 'min',
  op: string,
  x: Tensor<D>,
  dim: Dims,
  keepdim: boolean,
): Tensor<D> {
  const dims = normalizeDims(op, dim, x.ndim);
  requireElements(op, x, dims);
  const recorded = recording([x]);
  const out = run(kind, x, dims, x.dtype, keepdim, recorded);
  if (!recorded) return out as Tensor<D>;
  return record(op, out, [x], [x, out], (g) => [
    () => {
      const ties = cast(eq(x, spread(out.detach(), x.shape, dims)), x.dtype);
      return mul(spread(g, x.shape, dims), div(ties, sum(ties, dims, { keepdim: true })));
    },
  ]) as Tensor<D>;
}

/** The largest element over dims (all when left out); equal ones share the gradient. NaN wins. */
export function amax<D extends DType>(x: Tensor<D>, dim: Dims = null, options: ReduceOptions = {}): Tensor<D> {
  const { keepdim = false } = known('amax', options, ['keepdim']);
  return extreme('max', 'amax', x, dim, keepdim);
}
/** The smallest element over dims (all when left out); equal ones share the gradient. NaN wins. */
export function amin<D extends DType>(x: Tensor<D>, dim: Dims = null, options: ReduceOptions = {}): Tensor<D> {
  const { keepdim = false } = known('amin', options, ['keepdim']);
  return extreme('min', 'amin', x, dim, keepdim);
}

export interface ValuesAndIndices<D extends DType = DType> {
  values: Tensor<D>;
  indices: Tensor<'int32'>;
}

function extremeOf(kind: 'max' | 'min', x: Tensor, dim: number, keepdim: boolean): ValuesAndIndices {
  const d = normalizeDim(kind, dim, x.ndim);
  const indices = argExtreme(`arg${kind}`, kind, x, dim, true);
  const taken = x.ndim === 0 ? x : gather(x, d, indices);
  const shape = x.ndim === 0 ? [] : reducedShape(x.shape, [d], keepdim);
  return { values: reshape(taken, shape), indices: reshape(indices, shape) };
}

/** The largest element of all; or, along a dim, the values and their int32 indices (the first of equal ones). NaN wins. */
export function max<D extends DType>(x: Tensor<D>): Tensor<D>;
export function max<D extends DType>(x: Tensor<D>, dim: number, options?: ReduceOptions): ValuesAndIndices<D>;
export function max(x: Tensor, dim?: number, options: ReduceOptions = {}): Tensor | ValuesAndIndices {
  const { keepdim = false } = known('max', options, ['keepdim']);
  return dim === undefined ? extreme('max', 'max', x, null, false) : extremeOf('max', x, dim, keepdim);
}
/** The smallest element of all; or, along a dim, the values and their int32 indices (the first of equal ones). NaN wins. */
export function min<D extends DType>(x: Tensor<D>): Tensor<D>;
export function min<D extends DType>(x: Tensor<D>, dim: number, options?: ReduceOptions): ValuesAndIndices<D>;
export function min(x: Tensor, dim?: number, options: ReduceOptions = {}): Tensor | ValuesAndIndices {
  const { keepdim = false } = known('min', options, ['keepdim']);
  return dim === undefined ? extreme('min', 'min', x, null, false) : extremeOf('min', x, dim, keepdim);
}

function argExtreme(op: string, kind: 'max' | 'min', x: Tensor, dim: number | null, keepdim: boolean): Tensor<'int32'> {
  requirePositions(op, dim === null ? x.length : (x.shape.at(dim) ?? 1));
  if (dim === null) {
    const flat = argExtreme(op, kind, flatten(x), 0, false);
    return keepdim
      ? reshape(
          flat,
          x.shape.map(() => 1),
        )
      : flat;
  }
  const dims = x.ndim === 0 ? [] : [normalizeDim(op, dim, x.ndim)];
  requireElements(op, x, dims);
  return run(kind === 'max' ? 'argmax' : 'argmin', x, dims, 'int32', keepdim, false) as Tensor<'int32'>;
}

/** The int32 index of the largest element, the first of equal ones: along a dim, or in the flattened tensor. */
export function argmax(x: Tensor, dim: number | null = null, options: ReduceOptions = {}): Tensor<'int32'> {
  const { keepdim = false } = known('argmax', options, ['keepdim']);
  return argExtreme('argmax', 'max', x, dim, keepdim);
}
/** The int32 index of the smallest element, the first of equal ones: along a dim, or in the flattened tensor. */
export function argmin(x: Tensor, dim: number | null = null, options: ReduceOptions = {}): Tensor<'int32'> {
  const { keepdim = false } = known('argmin', options, ['keepdim']);
  return argExtreme('argmin', 'min', x, dim, keepdim);
}

/** bool, but uint8 stays uint8: https://pytorch.org/docs/stable/generated/torch.any.html */
const truthType = (x: Tensor): DType => (x.dtype === 'uint8' ? 'uint8' : 'bool');

/** Whether any element over dims (all when left out) is non-zero. */
export function any<D extends DType>(x: Tensor<D>, dim: Dims = null, options: ReduceOptions = {}): Tensor<Truths[D]> {
  const { keepdim = false } = known('any', options, ['keepdim']);
  return run('any', x, normalizeDims('any', dim, x.ndim), truthType(x), keepdim, false) as Tensor<Truths[D]>;
}
/** Whether all elements over dims (all when left out) are non-zero. */
export function all<D extends DType>(x: Tensor<D>, dim: Dims = null, options: ReduceOptions = {}): Tensor<Truths[D]> {
  const { keepdim = false } = known('all', options, ['keepdim']);
  return run('all', x, normalizeDims('all', dim, x.ndim), truthType(x), keepdim, false) as Tensor<Truths[D]>;
}
