/** Linear systems, inverses and determinants. */
import type { DType } from '../dtype.ts';
import { DTypeError, show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { derived } from '../ops/derived.ts';
import { diagEmbed, diagonal, tril, triu } from '../ops/diagonal.ts';
import { add, mul, ne, neg } from '../ops/elementwise.generated.ts';
import { matmul } from '../ops/matmul.ts';
import { all } from '../ops/reduce.ts';
import { productOfOthers } from '../ops/scan.ts';
import { expand, squeeze, unsqueeze } from '../ops/shape.ts';
import { known } from '../options.ts';
import { broadcastShapes, sameShape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import type { Floating } from '../types.ts';
import { choleskyFactor, luFactor, luSolve, type LU, substitute, transposed } from './factor.ts';
import { batchOf, factored, gathered, matricesOf, mT, sizesOf, squareSize } from './matrices.ts';
import { svd } from './spectral.ts';

/** LU of every matrix. @throws ValueError for a singular one */
function regular(op: string, a: Tensor, n: number): LU[] {
  return matricesOf(a).map((matrix, i) => {
    const lu = luFactor(matrix, n);
    if (lu.singular >= 0)
      throw new ValueError(
        `${op}: matrix ${i} of ${show(a.shape)} is singular (pivot ${lu.singular} is 0). linalg.pinv and linalg.lstsq take such matrices.`,
      );
    return lu;
  });
}

/** The inverses of square matrices. https://pytorch.org/docs/stable/generated/torch.linalg.inv.html @throws ShapeError, DTypeError; ValueError for a singular one */
export function inv<D extends DType>(x: Tensor<D> & Floating[D]): Tensor<D>;
export function inv(x: Tensor): Tensor {
  const n = squareSize('linalg.inv', x);
  const unit = new Float64Array(n * n);
  for (let i = 0; i < n; i++) unit[i * n + i] = 1;
  return factored(
    'linalg.inv',
    x,
    () => {
      const found = regular('linalg.inv', x, n).map((lu) => luSolve(lu, n, unit, n));
      return [gathered(found, x, x.shape)] as const;
    },
    ([g], [y]) => neg(matmul(matmul(mT(y), g), mT(y))),
  )[0];
}

/** Sign and log of the absolute value of determinants. */
function determinants(x: Tensor, n: number): { sign: number; log: number }[] {
  return matricesOf(x).map((matrix) => {
    const { lu, sign: first } = luFactor(matrix, n);
    let [sign, log] = [first, 0];
    for (let i = 0; i < n; i++) {
      const pivot = lu[i * n + i]!;
      sign *= Math.sign(pivot);
      log += Math.log(Math.abs(pivot));
    }
    return { sign, log };
  });
}

/** The determinants of square matrices. https://pytorch.org/docs/stable/generated/torch.linalg.det.html @throws ShapeError, DTypeError */
export function det<D extends DType>(x: Tensor<D> & Floating[D]): Tensor<D>;
export function det(x: Tensor): Tensor {
  const n = squareSize('linalg.det', x);
  return factored(
    'linalg.det',
    x,
    () => {
      const found = matricesOf(x).map((matrix) => {
        const { lu, sign } = luFactor(matrix, n);
        let product = sign;
        for (let i = 0; i < n; i++) product *= lu[i * n + i]!;
        return product;
      });
      return [gathered(found, x, batchOf(x))] as const;
    },
    ([g], [y]) => mul(unsqueeze(unsqueeze(g, -1), -1), cofactors(x, y)),
  )[0];
}

/** The derivative of the determinants y by their matrices. */
function cofactors(x: Tensor, y: Tensor): Tensor {
  if (noGrad(() => all(ne(y, 0)).item()) !== 0) return mul(unsqueeze(unsqueeze(y, -1), -1), mT(inv(x)));
  // A singular matrix has no inverse, but its cofactors are those of its singular value decomposition.
  const { U, S, Vh } = svd(x);
  const sign = noGrad(() => mul(det(U), det(Vh)));
  const others = mul(productOfOthers(S, S.ndim - 1), unsqueeze(sign, -1));
  return matmul(mul(U, unsqueeze(others, -2)), Vh);
}

/**
 * Sign and log of the absolute value of determinants, where those themselves would leave the range of floats; 0 and −∞ for a singular
 * matrix. The sign has no gradient. https://pytorch.org/docs/stable/generated/torch.linalg.slogdet.html
 * @throws ShapeError, DTypeError; ValueError through backward for a singular matrix
 */
export function slogdet<D extends DType>(x: Tensor<D> & Floating[D]): { sign: Tensor<D>; logabsdet: Tensor<D> };
export function slogdet(x: Tensor): { sign: Tensor; logabsdet: Tensor } {
  const n = squareSize('linalg.slogdet', x);
  const found = determinants(x, n);
  const pick = (key: 'sign' | 'log'): Tensor =>
    gathered(
      found.map((part) => part[key]),
      x,
      batchOf(x),
    );
  const [logabsdet] = factored(
    'linalg.slogdet',
    x,
    () => [pick('log')] as const,
    ([g]) => mul(unsqueeze(unsqueeze(g, -1), -1), mT(inv(x))),
  );
  return { sign: pick('sign'), logabsdet };
}

/** a and b with one batch of matrices each. @throws ShapeError, DTypeError */
function paired(op: string, a: Tensor, b: Tensor, inner: number): [Tensor, Tensor] {
  if (a.dtype !== b.dtype)
    throw new DTypeError(`${op}: the matrices are ${a.dtype}, the right side ${b.dtype}. Convert one with to().`);
  const [rows, columns] = sizesOf(op, b);
  if (inner !== (op === 'linalg.solve' ? rows : inner))
    throw new ShapeError(`${op}: ${show(a.shape)} and ${show(b.shape)} have ${inner} and ${rows} rows.`);
  const batch = broadcastShapes(op, [batchOf(a), batchOf(b)]);
  return [expand(a, [...batch, ...a.shape.slice(-2)]), expand(b, [...batch, rows, columns])];
}

/**
 * X of A·X = B. b is a vector, or a batch of them, where it has no dim of columns.
 * https://pytorch.org/docs/stable/generated/torch.linalg.solve.html
 * @param a [..., n, n] @param b [..., n, k], or [n], or a's shape without the last dim
 * @throws ShapeError, DTypeError; ValueError for a singular matrix
 */
export function solve<D extends DType>(a: Tensor<D> & Floating[D], b: Tensor): Tensor<D>;
export function solve(a: Tensor, b: Tensor): Tensor {
  const n = squareSize('linalg.solve', a);
  if (b.ndim === 1 || (b.ndim === a.ndim - 1 && sameShape(b.shape, a.shape.slice(0, -1))))
    return scope(() => squeeze(solve(a, unsqueeze(b, -1)), -1));
  const [left, right] = paired('linalg.solve', a, b, n);
  return derived(
    'linalg.solve',
    [left, right],
    () => {
      const columns = right.shape[right.ndim - 1]!;
      const sides = matricesOf(right);
      const found = regular('linalg.solve', left, n).map((lu, i) => luSolve(lu, n, sides[i]!, columns));
      return gathered(found, right, right.shape);
    },
    (g, x) => {
      let back: Tensor | null = null;
      const side = (): Tensor => (back ??= solve(mT(left), g));
      return [() => neg(matmul(side(), mT(x))), side];
    },
  );
}

export interface TriangularOptions {
  /** Which triangle of a is read. */
  upper: boolean;
  /** Solve A·X = B; X·A = B when false. Default: true. */
  left?: boolean;
  /** Take the diagonal for ones. Default: false. */
  unitriangular?: boolean;
}

/**
 * X of A·X = B for triangular A, of which nothing else is read. A zero on the diagonal gives infinities.
 * https://pytorch.org/docs/stable/generated/torch.linalg.solve_triangular.html
 * @param a [..., n, n] @param b [..., n, k]; [..., k, n] when left is false @throws ShapeError, DTypeError
 */
export function solveTriangular<D extends DType>(
  a: Tensor<D> & Floating[D],
  b: Tensor,
  options: TriangularOptions,
): Tensor<D>;
export function solveTriangular(a: Tensor, b: Tensor, options: TriangularOptions): Tensor {
  const op = 'linalg.solveTriangular';
  const { upper, left = true, unitriangular = false } = known(op, options, ['upper', 'left', 'unitriangular']);
  if (!left) return scope(() => mT(solveTriangular(mT(a), mT(b), { upper: !upper, unitriangular })).contiguous());
  const n = squareSize(op, a);
  if (b.ndim < 2 || b.shape[b.ndim - 2] !== n)
    throw new ShapeError(`${op}: ${show(a.shape)} and ${show(b.shape)} do not fit: B needs ${n} rows in matrices.`);
  const [matrix, right] = paired(op, a, b, n);
  return derived(
    op,
    [matrix, right],
    () => {
      const columns = right.shape[right.ndim - 1]!;
      const sides = matricesOf(right).map((side) => side.slice());
      matricesOf(matrix).forEach((t, i) => substitute(t, n, sides[i]!, columns, upper, unitriangular));
      return gathered(sides, right, right.shape);
    },
    (g, x) => {
      let back: Tensor | null = null;
      const side = (): Tensor => (back ??= solveTriangular(mT(matrix), g, { upper: !upper, unitriangular }));
      const off = unitriangular ? 1 : 0;
      const read = (y: Tensor): Tensor => (upper ? triu(y, { diagonal: off }) : tril(y, { diagonal: -off }));
      return [() => read(neg(matmul(side(), mT(x)))), side];
    },
  );
}

/**
 * solveTriangular as torch.triangular_solve has it: b first, and the upper triangle unless told. The coefficient comes back as a
 * copy. https://pytorch.org/docs/1.13/generated/torch.triangular_solve.html
 * @param b [..., n, k] @param a [..., n, n] @param options.transpose solve Aᵀ·X = B, upper still being said of A
 * @throws ShapeError, DTypeError
 */
export function triangularSolve<D extends DType>(
  b: Tensor<D> & Floating[D],
  a: Tensor,
  options?: { upper?: boolean; transpose?: boolean; unitriangular?: boolean },
): { solution: Tensor<D>; clonedCoefficient: Tensor<D> };
export function triangularSolve(
  b: Tensor,
  a: Tensor,
  options: { upper?: boolean; transpose?: boolean; unitriangular?: boolean } = {},
): { solution: Tensor; clonedCoefficient: Tensor } {
  const names = ['upper', 'transpose', 'unitriangular'];
  const { upper = true, transpose = false, unitriangular = false } = known('triangularSolve', options, names);
  const [matrix, side] = transpose ? [mT(a), !upper] : [a, upper];
  return { solution: solveTriangular(matrix, b, { upper: side, unitriangular }), clonedCoefficient: a.clone() };
}

/**
 * The lower triangular L of A = L·Lᵀ for symmetric positive definite matrices, of which the lower triangle is read; with upper, Lᵀ.
 * https://pytorch.org/docs/stable/generated/torch.linalg.cholesky.html
 * @throws ShapeError, DTypeError; ValueError for a matrix that is not positive definite
 */
export function cholesky<D extends DType>(
  x: Tensor<D> & Floating[D],
  options?: { /** Give Lᵀ. */ upper?: boolean },
): Tensor<D>;
export function cholesky(x: Tensor, options: { /** Give Lᵀ. */ upper?: boolean } = {}): Tensor {
  const { upper = false } = known('linalg.cholesky', options, ['upper']);
  const op = 'linalg.cholesky';
  const n = squareSize(op, x);
  const [lower] = factored(
    op,
    x,
    () => {
      const found = matricesOf(x).map((matrix, i) => {
        const l = choleskyFactor(upper ? transposed(matrix, n, n) : matrix, n);
        if (typeof l === 'number')
          throw new ValueError(
            `${op}: matrix ${i} of ${show(x.shape)} is not positive definite (its leading minor of order ${l}).`,
          );
        return l;
      });
      return [gathered(found, x, x.shape)] as const;
    },
    // Murray 2016, "Differentiation of the Cholesky decomposition", https://arxiv.org/abs/1602.07527
    ([g], [l]) => {
      const product = matmul(mT(l), g);
      const half = add(tril(product), mul(diagEmbed(diagonal(product, { dim1: -2, dim2: -1 })), -0.5));
      const inner = solveTriangular(mT(l), half, { upper: true });
      const full = solveTriangular(l, inner, { upper: false, left: false });
      return mul(add(full, mT(full)), 0.5);
    },
  );
  return upper ? mT(lower) : lower;
}
