/** x.index([...]): numbers, slices, new dims, ellipsis, masks and index tensors, as Python's brackets take them. */
import { type DType, integerTypes, isFloat, requireDType } from '../dtype.ts';
import { DTypeError, IndexError, show, ShapeError, ValueError } from '../errors.ts';
import { noGrad, record, recording } from '../graph.ts';
import { scope } from '../memory.ts';
import { known } from '../options.ts';
import {
  broadcastShapes,
  contiguousStrides,
  requireList,
  sameShape,
  type Shape,
  sizeOf,
  viewStrides,
} from '../shape.ts';
import type { NestedArray } from '../tensor.ts';
import { Tensor } from '../tensor.ts';
import { cast, clone, contiguous, tensor } from './create.ts';
import { copyInto, empty_ } from './elementwise.ts';
import { add, mul } from './elementwise.generated.ts';
import { alongDim, pick, runIndexed } from './indexing.ts';
import { written } from './inPlace.ts';
import { trueAt, wrapped } from './positions.ts';
import { every, expand, permute, reshape, select, unsqueeze } from './shape.ts';

/** Positions of a dim: from `start` up to, but without, `end`. Null is an open end; negative ones count from the end. */
export interface Slice {
  readonly start: number | null;
  readonly end: number | null;
  readonly step: number;
}

/**
 * A slice for `index`: `slice()` is Python's `:`, `slice(1)` is `1:`, `slice(null, -1)` is `:-1`, `slice(null, null, 2)` is `::2`.
 * @throws ValueError unless step is a whole number above 0 (use flip to turn a dim round)
 */
export function slice(start: number | null = null, end: number | null = null, step = 1): Slice {
  if (!Number.isInteger(step) || step < 1)
    throw new ValueError(`slice: the step must be a whole number above 0, got ${step}. Use flip to turn a dim round.`);
  for (const at of [start, end]) {
    if (at !== null && !Number.isInteger(at)) throw new ValueError(`slice: ${at} is not a whole number.`);
  }
  return { start, end, step };
}

/**
 * What stands for one dim, or for several: a number (that dim goes away), a slice, null (a new dim of size 1), '...' (all dims
 * that nothing else stands for), an integer tensor or an array of integers, and a bool tensor or array (a mask of one or more dims).
 */
export type Index = number | Slice | null | '...' | Tensor | readonly NestedArray[];

/** Index tensors for neighbouring dims of a view, as one index into those dims seen as one. */
interface Plan {
  /** The parts that are views. */
  view: (x: Tensor) => Tensor;
  /** The dims of the view that index tensors stand for: from `at` on, `dims` of them. */
  at: number;
  dims: number;
  /** int32, the shape that all index tensors broadcast to. Null where there are none. */
  index: Tensor | null;
  /** The shape of the result. */
  shape: Shape;
}

/** An index tensor for `dims` dims of a view from dim `at` on, its values in [0, size). */
interface Advanced {
  at: number;
  dims: number;
  size: number;
  index: Tensor;
}

/** How many dims an index stands for. */
function dimsOf(i: Index): number {
  if (i === null || i === '...') return 0;
  return i instanceof Tensor && i.dtype === 'bool' ? i.ndim : 1;
}

function plan(op: string, shape: Shape, given: readonly Index[]): Plan {
  requireList(op, 'the index', given, '[0, mask]');
  const indices = given.map((i) =>
    Array.isArray(i) ? listOf(op, i as readonly NestedArray[]) : (i as Exclude<Index, readonly NestedArray[]>),
  );
  const covered = indices.reduce<number>((n, i) => n + dimsOf(i), 0);
  if (covered > shape.length)
    throw new IndexError(`${op}: ${covered} indices for the ${shape.length} dims of ${show(shape)} are too many.`);
  if (indices.filter((i) => i === '...').length > 1)
    throw new IndexError(`${op}: '...' may stand only once among the indices.`);

  const steps: ((x: Tensor) => Tensor)[] = [];
  const advanced: Advanced[] = [];
  let from = 0; // the dim of x
  let to = 0; // the dim of the view
  for (const i of indices) {
    const d = to;
    const size = shape[from] ?? 1;
    if (i === null) {
      steps.push((x) => unsqueeze(x, d));
      to++;
    } else if (i === '...') {
      const skipped = shape.length - covered;
      from += skipped;
      to += skipped;
    } else if (i instanceof Tensor && i.dtype === 'bool') {
      // A mask without dims has one of its own.
      if (i.ndim === 0) steps.push((x) => unsqueeze(x, d));
      const masked = i.ndim === 0 ? [1] : shape.slice(from, from + i.ndim);
      if (i.ndim > 0 && !sameShape(i.shape, masked)) {
        throw new IndexError(
          `${op}: the mask ${show(i.shape)} does not fit dims ${from} to ${from + i.ndim - 1} of ${show(shape)}, which are ${show(masked)}.`,
        );
      }
      advanced.push({ at: d, dims: masked.length, size: sizeOf(masked), index: tensor(trueAt(i)) });
      from += i.ndim;
      to += masked.length;
    } else if (typeof i === 'number' || (i instanceof Tensor && i.ndim === 0)) {
      if (typeof i !== 'number') requireDType(op, 'an index', i, integerTypes);
      const position = positionIn(op, typeof i === 'number' ? i : i.item(), size, from, shape);
      steps.push((x) => select(x, d, position));
      from++;
    } else if (i instanceof Tensor) {
      requireDType(op, 'an index', i, integerTypes);
      const index = wrapped(op, i, size, `dim ${from} of ${show(shape)}`);
      advanced.push({ at: d, dims: 1, size, index });
      from++;
      to++;
    } else {
      const [start, length] = extent(i, size);
      if (start !== 0 || length !== size || i.step !== 1) {
        steps.push((x) => every(op, x, d, start, length, i.step));
      }
      from++;
      to++;
    }
  }
  const view = (x: Tensor): Tensor => steps.reduce((t, step) => step(t), x);
  const viewed = noGrad(() => view(shapeOnly(shape))).shape;
  return advanced.length === 0
    ? { view, at: 0, dims: 0, index: null, shape: viewed }
    : withIndices(op, view, viewed, advanced);
}

