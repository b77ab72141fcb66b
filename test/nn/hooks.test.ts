import { beforeAll, describe, expect, it } from 'vitest';
import { grad, memory, nn, noGrad, ones, tensor, type Tensor, zeros } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

class Pair extends nn.Module<[a: Tensor, b: Tensor, scale: number], { sum: Tensor; product: Tensor }> {
  forward(a: Tensor, b: Tensor, scale: number): { sum: Tensor; product: Tensor } {
    return { sum: a.add(b), product: a.mul(b).mul(scale) };
  }
}

const linear = (): nn.Linear => {
  const layer = new nn.Linear(2, 2, { bias: false });
  layer.loadStateDict({
    weight: tensor([
      [1, 2],
      [3, 4],
    ]),
  });
  return layer;
};

describe('forward hooks', () => {
  it('run around every forward, whoever calls it, in the order of registration', () => {
    const inner = linear();
    const model = new nn.Sequential(inner, new nn.ReLU());
    const log: string[] = [];
    inner.registerForwardPreHook((m, [x]) => void log.push(`before ${m === inner} ${x.shape.join()}`));
    inner.registerForwardHook((m, [x], y) => void log.push(`after ${m === inner} ${x.shape.join()} ${y.shape.join()}`));
    inner.registerForwardHook(() => void log.push('second'));
    model.registerForwardHook(() => void log.push('model'));
    model.forward(ones([3, 2]));
    expect(log).toEqual(['before true 3,2', 'after true 3,2 3,2', 'second', 'model']);
  });

  it('replace inputs and outputs', () => {
    const layer = linear();
    const pre = layer.registerForwardPreHook((_, [x]) => [x.mul(2)]);
    const post = layer.registerForwardHook((_, [x], y) => y.add(x));
    expect(layer.forward(tensor([1, 0])).toArray()).toEqual([4, 6]);
    pre.remove();
    expect(layer.forward(tensor([1, 0])).toArray()).toEqual([2, 3]);
    post.remove();
    expect(layer.forward(tensor([1, 0])).toArray()).toEqual([1, 3]);
  });

  it('leave nothing behind: the class has its forward back, and state dicts and subclasses see none of it', () => {
    const layer = linear();
    const before = Object.keys(layer);
    const handles = [layer.registerForwardHook(() => {}), layer.registerForwardPreHook(() => {})];
    expect(Object.hasOwn(layer, 'forward')).toBe(true);
    expect(Object.keys(layer)).toEqual(before);
    for (const handle of [...handles, ...handles]) handle.remove();
    expect(Object.hasOwn(layer, 'forward')).toBe(false);
    const own = linear();
    const mine = (x: Tensor): Tensor => x;
    own.forward = mine;
    own.registerForwardHook(() => {}).remove();
    expect(Reflect.get(own, 'forward')).toBe(mine);
    const again = layer.registerForwardHook((_, __, y) => y.neg());
    handles[0]!.remove();
    expect(layer.forward(tensor([1, 0])).toArray()).toEqual([-1, -3]);
    again.remove();
  });

  it('have the types of the module', () => {
    const pair = new Pair();
    pair.registerForwardPreHook((m, [a, b, scale]) => [a, b.add(m === pair ? 1 : 0), scale + 1]);
    pair.registerForwardHook((_, __, { sum, product }) => ({ sum: product, product: sum }));
    const { sum, product } = pair.forward(tensor([2]), tensor([2]), 9);
    expect([sum.item(), product.item()]).toEqual([60, 5]);
  });
});

