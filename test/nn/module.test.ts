import { describe, expect, it } from 'vitest';
import { Generator, nn, noGrad, ones, optim, tensor, type Tensor, ValueError, zeros } from '../../src/index.ts';

class Block extends nn.Module {
  norm = new nn.Linear(2, 2, { bias: false });
  runningMean!: Tensor;
  cache!: Tensor;
  constructor() {
    super();
    this.registerBuffer('runningMean', zeros([2]));
    this.registerBuffer('cache', ones([2]), { persistent: false });
  }
  forward(x: Tensor): Tensor {
    return this.norm.forward(x).add(this.runningMean);
  }
}
class Net extends nn.Module {
  fcIn = new nn.Linear(3, 2);
  scale = new nn.Parameter(ones([2]));
  blocks = [new Block(), new Block()];
  note = tensor([1]);
  generator = new Generator(1);
  forward(x: Tensor): Tensor {
    let y = this.fcIn.forward(x).mul(this.scale);
    for (const block of this.blocks) y = block.forward(y);
    return y;
  }
}
const names = [
  'scale',
  'fc_in.weight',
  'fc_in.bias',
  'blocks.0.running_mean',
  'blocks.0.norm.weight',
  'blocks.1.running_mean',
  'blocks.1.norm.weight',
];

describe('Module', () => {
  it("finds parameters, buffers and modules in PyTorch's order and names", () => {
    const net = new Net();
    expect(Object.keys(net.stateDict())).toEqual(names);
    expect([...net.namedParameters()].map(([name]) => name)).toEqual(names.filter((name) => !name.includes('running')));
    expect([...net.parameters()]).toContain(net.scale);
    expect([...net.namedBuffers()].map(([name]) => name)).toEqual([
      'blocks.0.running_mean',
      'blocks.0.cache',
      'blocks.1.running_mean',
      'blocks.1.cache',
    ]);
    expect([...net.namedModules()].map(([name]) => name)).toEqual([
      '',
      'fc_in',
      'blocks.0',
      'blocks.0.norm',
      'blocks.1',
      'blocks.1.norm',
    ]);
    expect([...net.children()]).toEqual([net.fcIn, ...net.blocks]);
    expect([...net.buffers()].length).toBe(4);
    expect([...net.modules()].length).toBe(6);
  });

  it('lists a shared parameter once and saves it under both names', () => {
    const [a, b] = [new nn.Linear(2, 2, { bias: false }), new nn.Linear(2, 2, { bias: false })];
    b.weight = a.weight;
    const model = new nn.Sequential(a, b, a);
    expect([...model.parameters()]).toEqual([a.weight]);
    expect(Object.keys(model.stateDict())).toEqual(['0.weight', '1.weight', '2.weight']);
    model.to('float64');
    expect(b.weight).toBe(a.weight);
    expect(a.weight.dtype).toBe('float64');
  });

  it('switches training, gradients and dtypes of everything below', () => {
    const net = new Net();
    expect(net.eval()).toBe(net);
    expect([...net.modules()].every((m) => !m.training)).toBe(true);
    net.train();
    expect([...net.modules()].every((m) => m.training)).toBe(true);
    net
      .forward(ones([1, 3]))
      .sum()
      .backward();
    expect([...net.parameters()].every((p) => p.grad !== null)).toBe(true);
    net.zeroGrad();
    expect([...net.parameters()].every((p) => p.grad === null)).toBe(true);
    net.requiresGrad_(false);
    expect(net.forward(ones([1, 3])).requiresGrad).toBe(false);
    net.to('float64');
    expect([...net.parameters(), ...net.buffers()].every((p) => p.dtype === 'float64' && !p.requiresGrad)).toBe(true);
    expect(net.scale).toBeInstanceOf(nn.Parameter);
    expect(net.note.dtype).toBe('float32');
    expect(() => net.to('int32')).toThrow('Net.to: parameters are float32, float64, float16, bfloat16, not int32.');
    const seen: string[] = [];
    net.apply((m) => seen.push(m.constructor.name));
    expect(seen).toEqual(['Linear', 'Linear', 'Block', 'Linear', 'Block', 'Net']);
  });

  it('makes parameters that are leaves of their own', () => {
    const x = ones([2, 3], { requiresGrad: true });
    const p = new nn.Parameter(x.mul(2).transpose(0, 1));
    expect([p.isLeaf, p.requiresGrad, p.contiguous_, p.shape]).toEqual([true, true, true, [3, 2]]);
    expect(new nn.Parameter(ones([1]), false).requiresGrad).toBe(false);
    expect(() => new nn.Parameter(ones([1], { dtype: 'int32' }))).toThrow(
      'requiresGrad_: only float tensors can have gradients',
    );
  });

  it('loads what it saved, converting floats', () => {
    const [from, to] = [new Net(), new Net()];
    from.blocks[1]!.runningMean.fill_(3);
    expect(to.loadStateDict(from.stateDict())).toEqual({ missingKeys: [], unexpectedKeys: [] });
    expect(to.forward(ones([2, 3])).toArray()).toEqual(from.forward(ones([2, 3])).toArray());
    const wide = new Net().to('float64');
    wide.loadStateDict(from.stateDict());
    expect(wide.scale.dtype).toBe('float64');
    expect(wide.fcIn.weight.toArray()).toEqual(from.fcIn.weight.toArray());
  });

  it('shares memory with its state dict and copies what it loads', () => {
    const net = new Net();
    const dict = net.stateDict();
    noGrad(() => net.scale.fill_(5));
    expect(dict['scale']!.toArray()).toEqual([5, 5]);
    const other = new Net();
    other.loadStateDict(dict);
    noGrad(() => net.scale.fill_(6));
    expect(other.scale.toArray()).toEqual([5, 5]);
  });

  it('changes nothing when a dict does not fit', () => {
    const net = new Net();
    const before = Object.values(net.stateDict()).map((t) => t.toArray());
    const bad: nn.StateDict = {
      ...net.stateDict(),
      extra: ones([1]),
      scale: ones([3]),
      'fc_in.bias': ones([2], { dtype: 'int32' }),
    };
    for (const [key, value] of Object.entries(bad)) if (key.includes('norm')) bad[key] = value.add(1);
    delete bad['fc_in.weight'];
    const load = (): unknown => net.loadStateDict(bad);
    expect(load).toThrow(ValueError);
    expect(load).toThrow(
      'loadStateDict: the dict does not fit Net: missing: fc_in.weight; unexpected: extra; scale has shape [3] in the dict, [2] in the model; ' +
        'fc_in.bias is int32 in the dict, float32 in the model. Nothing was loaded. { strict: false } lets names differ.',
    );
    expect(() => net.loadStateDict(bad, { strict: false })).toThrow(
      'loadStateDict: the dict does not fit Net: scale has shape [3] in the dict, [2] in the model; fc_in.bias is int32 in the dict, float32 in the model. Nothing was loaded.',
    );
    expect(() => net.loadStateDict({ scale: [1, 2] as unknown as Tensor }, { strict: false })).toThrow(
      'scale is not a tensor',
    );
    expect(Object.values(net.stateDict()).map((t) => t.toArray())).toEqual(before);
    expect(net.loadStateDict({ scale: tensor([8, 9]), extra: ones([1]) }, { strict: false })).toEqual({
      missingKeys: names.slice(1),
      unexpectedKeys: ['extra'],
    });
    expect(net.scale.toArray()).toEqual([8, 9]);
  });

  it('refuses a state dict whose memory is gone', () => {
    const model = new nn.Linear(64, 64, { bias: false });
    const x = ones([64, 64], { requiresGrad: true });
    const stale = x.mul(2);
    stale.sum().backward();
    x.mul(3);
    expect(() => model.loadStateDict({ weight: stale })).toThrow('weight cannot be read: stale tensor');
  });

  it('finds members by name', () => {
    const net = new Net();
    expect(net.getSubmodule('')).toBe(net);
    expect(net.getSubmodule('blocks.1')).toBe(net.blocks[1]);
    expect(net.getSubmodule('blocks.1.norm')).toBe(net.blocks[1]!.norm);
    expect(net.getParameter('fc_in.weight')).toBe(net.fcIn.weight);
    expect(net.getParameter('scale')).toBe(net.scale);
    expect(net.getBuffer('blocks.0.cache')).toBe(net.blocks[0]!.cache);
    expect(() => net.getSubmodule('fcIn')).toThrow(
      "getSubmodule: Net has no module 'fcIn'; it has fc_in, blocks.0, blocks.0.norm, blocks.1, blocks.1.norm.",
    );
    expect(() => net.getParameter('blocks.0.running_mean')).toThrow("getParameter: Net has no parameter 'blocks.0.r");
    expect(() => net.getBuffer('note')).toThrow("getBuffer: Net has no buffer 'note'; it has blocks.0.running_mean,");
    expect(() => new nn.ReLU().getBuffer('x')).toThrow("getBuffer: ReLU has no buffer 'x'; it has none.");
  });

  it('takes members whose names are data', () => {
    const net = new Net();
    net.registerParameter('extraScale', new nn.Parameter(ones([1])));
    net.registerModule('tail', new nn.Linear(1, 1, { bias: false }));
    expect(Object.keys(net.stateDict())).toEqual(['scale', 'extra_scale', ...names.slice(1), 'tail.weight']);
  });

  it('saves and loads state that is no tensor of its own', () => {
    class Counter extends nn.Module {
      count = 0;
      scale = new nn.Parameter(ones([1]));
      forward(x: Tensor): Tensor {
        this.count++;
        return x.mul(this.scale);
      }
      override getExtraState(): Tensor {
        return tensor([this.count], { dtype: 'int32' });
      }
      override setExtraState(state: Tensor): void {
        this.count = state.item();
      }
    }
    const model = new nn.Sequential(new Counter());
    model.forward(ones([1]));
    const dict = model.stateDict();
    expect(Object.keys(dict)).toEqual(['0.scale', '0._extra_state']);
    const other = new nn.Sequential(new Counter());
    other.loadStateDict(dict);
    expect(other[0].count).toBe(1);
    expect(() => other.loadStateDict({ '0.scale': ones([1]) })).toThrow('missing: 0._extra_state');
    expect(() => other.loadStateDict({ ...dict, '0._extra_state': 3 as unknown as Tensor })).toThrow(
      '0._extra_state is not a tensor',
    );
  });

  it('has losses that carry their weights', () => {
    const loss = new nn.CrossEntropyLoss({ weight: tensor([1, 2]), labelSmoothing: 0.1 });
    expect(Object.keys(loss.stateDict())).toEqual(['weight']);
    loss.to('float64');
    const input = tensor([[1, 2]], { dtype: 'float64' });
    expect(loss.forward(input, tensor([1], { dtype: 'int32' })).dtype).toBe('float64');
    expect(Object.keys(new nn.BCEWithLogitsLoss({ posWeight: tensor([1]) }).stateDict())).toEqual(['pos_weight']);
  });

  it('trains', () => {
    const net = new Net();
    const optimizer = new optim.SGD(net.parameters(), { lr: 0.01 });
    const loss = (): Tensor => nn.functional.mseLoss(net.forward(ones([4, 3])), zeros([4, 2]));
    const before = loss().item();
    for (let i = 0; i < 20; i++) {
      optimizer.zeroGrad();
      loss().backward();
      optimizer.step();
    }
    expect(loss().item()).toBeLessThan(before);
  });
});
