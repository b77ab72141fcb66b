/** Ops that look at the same storage another way, and the two that join tensors. */
import { type DType, requireTensors, resultType } from '../dtype.ts';
import { IndexError, show, ShapeError } from '../errors.ts';
import { type Backward, gradEnabled, record, recording } from '../graph.ts';
import { known } from '../options.ts';
import { inferShape, normalizeDim, requireList, sameShape, type Shape, viewStrides } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import type { Pairs } from '../types.ts';
import { contiguous } from './create.ts';
import { copyInto, empty_ } from './elementwise.ts';

/** x's storage seen with these strides, recorded under `name`. */
export function view<D extends DType>(
  name: string,
  x: Tensor<D>,
  shape: Shape,
  strides: Shape,
  offset: number,
  backward: Backward,
): Tensor<D> {
  x.assertFresh();
  const recorded = recording([x]);
  const out = new Tensor(x.storage, shape, strides, offset, x.dtype).showing_(x, gradEnabled() ? x.origin : 'untold');
  return recorded ? record(name, out, [x], [], backward) : out;
}

/** The same elements in another shape, one size may be -1. A view where strides allow it, else a copy. @throws ShapeError */
export function reshape<D extends DType>(x: Tensor<D>, shape: Shape): Tensor<D> {
  const target = inferShape('reshape', x.shape, shape);
  const strides = viewStrides(x.shape, x.strides, target);
  if (strides === null) return reshape(contiguous(x), target);
  return view('reshape', x, target, strides, x.offset, (g) => [() => reshape(g, x.shape)]);
}

/** reshape that never copies. @throws ShapeError when only a copy could have that shape */
export function viewAs<D extends DType>(x: Tensor<D>, shape: Shape): Tensor<D> {
  const target = inferShape('view', x.shape, shape);
  if (viewStrides(x.shape, x.strides, target) === null) {
    throw new ShapeError(
      `view: ${show(x.shape)} with strides ${show(x.strides)} cannot be seen as ${show(target)} without a copy. Use reshape.`,
    );
  }
  return reshape(x, target);
}

/** Dims startDim to endDim as one. https://pytorch.org/docs/stable/generated/torch.flatten.html */
export function flatten<D extends DType>(
  x: Tensor<D>,
  options: { startDim?: number; endDim?: number } = {},
): Tensor<D> {
  const { startDim = 0, endDim = -1 } = known('flatten', options, ['startDim', 'endDim']);
  const start = normalizeDim('flatten', startDim, x.ndim);
  const end = normalizeDim('flatten', endDim, x.ndim);
  if (start > end)
    throw new IndexError(`flatten: startDim ${startDim} comes after endDim ${endDim} in ${show(x.shape)}.`);
  if (x.ndim === 0) return reshape(x, [1]);
  const merged = x.shape.slice(start, end + 1).reduce((a, b) => a * b, 1);
  return reshape(x, [...x.shape.slice(0, start), merged, ...x.shape.slice(end + 1)]);
}

/** Dims in another order: dim i of the result is dim dims[i] of x. A view. */
export function permute<D extends DType>(x: Tensor<D>, dims: readonly number[]): Tensor<D> {
  requireList('permute', 'dims', dims);
  const order = dims.map((d) => normalizeDim('permute', d, x.ndim));
  if (order.length !== x.ndim || new Set(order).size !== order.length) {
    throw new IndexError(`permute: dims ${show(dims)} must name each of the ${x.ndim} dims of ${show(x.shape)} once.`);
  }
  const back = order.map((_, i) => order.indexOf(i));
  const pick = (list: Shape): number[] => order.map((d) => list[d]!);
  return view('permute', x, pick(x.shape), pick(x.strides), x.offset, (g) => [() => permute(g, back)]);
}

/** Two dims exchanged. A view. */
export function transpose<D extends DType>(x: Tensor<D>, dim0: number, dim1: number): Tensor<D> {
  const a = normalizeDim('transpose', dim0, x.ndim);
  const b = normalizeDim('transpose', dim1, x.ndim);
  const dims = x.shape.map((_, i) => i);
  dims[a] = b;
  dims[b] = a;
  return permute(x, dims);
}

