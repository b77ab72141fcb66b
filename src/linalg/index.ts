/** Linear algebra: torch.linalg. Factorisations are computed in float64, one matrix after the other. */
export { cond, matrixNorm, type MatrixNorm, matrixPower, norm, vectorNorm } from './norms.ts';
export { cholesky, det, inv, slogdet, solve, solveTriangular, type TriangularOptions } from './solve.ts';
export { eigh, eigvalsh, lstsq, matrixRank, pinv, qr, type RankOptions, svd, svdvals } from './spectral.ts';
