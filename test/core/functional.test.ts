/** Jacobians, Hessians and their products with vectors, against derivatives found by hand. */
import { beforeEach, describe, expect, it } from 'vitest';
import { autograd, randn, type Tensor, tensor } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

const { hessian, hvp, jacobian, jvp, vhp, vjp } = autograd;
const f64 = (values: number[] | number[][]): Tensor => tensor(values, { dtype: 'float64' });
const close = (x: Tensor, expected: Tensor): void =>
  expect(x.allclose(expected, { rtol: 1e-9, atol: 1e-9 })).toBe(true);

describe.each([...backends, reference])('%s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('of a linear map: the Jacobian is the matrix, vjp and jvp are products with it', () => {
    const a = randn([3, 4], { dtype: 'float64' });
    const x = randn([4], { dtype: 'float64' });
    const [v, w] = [randn([3], { dtype: 'float64' }), randn([4], { dtype: 'float64' })];
    const f = (y: Tensor): Tensor => a.matmul(y);
    close(jacobian(f, x), a);
    const back = vjp(f, x, v);
    close(back.outputs, a.matmul(x));
    close(back.vjp, a.t().matmul(v));
    close(jvp(f, x, w).jvp, a.matmul(w));
    expect(x.requiresGrad).toBe(false);
    expect(back.vjp.requiresGrad).toBe(false);
  });

  it('of an elementwise function: the Jacobian is a diagonal', () => {
    const x = randn([2, 3], { dtype: 'float64' });
    const j = jacobian((y) => y.sin(), x);
    expect(j.shape).toEqual([2, 3, 2, 3]);
    close(j.reshape([6, 6]), x.cos().flatten().diag());
  });

  it('of several inputs and outputs', () => {
    const [x, y] = [f64([1, 2]), f64([3, 4])];
    const found = jacobian((a, b) => [a.mul(b), a.sum()], [x, y] as const);
    close(found[0]![0]!, y.diag());
    close(found[0]![1]!, x.diag());
    close(found[1]![0]!, f64([1, 1]));
    close(found[1]![1]!, f64([0, 0])); // takes no part
    expect(() => jacobian((a) => [a.sum()], [x, y] as const, { strict: true })).toThrow(
      'jacobian: strict is set, and the output does not depend on input 1.',
    );
  });

  it('hessian of a quadratic form is the sum of its matrix and the transpose', () => {
    const a = randn([4, 4], { dtype: 'float64' });
    const x = randn([4], { dtype: 'float64' });
    const v = randn([4], { dtype: 'float64' });
    const f = (y: Tensor): Tensor => y.matmul(a).matmul(y);
    const h = a.add(a.t());
    close(hessian(f, x), h);
    close(vhp(f, x, v).vhp, h.matmul(v));
    close(hvp(f, x, v).hvp, h.matmul(v));
    close(hvp(f, x, v).output, f(x));
  });

  it('hessian of several inputs has a block for each pair', () => {
    const [x, y] = [f64([2]), f64([5])];
    const h = hessian((a, b) => a.square().mul(b).sum(), [x, y] as const);
    expect(h.map((row) => row.map((block) => block.item()))).toEqual([
      [10, 4],
      [4, 0],
    ]);
  });

  it('results can be differentiated with createGraph', () => {
    const x = tensor([2], { dtype: 'float64', requiresGrad: true });
    jacobian((y) => y.pow(3), x, { createGraph: true })
      .sum()
      .backward();
    expect(x.grad!.item()).toBe(12);
  });

  it('says what is wrong', () => {
    const x = f64([1, 2, 3]);
    expect(() => vjp((y) => y.mul(2), x)).toThrow('vjp: v may only be left out for a single element');
    expect(() => jvp((y) => y.mul(2), x, f64([1]))).toThrow('jvp: v has the shapes [1], it needs [3].');
    expect(() => hessian((y) => y.mul(2), x)).toThrow('hessian: fn must give a single element, not [3].');
  });
});
