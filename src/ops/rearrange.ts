/** Ops that repeat, turn and join what they are given; most are made of views and one copy. */
import { requireWhole } from '../options.ts';
import { type DType, integerTypes, requireDType, requireTensors } from '../dtype.ts';
import { IndexError, show, ShapeError } from '../errors.ts';
import { record, recording } from '../graph.ts';
import { scope } from '../memory.ts';
import { broadcastShapes, inferShape, normalizeDim, normalizeDims, requireList, type Shape } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import { clone, tensor } from './create.ts';
import { copyInto, empty_ } from './elementwise.ts';
import { addAt, alongDim, indexSelect } from './indexing.ts';
import { cat, expand, flatten, narrow, permute, reshape, transpose, unsqueeze, view } from './shape.ts';

/** A dim as several of these sizes, one of which may be -1. https://pytorch.org/docs/stable/generated/torch.unflatten.html @throws ShapeError */
export function unflatten<D extends DType>(x: Tensor<D>, dim: number, sizes: Shape): Tensor<D> {
  const d = normalizeDim('unflatten', dim, x.ndim);
  const inner = inferShape('unflatten', x.shape.slice(d, d + 1), sizes);
  return reshape(x, [...x.shape.slice(0, d), ...inner, ...x.shape.slice(d + 1)]);
}

/**
 * Dims `source` moved to the places `destination`; the others keep their order. A view.
 * https://pytorch.org/docs/stable/generated/torch.movedim.html @throws IndexError
 */
export function movedim<D extends DType>(
  x: Tensor<D>,
  source: number | readonly number[],
  destination: number | readonly number[],
): Tensor<D> {
  const [from, to] = [source, destination].map((dims) =>
    (typeof dims === 'number' ? [dims] : dims).map((d) => normalizeDim('movedim', d, x.ndim)),
  ) as [number[], number[]];
  if (from.length !== to.length || new Set(from).size !== from.length || new Set(to).size !== to.length)
    throw new IndexError(
      `movedim: dims ${show(from)} cannot be moved to ${show(to)}: give as many of both, each once.`,
    );
  const order = new Array<number>(x.ndim).fill(-1);
  to.forEach((place, i) => (order[place] = from[i]!));
  const rest = x.shape.map((_, d) => d).filter((d) => !from.includes(d));
  return permute(
    x,
    order.map((d) => (d === -1 ? rest.shift()! : d)),
  );
}

/** All tensors expanded to the shape they broadcast to. Views. https://pytorch.org/docs/stable/generated/torch.broadcast_tensors.html @throws ShapeError */
export function broadcastTensors(tensors: readonly Tensor[]): Tensor[] {
  requireTensors('broadcastTensors', tensors);
  const shape = broadcastShapes(
    'broadcastTensors',
    tensors.map((x) => x.shape),
  );
  return tensors.map((x) => expand(x, shape));
}

/**
 * x repeated along its dims, as often as `sizes` says for each; dims it has not go in front.
 * https://pytorch.org/docs/stable/generated/torch.Tensor.repeat.html @throws ShapeError
 */
export function repeat<D extends DType>(x: Tensor<D>, sizes: Shape): Tensor<D> {
  return repeated('repeat', x, sizes) as Tensor<D>;
}
function repeated(op: string, x: Tensor, sizes: Shape): Tensor {
  requireList(op, 'sizes', sizes);
  const lead = sizes.length - x.ndim;
  if (lead < 0 || sizes.some((n) => !Number.isInteger(n) || n < 0))
    throw new ShapeError(
      `${op}: sizes ${show(sizes)} must be whole numbers from 0 on, at least one for each dim of ${show(x.shape)}.`,
    );
  return scope(() => {
    const shape = [...new Array<number>(lead).fill(1), ...x.shape];
    const spread = expand(
      reshape(
        x,
        shape.flatMap((size) => [1, size]),
      ),
      shape.flatMap((size, d) => [sizes[d]!, size]),
    );
    return copied(
      x,
      reshape(
        spread,
        shape.map((size, d) => size * sizes[d]!),
      ),
    );
  });
}
/** y, or a copy where it is a view of x. */
export const copied = (x: Tensor, y: Tensor): Tensor => (y.storage === x.storage ? clone(y) : y);

/** repeat that takes fewer numbers than dims, too: they are those of the last dims. https://pytorch.org/docs/stable/generated/torch.tile.html */
export function tile<D extends DType>(x: Tensor<D>, dims: Shape): Tensor<D> {
  requireList('tile', 'dims', dims);
  return repeated('tile', x, Array.from({ length: x.ndim - dims.length }, () => 1).concat(dims)) as Tensor<D>;
}

