/** Rows of the table: torch.linalg. What is called with random matrices is made well-conditioned inside. */
import { cat, eye, linalg, tensor, type Tensor, triangularSolve } from '../../src/index.ts';
import { floats, type More, type OpRow, row } from './row.ts';
import type { Shape } from './samples.ts';

const {
  cholesky,
  cond,
  det,
  eigh,
  eigvalsh,
  inv,
  lstsq,
  matrixNorm,
  matrixPower,
  matrixRank,
  norm,
  pinv,
  qr,
  slogdet,
  solve,
  solveTriangular,
  svd,
  svdvals,
  vectorNorm,
} = linalg;

/** Errors grow with the conditions of matrices. */
const float: More = { dtypes: floats, tolerance: { rtol: 2e-4, atol: 2e-4 } };
const mT = (x: Tensor): Tensor => x.transpose(-2, -1);
/** Plus scale, 2 · scale, … on the diagonal. */
function steady(x: Tensor, scale = 3): Tensor {
  const [m, n] = x.shape.slice(-2) as [number, number];
  const weights = tensor(
    Array.from({ length: m }, (_, i) => (i + 1) * scale),
    { dtype: x.dtype, shape: [m, 1] },
  );
  return x.add(eye(m, n, { dtype: x.dtype }).mul(weights));
}
const symmetric = (x: Tensor): Tensor => steady(x.add(mT(x)).mul(0.5), 4);
const positive = (x: Tensor): Tensor =>
  x.matmul(mT(x)).add(eye(x.shape[x.ndim - 1]!, x.shape[x.ndim - 1], { dtype: x.dtype }));

const square: Shape[][] = [[[3, 3]], [[2, 3, 3]], [[1, 1]], [[0, 3, 3]], [[2, 2, 7, 7]], [[24, 24]]];
const tall: Shape[][] = [[[4, 3]], [[2, 5, 2]], [[9, 4]]];
const wide: Shape[][] = [[[2, 4]], [[2, 3, 5]]];
const rectangles: Shape[][] = [...tall, ...wide, [[3, 3]]];

function solveRows(): OpRow[] {
  const sides: Shape[][] = [
    [
      [3, 3],
      [3, 2],
    ],
    [
      [2, 3, 3],
      [3, 1],
    ],
    [
      [3, 3],
      [2, 3, 2],
    ],
    [
      [2, 12, 12],
      [2, 12, 5],
    ],
  ];
  const found = [
    row('linalg.inv', '()', (x) => inv(steady(x)), true, square, float),
    row('linalg.det', '()', (x) => det(x.mul(0.5)), true, square.slice(0, 5), float),
    row('linalg.slogdet', '().logabsdet', (x) => slogdet(steady(x)).logabsdet, true, square, float),
    row('linalg.slogdet', '().sign', (x) => slogdet(steady(x).neg()).sign, false, square, float),
    row('linalg.solve', '(matrix)', (a, b) => solve(steady(a), b), true, sides, float),
    row(
      'linalg.solve',
      '(vector)',
      (a, b) => solve(steady(a), b),
      true,
      [
        [[3, 3], [3]],
        [
          [2, 3, 3],
          [2, 3],
        ],
      ],
      float,
    ),
    row('linalg.cholesky', '()', (x) => cholesky(positive(x)), true, square.slice(0, 5), float),
    row('linalg.cholesky', '(upper)', (x) => cholesky(positive(x), { upper: true }), true, square.slice(0, 5), float),
  ];
  for (const upper of [false, true]) {
    for (const unitriangular of [false, true]) {
      const call = `(${upper ? 'upper' : 'lower'}${unitriangular ? ', unitriangular' : ''})`;
      const small = unitriangular ? (x: Tensor): Tensor => x.mul(0.25) : steady;
      found.push(
        row(
          'linalg.solveTriangular',
          call,
          (a, b) => solveTriangular(small(a), b, { upper, unitriangular }),
          true,
          sides,
          float,
        ),
      );
    }
  }
  for (const transpose of [false, true]) {
    found.push(
      row(
        'triangularSolve',
        transpose ? '(transpose)' : '()',
        (a, b) => triangularSolve(b, steady(a), { transpose }).solution,
        true,
        sides,
        float,
      ),
    );
  }
  found.push(
    row(
      'linalg.solveTriangular',
      '(left: false)',
      (a, b) => solveTriangular(steady(a), mT(b), { upper: true, left: false }),
      true,
      sides,
      float,
    ),
  );
  return found;
}