describe.each([...backends, reference])('full backward hooks on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('see the gradients of inputs and outputs', () => {
    const layer = linear();
    const seen: (number | null)[][] = [];
    layer.registerFullBackwardHook((m, gradInputs, gradOutputs) => {
      expect(m).toBe(layer);
      for (const g of [...gradInputs, ...gradOutputs]) seen.push([...(g?.toTypedArray() ?? [null])]);
    });
    const x = tensor([1, 1], { requiresGrad: true });
    layer
      .forward(x)
      .mul(tensor([1, 10]))
      .sum()
      .backward();
    expect(seen).toEqual([
      [31, 42],
      [1, 10],
    ]);
    expect(x.grad!.toArray()).toEqual([31, 42]);
    expect(layer.weight.grad!.toArray()).toEqual([
      [1, 1],
      [10, 10],
    ]);
    // Without a gradient for the input the hook is told of the output's.
    layer
      .forward(tensor([1, 1]))
      .sum()
      .backward();
    expect(seen.slice(2)).toEqual([[null], [1, 1]]);
    noGrad(() => layer.forward(x));
    expect(seen.length).toBe(4);
  });

  it('replace the gradients of inputs, of several and of some', () => {
    const pair = new Pair();
    let gradients: readonly (Tensor | null)[] = [];
    const handle = pair.registerFullBackwardHook((_, gradInputs, gradOutputs) => {
      gradients = gradOutputs;
      return [gradInputs[0]!.mul(100), null];
    });
    const [a, b] = [tensor([2], { requiresGrad: true }), tensor([3], { requiresGrad: true })];
    const { product } = pair.forward(a, b, 5);
    product.backward();
    expect([a.grad!.item(), b.grad]).toEqual([1500, null]);
    expect(gradients.map((g) => g?.item() ?? null)).toEqual([null, 1]);
    handle.remove();
    pair.forward(a, b, 5).product.backward();
    expect([a.grad!.item(), b.grad!.item()]).toEqual([1515, 10]);
    pair.registerFullBackwardHook(() => [null]);
    expect(() => pair.forward(a, b, 1).sum.backward()).toThrow(
      'registerFullBackwardHook: the hook gave 1 gradients for 2 inputs. Return one for each, null where there is none.',
    );
    const other = new Pair();
    other.registerFullBackwardHook(() => [zeros([2]), null]);
    expect(() => other.forward(a, b, 1).sum.backward()).toThrow(
      'registerFullBackwardHook: the hook gave a gradient [2] for input 0, which is [1]. They must be the same.',
    );
  });

  it('let second derivatives through', () => {
    const layer = new nn.Tanh();
    layer.registerFullBackwardHook((_, [g]) => [g!.mul(2)]);
    const x = tensor([0.3], { dtype: 'float64', requiresGrad: true });
    const [g] = grad(layer.forward(x), [x], { createGraph: true });
    const t = Math.tanh(0.3);
    expect(g!.item()).toBeCloseTo(2 * (1 - t * t), 6);
    const [gg] = grad(g!, [x]);
    // The hook doubles once more on the way through the layer.
    expect(gg!.item()).toBeCloseTo(-8 * t * (1 - t * t), 6);
  });

  it('may keep what they are given, in a loop of flat memory', () => {
    const layer = new nn.Linear(64, 64);
    const model = new nn.Sequential(layer, new nn.Tanh(), new nn.Linear(64, 64));
    const kept: Tensor[] = [];
    const handle = layer.registerFullBackwardHook((_, [g], [h]) => void kept.push(g!, h!));
    const x = ones([64, 64], { requiresGrad: true });
    const step = (): void => {
      model.forward(x).sum().backward();
      model.zeroGrad();
    };
    step();
    const first = kept[0]!.toTypedArray();
    expect(first).toEqual(x.grad!.toTypedArray());
    for (let i = 0; i < 3; i++) step();
    expect(kept[0]!.toTypedArray()).toEqual(first);
    expect(kept[2]!.toTypedArray()).toEqual(first);
    handle.remove();
    layer.registerFullBackwardHook(() => {});
    kept.length = 0;
    for (let i = 0; i < 5; i++) step();
    const before = memory();
    for (let i = 0; i < 50; i++) step();
    expect(memory().bytesPooled - before.bytesPooled).toBeLessThan(100_000);
  });
});
