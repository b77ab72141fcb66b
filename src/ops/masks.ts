/** Ops whose results have as many elements as a mask has true ones. The mask is read, so they wait for the backend. */
import { type DType, requireDType } from '../dtype.ts';
import { DTypeError, show, ShapeError } from '../errors.ts';
import { scope } from '../memory.ts';
import { known } from '../options.ts';
import { broadcastShapes, sameShape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { tensor } from './create.ts';
import { pick } from './indexing.ts';
import { overwritten } from './inPlace.ts';
import { scatter } from './scatter.ts';
import { trueAt } from './positions.ts';
import { expand, flatten, narrow, reshape } from './shape.ts';

/** The coordinates of the positions `at` in each dim of a shape. */
function coordinates(at: Int32Array, shape: readonly number[]): Int32Array[] {
  const rest = at.slice();
  const found = shape.map(() => new Int32Array(at.length));
  for (let d = shape.length - 1; d >= 0; d--) {
    const [size, column] = [shape[d]!, found[d]!];
    for (let i = 0; i < at.length; i++) {
      const before = Math.floor(rest[i]! / size);
      column[i] = rest[i]! - before * size;
      rest[i] = before;
    }
  }
  return found;
}

/**
 * The coordinates of the elements that are not 0, in row-major order: int32 [count, x.ndim]; with asTuple one list for each dim, as
 * `index` takes them. x is read. https://pytorch.org/docs/stable/generated/torch.nonzero.html
 */
export function nonzero(x: Tensor, options?: { asTuple?: false }): Tensor<'int32'>;
export function nonzero(x: Tensor, options: { asTuple: true }): Tensor<'int32'>[];
export function nonzero(x: Tensor, options: { asTuple?: boolean } = {}): Tensor<'int32'> | Tensor<'int32'>[] {
  const { asTuple = false } = known('nonzero', options, ['asTuple']);
  const at = trueAt(x);
  if (asTuple) return coordinates(at, x.ndim === 0 ? [1] : x.shape).map((column) => tensor(column));
  const columns = coordinates(at, x.shape);
  const rows = new Int32Array(at.length * x.ndim);
  columns.forEach((column, d) => {
    for (let i = 0; i < column.length; i++) rows[i * x.ndim + d] = column[i]!;
  });
  return tensor(rows, { shape: [at.length, x.ndim] });
}

/** nonzero, under torch.argwhere's name. */
export function argwhere(x: Tensor): Tensor<'int32'> {
  return nonzero(x);
}

/**
 * The elements of x where the mask holds, in row-major order: 1-d. Both are broadcast. The mask is read.
 * https://pytorch.org/docs/stable/generated/torch.masked_select.html
 * @throws DTypeError unless mask is bool; ShapeError when the shapes do not broadcast
 */
export function maskedSelect<D extends DType>(x: Tensor<D>, mask: Tensor): Tensor<D> {
  requireDType('maskedSelect', 'mask', mask, ['bool']);
  const shape = broadcastShapes('maskedSelect', [x.shape, mask.shape]);
  return scope(() => {
    const at = tensor(trueAt(expand(mask, shape)));
    return pick('maskedSelect', flatten(expand(x, shape)), 0, at);
  });
}

/**
 * A copy of x in which the elements where the mask holds are those of source, in row-major order. x and mask are broadcast. The mask is
 * read. https://pytorch.org/docs/stable/generated/torch.Tensor.masked_scatter_.html
 * @throws DTypeError unless mask is bool and source has x's dtype; ShapeError when source has fewer elements than the mask true ones
 */
export function maskedScatter<D extends DType>(x: Tensor<D>, mask: Tensor, source: Tensor): Tensor<D> {
  return maskedScatterAs('maskedScatter', x, mask, source);
}
/** maskedScatter in place; the mask is broadcast to x. */
export function maskedScatter_<D extends DType>(x: Tensor<D>, mask: Tensor, source: Tensor): Tensor<D> {
  if (!sameShape(broadcastShapes('maskedScatter_', [x.shape, mask.shape]), x.shape))
    throw new ShapeError(`maskedScatter_: mask ${show(mask.shape)} does not fit ${show(x.shape)}.`);
  return overwritten('maskedScatter_', x, [mask, source], (old) =>
    maskedScatterAs('maskedScatter_', old, mask, source),
  );
}

function maskedScatterAs<D extends DType>(op: string, x: Tensor<D>, mask: Tensor, source: Tensor): Tensor<D> {
  requireDType(op, 'mask', mask, ['bool']);
  if (source.dtype !== x.dtype)
    throw new DTypeError(`${op}: source is ${source.dtype}, the tensor ${x.dtype}. Convert it with to('${x.dtype}').`);
  const shape = broadcastShapes(op, [x.shape, mask.shape]);
  return scope(() => {
    const at = tensor(trueAt(expand(mask, shape)));
    if (at.length > source.length) {
      throw new ShapeError(
        `${op}: source ${show(source.shape)} has ${source.length} elements, the mask ${at.length} true ones. Give at least as many.`,
      );
    }
    const given = narrow(flatten(source), 0, 0, at.length);
    return reshape(scatter(flatten(expand(x, shape)), 0, at, given), shape);
  });
}
