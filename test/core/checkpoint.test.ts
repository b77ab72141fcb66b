/** Activations that are computed again in backward instead of kept. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  autograd,
  grad,
  manualSeed,
  memory,
  nn,
  rand,
  randn,
  StateError,
  type Tensor,
  tensor,
} from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

const { checkpoint } = autograd;
const wide = 128;
const close = (x: Tensor, expected: Tensor): void =>
  expect(x.allclose(expected, { rtol: 1e-10, atol: 1e-12 })).toBe(true);

describe.each([...backends, reference])('%s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('gives the same values and gradients, of inputs and of what fn uses besides', () => {
    manualSeed(3);
    const w = randn([8, 8], { dtype: 'float64', requiresGrad: true });
    const x = randn([4, 8], { dtype: 'float64', requiresGrad: true });
    const block = (h: Tensor): Tensor => h.matmul(w).tanh().matmul(w).sigmoid();
    const plain = block(block(x)).square().sum();
    const expected = grad(plain, [x, w]);
    const value = plain.item();
    const again = checkpoint(block, checkpoint(block, x)).square().sum();
    expect(again.item()).toBe(value);
    // Sums of w's gradients are taken in another order.
    grad(again, [x, w]).forEach((g, i) => close(g, expected[i]!));
    // Nested, and with the second derivative.
    const nested = checkpoint((h: Tensor) => checkpoint(block, block(h)), x)
      .square()
      .sum();
    const [g] = grad(nested, [x], { createGraph: true }) as [Tensor];
    close(g, expected[0]!);
    const [second] = grad(g.square().sum(), [x]) as [Tensor];
    const [direct] = grad(block(block(x)).square().sum(), [x], { createGraph: true }) as [Tensor];
    const [expectedSecond] = grad(direct.square().sum(), [x]) as [Tensor];
    close(second, expectedSecond);
  });

  it('draws the same dropout masks again, and leaves the generator where it was', () => {
    const x = tensor(new Float32Array(400).fill(1), { requiresGrad: true });
    manualSeed(7);
    const y = checkpoint((h: Tensor) => nn.functional.dropout(h, { p: 0.5, training: true }), x);
    const next = rand([3]).toArray();
    y.sum().backward();
    expect(x.grad!.toArray()).toEqual(y.toArray());
    manualSeed(7);
    nn.functional.dropout(x, { p: 0.5, training: true });
    expect(rand([3]).toArray()).toEqual(next);
  });

  it('keeps fewer bytes: those of a block instead of those of all', () => {
    const x = randn([wide, wide], { requiresGrad: true });
    const block = (h: Tensor): Tensor => {
      let y = h;
      for (let i = 0; i < 8; i++) y = y.sin();
      return y;
    };
    const held = (step: (h: Tensor) => Tensor): number => {
      let y: Tensor = x.mul(1); // the graph before is gone now
      const before = memory().bytesLive;
      for (let i = 0; i < 8; i++) y = step(y);
      const after = memory().bytesLive;
      y.sum().backward();
      x.grad = null;
      return after - before;
    };
    held(block);
    const plain = held(block);
    const checkpointed = held((h) => checkpoint(block, h));
    expect(plain).toBeGreaterThan(60 * wide * wide * 4);
    expect(checkpointed).toBeLessThan(plain / 5);
  });

  it('throws when fn does something else the second time', () => {
    const [a, b] = [randn([3], { requiresGrad: true }), randn([3], { requiresGrad: true })];
    let first = true;
    const y = checkpoint(
      (x: Tensor) => {
        const result = first ? x.mul(a) : x.mul(b);
        first = false;
        return result;
      },
      tensor([1, 2, 3]),
    );
    expect(() => y.sum().backward()).toThrow(StateError);
  });

  it('without recording it is a call', () => {
    let calls = 0;
    const y = checkpoint((x: Tensor) => (calls++, x.mul(2)), tensor([1]));
    expect([y.item(), calls, y.requiresGrad]).toEqual([2, 1, false]);
  });
});
