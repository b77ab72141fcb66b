/** What makes a factorisation one, whatever the signs of its vectors, and what linalg says about bad input. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  eye,
  gradcheck,
  linalg,
  manualSeed,
  randn,
  type Tensor,
  tensor,
  triangularSolve,
  zeros,
} from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

const { cholesky, cond, det, eigh, inv, lstsq, matrixNorm, matrixPower, matrixRank, norm, pinv, qr, slogdet } = linalg;
const { solve, solveTriangular, svd } = linalg;
const f64 = { dtype: 'float64' } as const;
const mT = (x: Tensor): Tensor => x.transpose(-2, -1);
const close = (x: Tensor, y: Tensor): void => expect(x.allclose(y, { rtol: 1e-11, atol: 1e-11 })).toBe(true);

describe.each([...backends, reference])('%s', (backend) => {
  beforeEach(() => {
    useBackend(backend);
    manualSeed(4);
  });

  const shapes = [
    [6, 4],
    [4, 6],
    [5, 5],
    [3, 7, 2],
    [0, 3],
    [60, 40],
  ];
  it.each(shapes)('svd and qr of %i, %i, … give back the matrix, with orthonormal vectors', (...shape) => {
    const x = randn(shape, f64);
    const k = Math.min(...shape.slice(-2));
    for (const fullMatrices of [true, false]) {
      const { U, S, Vh } = svd(x, { fullMatrices });
      close(
        mT(U).matmul(U),
        eye(U.shape.at(-1)!, undefined, f64).expand([...U.shape.slice(0, -2), U.shape.at(-1)!, U.shape.at(-1)!]),
      );
      close(
        Vh.matmul(mT(Vh)),
        eye(Vh.shape.at(-2)!, undefined, f64).expand([...Vh.shape.slice(0, -2), Vh.shape.at(-2)!, Vh.shape.at(-2)!]),
      );
      close(
        U.narrow(-1, 0, k)
          .mul(S.unsqueeze(-2))
          .matmul(Vh.narrow(-2, 0, k)),
        x,
      );
      expect(S.length === 0 || S.min().item() > 0).toBe(true);
    }
    for (const mode of ['reduced', 'complete'] as const) {
      const { Q, R } = qr(x, { mode });
      close(Q.matmul(R), x);
      close(R.triu(), R);
      expect(Q.shape.at(-1)).toBe(mode === 'complete' ? shape.at(-2) : k);
    }
  });

  it('svd of low rank, of equal singular values and of zeros has orthonormal vectors too', () => {
    const low = randn([6, 2], f64).matmul(randn([2, 5], f64));
    for (const x of [
      low,
      eye(4, 4, f64),
      zeros([4, 3], f64),
      tensor(
        [
          [0, 1e200],
          [0, 0],
        ],
        f64,
      ),
    ]) {
      const { U, S, Vh } = svd(x);
      const k = Math.min(...(x.shape as [number, number]));
      close(mT(U).matmul(U), eye(x.shape[0]!, undefined, f64));
      close(Vh.matmul(mT(Vh)), eye(x.shape[1]!, undefined, f64));
      close(
        U.narrow(1, 0, k)
          .mul(S)
          .matmul(Vh.narrow(0, 0, k)),
        x,
      );
    }
    expect([low, eye(4, 4, f64), zeros([4, 3], f64)].map((x) => matrixRank(x).item())).toEqual([2, 4, 0]);
  });

  it('eigh gives back the matrix, and reads the lower triangle only', () => {
    const x = randn([2, 30, 30], f64);
    const { eigenvalues, eigenvectors } = eigh(x);
    const lower = x.tril();
    const whole = lower.add(mT(x.tril({ diagonal: -1 })));
    close(eigenvectors.mul(eigenvalues.unsqueeze(-2)).matmul(mT(eigenvectors)), whole);
    close(mT(eigenvectors).matmul(eigenvectors), eye(30, 30, f64).expand([2, 30, 30]));
    const sorted = eigenvalues.sort(-1).values;
    expect(eigenvalues.equal(sorted)).toBe(true);
  });

  it('solves well beyond what needs exchanges of rows', () => {
    const a = tensor(
      [
        [0, 1, 0],
        [0, 0, 2],
        [4, 0, 0],
      ],
      f64,
    );
    expect(solve(a, tensor([1, 2, 4], f64)).toArray()).toEqual([1, 1, 1]);
    expect(det(a).item()).toBe(8);
    const large = randn([80, 80], f64);
    close(large.matmul(inv(large)), eye(80, 80, f64));
    expect(cond(eye(3, 3, f64)).item()).toBe(1);
  });

  it('the determinant of a singular matrix has its cofactors as gradient', () => {
    const low = (rank: number): Tensor =>
      randn([3, rank], f64)
        .matmul(randn([rank, 3], f64))
        .requiresGrad_();
    expect(gradcheck((x) => det(x), [low(2)], { eps: 1e-5 })).toBe(true);
    const x = low(1);
    det(x).backward();
    expect(x.grad!.abs().max().item()).toBeLessThan(1e-12);
  });

  it('pinv of low rank has the four properties that define it', () => {
    const a = randn([5, 2], f64).matmul(randn([2, 4], f64));
    const p = pinv(a);
    close(a.matmul(p).matmul(a), a);
    close(p.matmul(a).matmul(p), p);
    close(mT(a.matmul(p)), a.matmul(p));
    close(mT(p.matmul(a)), p.matmul(a));
    const b = randn([5], f64);
    // The residual is orthogonal to the columns.
    close(mT(a).matmul(a.matmul(lstsq(a, b).solution).sub(b)), zeros([4], f64));
  });

  it('says what is wrong, and what to use', () => {
    const singular = tensor(
      [
        [1, 2],
        [2, 4],
      ],
      f64,
    );
    expect(() => inv(singular)).toThrow('linalg.inv: matrix 0 of [2, 2] is singular (pivot 1 is 0). linalg.pinv');
    expect(() => solve(singular, tensor([1, 2], f64))).toThrow('linalg.solve: matrix 0 of [2, 2] is singular');
    expect(slogdet(singular).logabsdet.item()).toBe(-Infinity);
    expect(() => inv(zeros([2, 3]))).toThrow('linalg.inv: needs square matrices, got [2, 3].');
    expect(() => det(zeros([3]))).toThrow('linalg.det: needs matrices in the last 2 dims, got [3].');
    // @ts-expect-error -- inv takes floats
    expect(() => inv(zeros([2, 2], { dtype: 'int32' }))).toThrow('linalg.inv');
    expect(() =>
      cholesky(
        tensor([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toThrow('linalg.cholesky: matrix 0 of [2, 2] is not positive definite (its leading minor of order 2).');
    expect(() => svd(tensor([[NaN]]))).toThrow('linalg.svd: the input holds NaN or infinities.');
    expect(() => solve(zeros([2, 2]), zeros([3, 1]))).toThrow('linalg.solve: [2, 2] and [3, 1] have 2 and 3 rows.');
    expect(() => solve(zeros([2, 2]), zeros([2], f64))).toThrow('Convert one with to()');
    expect(() => solveTriangular(zeros([2, 2]), zeros([3, 1]), { upper: true })).toThrow('B needs 2 rows');
    expect(() => matrixNorm(zeros([2, 2]), 3)).toThrow("linalg.matrixNorm: ord must be 'fro', 'nuc'");
    expect(() => norm(zeros([2]), 'nuc')).toThrow("linalg.norm: 'nuc' is a norm of matrices");
    expect(() => matrixPower(eye(2), 0.5)).toThrow('linalg.matrixPower: n must be a whole number, got 0.5.');
    const tall = randn([4, 2], { ...f64, requiresGrad: true });
    expect(() => svd(tall).U.sum().backward()).toThrow('the first 2 have a gradient. Use { fullMatrices: false }.');
    expect(() => qr(tall, { mode: 'complete' }).R.sum().backward()).toThrow("Use 'reduced'.");
  });

  it('triangularSolve takes b first and the upper triangle, of A whether transposed or not', () => {
    const [a, b] = [tensor([[2, 1], [9, 4]]), tensor([[4], [8]])]; // prettier-ignore
    const { solution, clonedCoefficient } = triangularSolve(b, a);
    expect(solution.toArray()).toEqual([[1], [2]]); // 2x + y = 4, 4y = 8
    expect(clonedCoefficient.toArray()).toEqual(a.toArray());
    expect(clonedCoefficient.storage).not.toBe(a.storage);
    const solved = (options: object): unknown => triangularSolve(b, a, options).solution.toArray();
    expect(solved({ transpose: true })).toEqual([[2], [1.5]]); // 2x = 4, x + 4y = 8
    expect(solved({ upper: false })).toEqual([[2], [-2.5]]); // 2x = 4, 9x + 4y = 8
    expect(solved({ unitriangular: true })).toEqual([[-4], [8]]); // x + y = 4, y = 8
    expect(() => solved({ left: true })).toThrow('triangularSolve: there is no option "left"');
  });

  it('every function of linalg is a method, but norm, which is torch.norm', () => {
    const [x, b] = [tensor([[4, 1], [1, 3]], f64), tensor([[1], [2]], f64)]; // prettier-ignore
    const further: Record<string, unknown[]> = {
      matrixPower: [-2],
      solve: [b],
      lstsq: [b],
      solveTriangular: [b, { upper: true }],
    };
    const read = (value: object): unknown =>
      'storage' in value ? (value as Tensor).toArray() : Object.values(value).map((y) => (y as Tensor).toArray());
    for (const [name, fn] of Object.entries(linalg as unknown as Record<string, (...args: unknown[]) => object>)) {
      const method = (x as unknown as Record<string, (...args: unknown[]) => object>)[name];
      const args = further[name] ?? [];
      if (name === 'norm') continue;
      expect(method, name).toBeTypeOf('function');
      expect(read(method!.apply(x, args)), name).toEqual(read(fn(x, ...args)));
    }
    expect(() => x.norm('nuc' as 'fro')).toThrow('norm');
    expect(b.triangularSolve(x).solution.toArray()).toEqual(triangularSolve(b, x).solution.toArray());
    const leaf = x.detach().clone().requiresGrad_();
    leaf.inv().sum().backward();
    expect(leaf.grad!.requiresGrad).toBe(false);
    close(
      leaf.grad!,
      x
        .inv()
        .t()
        .matmul(zeros([2, 2], f64).add(-1))
        .matmul(x.inv().t()),
    );
  });
});
