/** Orthogonal factorisations: QR, eigenvalues of symmetric matrices, singular values, and what is made of them. */
import type { DType } from '../dtype.ts';
import { show, StateError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { eye } from '../ops/create.ts';
import { derived } from '../ops/derived.ts';
import { diagEmbed, tril } from '../ops/diagonal.ts';
import { add, div, gt, mul, sub, where } from '../ops/elementwise.generated.ts';
import { matmul } from '../ops/matmul.ts';
import { amax, sum } from '../ops/reduce.ts';
import { cat, narrow, squeeze, unsqueeze } from '../ops/shape.ts';
import { countNonzero } from '../ops/statistics.ts';
import { known } from '../options.ts';
import type { Tensor } from '../tensor.ts';
import type { Floating } from '../types.ts';
import { qrFactor, singularValues, symmetricEigen, transposed } from './factor.ts';
import { batchOf, factored, gathered, matricesOf, mT, requireFinite, sizesOf, squareSize } from './matrices.ts';
import { solveTriangular } from './solve.ts';

/**
 * A = Q·R, Q with orthonormal columns, R upper triangular. The gradient needs independent columns, the first min(m, n) of them.
 * https://pytorch.org/docs/stable/generated/torch.linalg.qr.html
 * @param mode 'reduced': Q [..., m, min(m, n)]; 'complete': Q [..., m, m], which has a gradient for m ≤ n only
 * @throws ShapeError, DTypeError; StateError through backward of 'complete' for m > n
 */
export function qr<D extends DType>(
  x: Tensor<D> & Floating[D],
  options?: { /** Default: 'reduced'. */ mode?: 'reduced' | 'complete' },
): { Q: Tensor<D>; R: Tensor<D> };
export function qr(
  x: Tensor,
  options: { /** Default: 'reduced'. */ mode?: 'reduced' | 'complete' } = {},
): { Q: Tensor; R: Tensor } {
  const { mode = 'reduced' } = known('linalg.qr', options, ['mode']);
  const op = 'linalg.qr';
  const [m, n] = sizesOf(op, x);
  const k = Math.min(m, n);
  const columns = mode === 'complete' ? m : k;
  const [Q, R] = factored(
    op,
    x,
    () => {
      const found = matricesOf(x).map((matrix) => qrFactor(matrix, m, n, columns));
      const pick = (key: 'q' | 'r', shape: [number, number]): Tensor =>
        gathered(
          found.map((part) => part[key]),
          x,
          [...batchOf(x), ...shape],
        );
      return [pick('q', [m, columns]), pick('r', [columns, n])] as const;
    },
    ([gQ, gR], [q, r]) => {
      if (columns > k)
        throw new StateError(
          `${op}: 'complete' has no gradient for ${show(x.shape)}, more rows than columns. Use 'reduced'.`,
        );
      if (m >= n) return qrGradient(gQ, gR, q, r);
      // The columns beyond the first m are Q times those of R.
      const [last, split] = [x.ndim - 1, n - m];
      const beyond = narrow(gR, last, m, split);
      const first = add(gQ, matmul(narrow(x, last, m, split), mT(beyond)));
      const square = qrGradient(first, narrow(gR, last, 0, m), q, narrow(r, last, 0, m));
      return cat([square, matmul(q, beyond)], last);
    },
  );
  return { Q, R };
}

/** Walter, Lehmann & Lamour 2010, "On evaluating higher-order derivatives of the QR decomposition". */
function qrGradient(gQ: Tensor, gR: Tensor, q: Tensor, r: Tensor): Tensor {
  const product = sub(matmul(r, mT(gR)), matmul(mT(gQ), q));
  const symmetric = add(tril(product), mT(tril(product, { diagonal: -1 })));
  return solveTriangular(mT(r), add(gQ, matmul(q, symmetric)), { upper: false, left: false });
}

/** Where i ≠ j, x over y; else 0. */
function offDiagonal(x: Tensor, y: Tensor): Tensor {
  const n = x.shape[x.ndim - 1]!;
  const same = eye(n, n, { dtype: 'bool' });
  return where(same, 0, div(x, where(same, 1, y)));
}

/**
 * Eigenvalues, ascending, and orthonormal eigenvectors, as columns, of symmetric matrices, of which the lower triangle is read. Gradients
 * of eigenvectors need distinct eigenvalues. https://pytorch.org/docs/stable/generated/torch.linalg.eigh.html
 * @throws ShapeError, DTypeError; ValueError for NaN and infinities
 */
export function eigh<D extends DType>(x: Tensor<D> & Floating[D]): { eigenvalues: Tensor<D>; eigenvectors: Tensor<D> };
export function eigh(x: Tensor): { eigenvalues: Tensor; eigenvectors: Tensor } {
  const op = 'linalg.eigh';
  const n = squareSize(op, x);
  const [eigenvalues, eigenvectors] = factored(
    op,
    x,
    () => {
      const found = matricesOf(x).map((matrix) => symmetricEigen(requireFinite(op, matrix), n));
      return [
        gathered(
          found.map(({ values }) => values),
          x,
          x.shape.slice(0, -1),
        ),
        gathered(
          found.map(({ vectors }) => transposed(vectors, n, n)),
          x,
          x.shape,
        ),
      ] as const;
    },
    ([gL, gV], [l, v]) => {
      const gaps = sub(unsqueeze(l, -2), unsqueeze(l, -1));
      const inner = add(diagEmbed(gL), offDiagonal(matmul(mT(v), gV), gaps));
      return matmul(matmul(v, inner), mT(v));
    },
  );
  return { eigenvalues, eigenvectors };
}
/** The eigenvalues of symmetric matrices, ascending. https://pytorch.org/docs/stable/generated/torch.linalg.eigvalsh.html @throws as eigh */
export function eigvalsh<D extends DType>(x: Tensor<D> & Floating[D]): Tensor<D>;
export function eigvalsh(x: Tensor): Tensor {
  return eigh(x).eigenvalues;
}

/**
 * A = U·diag(S)·Vh, U and Vh orthogonal, S descending. Gradients of U and Vh need distinct singular values, above 0 where they are not
 * square. https://pytorch.org/docs/stable/generated/torch.linalg.svd.html
 * @throws ShapeError, DTypeError; ValueError for NaN and infinities; StateError through backward for U and Vh of full matrices that are not square
 */
export function svd<D extends DType>(
  x: Tensor<D> & Floating[D],
  options?: { /** Square U and Vh; else min(m, n) columns and rows. Default: true. */ fullMatrices?: boolean },
): { U: Tensor<D>; S: Tensor<D>; Vh: Tensor<D> };
export function svd(
  x: Tensor,
  options: { /** Square U and Vh; else min(m, n) columns and rows. Default: true. */ fullMatrices?: boolean } = {},
): { U: Tensor; S: Tensor; Vh: Tensor } {
  const { fullMatrices = true } = known('linalg.svd', options, ['fullMatrices']);
  const op = 'linalg.svd';
  const [m, n] = sizesOf(op, x);
  const k = Math.min(m, n);
  const [U, S, Vh] = factored(
    op,
    x,
    () => {
      const found = matricesOf(x).map((matrix) => singularValues(requireFinite(op, matrix), m, n, fullMatrices));
      const [rows, columns] = fullMatrices ? [m, n] : [k, k];
      const all = <K extends 'u' | 's' | 'v'>(key: K): Float64Array[] => found.map((part) => part[key]);
      return [
        gathered(
          all('u').map((u) => transposed(u, rows, m)),
          x,
          [...batchOf(x), m, rows],
        ),
        gathered(all('s'), x, [...batchOf(x), k]),
        gathered(all('v'), x, [...batchOf(x), columns, n]),
      ] as const;
    },
    (gs, outs) => {
      const [u, s, vh] = outs;
      requireThin(gs[0], k, -1);
      requireThin(gs[2], k, -2);
      const thin = <T extends Tensor>(y: T, d: number): Tensor => narrow(y, d, 0, k);
      const [a, b] = [x.ndim - 1, x.ndim - 2];
      return svdGradient(thin(gs[0], a), gs[1], mT(thin(gs[2], b)), thin(u, a), s, mT(thin(vh, b)));
    },
  );
  return { U, S, Vh };
}

/** @throws StateError unless the gradient of vectors beyond the first k, which are any basis of what is left, is 0 */
function requireThin(g: Tensor, k: number, dim: number): void {
  const beyond = narrow(g, dim, k, g.shape[g.ndim + dim]! - k);
  if (beyond.length > 0 && noGrad(() => countNonzero(beyond).item()) > 0)
    throw new StateError(
      `linalg.svd: of ${show(g.shape)} vectors the first ${k} have a gradient. Use { fullMatrices: false }.`,
    );
}

/** Townsend 2016, "Differentiating the singular value decomposition"; v: [..., n, k]. */
function svdGradient(gU: Tensor, gS: Tensor, gV: Tensor, u: Tensor, s: Tensor, v: Tensor): Tensor {
  const [m, n, k] = [u.shape[u.ndim - 2]!, v.shape[v.ndim - 2]!, s.shape[s.ndim - 1]!];
  const [row, column] = [unsqueeze(s, -2), unsqueeze(s, -1)];
  const gaps = sub(mul(row, row), mul(column, column));
  const skew = (y: Tensor): Tensor => sub(y, mT(y));
  const turnU = mul(offDiagonal(skew(matmul(mT(u), gU)), gaps), row);
  const turnV = mul(offDiagonal(skew(matmul(mT(v), gV)), gaps), column);
  let g = matmul(matmul(u, add(add(turnU, turnV), diagEmbed(gS))), mT(v));
  const beside = (y: Tensor, basis: Tensor): Tensor => sub(y, matmul(basis, matmul(mT(basis), y)));
  if (m > k) g = add(g, matmul(div(beside(gU, u), row), mT(v)));
  if (n > k) g = add(g, matmul(u, mT(div(beside(gV, v), row))));
  return g;
}

/** The singular values, descending. https://pytorch.org/docs/stable/generated/torch.linalg.svdvals.html @throws as svd */
export function svdvals<D extends DType>(x: Tensor<D> & Floating[D]): Tensor<D>;
export function svdvals(x: Tensor): Tensor {
  return svd(x, { fullMatrices: false }).S;
}

export interface RankOptions {
  /** Singular values up to this part of the largest one count as 0. Default: max(m, n) · the dtype's epsilon. */
  rtol?: number;
}
/** The singular values up to which they count as 0: [..., 1]. */
function tolerance(x: Tensor, s: Tensor, rtol: number | undefined): Tensor {
  const epsilon = x.dtype === 'float64' ? 2 ** -52 : 2 ** -23;
  const part = rtol ?? Math.max(...x.shape.slice(-2)) * epsilon;
  return mul(amax(s, -1, { keepdim: true }), part);
}

/**
 * The pseudo-inverse (Moore & Penrose): [..., n, m]. https://pytorch.org/docs/stable/generated/torch.linalg.pinv.html
 * @throws ShapeError, DTypeError; ValueError for NaN and infinities
 */
export function pinv<D extends DType>(x: Tensor<D> & Floating[D], options?: RankOptions): Tensor<D>;
export function pinv(x: Tensor, options: RankOptions = {}): Tensor {
  const { rtol } = known('linalg.pinv', options, ['rtol']);
  const [m, n] = sizesOf('linalg.pinv', x);
  return derived(
    'linalg.pinv',
    [x],
    () => {
      if (m * n === 0) return mT(x).clone();
      const { U, S, Vh } = svd(x, { fullMatrices: false });
      const inverse = where(gt(S, tolerance(x, S, rtol)), div(1, S), 0);
      return matmul(mul(mT(Vh), unsqueeze(inverse, -2)), mT(U));
    },
    // Golub & Pereyra 1973, "The differentiation of pseudo-inverses and nonlinear least squares problems".
    (g, p) => [
      () => {
        const [gT, pT] = [mT(g), mT(p)];
        const outside = (y: Tensor): Tensor => sub(y, matmul(matmul(x, p), y));
        const besides = (y: Tensor): Tensor => sub(y, matmul(matmul(y, p), x));
        const kernel = add(outside(matmul(matmul(gT, p), pT)), besides(matmul(matmul(pT, p), gT)));
        return sub(kernel, matmul(matmul(pT, g), pT));
      },
    ],
  );
}

/**
 * The x of least norm among those of least ‖A·x − b‖: solution [..., n, k]. https://pytorch.org/docs/stable/generated/torch.linalg.lstsq.html
 * @param a [..., m, n] @param b [..., m, k], or [m]
 * @throws ShapeError, DTypeError; ValueError for NaN and infinities
 */
export function lstsq<D extends DType>(
  a: Tensor<D> & Floating[D],
  b: Tensor,
  options?: RankOptions,
): { solution: Tensor<D> };
export function lstsq(a: Tensor, b: Tensor, options: RankOptions = {}): { solution: Tensor } {
  sizesOf('linalg.lstsq', a);
  return {
    solution: scope(() => {
      const inverse = pinv(a, options);
      return b.ndim === 1 ? squeeze(matmul(inverse, unsqueeze(b, -1)), -1) : matmul(inverse, b);
    }),
  };
}

/** How many singular values are above 0, as int64. https://pytorch.org/docs/stable/generated/torch.linalg.matrix_rank.html @throws as svd */
export function matrixRank(x: Tensor, options: RankOptions = {}): Tensor {
  const { rtol } = known('linalg.matrixRank', options, ['rtol']);
  return scope(() => {
    const s = svdvals(x.detach());
    if (s.shape[s.ndim - 1] === 0) return sum(gt(s, 0), -1);
    return sum(gt(s, tolerance(x, s, rtol)), -1);
  });
}