/**
 * Each element along a dim, or of the flattened x for null, as often as `repeats` says: a number, or an int32 tensor with one for each.
 * https://pytorch.org/docs/stable/generated/torch.repeat_interleave.html @throws ShapeError, ValueError
 */
export function repeatInterleave<D extends DType>(
  x: Tensor<D>,
  repeats: number | Tensor,
  dim: number | null = null,
): Tensor<D> {
  const op = 'repeatInterleave';
  if (dim === null || x.ndim === 0) return scope(() => repeatInterleave(flatten(x), repeats, 0));
  const d = normalizeDim(op, dim, x.ndim);
  const size = x.shape[d]!;
  if (repeats instanceof Tensor) requireDType(op, 'repeats', repeats, integerTypes);
  const given =
    repeats instanceof Tensor ? Array.from<number | bigint, number>(repeats.toTypedArray<DType>(), Number) : [repeats];
  for (const n of given) requireWhole(op, 'repeats', n, 0);
  if (given.length === 1) {
    const n = given[0]!;
    const spread = unsqueeze(x, d + 1);
    return scope(() =>
      copied(x, reshape(expand(spread, spread.shape.with(d + 1, n)), x.shape.with(d, size * n))),
    ) as Tensor<D>;
  }
  if ((repeats as Tensor).ndim !== 1 || given.length !== size)
    throw new ShapeError(
      `${op}: repeats ${show((repeats as Tensor).shape)} must be [${size}], one for each position of dim ${dim} of ${show(x.shape)}.`,
    );
  const at: number[] = [];
  given.forEach((n, i) => at.push(...new Array<number>(n).fill(i)));
  return scope(() => indexSelect(x, d, tensor(at, { dtype: 'int32' })));
}

/** With one dim at least. A view. https://pytorch.org/docs/stable/generated/torch.atleast_1d.html */
export function atleast1d<D extends DType>(x: Tensor<D>): Tensor<D> {
  return x.ndim > 0 ? x : reshape(x, [1]);
}
/** With two dims at least; a vector becomes a row. A view. https://pytorch.org/docs/stable/generated/torch.atleast_2d.html */
export function atleast2d<D extends DType>(x: Tensor<D>): Tensor<D> {
  return x.ndim > 1 ? x : unsqueeze(atleast1d(x), 0);
}
/** With three dims at least; a matrix gets the last one. A view. https://pytorch.org/docs/stable/generated/torch.atleast_3d.html */
export function atleast3d<D extends DType>(x: Tensor<D>): Tensor<D> {
  return x.ndim > 2 ? x : unsqueeze(atleast2d(x), 2);
}

/** Joined side by side: along dim 1, vectors along dim 0. https://pytorch.org/docs/stable/generated/torch.hstack.html @throws ShapeError */
export function hstack(tensors: readonly Tensor[]): Tensor {
  const parts = tensors.map(atleast1d);
  return cat(parts, parts[0]?.ndim === 1 ? 0 : 1);
}
/** Joined one below the other: along dim 0, vectors as rows. https://pytorch.org/docs/stable/generated/torch.vstack.html @throws ShapeError */
export function vstack(tensors: readonly Tensor[]): Tensor {
  return cat(tensors.map(atleast2d), 0);
}
/** Joined one behind the other: along dim 2. https://pytorch.org/docs/stable/generated/torch.dstack.html @throws ShapeError */
export function dstack(tensors: readonly Tensor[]): Tensor {
  return cat(tensors.map(atleast3d), 2);
}

/** Dims in the opposite order of positions. A copy. https://pytorch.org/docs/stable/generated/torch.flip.html @throws IndexError */
export function flip<D extends DType>(x: Tensor<D>, dims: number | readonly number[]): Tensor<D> {
  const turned = normalizeDims('flip', dims, x.ndim);
  x.assertFresh();
  const recorded = recording([x]);
  const out = empty_(x.shape, x.dtype, recorded);
  if (x.length > 0) {
    // Read from the far end: one strided copy.
    const strides = x.strides.map((stride, d) => (turned.includes(d) ? -stride : stride));
    const offset = turned.reduce((at, d) => at + (x.shape[d]! - 1) * x.strides[d]!, x.offset);
    copyInto(out, new Tensor(x.storage, x.shape, strides, offset, x.dtype));
  }
  return recorded ? record('flip', out, [x], [], (g) => [() => flip(g, turned)]) : out;
}
/** flip of dim 1. https://pytorch.org/docs/stable/generated/torch.fliplr.html @throws ShapeError */
export function fliplr<D extends DType>(x: Tensor<D>): Tensor<D> {
  if (x.ndim < 2) throw new ShapeError(`fliplr: needs at least 2 dims, got ${show(x.shape)}.`);
  return flip(x, 1);
}
/** flip of dim 0. https://pytorch.org/docs/stable/generated/torch.flipud.html @throws ShapeError */
export function flipud<D extends DType>(x: Tensor<D>): Tensor<D> {
  if (x.ndim < 1) throw new ShapeError(`flipud: needs at least 1 dim, got ${show(x.shape)}.`);
  return flip(x, 0);
}

