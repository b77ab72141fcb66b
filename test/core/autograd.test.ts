/** The engine: what backward() and grad() do with a graph. The derivatives themselves are tested in test/ops. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  backward,
  cat,
  enableGrad,
  grad,
  gradcheck,
  isGradEnabled,
  noGrad,
  ones,
  randn,
  split,
  stack,
  StateError,
  type Tensor,
  tensor,
  unbind,
  zeros,
} from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

const leaf = (values: number | number[]): Tensor => tensor(values, { requiresGrad: true });

describe.each([...backends, reference])('%s', (backend) => {
  beforeEach(() => useBackend(backend));

  describe('backward', () => {
    it('accumulates over graphs', () => {
      const x = leaf([1, 2, 3]);
      for (let i = 1; i <= 3; i++) {
        x.mul(x).sum().backward();
        expect(x.grad!.toArray()).toEqual([2 * i, 4 * i, 6 * i]);
      }
    });

    it('sums over every path of a shared subgraph', () => {
      const x = leaf([3]);
      const y = x.mul(2);
      const a = y.mul(y); // 4x²
      const b = y.exp(); // e^2x
      a.add(b).add(y).add(y).sum().backward(); // 8x + 2e^2x + 4
      expect(x.grad!.item()).toBeCloseTo(24 + 2 * Math.exp(6) + 4, 2);
    });

    it('walks a deep graph without recursion', () => {
      const x = leaf([1]);
      let y: Tensor = x;
      for (let i = 0; i < 20_000; i++) y = y.add(1);
      y.sum().backward();
      expect(x.grad!.item()).toBe(1);
    });

    it('goes through each node once, however many ways lead there', () => {
      const x = leaf([1]);
      let y: Tensor = x;
      for (let i = 0; i < 60; i++) y = y.add(y).mul(0.5); // 2^60 paths
      y.sum().backward();
      expect(x.grad!.item()).toBe(1);
    });

    it('gives an op with one input twice both shares', () => {
      const x = leaf([2, 5]);
      x.mul(x).sum().backward();
      expect(x.grad!.toArray()).toEqual([4, 10]);
    });

    it('takes a gradient of its own shape', () => {
      const x = leaf([1, 2, 3]);
      x.mul(2).backward(tensor([1, 10, 100]));
      expect(x.grad!.toArray()).toEqual([2, 20, 200]);
    });

    it('reaches only what requires a gradient', () => {
      const [x, constant] = [leaf([1, 2]), tensor([3, 4])];
      x.mul(constant).sum().backward();
      expect([x.grad!.toArray(), constant.grad]).toEqual([[3, 4], null]);
    });

    it('on a leaf itself', () => {
      const x = leaf([4]);
      x.backward();
      expect(x.grad!.item()).toBe(1);
    });

    it('sums gradients of broadcast inputs to their shapes', () => {
      const shapes = [[], [1], [4], [3, 1], [1, 4], [2, 1, 1], [2, 3, 4]];
      for (const shape of shapes) {
        const x = ones(shape, { requiresGrad: true });
        x.mul(ones([2, 3, 4]))
          .sum()
          .backward();
        expect(x.grad!.shape, String(shape)).toEqual(shape);
        expect(new Set(x.grad!.toTypedArray()), String(shape)).toEqual(new Set([24 / x.length]));
      }
    });

    it('converts gradients to the dtype of each input', () => {
      const [a, b] = [tensor([1, 2], { requiresGrad: true }), tensor([3, 4], { dtype: 'float64', requiresGrad: true })];
      const out = a.mul(b);
      expect(out.dtype).toBe('float64');
      out.sum().backward();
      expect([a.grad!.dtype, b.grad!.dtype]).toEqual(['float32', 'float64']);
      expect([a.grad!.toArray(), b.grad!.toArray()]).toEqual([
        [3, 4],
        [1, 2],
      ]);
      const c = leaf([1, 2]);
      c.to('float64').mul(2).to('float32').sum().backward();
      expect([c.grad!.dtype, c.grad!.toArray()]).toEqual(['float32', [2, 2]]);
      c.to('int32').add(1); // leaves the graph
      expect(c.to('int32').requiresGrad).toBe(false);
    });

    it('never shares a grad between leaves, nor with its caller', () => {
      const [a, b] = [ones([2048], { requiresGrad: true }), ones([2048], { requiresGrad: true })];
      const g = ones([2048]);
      a.add(b).backward(g);
      a.add(b).backward(g);
      expect([a.grad!.toTypedArray()[0], b.grad!.toTypedArray()[0], g.toTypedArray()[0]]).toEqual([2, 2, 1]);
      a.grad!.fill_(7);
      expect([b.grad!.toTypedArray()[0], g.toTypedArray()[0]]).toEqual([2, 1]);
    });

    it('a second one on a consumed graph throws', () => {
      const x = leaf([1, 2]);
      const loss = x.mul(x).sum();
      loss.backward();
      expect(() => loss.backward()).toThrow(StateError);
      expect(() => loss.backward()).toThrow(
        'backward: the graph of sum [] was already consumed. Pass { retainGraph: true } to the first backward, or run the forward again.',
      );
      const shared = x.mul(x);
      shared.sum().backward();
      const other = shared.mean();
      expect(() => other.backward()).toThrow('backward: the graph of mul [2] was already consumed');
      expect(x.grad!.toArray()).toEqual([4, 8]); // the failures added nothing
    });

    it('again with retainGraph', () => {
      const x = leaf([1, 2]);
      const loss = x.mul(x).sum();
      loss.backward(null, { retainGraph: true });
      backward(loss, null, { retainGraph: true });
      loss.backward();
      expect(x.grad!.toArray()).toEqual([6, 12]);
      expect(() => loss.backward()).toThrow('already consumed');
    });

    it('throws when a saved value was changed in place, and only then', () => {
      const x = leaf([1, 2]);
      const w = tensor([3, 4]);
      const y = x.mul(w);
      w.fill_(0);
      expect(() => y.sum().backward()).toThrow(StateError);
      expect(() => y.sum().backward()).toThrow(
        'backward: a value that mul saved was changed in place after it was used. Clone it before the in-place op, or run backward first.',
      );
      const v = tensor([3, 4]);
      const z = x.add(v); // add saves nothing
      v.zero_();
      z.sum().backward();
      expect(x.grad!.toArray()).toEqual([1, 1]);
    });

    it('an in-place change through a view is noticed too', () => {
      const x = leaf([1, 2]);
      const w = tensor([
        [3, 4],
        [5, 6],
      ]);
      const y = x.mul(w);
      w.select(0, 0).copy_(x.detach());
      expect(() => y.sum().backward()).toThrow('changed in place');
    });

    it('with createGraph differentiates gradients of parts that lie in one memory', () => {
      const x = tensor(
        [
          [1, 2],
          [3, 4],
        ],
        { requiresGrad: true },
      );
      for (const y of [cat(split(x, 1)), stack(unbind(x)), stack(unbind(x, 1), 1)]) {
        const [g] = grad(y.pow(3).sum(), [x], { createGraph: true });
        expect(grad(g!.sum(), [x])[0]!.toArray()).toEqual([
          [6, 12],
          [18, 24],
        ]);
      }
    });
    it('with createGraph leaves a grad that can be differentiated', () => {
      const x = leaf([2, 3]);
      x.pow(3).sum().backward(null, { createGraph: true });
      expect(x.grad!.requiresGrad).toBe(true);
      const [second] = grad(x.grad!.sum(), [x]);
      expect(second!.toArray()).toEqual([12, 18]);
    });
  });

  describe('grad', () => {
    it('returns gradients and changes none', () => {
      const [x, y] = [leaf([1, 2]), leaf([3, 4])];
      const [gx, gy] = grad(x.mul(y).sum(), [x, y]);
      expect([gx!.toArray(), gy!.toArray(), x.grad, y.grad]).toEqual([[3, 4], [1, 2], null, null]);
    });
    it('of several outputs, weighted', () => {
      const x = leaf([1, 2]);
      const [g] = grad([x.mul(2), x.mul(x)], [x], { gradOutputs: [tensor([1, 1]), tensor([10, 100])] });
      expect(g!.toArray()).toEqual([2 + 20, 2 + 400]);
    });
    it('by an activation', () => {
      const x = leaf([1, 2]);
      const h = x.mul(3);
      const [g] = grad(h.mul(h).sum(), [h]);
      expect(g!.toArray()).toEqual([6, 12]);
    });
    it('by the output itself', () => {
      const x = leaf([1, 2]);
      const h = x.mul(3).sum();
      expect(grad(h, [h])[0]!.item()).toBe(1);
    });
    it('an input that takes no part is an error, or null with allowUnused', () => {
      const [x, other] = [leaf([1, 2]), leaf([5])];
      expect(() => grad(x.sum(), [x, other])).toThrow(StateError);
      expect(() => grad(x.sum(), [x, other])).toThrow(
        'grad: input 1 was not used to compute the outputs. Set allowUnused to get null for it.',
      );
      const [gx, gOther] = grad(x.sum(), [x, other], { allowUnused: true });
      expect([gx!.toArray(), gOther]).toEqual([[1, 1], null]);
    });
    it('of an input that needs no gradient is an error', () => {
      const x = leaf([1]);
      expect(() => grad(x.sum(), [tensor([1])])).toThrow(
        'grad: input 0 does not require a gradient. Call requiresGrad_() on it before using it.',
      );
      expect(() => grad(tensor([1]), [x])).toThrow(
        'grad: the tensor [1] does not require a gradient and has no graph. Were its inputs made with requiresGrad, outside of noGrad?',
      );
    });
    it('to any order', () => {
      const x = leaf([2]);
      let y = x.pow(4).sum();
      for (const expected of [32, 48, 48, 24, 0]) {
        y = grad(y, [x], { createGraph: true })[0]!.sum();
        expect(y.item()).toBeCloseTo(expected, 3);
      }
    });
    it('inside noGrad works on a graph that is there', () => {
      const x = leaf([3]);
      const y = x.mul(x).sum();
      expect(noGrad(() => grad(y, [x]))[0]!.item()).toBe(6);
    });
    it('results are contiguous or not, but always the caller’s', () => {
      const x = ones([64, 64], { requiresGrad: true });
      const found = Array.from(
        { length: 4 },
        () =>
          grad(
            x
              .t()
              .mul(ones([64, 64]))
              .sum(),
            [x],
          )[0]!,
      );
      for (const g of found) expect(g.toTypedArray().every((v) => v === 1)).toBe(true);
    });
  });

  describe('hooks', () => {
    it('see the gradient, once, summed', () => {
      const x = leaf([1, 2]);
      const seen: unknown[] = [];
      const y = x.mul(2);
      y.registerHook((g) => void seen.push(g.toArray()));
      y.add(y.mul(3)).sum().backward();
      expect(seen).toEqual([[4, 4]]);
    });
    it('may replace it, one after another', () => {
      const x = leaf([1, 2]);
      x.registerHook((g) => g.mul(10));
      x.registerHook((g) => g.add(1));
      x.mul(3).sum().backward();
      expect(x.grad!.toArray()).toEqual([31, 31]);
    });
    it('can be removed', () => {
      const x = leaf([1]);
      const handle = x.registerHook((g) => g.mul(10));
      handle.remove();
      handle.remove();
      x.sum().backward();
      expect(x.grad!.item()).toBe(1);
    });
    it('a gradient they keep stays readable', () => {
      const x = ones([2048], { requiresGrad: true });
      const kept: Tensor[] = [];
      for (let step = 1; step <= 4; step++) {
        const y = x.mul(step);
        y.registerHook((g) => void kept.push(g));
        y.mul(y).sum().backward();
      }
      expect(kept.map((g) => g.toTypedArray()[0])).toEqual([2, 4, 6, 8]);
    });
    it('a gradient of another shape is an error', () => {
      const x = leaf([1, 2]);
      x.registerHook((g) => g.sum());
      expect(() => x.mul(2).sum().backward()).toThrow(
        'hook: the returned gradient has shape [], the tensor [2]. They must be the same.',
      );
    });
    it('need a tensor that requires a gradient', () => {
      expect(() => tensor([1]).registerHook(() => undefined)).toThrow(
        'registerHook: the tensor does not require a gradient. Call requiresGrad_() first.',
      );
    });
    it('retainGrad keeps the gradient of an activation, replaced or not', () => {
      const x = leaf([1, 2]);
      const y = x.mul(3).retainGrad();
      y.mul(y).sum().backward();
      expect([y.grad!.toArray(), x.grad!.toArray()]).toEqual([
        [6, 12],
        [18, 36],
      ]);
      expect(() => tensor([1]).retainGrad()).toThrow(
        'retainGrad: the tensor does not require a gradient. Call requiresGrad_() first.',
      );
    });
  });

  describe('recording', () => {
    it('noGrad and enableGrad nest, and end with a throw', () => {
      const x = leaf([1]);
      const states = [isGradEnabled()];
      noGrad(() => {
        states.push(isGradEnabled());
        enableGrad(() => states.push(isGradEnabled()));
        states.push(isGradEnabled());
        expect(x.mul(2).requiresGrad).toBe(false);
      });
      expect(() =>
        noGrad(() => {
          throw new Error('on purpose');
        }),
      ).toThrow('on purpose');
      expect([...states, isGradEnabled()]).toEqual([true, false, true, false, true]);
    });
    it('noGrad refuses a promise, for recording would go on', () => {
      expect(() => noGrad(() => Promise.resolve(1))).toThrow(
        'noGrad: takes a synchronous function; await outside of it.',
      );
      expect(() => enableGrad(() => Promise.resolve(1))).toThrow(
        'enableGrad: takes a synchronous function; await outside of it.',
      );
      expect(isGradEnabled()).toBe(true);
    });
    it('requiresGrad is for float leaves', () => {
      const x = tensor([1]);
      expect([x.requiresGrad, x.isLeaf]).toEqual([false, true]);
      x.requiresGrad = true;
      const y = x.mul(2);
      expect([y.requiresGrad, y.isLeaf, y.detach().requiresGrad, y.detach().isLeaf]).toEqual([
        true,
        false,
        false,
        true,
      ]);
      expect(() => y.requiresGrad_(false)).toThrow(
        'requiresGrad_: only leaves can be changed; use detach() to leave the graph.',
      );
      expect(y.requiresGrad_()).toBe(y);
      x.requiresGrad_(false);
      expect(x.mul(2).requiresGrad).toBe(false);
      expect(() => zeros([2], { dtype: 'int32', requiresGrad: true })).toThrow(
        "requiresGrad_: only float tensors can have gradients, not int32. Convert with x.to('float32').",
      );
    });
    it('comparisons and indices need no gradient', () => {
      const x = leaf([1, 2]);
      for (const y of [x.gt(1), x.argmax(), x.any(), x.isnan(), x.to('int32')]) expect(y.requiresGrad).toBe(false);
    });
    it('detach shares memory', () => {
      const x = leaf([1, 2]);
      x.detach().fill_(9);
      expect(x.toArray()).toEqual([9, 9]);
    });
  });

  describe('gradcheck', () => {
    it('passes for what is right, and names the element for what is not', () => {
      const x = randn([3], { dtype: 'float64', requiresGrad: true });
      expect(gradcheck((v) => v.sin(), [x])).toBe(true);
      const wrong = (v: Tensor): Tensor => v.sin().add(v.detach()); // a path the graph does not know
      expect(() => gradcheck(wrong, [x])).toThrow(
        /^gradcheck: input 0, element 0: the gradient is .*, the difference quotient/,
      );
    });
    it('needs float64', () => {
      expect(() => gradcheck((v) => v.sum(), [leaf([1])])).toThrow(
        "gradcheck: an input is float32; differences need float64. Convert with x.to('float64').",
      );
      expect(() => gradcheck((v) => v.sum(), [tensor([1], { dtype: 'float64' })])).toThrow(
        'gradcheck: no input requires a gradient.',
      );
    });
    it('leaves the inputs as they were', () => {
      const x = tensor([0.1, 0.2], { dtype: 'float64', requiresGrad: true });
      gradcheck((v) => v.exp(), [x]);
      expect(x.toArray()).toEqual([0.1, 0.2]);
    });
  });
});
