import { describe, expect, it } from 'vitest';
import { nn, ones, StateError, tensor, type Tensor, zeros } from '../../src/index.ts';

const linear = (n: number, m: number): nn.Linear => new nn.Linear(n, m, { bias: false });

describe('Sequential', () => {
  it('knows the types of its members', () => {
    const model = new nn.Sequential(new nn.Linear(2, 3), new nn.ReLU());
    const first: nn.Linear = model[0];
    expect(first.outFeatures).toBe(3);
    const any: nn.Sequential = model;
    const last: nn.Module = any.at(-1);
    expect(last).toBeInstanceOf(nn.ReLU);
    class Net extends nn.Sequential {
      constructor() {
        super(linear(2, 2), new nn.Tanh());
      }
    }
    expect(Object.keys(new Net().stateDict())).toEqual(['0.weight']);
    expect(new Net()).toBeInstanceOf(nn.Sequential);
  });

  it('is extended, inserted into and taken from', () => {
    const model: nn.Sequential = new nn.Sequential(linear(1, 1));
    model
      .extend([new nn.ReLU(), linear(1, 2)])
      .insert(1, new nn.Tanh())
      .insert(-1, new nn.Sigmoid());
    const names = (): string[] => [...model].map((m) => m.constructor.name);
    expect(names()).toEqual(['Linear', 'Tanh', 'ReLU', 'Sigmoid', 'Linear']);
    expect(Object.keys(model.stateDict())).toEqual(['0.weight', '4.weight']);
    expect(model.pop(1)).toBeInstanceOf(nn.Tanh);
    expect(model.pop()).toBeInstanceOf(nn.Linear);
    expect(names()).toEqual(['Linear', 'ReLU', 'Sigmoid']);
    expect(() => model.insert(4, new nn.ReLU())).toThrow('Sequential.insert: index 4 is out of range for 3 modules.');
    expect(() => model.pop(3)).toThrow('Sequential: index 3 is out of range for 3 modules.');
  });

  it('takes modules by name', () => {
    const model = new nn.Sequential({ hidden: linear(1, 2), act: new nn.ReLU(), out: linear(2, 1) });
    const hidden: nn.Linear = model.hidden;
    expect(hidden.outFeatures).toBe(2);
    expect(Object.keys(model.stateDict())).toEqual(['hidden.weight', 'out.weight']);
    expect([model.length, model.at(-1), [...model]]).toEqual([3, model.out, [model.hidden, model.act, model.out]]);
    const plain = new nn.Sequential(model.hidden, model.act, model.out);
    expect(model.forward(ones([1])).item()).toBe(plain.forward(ones([1])).item());
    expect(() => new nn.Sequential({ forward: new nn.ReLU() })).toThrow(
      "Sequential: 'forward' cannot be the name of a module. Choose another.",
    );
    expect(() => new nn.Sequential({ '1': new nn.ReLU() })).toThrow("Sequential: '1' cannot be the name of a module.");
    expect(() => new nn.Sequential({ a: {} as nn.Module })).toThrow("Sequential: 'a' is not a module.");
    expect(() => model.append(new nn.ReLU())).toThrow(
      'Sequential: argument 3 is not a named module. Make another Sequential of all.',
    );
    expect(() => model.pop()).toThrow('Sequential.pop: its modules have names. Make another of those that stay.');
  });

  it('gives the same whether a ReLU runs before a max pool or after it', () => {
    const [relu, pool] = [new nn.ReLU(), new nn.MaxPool2d(2)];
    const values = Float32Array.from([1, 3, -1, -2, 3, 2, -3, -4, NaN, 1, 0, -1, -5, 2, 4, 4]);
    const grads = [
      new nn.Sequential(relu, pool),
      new nn.Sequential({ relu, pool }),
      { forward: (x: Tensor) => nn.functional.maxPool2d(x.relu(), 2) },
    ].map((model) => {
      const x = tensor(values).reshape([1, 1, 4, 4]).detach().requiresGrad_();
      const y = model.forward(x);
      expect(y.toArray()).toEqual([
        [
          [
            [3, 0],
            [NaN, 4],
          ],
        ],
      ]);
      y.mul(
        tensor([
          [2, 3],
          [5, 7],
        ]),
      )
        .sum()
        .backward();
      return x.grad!.toTypedArray();
    });
    expect(grads[0]).toEqual(grads[2]);
    expect(grads[1]).toEqual(grads[2]);
    expect([...grads[0]!.subarray(0, 8)]).toEqual([0, 2, 0, 0, 0, 0, 0, 0]);
  });

  it('shows hooks and overridden forwards the order in which modules stand', () => {
    class Own extends nn.ReLU {
      override forward(x: Tensor): Tensor {
        return x.add(1);
      }
    }
    const [relu, pool, seen] = [new nn.ReLU(), new nn.MaxPool1d(2), [] as number[]];
    const x = tensor([[[1, -2, 3, 4]]]);
    const handle = relu.registerForwardHook((_, [input]) => void seen.push(input.length));
    new nn.Sequential(relu, pool).forward(x);
    handle.remove();
    pool.registerForwardHook((_, [input]) => void seen.push(input.length));
    new nn.Sequential(relu, pool).forward(x);
    expect(seen).toEqual([4, 4]);
    expect(new nn.Sequential(new Own(), new nn.MaxPool1d(2)).forward(x).toArray()).toEqual([[[2, 5]]]);
  });
});

