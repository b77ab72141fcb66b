/** Ops that cut a tensor into views, several at once. */
import { requireWhole } from '../options.ts';
import type { DType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { gradEnabled, nodeOf, recording, recordMany } from '../graph.ts';
import { contiguousStrides, normalizeDim, sameShape, type Shape } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import { zeros } from './create.ts';
import { cat, slot, stack } from './shape.ts';

/** Neighbouring parts of these lengths, recorded as one op: together their gradients are x's. */
function cut<D extends DType>(op: string, x: Tensor<D>, d: number, lengths: readonly number[]): Tensor<D>[] {
  let start = 0;
  const outs = lengths.map((length) => slot(x, d, (start += length) - length, length));
  return recorded(op, x, outs, (gs) => whole(gs, x.shape, d) ?? cat(gs, d));
}

/** The contiguous tensor whose parts lie in one memory already, and in no graph, or null. */
function whole(parts: readonly Tensor[], shape: Shape, d: number): Tensor | null {
  const { storage, offset, dtype } = parts[0]!;
  const strides = contiguousStrides(shape);
  let next = offset;
  for (const x of parts) {
    const apart = strides.some((stride, i) => x.shape[i] !== 1 && x.strides[i] !== stride);
    if (x.storage !== storage || x.offset !== next || apart || x.requiresGrad) return null;
    next += x.shape[d]! * strides[d]!;
  }
  return new Tensor(storage, shape, strides, offset, dtype);
}

/** The same for positions of a new dim d, as attention's gradients of its three inputs are: equally far apart. */
function stacked(parts: readonly Tensor[], d: number): Tensor | null {
  const [{ storage, offset, shape, strides, dtype }, next] = parts as [Tensor, Tensor | undefined];
  const step = next ? next.offset - offset : 0;
  const one = parts.every(
    (x, i) =>
      !x.requiresGrad && x.storage === storage && x.offset === offset + i * step && sameShape(x.strides, strides),
  );
  if (step <= 0 || !one) return null;
  return new Tensor(storage, shape.toSpliced(d, 0, parts.length), strides.toSpliced(d, 0, step), offset, dtype);
}

/** @param join makes the gradient of x from those of the parts */
function recorded<D extends DType>(
  op: string,
  x: Tensor<D>,
  outs: Tensor[],
  join: (gs: Tensor[]) => Tensor,
): Tensor<D>[] {
  x.assertFresh();
  const wanted = recording([x]) && outs.length > 0;
  for (const out of outs) out.showing_(x, gradEnabled() ? 'several' : 'untold');
  if (!wanted) return outs as Tensor<D>[];
  const shapes = outs.map(({ shape }) => shape);
  recordMany(op, outs, [nodeOf(x)], [], (gs) => [
    () => join(shapes.map((shape, i) => gs[i] ?? zeros(shape, { dtype: x.dtype }))),
  ]);
  return outs as Tensor<D>[];
}

/** The dim of an op that cuts. @throws ShapeError for a 0-d tensor */
function dimOf(op: string, x: Tensor, dim: number): number {
  if (x.ndim === 0) throw new ShapeError(`${op}: a 0-d tensor has no dim to cut. Use reshape([1]).`);
  return normalizeDim(op, dim, x.ndim);
}

/**
 * Parts of `sizes` positions of a dim each, the last one shorter where they do not fit; or of the sizes in an array, which sum to
 * the dim's. Views. https://pytorch.org/docs/stable/generated/torch.split.html @throws ShapeError, ValueError
 */
export function split<D extends DType>(x: Tensor<D>, sizes: number | readonly number[], dim = 0): Tensor<D>[] {
  const d = dimOf('split', x, dim);
  const size = x.shape[d]!;
  if (typeof sizes === 'number') {
    requireWhole('split', 'the size of a part', sizes, size === 0 ? 0 : 1);
    const count = size === 0 ? 1 : Math.ceil(size / sizes);
    return cut(
      'split',
      x,
      d,
      Array.from({ length: count }, (_, i) => Math.min(sizes, size - i * sizes)),
    );
  }
  for (const part of sizes) requireWhole('split', 'the size of a part', part, 0);
  const total = sizes.reduce((a, b) => a + b, 0);
  if (total !== size)
    throw new ShapeError(
      `split: sizes ${show(sizes)} sum to ${total}, but dim ${dim} of ${show(x.shape)} has ${size} positions.`,
    );
  return cut('split', x, d, sizes);
}

/** At most `chunks` parts of one size, the last one shorter. Views. https://pytorch.org/docs/stable/generated/torch.chunk.html */
export function chunk<D extends DType>(x: Tensor<D>, chunks: number, dim = 0): Tensor<D>[] {
  requireWhole('chunk', 'the number of chunks', chunks);
  const size = x.shape[dimOf('chunk', x, dim)]!;
  return split(x, size === 0 ? new Array<number>(chunks).fill(0) : Math.ceil(size / chunks), dim);
}

/**
 * `sections` parts whose sizes differ by one at most, or parts that end where an array of positions says. Views.
 * https://pytorch.org/docs/stable/generated/torch.tensor_split.html @throws ShapeError, ValueError
 */
export function tensorSplit<D extends DType>(x: Tensor<D>, sections: number | readonly number[], dim = 0): Tensor<D>[] {
  const d = dimOf('tensorSplit', x, dim);
  const size = x.shape[d]!;
  if (typeof sections === 'number') {
    requireWhole('tensorSplit', 'the number of sections', sections);
    const [least, longer] = [Math.floor(size / sections), size % sections];
    return cut(
      'tensorSplit',
      x,
      d,
      Array.from({ length: sections }, (_, i) => least + (i < longer ? 1 : 0)),
    );
  }
  const ends = sections.map((at) => Math.min(Math.max(at < 0 ? at + size : at, 0), size));
  const begins = [0, ...ends];
  const outs = begins.map((from, i) => slot(x, d, from, Math.max((ends[i] ?? size) - from, 0)));
  const inOrder = ends.every((end, i) => end >= begins[i]!);
  if (inOrder)
    return cut(
      'tensorSplit',
      x,
      d,
      outs.map(({ shape }) => shape[d]!),
    );
  throw new ValueError(`tensorSplit: positions ${show(sections)} must ascend.`);
}

/** The positions of a dim, each without that dim. Views. https://pytorch.org/docs/stable/generated/torch.unbind.html @throws ShapeError */
export function unbind<D extends DType>(x: Tensor<D>, dim = 0): Tensor<D>[] {
  const d = dimOf('unbind', x, dim);
  const without = (list: readonly number[]): number[] => list.filter((_, i) => i !== d);
  const outs = Array.from({ length: x.shape[d]! }, (_, i) => {
    const { storage, shape, strides, offset, dtype } = slot(x, d, i, 1);
    return new Tensor(storage, without(shape), without(strides), offset, dtype);
  });
  return recorded('unbind', x, outs, (gs) => stacked(gs, d) ?? stack(gs, d));
}