/** The transpose of a matrix. A view. @throws ShapeError for more than 2 dims */
export function t<D extends DType>(x: Tensor<D>): Tensor<D> {
  if (x.ndim > 2) throw new ShapeError(`t: takes at most 2 dims, got ${show(x.shape)}. Use transpose(dim0, dim1).`);
  return x.ndim < 2
    ? permute(
        x,
        x.shape.map((_, i) => i),
      )
    : transpose(x, 0, 1);
}

/** Dims of size 1 repeated, -1 keeping a size; new dims go in front. A view that takes no memory. @throws ShapeError */
export function expand<D extends DType>(x: Tensor<D>, shape: Shape): Tensor<D> {
  requireList('expand', 'the shape', shape);
  const lead = shape.length - x.ndim;
  const target = shape.map((size, i) => (size === -1 && i >= lead ? x.shape[i - lead]! : size));
  const fits =
    lead >= 0 &&
    x.shape.every((size, i) => size === target[i + lead] || size === 1) &&
    target.every((s) => Number.isInteger(s) && s >= 0);
  if (!fits)
    throw new ShapeError(
      `expand: ${show(x.shape)} does not expand to ${show(shape)}. Only sizes of 1 can be repeated.`,
    );
  const strides = target.map((size, i) =>
    i < lead || (x.shape[i - lead] === 1 && size !== 1) ? 0 : x.strides[i - lead]!,
  );
  // The engine sums over the repeated dims.
  return view('expand', x, target, strides, x.offset, (g) => [() => g]);
}
/** expand, under torch.broadcast_to's name. */
export function broadcastTo<D extends DType>(x: Tensor<D>, shape: Shape): Tensor<D> {
  return expand(x, shape);
}

/** Without dims of size 1: all of them, or those given. A view. */
export function squeeze<D extends DType>(x: Tensor<D>, dim?: number | readonly number[] | null): Tensor<D> {
  const named = dim === undefined || dim === null ? null : [dim].flat().map((d) => normalizeDim('squeeze', d, x.ndim));
  const kept = x.shape.map((_, i) => i).filter((i) => x.shape[i] !== 1 || (named !== null && !named.includes(i)));
  const pick = (list: Shape): number[] => kept.map((i) => list[i]!);
  return view('squeeze', x, pick(x.shape), pick(x.strides), x.offset, (g) => [() => reshape(g, x.shape)]);
}

/** With a new dim of size 1. A view. */
export function unsqueeze<D extends DType>(x: Tensor<D>, dim: number): Tensor<D> {
  const at = normalizeDim('unsqueeze', dim, x.ndim + 1);
  const insert = (list: Shape, value: number): number[] => [...list.slice(0, at), value, ...list.slice(at)];
  return view('unsqueeze', x, insert(x.shape, 1), insert(x.strides, 1), x.offset, (g) => [() => reshape(g, x.shape)]);
}

/** `length` positions of a dim from `start` on. A view. @throws IndexError when they are not all there */
export function narrow<D extends DType>(x: Tensor<D>, dim: number, start: number, length: number): Tensor<D> {
  const d = normalizeDim('narrow', dim, x.ndim);
  const size = x.shape[d] ?? 0;
  const from = start < 0 ? start + size : start;
  if (
    x.ndim === 0 ||
    !Number.isInteger(from) ||
    !Number.isInteger(length) ||
    from < 0 ||
    length < 0 ||
    from + length > size
  ) {
    throw new IndexError(
      `narrow: start ${start} and length ${length} leave dim ${dim} of ${show(x.shape)}, which has ${size} positions.`,
    );
  }
  return every('narrow', x, d, from, length, 1);
}

/** `length` positions of a dim, every `step`-th one from `start` on; they are all there. A view. */
export function every<D extends DType>(
  op: string,
  x: Tensor<D>,
  dim: number,
  start: number,
  length: number,
  step: number,
): Tensor<D> {
  const { shape, strides, offset } = slot(x, dim, start, length, step);
  return view(op, x, shape, strides, offset, (g) => [() => widen(g, x.shape, dim, start, step)]);
}