describe('ModuleList', () => {
  class Net extends nn.Module {
    layers = new nn.ModuleList([linear(2, 2), linear(2, 2)]);
    forward(x: Tensor): Tensor {
      for (const layer of this.layers) x = layer.forward(x);
      return x;
    }
  }
  it('holds modules by position', () => {
    const net = new Net();
    net.layers.append(linear(2, 1));
    const features: number = net.layers[2]!.outFeatures;
    expect([features, net.layers.length]).toEqual([1, 3]);
    expect(Object.keys(net.stateDict())).toEqual(['layers.0.weight', 'layers.1.weight', 'layers.2.weight']);
    expect(net.forward(ones([2])).shape).toEqual([1]);
    expect([...net.namedModules()].map(([name]) => name)).toEqual(['', 'layers', 'layers.0', 'layers.1', 'layers.2']);
  });
  it('has no forward, and no other members', () => {
    expect(() => new nn.ModuleList().forward()).toThrow(StateError);
    expect(() => new nn.ModuleList().forward()).toThrow('ModuleList: has no forward. Call its modules in the forward');
    expect(() => new nn.ModuleList([tensor([1]) as unknown as nn.Module])).toThrow(
      'ModuleList: argument 0 is not a module.',
    );
  });
});

describe('ModuleDict', () => {
  it('holds modules by name', () => {
    const dict = new nn.ModuleDict({ fcOne: linear(1, 2), act: new nn.ReLU() });
    const fc: nn.Linear = dict.get('fcOne');
    expect(fc.outFeatures).toBe(2);
    // The names are data: forward, size and keys are as good as others, and stay as they are.
    const open = new nn.ModuleDict([
      ['forward', linear(1, 1)],
      ['size', linear(1, 1)],
    ]);
    open.update(dict).set('training', linear(1, 3));
    expect(Object.keys(open.stateDict())).toEqual(['forward.weight', 'size.weight', 'fcOne.weight', 'training.weight']);
    expect([open.size, open.has('act'), open.has('toString'), open.training]).toEqual([5, true, false, true]);
    expect([...open.keys()]).toEqual(['forward', 'size', 'fcOne', 'act', 'training']);
    expect([...open].map(([, m]) => m.constructor.name)).toEqual(['Linear', 'Linear', 'Linear', 'ReLU', 'Linear']);
    expect([...open.values()][3]).toBe(dict.get('act'));
    expect(open.pop('act')).toBe(dict.get('act'));
    expect([open.delete('act'), open.delete('size'), open.size]).toEqual([false, true, 3]);
    open.to('float64').eval();
    expect((open.get('training') as nn.Linear).weight.dtype).toBe('float64');
    expect(fc.training).toBe(false);
    open.clear();
    expect(open.size).toBe(0);
  });
  it('says what is wrong', () => {
    const dict = new nn.ModuleDict({ a: new nn.ReLU() });
    expect(() => dict.get('b' as 'a')).toThrow("ModuleDict: there is no 'b'; it has a.");
    expect(() => new nn.ModuleDict({ 'a.b': new nn.ReLU() })).toThrow(
      "ModuleDict: 'a.b' cannot be a name; it must not be empty or have a dot.",
    );
    expect(() => new nn.ModuleDict({ a: {} as nn.Module })).toThrow("ModuleDict: 'a' is not a module.");
    expect(() => dict.forward()).toThrow('ModuleDict: has no forward.');
  });
});

describe('ParameterList and ParameterDict', () => {
  class Net extends nn.Module {
    list = new nn.ParameterList([ones([2]), new nn.Parameter(zeros([1]), false)]);
    dict = new nn.ParameterDict({ gain: ones([2]), 'shift-x': ones([2]) });
    forward(x: Tensor): Tensor {
      return x.mul(this.list[0]!).mul(this.dict.get('gain')).add(this.dict.get('shift-x'));
    }
  }
  it('make parameters of tensors', () => {
    const net = new Net();
    net.list
      .append(ones([3]))
      .insert(0, ones([2]))
      .extend([ones([1])]);
    expect(Object.keys(net.stateDict())).toEqual([
      ...[0, 1, 2, 3, 4].map((i) => `list.${i}`),
      'dict.gain',
      'dict.shift-x',
    ]);
    expect([...net.parameters()].map((p) => p.requiresGrad)).toEqual([true, true, false, true, true, true, true]);
    net
      .forward(ones([2]))
      .sum()
      .backward();
    expect(net.dict.get('gain').grad!.toArray()).toEqual([1, 1]);
    net.to('float64');
    expect([net.list.at(-1).dtype, net.dict.get('gain').dtype]).toEqual(['float64', 'float64']);
    const shared = new nn.Parameter(ones([1]));
    expect(net.dict.set('gain', shared).get('gain')).toBe(shared);
    expect(() => net.list.at(9)).toThrow('ParameterList: index 9 is out of range for 5 parameters.');
    expect(() => new nn.ParameterList([1 as unknown as Tensor])).toThrow('ParameterList: argument 0 is not a tensor.');
    expect(() => new nn.ParameterDict({ a: 1 as unknown as Tensor })).toThrow("ParameterDict: 'a' is not a tensor.");
    expect(() => net.list.forward()).toThrow('ParameterList: has no forward.');
    expect(() => net.dict.forward()).toThrow('ParameterDict: has no forward.');
  });
});