function spectralRows(): OpRow[] {
  // Signs of vectors are free: only what does not depend on them can be differentiated.
  const thin = { fullMatrices: false };
  return [
    row('linalg.qr', '().Q', (x) => qr(steady(x)).Q, true, rectangles, float),
    row('linalg.qr', '().R', (x) => qr(steady(x)).R, true, rectangles, float),
    row(
      'linalg.qr',
      '(complete)',
      (x) => cat(Object.values(qr(steady(x), { mode: 'complete' })), -1),
      true,
      wide,
      float,
    ),
    row('linalg.qr', '(complete), tall', (x) => qr(steady(x), { mode: 'complete' }).R, false, tall, float),
    row('linalg.eigvalsh', '()', (x) => eigvalsh(symmetric(x)), true, square.slice(0, 5), float),
    row(
      'linalg.eigh',
      '().eigenvectors²',
      (x) => eigh(symmetric(x)).eigenvectors.square(),
      true,
      square.slice(0, 3),
      float,
    ),
    row('linalg.svdvals', '()', (x) => svdvals(steady(x)), true, rectangles, float),
    row('linalg.svd', '().U²', (x) => svd(steady(x), thin).U.square(), true, rectangles, float),
    row('linalg.svd', '().Vh²', (x) => svd(steady(x), thin).Vh.square(), true, rectangles, float),
    row('linalg.svd', '(full).S', (x) => svd(steady(x)).S, true, rectangles, float),
    row('linalg.pinv', '()', (x) => pinv(steady(x)), true, rectangles, float),
    row(
      'linalg.lstsq',
      '()',
      (a, b) => lstsq(steady(a), b).solution,
      true,
      [
        [
          [4, 3],
          [4, 2],
        ],
        [[2, 4], [2]],
      ],
      float,
    ),
    row('linalg.matrixRank', '()', (x) => matrixRank(steady(x)), false, [...rectangles, [[0, 2, 2]]], float),
    row('linalg.cond', '()', (x) => cond(steady(x)), true, square.slice(0, 3), float),
    row('linalg.cond', "('fro')", (x) => cond(steady(x), 'fro'), true, square.slice(0, 2), float),
  ];
}

function normRows(): OpRow[] {
  const lists: Shape[][] = [[[3, 4]], [[2, 4, 3]], [[33, 7]]];
  const found: OpRow[] = [];
  for (const ord of ['fro', 'nuc', 1, -1, 2, -2, Infinity, -Infinity] as const) {
    found.push(row('linalg.matrixNorm', `(${ord})`, (x) => matrixNorm(steady(x), ord), true, lists, float));
  }
  return [
    ...found,
    row(
      'linalg.matrixNorm',
      '(1, [0, 1], keepdim)',
      (x) => matrixNorm(x, 1, [0, 1], { keepdim: true }),
      true,
      lists,
      float,
    ),
    row('linalg.vectorNorm', '()', (x) => vectorNorm(x), true, lists, float),
    row('linalg.vectorNorm', '(3, 1)', (x) => vectorNorm(x, 3, 1), true, lists, float),
    row('linalg.norm', '()', (x) => norm(x), true, lists, float),
    row('linalg.norm', '(1, [0, 1])', (x) => norm(x, 1, [0, 1]), true, lists, float),
    row('linalg.norm', '(Infinity, 1)', (x) => norm(x, Infinity, 1), true, lists, float),
    ...[0, 1, 2, 5, -2].map((n) =>
      row('linalg.matrixPower', `(${n})`, (x) => matrixPower(steady(x, 0.5), n), n !== 0, square.slice(0, 3), float),
    ),
  ];
}

export function linalgRows(): OpRow[] {
  return [...solveRows(), ...spectralRows(), ...normRows()];
}