/** A tensor for asking views of their shapes: it has no elements of its own. */
function shapeOnly(shape: Shape): Tensor {
  const { storage } = tensor(0);
  return new Tensor(
    storage,
    shape,
    shape.map(() => 0),
    0,
    'float32',
  );
}

function listOf(op: string, list: readonly NestedArray[]): Tensor {
  const flat = (list as unknown[]).flat(Infinity);
  const masks = flat.length > 0 && flat.every((v) => typeof v === 'boolean');
  if (!masks && flat.some((v) => typeof v === 'boolean'))
    throw new ValueError(`${op}: an array of indices has either numbers or booleans, not both.`);
  if (!masks && !flat.every(Number.isInteger))
    throw new ValueError(`${op}: an array of indices has a value that is no whole number.`);
  return tensor(list as NestedArray[], { dtype: masks ? 'bool' : 'int32' });
}

function positionIn(op: string, i: number, size: number, dim: number, shape: Shape): number {
  if (!Number.isInteger(i) || i < -size || i >= size) {
    throw new IndexError(
      `${op}: index ${i} is out of range for dim ${dim} of ${show(shape)}; it must be between ${-size} and ${size - 1}.`,
    );
  }
  return i < 0 ? i + size : i;
}

/** Where a slice of a dim begins and how long it is: Python's rules. */
function extent({ start, end, step }: Slice, size: number): [start: number, length: number] {
  const within = (i: number): number => Math.min(Math.max(i < 0 ? i + size : i, 0), size);
  const from = within(start ?? 0);
  const length = Math.max(0, Math.ceil((within(end ?? size) - from) / step));
  return [from, length];
}

/** Index tensors broadcast and made one; where they are no neighbours their dims come first, as in PyTorch. */
function withIndices(op: string, views: Plan['view'], viewed: Shape, advanced: readonly Advanced[]): Plan {
  const first = advanced[0]!.at;
  const own = advanced.flatMap(({ at, dims }) => Array.from({ length: dims }, (_, i) => at + i));
  const apart = own.some((d, i) => d !== first + i);
  const others = viewed.map((_, d) => d).filter((d) => !own.includes(d));
  const view = apart ? (x: Tensor): Tensor => permute(views(x), [...own, ...others]) : views;
  const at = apart ? 0 : first;

  const shape = broadcastShapes(
    op,
    advanced.map(({ index }) => index.shape),
  );
  if (advanced.reduce((n, { size }) => n * size, 1) > 2 ** 31 - 1) {
    throw new IndexError(
      `${op}: the indexed dims of ${show(viewed)} have more than 2^31 - 1 positions together. Index them one after the other.`,
    );
  }
  const steps = contiguousStrides(advanced.map(({ size }) => size));
  const index = noGrad(() =>
    scope(() => {
      const parts = advanced.map((each, k) => {
        const whole = cast(each.index, 'int32');
        return steps[k] === 1 ? whole : mul(whole, steps[k]!);
      });
      return expand(
        parts.reduce((a, b) => add(a, b)),
        shape,
      );
    }),
  );
  const sizes = others.map((d) => viewed[d]!);
  return { view, at, dims: own.length, index, shape: [...sizes.slice(0, at), ...shape, ...sizes.slice(at)] };
}

/** The view's shape with the indexed dims as one. */
function merged({ at, dims }: Plan, { shape }: Tensor): Shape {
  return [...shape.slice(0, at), sizeOf(shape.slice(at, at + dims)), ...shape.slice(at + dims)];
}

function taken<D extends DType>(op: string, x: Tensor<D>, how: Plan): Tensor<D> {
  if (how.index === null) return how.view(x) as Tensor<D>;
  const t = how.view(x);
  const flat = reshape(t, merged(how, t));
  return reshape(
    pick(op, flat, how.at, alongDim(reshape(how.index, [-1]), flat.shape, how.at)),
    how.shape,
  ) as Tensor<D>;
}

