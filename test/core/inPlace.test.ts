/** Ops that write into their first input: what the graph makes of it, and what is refused. */
import { describe, expect, it } from 'vitest';
import {
  allclose,
  backward,
  DTypeError,
  equal,
  grad,
  noGrad,
  ones,
  ShapeError,
  StateError,
  type Tensor,
  tensor,
  ValueError,
  zeros,
} from '../../src/index.ts';
import { backends, useBackend } from '../support/backends.ts';

const leaf = (values: number[]): Tensor => tensor(values, { requiresGrad: true });

describe.each(backends)('in place on %s', (backend) => {
  it('writes x itself and gives it back', () => {
    useBackend(backend);
    const x = tensor([1, -2, 3]);
    expect(x.add_(1)).toBe(x);
    expect(x.mul_(tensor([2, 3, 4])).toArray()).toEqual([4, -3, 16]);
    expect(x.clamp_(0, 9).sqrt_().neg_().toArray()).toEqual([-2, -0, -3]);
    const view = zeros([2, 2]);
    view.t().select(0, 1).add_(5);
    expect(view.toArray()).toEqual([
      [0, 5],
      [0, 5],
    ]);
    expect(tensor([1, 2, 3]).eq_(2).toArray()).toEqual([0, 1, 0]);
    expect(
      tensor([7, 8], { dtype: 'uint8' })
        .sub_(tensor([1, 2], { dtype: 'int32' }))
        .toArray(),
    ).toEqual([6, 6]);
  });

  it('reads what overlaps before it writes', () => {
    useBackend(backend);
    const x = tensor([1, 2, 3, 4], { shape: [2, 2] });
    expect(x.add_(x.t()).toArray()).toEqual([
      [2, 5],
      [5, 8],
    ]);
    expect(x.sub_(x.select(0, 0)).toArray()).toEqual([
      [0, 0],
      [3, 3],
    ]);
    expect(x.mul_(x).toArray()).toEqual([
      [0, 0],
      [9, 9],
    ]);
  });

  it('puts the op into the graph of x', () => {
    useBackend(backend);
    const [w, v] = [leaf([1, 2, 3]), leaf([4, 5, 6])];
    const x = w.add(1);
    x.mul_(2).mul_(v).square_().add_(1).sub_(1);
    x.sum().backward();
    // x = (2 (w + 1) v)²
    expect(allclose(w.grad!, tensor([8 * 2 * 16, 8 * 3 * 25, 8 * 4 * 36]), { rtol: 1e-4 })).toBe(true);
    expect(allclose(v.grad!, tensor([8 * 4 * 4, 8 * 9 * 5, 8 * 16 * 6]), { rtol: 1e-4 })).toBe(true);

    const joined = zeros([3]); // no graph of its own
    joined.add_(w);
    expect(grad(joined.mul(2).sum(), [w])[0]!.toArray()).toEqual([2, 2, 2]);
    const twice = w.mul(1);
    twice.mul_(twice);
    expect(grad(twice.sum(), [w])[0]!.toArray()).toEqual([2, 4, 6]);
  });

  it('second derivatives', () => {
    useBackend(backend);
    const w = leaf([1, 2]);
    const x = w.mul(2).pow_(3).mul_(w);
    const [first] = grad(x.sum(), [w], { createGraph: true });
    expect(grad(first!.sum(), [w])[0]!.toArray()).toEqual([96, 384]); // 8 w⁴
  });

  it('large activations, step after step', () => {
    useBackend(backend);
    const w = ones([2048], { requiresGrad: true });
    for (let step = 0; step < 5; step++) {
      w.grad = null;
      const x = w.mul(3);
      x.mul_(x).add_(w).relu_();
      backward(x.sum());
      expect(w.grad!.toTypedArray()[2047]).toBe(19);
    }
  });

  it('fill_, zero_ and copy_ cut the old values off', () => {
    useBackend(backend);
    const [w, v] = [leaf([1, 2]), leaf([3, 4])];
    const x = w.mul(2);
    x.copy_(v).mul_(5);
    const [byW, byV] = grad(x.sum(), [w, v]);
    expect([byW!.toArray(), byV!.toArray()]).toEqual([
      [0, 0],
      [5, 5],
    ]);
    expect(grad(w.mul(2).zero_().sum(), [w])[0]!.toArray()).toEqual([0, 0]);
    expect(grad(w.mul(2).fill_(3).mul(w).sum(), [w])[0]!.toArray()).toEqual([3, 3]);
    expect(grad(w.mul(2).normal_().sum(), [w])[0]!.toArray()).toEqual([0, 0]);
  });

  it('retainGrad follows x, hooks stay with the old value', () => {
    useBackend(backend);
    const w = leaf([1, 2]);
    const x = w.mul(2).retainGrad();
    const seen: unknown[] = [];
    x.registerHook((g) => void seen.push(g.toArray()));
    x.mul_(10);
    x.mul(3).sum().backward();
    expect([x.grad!.toArray(), seen]).toEqual([[3, 3], [[30, 30]]]);
  });

  it('a saved value that was changed is an error in backward', () => {
    useBackend(backend);
    const w = leaf([1, 2]);
    const y = w.exp();
    y.add_(1);
    expect(() => y.sum().backward()).toThrow('backward: a value that exp saved was changed in place');
    const z = w.mul(2);
    const late = z.mul(leaf([1, 1])); // saves z
    z.add_(1);
    expect(() => late.sum().backward()).toThrow('changed in place');
    const inNoGrad = w.exp();
    noGrad(() => inNoGrad.neg_());
    expect(() => inNoGrad.sum().backward()).toThrow('changed in place');
  });

  it('refuses leaves, what is expanded, and results that do not fit', () => {
    useBackend(backend);
    const w = leaf([1, 2]);
    for (const write of [
      () => w.add_(1),
      () => w.copy_(3),
      () => w.zero_(),
      () => w.fill_(2),
      () => w.uniform_(),
      () => w.maskedFill_(w.gt(1), 0),
    ]) {
      expect(write).toThrow(StateError);
      expect(write).toThrow(/_: x is a leaf that requires a gradient; .* Run it in noGrad, or on x\.clone\(\)\./);
    }
    noGrad(() => w.mul_(2));
    expect(w.toArray()).toEqual([2, 4]);

    expect(() => w.mul(1).gt_(1)).toThrow('gt_: gt has no derivative, and x is in a graph.');
    expect(() => zeros([1]).expand([3]).add_(1)).toThrow(ValueError);
    expect(() => zeros([3]).add_(ones([2, 3]))).toThrow(ShapeError);
    expect(() => zeros([3]).add_(ones([2, 3]))).toThrow(
      'add_: the result has shape [2, 3], x [3], which cannot change. Use add.',
    );
    const i = tensor([1, 2], { dtype: 'int32' });
    for (const write of [() => i.add_(0.5), () => i.add_(w.detach()), () => i.exp_(), () => i.gt(1).add_(1)])
      expect(write).toThrow(DTypeError);
    expect(i.toArray()).toEqual([1, 2]);
    expect(() =>
      (zeros([2]) as unknown as { lerp_: (b: number, w: number) => Tensor }).lerp_.call(2 as never, 1, 1),
    ).toThrow(ValueError);
  });

  it('maskedFill, nanToNum, isclose and polygamma check their arguments', () => {
    useBackend(backend);
    const x = tensor([1, 2], { dtype: 'int32' });
    expect(() => x.maskedFill(tensor([1, 0]), 1)).toThrow(DTypeError);
    expect(() => x.maskedFill(x.gt(1), 0.5)).toThrow('maskedFill: int32 cannot hold a value of float32.');
    expect(() => x.maskedFill(x.gt(1), x)).toThrow(ShapeError);
    expect(() => x.isclose(ones([2]))).toThrow(DTypeError);
    expect(() => ones([2]).isclose(ones([2]), { atol: -1 })).toThrow(ValueError);
    expect(() => ones([2]).polygamma(1.5)).toThrow(ValueError);
    expect([equal(ones([2]), ones([2, 1])), equal(ones([2]), ones([2])), equal(tensor([NaN]), tensor([NaN]))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(allclose(tensor([NaN]), tensor([NaN]), { equalNan: true })).toBe(true);
    expect(tensor([NaN, Infinity]).nanToNum().toArray()).toEqual([0, 3.4028234663852886e38]);
  });
});
