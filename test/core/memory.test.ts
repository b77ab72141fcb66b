/** Who owns memory: JavaScript, the graph, the library. On every backend, since all of it is above the seam. */
import { beforeEach, describe, expect, it } from 'vitest';
import { clearGrad } from '../../src/autograd.ts';
import {
  DescendError,
  grad,
  memory,
  noGrad,
  ones,
  randn,
  softmax,
  StateError,
  type Tensor,
  tensor,
} from '../../src/index.ts';
import { scope } from '../../src/memory.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

/** Results of 4 KiB and less belong to JavaScript at once; these have 8 KiB. */
const n = 2048;
const leaf = (): Tensor => ones([n], { requiresGrad: true });

/** One graph on x: an activation, its loss, backward. */
function graph(x: Tensor): { activation: Tensor; loss: Tensor } {
  const activation = x.mul(3);
  const loss = activation.mul(activation).sum();
  loss.backward();
  return { activation, loss };
}

describe.each([...backends, reference])('%s: the graph owns activations', (backend) => {
  beforeEach(() => useBackend(backend));

  it('they stay readable after backward, until the next graph begins', () => {
    const x = leaf();
    const { activation } = graph(x);
    expect(activation.toTypedArray()[7]).toBe(3);
    noGrad(() => x.mul(2)); // no graph
    tensor([1]).add(1);
    expect(activation.toTypedArray()[7]).toBe(3);
    x.mul(4); // a graph
    expect(() => activation.toTypedArray()).toThrow(StateError);
  });

  it('a stale tensor throws whatever is done with it, and says what to do', () => {
    const x = leaf();
    const { activation } = graph(x);
    x.mul(4);
    const message =
      'stale tensor float32[2048] made by mul: its memory went back to the pool. Activations live until the next graph begins after ' +
      'backward(), gradients until zeroGrad(). Call keep() or detach() on what you want to hold longer.';
    const uses = {
      read: () => activation.toTypedArray(),
      add: () => activation.add(1),
      'add, as second operand': () => x.add(activation),
      sum: () => activation.sum(),
      view: () => activation.reshape([2, n / 2]),
      matmul: () => activation.matmul(x),
      keep: () => activation.keep(),
      detach: () => activation.detach(),
      backward: () => activation.backward(ones([n])),
      'copy_ from': () => x.detach().copy_(activation),
      'copy_ into': () => activation.copy_(0),
    };
    for (const [name, use] of Object.entries(uses)) {
      expect(use, name).toThrow(DescendError);
      expect(use, name).toThrow(message);
    }
  });

  it('a view of an activation becomes stale with it', () => {
    const x = leaf();
    const y = x.mul(3);
    const view = y.reshape([2, n / 2]).select(0, 1);
    y.sum().backward();
    expect(view.toTypedArray()[0]).toBe(3);
    x.mul(4);
    expect(() => view.toTypedArray()).toThrow('stale tensor float32[1024] made by squeeze');
  });

  it('keep() and detach() hand one to JavaScript', () => {
    const x = leaf();
    const { activation: kept } = graph(x);
    kept.keep();
    const { activation } = graph(x);
    const detached = activation.detach();
    for (let i = 0; i < 3; i++) graph(x);
    expect(kept.toTypedArray()[n - 1]).toBe(3);
    expect(detached.toTypedArray()[n - 1]).toBe(3);
    expect(detached.requiresGrad).toBe(false);
  });

  it('small results are JavaScript’s at once', () => {
    const x = leaf();
    const losses = Array.from({ length: 5 }, () => graph(x).loss);
    expect(losses.map((l) => l.item())).toEqual(Array(5).fill(9 * n));
  });

  it('what is computed outside a graph is JavaScript’s', () => {
    const x = leaf();
    const outside = noGrad(() => x.mul(5));
    for (let i = 0; i < 3; i++) graph(x);
    expect(outside.toTypedArray()[0]).toBe(5);
  });

  it('an op on an activation of a done graph recycles nothing', () => {
    const x = leaf();
    const logits = x.mul(2).reshape([2, n / 2]);
    logits.mul(logits).mean().backward();
    // All of this belongs to the done graph, however many ops it takes.
    const probabilities = softmax(logits, 1);
    expect(probabilities.sum().item()).toBeCloseTo(2, 4);
    expect(softmax(logits, 0).sum().item()).toBeCloseTo(n / 2, 3);
    expect(logits.select(0, 1).mul(2).add(1).toTypedArray()[0]).toBe(5);
    expect(logits.toTypedArray()[0]).toBe(2);
    expect(() => probabilities.sum().backward()).toThrow('was already consumed');
    x.mul(4);
    expect(() => logits.toTypedArray()).toThrow('stale tensor');
  });

  it('retainGraph keeps activations, and releasing it later recycles them', () => {
    const x = leaf();
    const y = x.mul(3);
    const loss = y.mul(y).sum();
    loss.backward(null, { retainGraph: true });
    x.mul(4); // another graph begins while this one is still alive
    expect(y.toTypedArray()[0]).toBe(3);
    loss.backward();
    expect(x.grad!.toTypedArray()[0]).toBe(36); // 18 twice
    expect(y.toTypedArray()[0]).toBe(3);
    x.mul(4);
    expect(() => y.toTypedArray()).toThrow(StateError);
  });

  it('a graph without backward is never recycled', () => {
    const x = leaf();
    const y = x.mul(3);
    graph(x);
    graph(x);
    expect(y.toTypedArray()[0]).toBe(3);
    y.sum().backward();
  });

  it('gradients live until they are cleared', () => {
    const x = leaf();
    graph(x);
    const g = x.grad!;
    graph(x);
    expect(x.grad).toBe(g);
    expect(g.toTypedArray()[0]).toBe(36);
    clearGrad(x);
    expect(x.grad).toBe(null);
    expect(() => g.toTypedArray()).toThrow('stale tensor float32[2048]: its memory');
    graph(x);
    const kept = x.grad!.keep();
    clearGrad(x);
    expect(kept.toTypedArray()[0]).toBe(18);
  });

  it('recycled memory never shows through', () => {
    // Every activation has values of its own; whatever can still be read must be right.
    const x = randn([n], { requiresGrad: true });
    const source = x.toTypedArray();
    const alive: [Tensor, number][] = [];
    for (let step = 1; step <= 20; step++) {
      const y = x.mul(step);
      const z = y.add(step);
      z.mul(z).sum().backward();
      alive.push([y, 0], [z, step], [step % 3 === 0 ? y.detach() : z.detach(), step % 3 === 0 ? 0 : step]);
      clearGrad(x);
      const current = Math.floor((alive.length - 1) / 3);
      alive.forEach(([t, offset], i) => {
        const factor = Math.floor(i / 3) + 1;
        try {
          expect(t.toTypedArray()[5]).toBeCloseTo(source[5]! * factor + offset, 3);
        } catch (error) {
          if (!(error instanceof StateError)) throw error;
          expect(i % 3 === 2 || Math.floor(i / 3) === current, 'a live tensor was recycled').toBe(false);
        }
      });
    }
  });
});