/**
 * Positions moved by `shifts`, those beyond the end to the front; of the flattened x without dims.
 * https://pytorch.org/docs/stable/generated/torch.roll.html @throws IndexError
 */
export function roll<D extends DType>(
  x: Tensor<D>,
  shifts: number | readonly number[],
  dims?: number | readonly number[],
): Tensor<D> {
  const by = typeof shifts === 'number' ? [shifts] : shifts;
  const along =
    dims === undefined ? [0] : (typeof dims === 'number' ? [dims] : dims).map((d) => normalizeDim('roll', d, x.ndim));
  if (by.length !== along.length || !by.every(Number.isInteger))
    throw new IndexError(`roll: shifts ${show(by)} must be whole numbers, one for each of the dims ${show(along)}.`);
  return scope(() => {
    let y: Tensor = dims === undefined ? flatten(x) : x;
    by.forEach((shift, i) => {
      const d = along[i]!;
      const size = y.shape[d] ?? 0;
      const moved = size === 0 ? 0 : ((shift % size) + size) % size;
      y = moved === 0 ? y : cat([narrow(y, d, size - moved, moved), narrow(y, d, 0, size - moved)], d);
    });
    return copied(x, reshape(y, x.shape));
  }) as Tensor<D>;
}

/** Turned k quarters from the first of two dims to the second. https://pytorch.org/docs/stable/generated/torch.rot90.html @throws IndexError */
export function rot90<D extends DType>(x: Tensor<D>, k = 1, dims: readonly [number, number] = [0, 1]): Tensor<D> {
  const [a, b] = dims.map((d) => normalizeDim('rot90', d, x.ndim)) as [number, number];
  if (a === b || dims.length !== 2 || !Number.isInteger(k))
    throw new IndexError(`rot90: takes a whole number and two different dims, got ${k} and ${show(dims)}.`);
  const quarters = ((k % 4) + 4) % 4;
  if (quarters === 0) return clone(x);
  if (quarters === 2) return flip(x, [a, b]);
  return flip(transpose(x, a, b), quarters === 1 ? a : b);
}

/**
 * Windows of `size` positions of a dim, `step` apart, in a new last dim; the dim counts them. A view.
 * https://pytorch.org/docs/stable/generated/torch.Tensor.unfold.html @throws ShapeError, ValueError
 */
export function unfold<D extends DType>(x: Tensor<D>, dim: number, size: number, step: number): Tensor<D> {
  if (x.ndim === 0) return unfold(reshape(x, [1]), dim, size, step).squeeze(0);
  const d = normalizeDim('unfold', dim, x.ndim);
  requireWhole('unfold', 'step', step);
  if (!Number.isInteger(size) || size < 0 || size > x.shape[d]!)
    throw new ShapeError(
      `unfold: size ${size} must be between 0 and ${x.shape[d]}, the size of dim ${dim} of ${show(x.shape)}.`,
    );
  const count = Math.floor((x.shape[d]! - size) / step) + 1;
  const strides = [...x.strides.with(d, x.strides[d]! * step), x.strides[d]!];
  return view('unfold', x, [...x.shape.with(d, count), size], strides, x.offset, (g) => [
    () => folded(g, x.shape, d, size, step),
  ]);
}

/** Windows added where they came from: unfold's gradient. */
function folded(g: Tensor, shape: Shape, d: number, size: number, step: number): Tensor {
  const count = g.shape[d]!;
  const at = Int32Array.from({ length: count * size }, (_, i) => Math.floor(i / size) * step + (i % size));
  return scope(() => {
    const windows = reshape(movedim(g, -1, d + 1), shape.with(d, count * size));
    return addAt(windows, shape, d, alongDim(tensor(at), windows.shape, d));
  });
}
