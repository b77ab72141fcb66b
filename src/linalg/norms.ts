/** Norms of vectors and matrices, and powers of matrices. */
import type { DType } from '../dtype.ts';
import { IndexError, show, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { eye } from '../ops/create.ts';
import { abs, div } from '../ops/elementwise.generated.ts';
import { matmul } from '../ops/matmul.ts';
import { movedim } from '../ops/rearrange.ts';
import { amax, amin, sum } from '../ops/reduce.ts';
import type { Dims, ReduceOptions } from '../ops/reduceDims.ts';
import { expand, flatten, unsqueeze } from '../ops/shape.ts';
import { norm as vectorNormOf } from '../ops/statistics.ts';
import { known } from '../options.ts';
import { normalizeDim } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import type { Floating } from '../types.ts';
import { batchOf, sizesOf, squareSize } from './matrices.ts';
import { inv } from './solve.ts';
import { svdvals } from './spectral.ts';

/** The n-th power of square matrices; a negative one is that of the inverse. https://pytorch.org/docs/stable/generated/torch.linalg.matrix_power.html @throws ShapeError, DTypeError, ValueError */
export function matrixPower<D extends DType>(x: Tensor<D> & Floating[D], n: number): Tensor<D>;
export function matrixPower(x: Tensor, n: number): Tensor {
  const size = squareSize('linalg.matrixPower', x);
  if (!Number.isInteger(n)) throw new ValueError(`linalg.matrixPower: n must be a whole number, got ${n}.`);
  if (n === 0) return expand(eye(size, size, { dtype: x.dtype }), [...batchOf(x), size, size]).clone();
  return scope(() => {
    let base = n < 0 ? inv(x) : x;
    let result: Tensor | null = null;
    // By squaring, from the lowest bit on.
    for (let rest = Math.abs(n); ; base = matmul(base, base)) {
      if (rest % 2 === 1) result = result === null ? base : matmul(result, base);
      rest = Math.floor(rest / 2);
      if (rest === 0) return result === x ? x.clone() : result!;
    }
  });
}

/** (Σ |x|^ord)^(1/ord) over dims, all of them for null; ∞, −∞ and 0 too. https://pytorch.org/docs/stable/generated/torch.linalg.vector_norm.html @throws DTypeError */
export function vectorNorm<D extends DType>(
  x: Tensor<D> & Floating[D],
  ord?: number,
  dim?: Dims,
  options?: ReduceOptions,
): Tensor<D>;
export function vectorNorm(x: Tensor, ord = 2, dim: Dims = null, options: ReduceOptions = {}): Tensor {
  return vectorNormOf(x, ord, dim, options);
}

/** What a matrix norm is called: Frobenius, nuclear (the sum of singular values), largest or smallest row sum (±∞), column sum (±1), singular value (±2). */
export type MatrixNorm = 'fro' | 'nuc' | number;

/**
 * Norms of the matrices in two dims. https://pytorch.org/docs/stable/generated/torch.linalg.matrix_norm.html
 * @throws ShapeError, DTypeError, IndexError; ValueError for another norm
 */
export function matrixNorm<D extends DType>(
  x: Tensor<D> & Floating[D],
  ord?: MatrixNorm,
  dim?: readonly [number, number],
  options?: ReduceOptions,
): Tensor<D>;
export function matrixNorm(
  x: Tensor,
  ord: MatrixNorm = 'fro',
  dim: readonly [number, number] = [-2, -1],
  options: ReduceOptions = {},
): Tensor {
  const { keepdim = false } = known('linalg.matrixNorm', options, ['keepdim']);
  const op = 'linalg.matrixNorm';
  sizesOf(op, x);
  const [row, column] = dim.map((d) => normalizeDim(op, d, x.ndim)) as [number, number];
  if (row === column || dim.length !== 2)
    throw new IndexError(`${op}: dim must be two different dims of ${show(x.shape)}, got ${show(dim)}.`);
  return scope(() => {
    const value = matrixNormOf(op, movedim(x, [row, column], [-2, -1]), ord);
    if (!keepdim) return value;
    return [Math.min(row, column), Math.max(row, column)].reduce((y, d) => unsqueeze(y, d), value);
  });
}

function matrixNormOf(op: string, x: Tensor, ord: MatrixNorm): Tensor {
  switch (ord) {
    case 'fro':
      return vectorNormOf(x, 2, [-2, -1]);
    case 'nuc':
      return sum(svdvals(x), -1);
    case 2:
      return amax(svdvals(x), -1);
    case -2:
      return amin(svdvals(x), -1);
    case 1:
      return amax(sum(abs(x), -2), -1);
    case -1:
      return amin(sum(abs(x), -2), -1);
    case Infinity:
      return amax(sum(abs(x), -1), -1);
    case -Infinity:
      return amin(sum(abs(x), -1), -1);
    default:
      throw new ValueError(`${op}: ord must be 'fro', 'nuc', ±1, ±2 or ±Infinity, got ${String(ord)}.`);
  }
}

/**
 * matrixNorm for two dims or a name, else vectorNorm; for null the root of the sum of squares.
 * https://pytorch.org/docs/stable/generated/torch.linalg.norm.html @throws as matrixNorm
 */
export function norm<D extends DType>(
  x: Tensor<D> & Floating[D],
  ord?: MatrixNorm | null,
  dim?: Dims,
  options?: ReduceOptions,
): Tensor<D>;
export function norm(x: Tensor, ord: MatrixNorm | null = null, dim: Dims = null, options: ReduceOptions = {}): Tensor {
  if (ord === null) return vectorNorm(dim === null && !options.keepdim ? flatten(x) : x, 2, dim, options);
  const dims = dim ?? (x.ndim === 2 ? [0, 1] : null);
  if (typeof dims === 'object' && dims !== null && dims.length === 2)
    return matrixNorm(x, ord, dims as [number, number], options);
  if (typeof ord === 'string')
    throw new ValueError(`linalg.norm: '${ord}' is a norm of matrices; give two dims of ${show(x.shape)}.`);
  return vectorNorm(x, ord, dims, options);
}

/**
 * How much errors can grow in solve: ‖A‖·‖A⁻¹‖, by singular values for null, 2 and −2.
 * https://pytorch.org/docs/stable/generated/torch.linalg.cond.html @throws as matrixNorm and inv
 */
export function cond<D extends DType>(x: Tensor<D> & Floating[D], p?: MatrixNorm | null): Tensor<D>;
export function cond(x: Tensor, p: MatrixNorm | null = null): Tensor {
  return scope(() => {
    if (p !== null && p !== 2 && p !== -2) return matrixNorm(x, p).mul(matrixNorm(inv(x), p));
    const s = svdvals(x);
    const [most, least] = [amax(s, -1), amin(s, -1)];
    return p === -2 ? div(least, most) : div(most, least);
  });
}