describe.each([...backends, reference])('%s: the library owns temporaries', (backend) => {
  beforeEach(() => useBackend(backend));

  it('scope() recycles all but its result', () => {
    let temporary!: Tensor;
    const x = ones([n]);
    const result = scope(() => {
      temporary = x.mul(2);
      return temporary.add(1);
    });
    expect(result.toTypedArray()[0]).toBe(3);
    expect(() => temporary.toTypedArray()).toThrow('stale tensor');
    expect(scope(() => x.mul(7)).toTypedArray()[0]).toBe(7);
    expect(result.toTypedArray()[0]).toBe(3); // JavaScript's now
  });

  it('an inner scope hands its result to the outer one', () => {
    let inner!: Tensor;
    const outer = scope(() => {
      inner = scope(() => ones([n]).mul(2));
      expect(inner.toTypedArray()[0]).toBe(2);
      return inner.add(1);
    });
    expect(outer.toTypedArray()[0]).toBe(3);
    expect(() => inner.toTypedArray()).toThrow('stale tensor');
  });

  it('a view that is the result keeps its storage', () => {
    const view = scope(() => ones([2, n]).mul(2).select(0, 1));
    expect(scope(() => ones([2, n])).toTypedArray()[0]).toBe(1);
    expect(view.toTypedArray()[0]).toBe(2);
  });

  it('several results live on', () => {
    const [a, b] = scope(() => [ones([n]).mul(2), ones([n]).mul(3)]);
    scope(() => ones([n]).mul(9));
    expect([a.toTypedArray()[0], b.toTypedArray()[0]]).toEqual([2, 3]);
  });

  it('a throw recycles too, and leaves no scope behind', () => {
    let temporary!: Tensor;
    expect(() =>
      scope((): Tensor => {
        temporary = ones([n]).mul(2);
        throw new Error('on purpose');
      }),
    ).toThrow('on purpose');
    expect(() => temporary.toTypedArray()).toThrow('stale tensor');
    const after = ones([n]).mul(5);
    scope(() => ones([n]));
    expect(after.toTypedArray()[0]).toBe(5);
  });

  it('what a graph saved outlives its scope', () => {
    const x = leaf();
    const y = scope(() => x.mul(ones([n]).mul(4)));
    scope(() => ones([n]).mul(9));
    y.sum().backward();
    expect(x.grad!.toTypedArray()[0]).toBe(4);
  });
});