/** One position of a dim, which disappears. A view. @throws IndexError */
export function select<D extends DType>(x: Tensor<D>, dim: number, index: number): Tensor<D> {
  const d = normalizeDim('select', dim, x.ndim);
  const size = x.shape[d] ?? 0;
  if (x.ndim === 0 || !Number.isInteger(index) || index < -size || index >= size) {
    throw new IndexError(
      `select: index ${index} is out of range for dim ${dim} of ${show(x.shape)} (${size} positions).`,
    );
  }
  return squeeze(narrow(x, d, index < 0 ? index + size : index, 1), d);
}

/** Zeros of `shape` with x at every `step`-th position of a dim from `start` on: what the gradient of a part is. */
function widen<D extends DType>(x: Tensor<D>, shape: Shape, dim: number, start: number, step: number): Tensor<D> {
  const length = x.shape[dim]!;
  const recorded = recording([x]);
  const out = empty_(shape, x.dtype, recorded);
  copyInto(out, 0);
  copyInto(slot(out, dim, start, length, step), x);
  return recorded ? record('widen', out, [x], [], (g) => [() => every('narrow', g, dim, start, length, step)]) : out;
}

/** A part of a tensor that no graph knows. */
export function slot<D extends DType>(x: Tensor<D>, dim: number, start: number, length: number, step = 1): Tensor<D> {
  const stride = x.strides[dim]!;
  // What has no elements begins where the tensor does: nothing may begin beyond the end.
  const offset = length === 0 ? x.offset : x.offset + start * stride;
  return new Tensor(x.storage, x.shape.with(dim, length), x.strides.with(dim, stride * step), offset, x.dtype);
}

/** Tensors joined along an existing dim; all other sizes must agree. dtypes are promoted. @throws ShapeError */
export function cat<D extends DType>(tensors: readonly Tensor<D>[], dim = 0): Tensor<Pairs[D][D]> {
  requireTensors('cat', tensors);
  if (tensors.length === 0) throw new ShapeError('cat: needs at least one tensor.');
  // PyTorch lets empty 1-d tensors join anything.
  const parts = tensors.some((x) => x.ndim > 1) ? tensors.filter((x) => !(x.ndim === 1 && x.length === 0)) : tensors;
  const first = parts[0]!;
  if (first.ndim === 0) throw new ShapeError('cat: 0-d tensors cannot be joined; use stack.');
  const d = normalizeDim('cat', dim, first.ndim);
  for (const x of parts) {
    if (x.ndim !== first.ndim || !sameShape(x.shape.with(d, 0), first.shape.with(d, 0))) {
      throw new ShapeError(
        `cat: ${parts.map((p) => show(p.shape)).join(', ')} do not join along dim ${dim}. All other sizes must be the same.`,
      );
    }
  }
  const starts: number[] = [];
  let total = 0;
  for (const x of parts) {
    starts.push(total);
    total += x.shape[d]!;
  }
  const recorded = recording(parts);
  const out = empty_(first.shape.with(d, total), resultType(parts), recorded);
  parts.forEach((x, i) => copyInto(slot(out, d, starts[i]!, x.shape[d]!), x));
  if (!recorded) return out as Tensor<Pairs[D][D]>;
  return record('cat', out, parts, [], (g) =>
    parts.map((x, i) => () => narrow(g, d, starts[i]!, x.shape[d]!)),
  ) as Tensor<Pairs[D][D]>;
}

/** Tensors of one shape joined along a new dim. @throws ShapeError */
export function stack<D extends DType>(tensors: readonly Tensor<D>[], dim = 0): Tensor<Pairs[D][D]> {
  requireTensors('stack', tensors);
  const first = tensors[0];
  if (!first) throw new ShapeError('stack: needs at least one tensor.');
  if (tensors.some((x) => !sameShape(x.shape, first.shape))) {
    throw new ShapeError(`stack: all tensors need one shape, got ${tensors.map((x) => show(x.shape)).join(', ')}.`);
  }
  const d = normalizeDim('stack', dim, first.ndim + 1);
  return cat(
    tensors.map((x) => unsqueeze(x, d)),
    d,
  );
}