/**
 * What stands at the indices, as Python's x[...]. Numbers, slices, null and '...' give a view; index tensors and masks a copy. Index
 * tensors are broadcast against each other; where they are no neighbours, their dims come first. Index tensors and masks are read.
 * A uint8 tensor is an index, never a mask. https://pytorch.org/docs/stable/tensor_view.html
 *
 *     x.index([0, slice(null, null, 2), '...', null]);  // x[0, ::2, ..., None]
 *     x.index([x.gt(0)]);                               // x[x > 0]
 *     x.index([slice(), [2, 0, 2]]);                    // x[:, [2, 0, 2]]
 *
 * @throws IndexError for too many indices, one out of range, or a mask that does not fit; ShapeError, DTypeError
 */
export function index<D extends DType>(x: Tensor<D>, indices: readonly Index[]): Tensor<D> {
  return scope(() => {
    const found = taken('index', x, plan('index', x.shape, indices));
    return found === x ? reshape(x, x.shape) : found;
  });
}

/** Writes values into y, which no graph knows. */
function put(op: string, y: Tensor, how: Plan, values: Tensor | number, accumulate: boolean): void {
  const given = typeof values === 'number' ? tensor(values, { dtype: y.dtype }) : values;
  if (!sameShape(broadcastShapes(op, [given.shape, how.shape]), how.shape)) {
    throw new ShapeError(
      `${op}: values ${show(given.shape)} do not fit the indexed ${show(how.shape)}. Their sizes must match or be 1.`,
    );
  }
  const t = how.view(y);
  if (how.index === null) {
    copyInto(t, accumulate ? add(t, given) : given);
    return;
  }
  const shape = merged(how, t);
  const strides = viewStrides(t.shape, t.strides, shape);
  // Only what is no view has to be written back.
  const flat =
    strides === null ? reshape(contiguous(t), shape) : new Tensor(t.storage, shape, strides, t.offset, t.dtype);
  const along = alongDim(reshape(how.index, [-1]), shape, how.at);
  const mode = !accumulate ? 'replace' : y.dtype === 'bool' ? 'amax' : 'add';
  runIndexed(op, mode, reshape(expand(given, how.shape), along.shape), flat, along, how.at);
  if (strides === null) copyInto(t, reshape(flat, t.shape));
}

function putApart<D extends DType>(x: Tensor<D>, how: Plan, values: Tensor | number, accumulate: boolean): Tensor<D> {
  const recorded = isFloat(x.dtype) && recording([x, values]);
  const out = empty_(x.shape, x.dtype, recorded);
  copyInto(out, x);
  noGrad(() => put('indexPut', out, how, values, accumulate));
  return recorded ? recordPut('indexPut', out, x, values, how, accumulate) : out;
}

/** Hangs the node on what was put together of x and values. */
function recordPut<D extends DType>(
  op: string,
  out: Tensor<D>,
  x: Tensor,
  values: Tensor | number,
  how: Plan,
  accumulate: boolean,
): Tensor<D> {
  return record(op, out, [x, values], how.index === null ? [] : [how.index], (g) => [
    () => (accumulate ? g : putApart(g, how, 0, false)),
    () => taken('index', g, how),
  ]);
}

function requireSameDType(op: string, x: Tensor, values: Tensor | number): void {
  if (typeof values === 'number' || values.dtype === x.dtype) return;
  throw new DTypeError(`${op}: values are ${values.dtype}, the tensor ${x.dtype}. Convert them with to('${x.dtype}').`);
}

/**
 * A copy of x with values at the indices, broadcast to what `index` gives there; with accumulate they are added. Of several for one
 * place the last one stays; gradients go to all of them, as in PyTorch. Index tensors and masks are read.
 * https://pytorch.org/docs/stable/generated/torch.Tensor.index_put_.html
 * @param values a number, or a tensor of x's dtype @throws IndexError, ShapeError, DTypeError
 */
export function indexPut<D extends DType>(
  x: Tensor<D>,
  indices: readonly Index[],
  values: Tensor | number,
  options: { accumulate?: boolean } = {},
): Tensor<D> {
  const { accumulate = false } = known('indexPut', options, ['accumulate']);
  requireSameDType('indexPut', x, values);
  return scope(() => putApart(x, plan('indexPut', x.shape, indices), values, accumulate));
}
/** indexPut in place: x[indices] = values, or += with accumulate. */
export function indexPut_<D extends DType>(
  x: Tensor<D>,
  indices: readonly Index[],
  values: Tensor | number,
  options: { accumulate?: boolean } = {},
): Tensor<D> {
  const { accumulate = false } = known('indexPut_', options, ['accumulate']);
  requireSameDType('indexPut_', x, values);
  const sources = [values, ...indices].filter((t) => t instanceof Tensor);
  // Read whole before x changes.
  const apart = (t: Tensor): Tensor => (t.storage === x.storage ? clone(t) : t);
  return scope(() => {
    const how = plan(
      'indexPut_',
      x.shape,
      indices.map((i) => (i instanceof Tensor ? apart(i) : i)),
    );
    return written(
      'indexPut_',
      x,
      sources,
      () => put('indexPut_', x, how, typeof values === 'number' ? values : apart(values), accumulate),
      () => recordPut('indexPut_', x, x, values, how, accumulate),
    );
  });
}
