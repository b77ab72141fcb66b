/** Things that share memory or a graph without meaning to: nothing is lost, and nothing foreign is written. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  enableGrad,
  grad,
  ones,
  randn,
  ShapeError,
  StateError,
  type Tensor,
  tensor,
  ValueError,
  where,
  zeros,
} from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

const leaf = (n = 1): Tensor => ones([n], { requiresGrad: true });

describe.each([...backends, reference])('%s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('a gradient asked for inside a hook leaves the outer backward as it was', () => {
    const x = leaf();
    let inner = 0;
    const y = x.mul(5);
    y.registerHook(() => {
      inner = enableGrad(() => grad(x.mul(7).sum(), [x])[0]!.item());
    });
    y.add(x.mul(100)).sum().backward();
    expect([inner, x.grad!.item()]).toEqual([7, 105]);
  });

  it('a graph that a backward inside a hook consumed is an error', () => {
    const x = leaf();
    const h = x.mul(2);
    const y = h.mul(2);
    const other = h.mul(3).sum();
    y.registerHook(() => enableGrad(() => other.backward()));
    expect(() => y.sum().backward()).toThrow(StateError);
  });

  it('what a hook makes is its own', () => {
    const x = leaf(5000);
    let kept: Tensor | undefined;
    x.mul(3).registerHook((g) => void (kept = g.mul(2)));
    const y = x.mul(3);
    y.registerHook((g) => (kept = g.mul(2)));
    y.sum().backward();
    expect(kept!.sum().item()).toBe(10000);
    expect(x.grad!.sum().item()).toBe(30000);
  });

  it('gradients recorded by createGraph are no two leaves at once', () => {
    const [a, b] = [leaf(), leaf()];
    a.add(b).sum().backward(undefined, { createGraph: true });
    a.add(b).sum().backward();
    expect([a.grad!.item(), b.grad!.item()]).toEqual([2, 2]);
  });

  it('a grad that was replaced by one of another shape is refused', () => {
    const x = leaf(4);
    x.grad = zeros([1000]);
    expect(() => x.mul(3).sum().backward()).toThrow(ShapeError);
  });

  it('copy_ reads what overlaps before it writes, and refuses what it cannot do', () => {
    const x = tensor([0, 1, 2, 3, 4, 5, 6, 7, 8], { shape: [3, 3] });
    x.copy_(x.t());
    expect(x.toArray()).toEqual([
      [0, 3, 6],
      [1, 4, 7],
      [2, 5, 8],
    ]);
    expect(() => zeros([1]).expand([3]).copy_(1)).toThrow(ValueError);
    expect(() => leaf().fill_(5)).toThrow(StateError);
  });

  it('numbers and conditions keep their value among integers', () => {
    const x = tensor([1, 2], { dtype: 'int32' });
    expect(() => x.add(1e10)).toThrow('add: 10000000000 does not fit int32, the dtype of the others.');
    expect(where(tensor([0.5, 0]), x, x.mul(10)).toArray()).toEqual([1, 20]);
  });

  it('random tensors check their shape', () => {
    expect(() => randn([-2, 3])).toThrow(ShapeError);
    expect(() => randn([2.5])).toThrow(ShapeError);
  });
});

it('gradients dropped by hand do not fill linear memory', { timeout: 120_000 }, () => {
  useBackend(backends.at(-1)!);
  const w = leaf(1 << 22);
  for (let step = 0; step < 300; step++) {
    w.mul(2).sum().backward();
    w.grad = null;
  }
  expect(w.sum().item()).toBe(1 << 22);
});
