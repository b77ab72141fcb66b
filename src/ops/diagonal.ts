/** Diagonals and triangles of matrices. */
import type { DType } from '../dtype.ts';
import { IndexError, show, ShapeError } from '../errors.ts';
import { record, recording } from '../graph.ts';
import { scope } from '../memory.ts';
import { known } from '../options.ts';
import { normalizeDim, type Shape } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import type { Summed } from '../types.ts';
import { arange } from './create.ts';
import { copyInto, empty_ } from './elementwise.ts';
import { add, ge, le, logicalAnd, where } from './elementwise.generated.ts';
import { sum } from './reduce.ts';
import { unsqueeze, view } from './shape.ts';

export interface DiagonalOptions {
  /** Which diagonal: 0 the main one, above it where positive, below where negative. Default: 0. */
  offset?: number;
  /** The dim of rows. */
  dim1?: number;
  /** The dim of columns. */
  dim2?: number;
}
export interface TriangleOptions {
  /** The diagonal the triangle ends at, which belongs to it: 0 the main one, above it where positive. Default: 0. */
  diagonal?: number;
}

function twoDims(op: string, x: Shape, dim1: number, dim2: number, rank: number): [number, number] {
  if (rank < 2) throw new ShapeError(`${op}: needs at least 2 dims, got ${show(x)}.`);
  const [a, b] = [normalizeDim(op, dim1, rank), normalizeDim(op, dim2, rank)];
  if (a === b) throw new IndexError(`${op}: dim1 and dim2 are both ${a}; they must be two dims of ${show(x)}.`);
  return [a, b];
}

/** Where a diagonal lies: its shape, strides and first element. */
function layout(shape: Shape, strides: Shape, start: number, offset: number, a: number, b: number) {
  const without = (list: Shape): number[] => list.filter((_, d) => d !== a && d !== b);
  const length = Math.max(0, Math.min(shape[a]! + Math.min(offset, 0), shape[b]! - Math.max(offset, 0)));
  return {
    shape: [...without(shape), length],
    strides: [...without(strides), strides[a]! + strides[b]!],
    offset: length === 0 ? start : start + Math.max(-offset, 0) * strides[a]! + Math.max(offset, 0) * strides[b]!,
  };
}

/**
 * The diagonal of two dims, which a last dim takes the place of. A view.
 * https://pytorch.org/docs/stable/generated/torch.diagonal.html @throws ShapeError, IndexError
 */
export function diagonal<D extends DType>(x: Tensor<D>, options: DiagonalOptions = {}): Tensor<D> {
  const { offset = 0, dim1 = 0, dim2 = 1 } = known('diagonal', options, ['offset', 'dim1', 'dim2']);
  const [a, b] = twoDims('diagonal', x.shape, dim1, dim2, x.ndim);
  return diagonalOf(x, offset, a, b) as Tensor<D>;
}

function diagonalOf(x: Tensor, offset: number, a: number, b: number): Tensor {
  const at = layout(x.shape, x.strides, x.offset, offset, a, b);
  return view('diagonal', x, at.shape, at.strides, at.offset, (g) => [() => embed(g, x.shape, offset, a, b)]);
}

/** Zeros of `shape` with x on a diagonal. */
function embed(x: Tensor, shape: Shape, offset: number, a: number, b: number): Tensor {
  const recorded = recording([x]);
  const out = empty_(shape, x.dtype, recorded);
  copyInto(out, 0);
  const at = layout(shape, out.strides, out.offset, offset, a, b);
  copyInto(new Tensor(out.storage, at.shape, at.strides, at.offset, out.dtype), x);
  return recorded ? record('diagEmbed', out, [x], [], (g) => [() => diagonalOf(g, offset, a, b)]) : out;
}

/**
 * Zeros with the last dim of x as the diagonal of two dims, the last ones unless told.
 * https://pytorch.org/docs/stable/generated/torch.diag_embed.html @throws ShapeError, IndexError
 */
export function diagEmbed<D extends DType>(x: Tensor<D>, options: DiagonalOptions = {}): Tensor<D> {
  const { offset = 0, dim1 = -2, dim2 = -1 } = known('diagEmbed', options, ['offset', 'dim1', 'dim2']);
  if (x.ndim === 0) throw new ShapeError('diagEmbed: needs at least 1 dim, got []. Use reshape([1]).');
  const [a, b] = twoDims('diagEmbed', x.shape, dim1, dim2, x.ndim + 1);
  const size = x.shape[x.ndim - 1]! + Math.abs(offset);
  const shape = x.shape.slice(0, -1);
  for (const d of [Math.min(a, b), Math.max(a, b)]) shape.splice(d, 0, size);
  return embed(x, shape, offset, a, b) as Tensor<D>;
}

/**
 * The matrix with a vector on its diagonal, or the diagonal of a matrix (a view).
 * https://pytorch.org/docs/stable/generated/torch.diag.html @throws ShapeError unless x has 1 or 2 dims
 */
export function diag<D extends DType>(x: Tensor<D>, options: TriangleOptions = {}): Tensor<D> {
  const { diagonal: offset = 0 } = known('diag', options, ['diagonal']);
  if (x.ndim === 1) return diagEmbed(x, { offset });
  if (x.ndim !== 2)
    throw new ShapeError(`diag: takes a vector or a matrix, got ${show(x.shape)}. Use diagonal or diagEmbed.`);
  return diagonalOf(x, offset, 0, 1) as Tensor<D>;
}

/** The sum of the main diagonal. https://pytorch.org/docs/stable/generated/torch.trace.html @throws ShapeError unless x is a matrix */
export function trace<D extends DType>(x: Tensor<D>): Tensor<Summed[D]> {
  if (x.ndim !== 2)
    throw new ShapeError(`trace: takes a matrix, got ${show(x.shape)}. Use diagonal(...).sum(-1) for batches.`);
  return scope(() => sum(diagonalOf(x, 0, 0, 1)));
}

/** x where column − row compares with the diagonal, else 0. */
function triangle(op: string, x: Tensor, offset: number, upper: boolean): Tensor {
  if (x.ndim < 2) throw new ShapeError(`${op}: needs at least 2 dims, got ${show(x.shape)}.`);
  if (!Number.isInteger(offset)) throw new IndexError(`${op}: diagonal ${offset} is not a whole number.`);
  return scope(() => {
    const rows = add(unsqueeze(arange(x.shape[x.ndim - 2]!), 1), offset);
    const columns = arange(x.shape[x.ndim - 1]!);
    const inside = upper ? ge(columns, rows) : le(columns, rows);
    return x.dtype === 'bool' ? logicalAnd(x, inside) : where(inside, x, 0);
  });
}

/** The upper triangle of matrices, zeros below. https://pytorch.org/docs/stable/generated/torch.triu.html @throws ShapeError */
export function triu<D extends DType>(x: Tensor<D>, options: TriangleOptions = {}): Tensor<D> {
  const { diagonal: offset = 0 } = known('triu', options, ['diagonal']);
  return triangle('triu', x, offset, true) as Tensor<D>;
}
/** The lower triangle of matrices, zeros above. https://pytorch.org/docs/stable/generated/torch.tril.html @throws ShapeError */
export function tril<D extends DType>(x: Tensor<D>, options: TriangleOptions = {}): Tensor<D> {
  const { diagonal: offset = 0 } = known('tril', options, ['diagonal']);
  return triangle('tril', x, offset, false) as Tensor<D>;
}
