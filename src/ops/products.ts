/** Products of vectors, matrices and tensors, made of matmul and mul. What matmul makes has one float dtype, that of its operands. */
import { type DType, requireSameFloat } from '../dtype.ts';
import { IndexError, show, ShapeError } from '../errors.ts';
import { scope } from '../memory.ts';
import { known } from '../options.ts';
import { broadcastShapes, normalizeDim, sameShape, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import type { Floating } from '../types.ts';
import { add, mul, sub, where } from './elementwise.generated.ts';
import { matmul } from './matmul.ts';
import { cat, expand, narrow, permute, reshape, unsqueeze } from './shape.ts';

function requireRanks(op: string, operands: readonly Tensor[], ranks: readonly number[], remedy: string): void {
  if (operands.some((x, i) => x.ndim !== ranks[i]))
    throw new ShapeError(
      `${op}: takes operands of ${ranks.join(' and ')} dims, got ${operands.map((x) => show(x.shape)).join(' and ')}. ${remedy}`,
    );
}

/** The product of two operands of these ranks, which do not broadcast. */
function product<D extends DType>(
  op: string,
  a: Tensor<D> & Floating[D],
  b: Tensor,
  ranks: readonly [number, number],
): Tensor<D> {
  requireSameFloat(op, a, b);
  requireRanks(op, [a, b], ranks, 'Use matmul for other ranks.');
  const [ka, kb] = [a.shape[a.ndim - 1]!, b.shape[Math.max(b.ndim - 2, 0)]!];
  const batches = a.ndim === 3 && a.shape[0] !== b.shape[0];
  if (ka !== kb || batches) {
    const what = batches ? `batch sizes ${a.shape[0]} ≠ ${b.shape[0]}` : `inner sizes ${ka} ≠ ${kb}`;
    const remedy = batches ? 'Use matmul, which broadcasts.' : 'Transpose one of them?';
    throw new ShapeError(`${op}: ${show(a.shape)} × ${show(b.shape)} do not fit: ${what}. ${remedy}`);
  }
  return matmul(a, b);
}

/** Matrix × matrix: [n, m] · [m, p]. https://pytorch.org/docs/stable/generated/torch.mm.html @throws ShapeError, DTypeError */
export function mm<D extends DType>(a: Tensor<D> & Floating[D], b: Tensor): Tensor<D> {
  return product('mm', a, b, [2, 2]);
}
/** Matrices × matrices: [b, n, m] · [b, m, p]. https://pytorch.org/docs/stable/generated/torch.bmm.html @throws ShapeError, DTypeError */
export function bmm<D extends DType>(a: Tensor<D> & Floating[D], b: Tensor): Tensor<D> {
  return product('bmm', a, b, [3, 3]);
}
/** Matrix × vector: [n, m] · [m]. https://pytorch.org/docs/stable/generated/torch.mv.html @throws ShapeError, DTypeError */
export function mv<D extends DType>(a: Tensor<D> & Floating[D], b: Tensor): Tensor<D> {
  return product('mv', a, b, [2, 1]);
}
/** Vector · vector: Σ aᵢ bᵢ. https://pytorch.org/docs/stable/generated/torch.dot.html @throws ShapeError, DTypeError */
export function dot<D extends DType>(a: Tensor<D> & Floating[D], b: Tensor): Tensor<D> {
  return product('dot', a, b, [1, 1]);
}
/** dot, under torch.vdot's name: real vectors have no conjugates. */
export function vdot<D extends DType>(a: Tensor<D> & Floating[D], b: Tensor): Tensor<D> {
  return product('vdot', a, b, [1, 1]);
}
/** Sums of products over the last dims: [..., k], [..., k]. https://pytorch.org/docs/stable/generated/torch.inner.html @throws ShapeError, DTypeError */
export function inner(a: Tensor, b: Tensor): Tensor {
  if (a.ndim === 0 || b.ndim === 0) return mul(a, b);
  return contract('inner', a, b, [a.ndim - 1], [b.ndim - 1]);
}
/** aᵢ bⱼ: [n], [m] → [n, m]. https://pytorch.org/docs/stable/generated/torch.outer.html @throws ShapeError */
export function outer(a: Tensor, b: Tensor): Tensor {
  requireRanks('outer', [a, b], [1, 1], 'Broadcast others with unsqueeze and mul.');
  return scope(() => mul(unsqueeze(a, 1), b));
}

export interface AddProductOptions {
  /** The factor of the input; 0 leaves it out, even NaN. Default: 1. */
  beta?: number;
  /** The factor of the product. Default: 1. */
  alpha?: number;
}

/** beta · input + alpha · value, the input expanded to the value's shape. */
function addProduct(op: string, input: Tensor, value: () => Tensor, options: AddProductOptions): Tensor {
  const { beta = 1, alpha = 1 } = known(op, options, ['beta', 'alpha']);
  return scope(() => {
    const raw = value();
    requireSameFloat(op, raw, input);
    if (!sameShape(broadcastShapes(op, [input.shape, raw.shape]), raw.shape))
      throw new ShapeError(
        `${op}: the input ${show(input.shape)} does not expand to ${show(raw.shape)}, the shape of the product. Its sizes must match or be 1.`,
      );
    const scaled = alpha === 1 ? raw : mul(raw, alpha);
    const base = beta === 1 ? input : beta === 0 ? where(0, input, 0) : mul(input, beta);
    return add(base, scaled);
  });
}

/** beta · input + alpha · a b, with matrices. https://pytorch.org/docs/stable/generated/torch.addmm.html @throws ShapeError, DTypeError */
export function addmm<D extends DType>(
  input: Tensor<D> & Floating[D],
  a: Tensor,
  b: Tensor,
  options: AddProductOptions = {},
): Tensor<D> {
  return addProduct('addmm', input, () => product('addmm', a, b, [2, 2]), options) as Tensor<D>;
}
/** beta · input + alpha · a b, with batches. https://pytorch.org/docs/stable/generated/torch.baddbmm.html @throws ShapeError, DTypeError */
export function baddbmm<D extends DType>(
  input: Tensor<D> & Floating[D],
  a: Tensor,
  b: Tensor,
  options: AddProductOptions = {},
): Tensor<D> {
  return addProduct('baddbmm', input, () => product('baddbmm', a, b, [3, 3]), options) as Tensor<D>;
}
/** beta · input + alpha · a v. https://pytorch.org/docs/stable/generated/torch.addmv.html @throws ShapeError, DTypeError */
export function addmv<D extends DType>(
  input: Tensor<D> & Floating[D],
  a: Tensor,
  v: Tensor,
  options: AddProductOptions = {},
): Tensor<D> {
  return addProduct('addmv', input, () => product('addmv', a, v, [2, 1]), options) as Tensor<D>;
}
/** beta · input + alpha · outer(a, b). https://pytorch.org/docs/stable/generated/torch.addr.html @throws ShapeError, DTypeError */
export function addr(input: Tensor, a: Tensor, b: Tensor, options: AddProductOptions = {}): Tensor {
  return addProduct('addr', input, () => outer(a, b), options);
}

/** Sums over pairs of dims; what is left of a comes first. */
function contract(op: string, a: Tensor, b: Tensor, dimsA: readonly number[], dimsB: readonly number[]): Tensor {
  requireSameFloat(op, a, b);
  const bad = dimsA.findIndex((d, i) => a.shape[d] !== b.shape[dimsB[i]!]);
  if (bad >= 0)
    throw new ShapeError(
      `${op}: dim ${dimsA[bad]} of ${show(a.shape)} and dim ${dimsB[bad]} of ${show(b.shape)} have different sizes; they are summed together.`,
    );
  const rest = (x: Tensor, dims: readonly number[]): number[] =>
    x.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const [restA, restB] = [rest(a, dimsA), rest(b, dimsB)];
  const [shapeA, shapeB] = [restA.map((d) => a.shape[d]!), restB.map((d) => b.shape[d]!)];
  const summed = sizeOf(dimsA.map((d) => a.shape[d]!));
  return scope(() => {
    const rows = reshape(permute(a, [...restA, ...dimsA]), [sizeOf(shapeA), summed]);
    const columns = reshape(permute(b, [...dimsB, ...restB]), [summed, sizeOf(shapeB)]);
    return reshape(matmul(rows, columns), [...shapeA, ...shapeB]);
  });
}

/**
 * Sums over the last `dims` dims of a and the first ones of b, or over the listed dims of each.
 * https://pytorch.org/docs/stable/generated/torch.tensordot.html @throws ShapeError, IndexError, DTypeError
 */
export function tensordot(
  a: Tensor,
  b: Tensor,
  dims: number | readonly [readonly number[], readonly number[]] = 2,
): Tensor {
  const count = typeof dims === 'number' ? dims : dims[0].length;
  const remedy = `of ${show(a.shape)} and ${show(b.shape)}; pass a number of dims that both have, or two lists of equal length that name each dim once`;
  if (typeof dims === 'number' && !(Number.isInteger(dims) && dims >= 0 && dims <= Math.min(a.ndim, b.ndim)))
    throw new IndexError(`tensordot: cannot sum over ${dims} dims ${remedy}.`);
  const range = (start: number): number[] => Array.from({ length: count }, (_, i) => start + i);
  const [dimsA, dimsB] = typeof dims === 'number' ? [range(a.ndim - count), range(0)] : dims;
  const listA = dimsA.map((d) => normalizeDim('tensordot', d, a.ndim));
  const listB = dimsB.map((d) => normalizeDim('tensordot', d, b.ndim));
  if (listA.length !== listB.length || new Set(listA).size < count || new Set(listB).size < count)
    throw new IndexError(`tensordot: cannot sum over dims ${show(dimsA)} and ${show(dimsB)} ${remedy}.`);
  return contract('tensordot', a, b, listA, listB);
}

/**
 * The Kronecker product: every element of a times all of b; the operand of fewer dims gets leading ones.
 * https://pytorch.org/docs/stable/generated/torch.kron.html
 */
export function kron(a: Tensor, b: Tensor): Tensor {
  const rank = Math.max(a.ndim, b.ndim);
  const padded = (x: Tensor): number[] => [...new Array<number>(rank - x.ndim).fill(1), ...x.shape];
  const [shapeA, shapeB] = [padded(a), padded(b)];
  return scope(() =>
    reshape(
      mul(
        reshape(
          a,
          shapeA.flatMap((s) => [s, 1]),
        ),
        reshape(
          b,
          shapeB.flatMap((s) => [1, s]),
        ),
      ),
      shapeA.map((s, d) => s * shapeB[d]!),
    ),
  );
}

/**
 * The cross product of vectors of three elements along a dim, the others broadcast.
 * https://pytorch.org/docs/stable/generated/torch.cross.html
 * @param dim null means the first dim of size 3 @throws ShapeError
 */
export function cross(a: Tensor, b: Tensor, dim: number | null = null): Tensor {
  const shape = broadcastShapes('cross', [a.shape, b.shape]);
  const d = dim === null ? shape.indexOf(3) : normalizeDim('cross', dim, shape.length);
  if (a.ndim !== b.ndim || d < 0 || shape[d] !== 3)
    throw new ShapeError(
      `cross: ${show(a.shape)} × ${show(b.shape)} needs as many dims in both and 3 elements along ${dim === null ? 'one dim' : `dim ${dim}`}. Name another dim, or reshape.`,
    );
  return scope(() => {
    const turned = (x: Tensor, by: number): Tensor => cat([narrow(x, d, by, 3 - by), narrow(x, d, 0, by)], d);
    const [x, y] = [expand(a, shape), expand(b, shape)];
    return sub(mul(turned(x, 1), turned(y, 2)), mul(turned(x, 2), turned(y, 1)));
  });
}
