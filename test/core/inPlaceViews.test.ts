/** Views written in place inside a graph: what PyTorch makes of them, what it refuses, second derivatives, memory. */
import { describe, expect, it } from 'vitest';
import { clearGrad } from '../../src/autograd.ts';
import {
  autograd,
  type DType,
  grad,
  gradcheck,
  gradgradcheck,
  memory,
  nn,
  noGrad,
  ones,
  StateError,
  type Tensor,
  tensor,
  zeros,
  zerosLike,
} from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';
import { decodeNumber, type Encoded, expectClose, readFixture } from '../support/fixtures.ts';

type Argument = number | string | number[];
interface Program {
  name: string;
  w: Encoded[];
  z: Encoded[];
  steps: [result: string, tensor: string, method: string, ...args: Argument[]][];
  loss: string[];
  values: Encoded[][];
  grads: { w: Encoded[] | null; z: Encoded[] | null };
}
const programs = readFixture<Program[]>('inplace_views');

const leaf = (values: readonly Encoded[], shape: number[], dtype: DType = 'float32'): Tensor =>
  tensor(values.map(decodeNumber), { shape, dtype, requiresGrad: true });

/** Runs a program. @returns the tensors that its loss is made of */
function run({ steps, loss }: Program, w: Tensor, z: Tensor): Tensor[] {
  const tensors: Record<string, Tensor> = { w, z, z2: z.narrow(0, 0, 2), z11: z.narrow(0, 2, 1).view([1, 1]) };
  for (const [result, name, method, ...given] of steps) {
    const x = tensors[name]!;
    const indexed = method === 'scatterAdd_' || method === 'indexAdd_';
    const args = given.map((a) =>
      typeof a === 'string'
        ? tensors[a.slice(1)]!
        : indexed && typeof a !== 'number'
          ? tensor(a, { dtype: 'int32' })
          : a,
    );
    const call = (x as unknown as Record<string, (...args: unknown[]) => Tensor>)[method];
    tensors[result] = method === 'zerosLike' ? zerosLike(x) : call!.apply(x, args);
  }
  return loss.map((name) => tensors[name]!);
}

const total = (outs: readonly Tensor[]): Tensor =>
  outs
    .map((x) => x.mul(tensor([...Array(x.length).keys()], { shape: x.shape, dtype: x.dtype }).add(1)).sum())
    .reduce((a, b) => a.add(b));

