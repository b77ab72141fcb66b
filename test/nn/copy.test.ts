/** Module.copy. */
import { describe, expect, it } from 'vitest';
import { nn, ones, type Tensor, tensor } from '../../src/index.ts';

class Net extends nn.Module {
  first = new nn.Linear(2, 2);
  tied = this.first;
  blocks = [new nn.BatchNorm1d(2), new nn.BatchNorm1d(2)];
  named = new nn.ModuleDict({ act: new nn.ReLU() });
  sizes = { hidden: [2, 3] };
  constructor() {
    super();
    this.registerBuffer('scale', tensor([1, 2]));
  }
  declare scale: Tensor;
  forward(x: Tensor): Tensor {
    let y = this.tied.forward(this.first.forward(x));
    for (const block of this.blocks) y = block.forward(y);
    return this.named.get('act').forward(y).mul(this.scale);
  }
}

describe('copy', () => {
  it('copies parameters, buffers, modules and what else there is', () => {
    const net = new Net().to('float64').eval();
    net.first.weight.requiresGrad_(false);
    const copy = net.copy();
    expect(copy).toBeInstanceOf(Net);
    expect([copy.training, copy.blocks[1]!.training]).toEqual([false, false]);
    const [own, other] = [net.stateDict(), copy.stateDict()];
    expect(Object.keys(other)).toEqual(Object.keys(own));
    for (const [key, x] of Object.entries(own)) {
      expect(other[key]!.toArray()).toEqual(x.toArray());
      expect(other[key]!.storage).not.toBe(x.storage);
    }
    expect(copy.tied).toBe(copy.first);
    expect([copy.first.weight.requiresGrad, copy.first.bias!.requiresGrad]).toEqual([false, true]);
    const x = ones([3, 2], { dtype: 'float64' });
    expect(copy.forward(x).toArray()).toEqual(net.forward(x).toArray());
    copy.train().forward(x);
    expect(net.blocks[0]!.numBatchesTracked!.item()).toBe(0);
    expect(copy.blocks[0]!.numBatchesTracked!.item()).toBe(1);
    copy.sizes.hidden.push(4);
    expect(net.sizes.hidden).toEqual([2, 3]);
  });

  it('copies containers with names, convolutions and hooks', () => {
    const model = new nn.Sequential({
      conv: new nn.Conv2d(1, 2, 3, { padding: 1, paddingMode: 'reflect' }),
      act: new nn.Tanh(),
    });
    let calls = 0;
    const handle = model.conv.registerForwardHook(() => void calls++);
    const copy = model.copy();
    const x = ones([1, 1, 4, 4]);
    expect(copy.forward(x).toArray()).toEqual(model.forward(x).toArray());
    expect(calls).toBe(2);
    handle.remove();
    copy.forward(x);
    model.forward(x);
    expect(calls).toBe(3);
  });

  it('refuses what would go on using the original', () => {
    expect(() => new nn.LazyLinear(2).copy()).toThrow('LazyLinear.weight has no shape before the first forward.');
    expect(() => nn.utils.weightNorm(new nn.Linear(2, 2)).copy()).toThrow(
      'copy: Linear.weight is computed from others, as weightNorm, spectralNorm and prune do it.',
    );
    class Bound extends nn.Module {
      forward = (x: Tensor): Tensor => x;
    }
    const bound = new Bound();
    bound.registerForwardHook(() => undefined);
    expect(() => bound.copy()).toThrow('copy: Bound.forward is a property');
    expect(() => new Bound().copy()).toThrow('Make it a method of the class.');
  });
});

it('copy uses the copy of a class that has its own', () => {
  class Secret extends nn.Module {
    #factor = 3;
    override copy(): this {
      const copy = new Secret();
      copy.#factor = this.#factor + 1;
      return copy as this;
    }
    forward(x: Tensor): Tensor {
      return x.mul(this.#factor);
    }
  }
  expect(
    new nn.Sequential(new nn.Identity(), new Secret())
      .copy()
      .forward(ones([1]))
      .item(),
  ).toBe(4);
});