describe.each([...backends, reference])('%s: memory()', (backend) => {
  beforeEach(() => useBackend(backend));
  const bytes = n * 4;

  it('counts what is live and what is pooled', () => {
    const x = leaf();
    x.mul(1); // recycles what came before
    const before = memory();
    const y = x.mul(3);
    expect(memory()).toEqual({ ...before, bytesLive: before.bytesLive + bytes, buffers: before.buffers + 1 });
    const loss = y.sum(); // small: not counted
    expect(memory().buffers).toBe(before.buffers + 1);
    loss.backward();
    const after = memory();
    const z = x.mul(2); // y goes to the pool, and z takes its place
    expect(memory()).toEqual(after);
    expect(z.storage).toBe(y.storage);
  });

  it('scratch of a scope goes to the pool', () => {
    const before = memory();
    scope(() => void ones([n]).mul(3));
    const after = memory();
    expect([after.bytesLive, after.bytesPooled - before.bytesPooled]).toEqual([before.bytesLive, 2 * bytes]);
    scope(() => void ones([n]).mul(3));
    expect(memory()).toEqual(after);
  });

  it('gradients that a scope asks for go to the pool with it, unless they are its result', () => {
    const x = leaf();
    const y = x.mul(x);
    const gradOutputs = [ones([n])];
    const gradient = (): Tensor => grad(y, [x], { gradOutputs, retainGraph: true })[0]!;
    const kept = scope(gradient);
    const before = memory();
    scope(() => void gradient());
    const after = memory();
    expect(after.bytesLive).toBe(before.bytesLive);
    scope(() => void gradient());
    expect(memory()).toEqual(after);
    expect([kept.toTypedArray()[0], gradient().toTypedArray()[0]]).toEqual([2, 2]);
  });

  it('sizes nobody asks for any more are given back', () => {
    const x = ones([50_000], { requiresGrad: true });
    x.mul(2).sum().backward();
    clearGrad(x);
    const small = leaf();
    graph(small);
    const most = memory().bytesPooled;
    expect(most).toBeGreaterThanOrEqual(200_000);
    for (let i = 0; i < 80; i++) graph(small);
    expect(memory().bytesPooled).toBeLessThan(100_000);
  });
});