describe.each([...backends, reference])('views written in place on %s', (backend) => {
  it.each(programs.map((program) => [program.name, program] as const))('%s', (_, program) => {
    useBackend(backend);
    const [w, z] = [leaf(program.w, [2, 3]), leaf(program.z, [3])];
    const outs = run(program, w, z);
    outs.forEach((out, i) => expectClose(out, program.values[i]!, { what: program.loss[i]! }));
    const grads = grad(total(outs), [w, z], { allowUnused: true }) as (Tensor | null)[];
    for (const [i, key] of (['w', 'z'] as const).entries()) {
      const expected = program.grads[key];
      if (expected === null) expect(grads[i]?.toArray() ?? [0, 0, 0]).toEqual([0, 0, 0]);
      else expectClose(grads[i]!, expected, { what: `the gradient of ${key}` });
    }
  });

  it.each(programs.map((program) => [program.name, program] as const))(
    '%s: derivatives of both orders',
    (_, program) => {
      useBackend(backend);
      const inputs = [leaf(program.w, [2, 3], 'float64'), leaf(program.z, [3], 'float64')];
      // Both take part in all of them.
      const fn = (w: Tensor, z: Tensor): Tensor =>
        total(run(program, w, z))
          .add(w.square().sum())
          .add(z.square().sum())
          .square();
      expect(gradcheck(fn, inputs)).toBe(true);
      expect(gradgradcheck(fn, inputs)).toBe(true);
    },
  );

  it('what a write overlaps itself with is read first', () => {
    useBackend(backend);
    const w = leaf([1, 2, 3], [3]);
    const y = w.mul(1);
    const [a, b] = [y.narrow(0, 0, 2), y.narrow(0, 1, 2)];
    b.mul_(a); // y = w0, w1 w0, w2 w1
    expect(y.toArray()).toEqual([1, 2, 6]);
    expect(grad(y.sum(), [w])[0]!.toArray()).toEqual([3, 4, 2]);
  });

  it('works where the base is not contiguous', () => {
    useBackend(backend);
    const w = leaf([1, 2, 3, 4, 5, 6], [3, 2]);
    const buffer = zeros([2, 4]).t().detach().narrow(0, 1, 3).detach(); // strides [1, 4], a gap between columns
    expect([buffer.base, buffer.strides]).toEqual([null, [1, 4]]);
    const row = buffer.select(0, 1);
    buffer.copy_(w);
    row.mul_(row);
    expect(buffer.toArray()).toEqual([
      [1, 2],
      [9, 16],
      [5, 6],
    ]);
    const all = buffer
      .mul(tensor([1, 10]))
      .sum()
      .add(row.sum());
    expect(grad(all, [w])[0]!.toArray()).toEqual([
      [1, 10],
      [12, 88],
      [1, 10],
    ]);
  });

  it('every way of writing reaches the base', () => {
    useBackend(backend);
    const at = tensor([1, 0], { dtype: 'int32' });
    const writes: Record<string, [(v: Tensor, s: Tensor) => unknown, ones: number[], source: number]> = {
      add_: [(v, s) => v.add_(s), [1, 1, 1, 1], 2],
      copy_: [(v, s) => v.copy_(s), [1, 1, 0, 0], 2],
      fill_: [(v) => v.fill_(3), [1, 1, 0, 0], 0],
      zero_: [(v) => v.zero_(), [1, 1, 0, 0], 0],
      normal_: [(v) => v.normal_(), [1, 1, 0, 0], 0],
      maskedFill_: [(v) => v.maskedFill_(tensor([true, false]), 1), [1, 1, 0, 1], 0],
      scatter_: [(v, s) => v.scatter_(0, at.narrow(0, 0, 1), s.view([1])), [1, 1, 1, 0], 1],
      indexPut_: [(v, s) => v.indexPut_([at], s), [1, 1, 0, 0], 2],
      indexFill_: [(v, s) => v.indexFill_(0, at.narrow(0, 0, 1), s), [1, 1, 1, 0], 1],
      scatterReduce_: [(v, s) => v.scatterReduce_(0, at, s.expand([2]), 'sum'), [1, 1, 1, 1], 2],
      maskedScatter_: [(v, s) => v.maskedScatter_(tensor([true, false]), s.view([1])), [1, 1, 0, 1], 1],
    };
    for (const [name, [write, ofY, ofS]] of Object.entries(writes)) {
      const [w, s] = [leaf([1, 2, 3, 4], [2, 2]), leaf([5], [])];
      const y = w.mul(1);
      write(y.select(0, 1), s);
      const [byW, byS] = grad(y.sum(), [w, s], { allowUnused: true });
      expect([byW!.reshape([-1]).toArray(), byS?.item() ?? 0], name).toEqual([ofY, ofS]);
    }
  });

  it('retainGrad follows a view, its base and other views', () => {
    useBackend(backend);
    const w = leaf([1, 2], [2]);
    const y = w.mul(2).retainGrad();
    const [a, b] = [y.narrow(0, 0, 1).retainGrad(), y.select(0, 0).retainGrad()];
    a.mul_(10);
    y.sum().add(a.mul(3).sum()).add(b.mul(5)).backward();
    expect([y.grad!.toArray(), a.grad!.toArray(), b.grad!.toArray(), w.grad!.toArray()]).toEqual([
      [9, 1],
      [3],
      5,
      [180, 2],
    ]);
  });

  it('gradFn says what a view is now', () => {
    useBackend(backend);
    const y = ones([2, 2], { requiresGrad: true }).mul(2);
    const v = y.view([4]);
    expect(String(v.gradFn)).toBe('<reshape>');
    y.add_(1);
    expect([String(y.gradFn), String(v.gradFn)]).toEqual(['<add_>', '<asStrided>']);
    v.add_(1);
    expect([String(y.gradFn), String(v.gradFn)]).toEqual(['<copySlices>', '<asStrided>']);
    expect(v.gradFn).toBe(v.gradFn);
    const plain = zeros([2]);
    const part = plain.narrow(0, 0, 1);
    expect([plain.requiresGrad, part.requiresGrad]).toEqual([false, false]);
    plain.select(0, 1).copy_(y.sum());
    expect([plain.requiresGrad, part.requiresGrad, part.isLeaf]).toEqual([true, true, false]);
  });

  it('a saved value that was changed through a view is an error in backward', () => {
    useBackend(backend);
    const y = leaf([1, 2], [2]).mul(2);
    const [a, b] = [y.narrow(0, 0, 1), y.narrow(0, 1, 1)];
    const squares = a.square();
    b.add_(1); // another part, but PyTorch counts by storage too
    expect(() => squares.sum().backward()).toThrow('a value that square saved was changed in place');
    const exps = y.exp();
    noGrad(() => exps.select(0, 0).add_(1));
    expect(() => exps.sum().backward()).toThrow('a value that exp saved was changed in place');
  });

  it('works with checkpoint', () => {
    useBackend(backend);
    const w = leaf([1, 2, 3, 4], [2, 2]);
    const block = (x: Tensor): Tensor => {
      const y = x.mul(x);
      y.select(0, 0).mul_(y.select(0, 1));
      return y.sum(0);
    };
    const gradient = (around: (fn: (x: Tensor) => Tensor) => Tensor): unknown => {
      const y = w.mul(1);
      const row = y.select(0, 1);
      y.mul_(2);
      // row is recorded anew inside of fn
      return grad(around((x) => block(x).mul(row)).sum(), [w])[0]!.toArray();
    };
    // Σ (w0² w1² + w1²) 2 w1
    const expected = [
      [2 * 2 * 27, 2 * 4 * 64],
      [2 * (3 * 9 + 3 * 9), 2 * (4 * 3 * 16 + 3 * 16)],
    ];
    expect(gradient((fn) => fn(w))).toEqual(expected);
    expect(gradient((fn) => autograd.checkpoint(fn, w))).toEqual(expected);
  });

  it('refuses what PyTorch refuses', () => {
    useBackend(backend);
    const w = leaf([1, 2, 3, 4], [2, 2]);
    const refused = (write: () => unknown, message: string | RegExp): void => {
      expect(write).toThrow(StateError);
      expect(write).toThrow(message);
    };
    refused(
      () => w.select(0, 0).add_(1),
      'add_: x [2] is a view of a leaf that requires a gradient; backward could not tell its old values from the new ones. Run it in noGrad, or on a view of a clone().',
    );
    refused(() => w.view([4]).zero_(), 'zero_: x [4] is a view of a leaf that requires a gradient');
    refused(() => w.view([4]).uniform_(), 'uniform_: x [4] is a view of a leaf that requires a gradient');

    const y = w.mul(2);
    const unseen = noGrad(() => y.select(0, 0));
    const untold =
      'mul_: x [2] is a view that was made in noGrad, or by a Function, a hook or checkpoint, so the graph does not know what it shows. Use mul without the underscore, or x.clone().';
    refused(() => unseen.mul_(2), untold);
    refused(() => unseen.narrow(0, 0, 1).mul_(2), 'is a view that was made in noGrad');
    refused(() => noGrad(() => w.view([4])).zero_(), 'zero_: x [4] is a view of a leaf');
    refused(
      () => noGrad(() => zeros([2, 2]).select(0, 0)).copy_(w.select(0, 0)),
      'copy_: x [2] is a view that was made in noGrad',
    );

    const several =
      /^mul_: x .* is one of several views that one op gave, as unbind, split and chunk do, which cannot be written in a graph\. Make it with select or narrow\. Use mul without the underscore, or x\.clone\(\)\.$/;
    for (const part of [y.unbind()[0]!, y.split(1)[1]!, y.chunk(2)[0]!.select(0, 0), zeros([2, 2]).unbind()[0]!])
      refused(() => part.mul_(w.select(0, 0)), several);

    const shared =
      /^mul_: elements of x \[2, 1, 2\], or of what it shows, share places, so they have no gradients of their own\./;
    refused(
      () =>
        tensor([1, 2, 3])
          .mul(1)
          .view([3, 1])
          .unfold(0, 2, 1)
          .mul_(w.view([4]).select(0, 1)),
      shared,
    );
    expect(() => y.narrow(0, 0, 1).expand([3, 2]).mul_(2)).toThrow('was expanded: several elements share one place');
  });

  it('refuses where a Function, a hook or checkpoint stands between', () => {
    useBackend(backend);
    class Same extends autograd.Function {
      static forward(_: autograd.Context, x: Tensor): Tensor {
        return x;
      }
      static backward(_: autograd.Context, g: Tensor): Tensor {
        return g.mul(-1);
      }
    }
    const y = leaf([1, 2], [2]).mul(2);
    const same = Same.apply(y);
    expect(() => same.mul_(2)).toThrow('made in noGrad, or by a Function');
    y.mul_(2);
    expect(() => same.sum()).toThrow(
      'a view [2] made by Same cannot be used any more: what it shows was changed in place, which Same does not follow. Clone it before the in-place op.',
    );
    const own = autograd.checkpoint((x: Tensor) => x.mul(2), y);
    expect(own.mul_(3).requiresGrad).toBe(true);
    const shown = autograd.checkpoint((x: Tensor) => x.view([2, 1]), y);
    expect(() => shown.mul_(3)).toThrow('made in noGrad, or by a Function, a hook or checkpoint');
    const module = new nn.Identity();
    module.registerFullBackwardHook(() => {});
    expect(() => module.forward(y).mul_(2)).toThrow('made in noGrad, or by a Function, a hook');
  });

  it('a view made in noGrad stays without a graph, and unrecorded writes are free', () => {
    useBackend(backend);
    const y = leaf([1, 2], [2]).mul(2);
    const unseen = noGrad(() => y.select(0, 0));
    y.mul_(2);
    expect([unseen.item(), unseen.requiresGrad, unseen.gradFn]).toEqual([4, false, null]);
    noGrad(() => y.unbind()[0]!.mul_(2));
    expect(y.toArray()).toEqual([8, 8]);
    const [a] = zeros([2]).chunk(2);
    expect(a!.add_(1).toArray()).toEqual([1]);
  });
});

describe.each([...backends, reference])('memory of views written in place on %s', (backend) => {
  it('stays flat, and what is recycled is stale', () => {
    useBackend(backend);
    const w = ones([4, 2048], { requiresGrad: true });
    const step = (): Tensor => {
      clearGrad(w);
      const y = w.mul(2);
      const rows = [0, 1, 2, 3].map((i) => y.select(0, i));
      rows.forEach((row, i) => i > 0 && row.mul_(rows[i - 1]!));
      y.sum().backward();
      expect(y.toTypedArray()[3 * 2048 + 7]).toBe(16);
      return rows[3]!;
    };
    for (let i = 0; i < 3; i++) step();
    const before = memory();
    let row!: Tensor;
    for (let i = 0; i < 20; i++) row = step();
    expect(memory().bytesLive).toBeLessThanOrEqual(before.bytesLive);
    expect(memory().bytesPooled).toBeLessThanOrEqual(before.bytesPooled);
    expect(w.grad!.toTypedArray()[0]).toBe(2 + 4 + 8 + 16);
    w.mul(2);
    expect(() => row.toTypedArray()).toThrow('stale tensor float32[2048]');
  });
});
