import { beforeAll, describe, expect, it } from 'vitest';
import { Generator, gradcheck, memory, nn, ones, randn, type Tensor, tensor, zeros } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';
import { readFixture } from '../support/fixtures.ts';
import { expectCase, type ModuleCase } from '../support/moduleCases.ts';

const F = nn.functional;

const cases = [...readFixture<ModuleCase[]>('modules'), ...readFixture<ModuleCase[]>('activations')];

describe.each([...backends, reference])('layers on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([...new Set(cases.map((c) => c.module))])('%s agrees with PyTorch', (name) => {
    for (const c of cases.filter((one) => one.module === name)) expectCase(c);
  });

  it('drops with probability p and scales what stays', () => {
    const generator = new Generator(3);
    const x = ones([200, 500], { requiresGrad: true });
    const y = F.dropout(x, { p: 0.3, generator });
    const values = y.toTypedArray();
    const kept = values.filter((v) => v !== 0).length / values.length;
    expect(kept).toBeGreaterThan(0.69);
    expect(kept).toBeLessThan(0.71);
    expect(new Set(values)).toEqual(new Set([0, Math.fround(1 / 0.7)]));
    // The gradient goes where the values went.
    y.sum().backward();
    expect(x.grad!.eq(y).all().item()).toBe(1);
  });

  it('drops nothing, everything and not at all', () => {
    const x = tensor([1, Infinity, -3], { requiresGrad: true });
    expect(F.dropout(x, { p: 0 })).toBe(x);
    expect(F.dropout(x, { training: false })).toBe(x);
    const all = F.dropout(x, { p: 1 });
    expect(all.toArray()).toEqual([0, 0, 0]);
    all.sum().backward();
    expect(x.grad!.toArray()).toEqual([0, 0, 0]);
    const layer = new nn.Dropout({ p: 0.5, generator: new Generator(1) });
    const many = ones([1000]);
    expect(layer.forward(many).toTypedArray()).toContain(0);
    expect(layer.eval().forward(many)).toBe(many);
    expect(() => F.dropout(x, { p: 1.5 })).toThrow('dropout: p must be a probability in [0, 1], got 1.5.');
    expect(() => new nn.Dropout({ p: -1 })).toThrow('Dropout: p must be a probability in [0, 1], got -1.');
    expect(() => F.dropout(x.to('int32'))).toThrow(
      "dropout: the input is int32; it takes float32, float64, float16, bfloat16. Convert with x.to('float32').",
    );
  });

  it('draws slopes uniformly in training', () => {
    const x = ones([300, 300]).neg().requiresGrad_();
    const y = F.rrelu(x, { lower: 0.2, upper: 0.6, training: true, generator: new Generator(5) });
    const slopes = y.neg().toTypedArray();
    let [low, high, mean] = [Infinity, -Infinity, 0];
    for (const s of slopes) [low, high, mean] = [Math.min(low, s), Math.max(high, s), mean + s / slopes.length];
    expect(low).toBeGreaterThanOrEqual(Math.fround(0.2));
    expect(high).toBeLessThanOrEqual(Math.fround(0.6));
    expect(high - low).toBeGreaterThan(0.399);
    expect(mean).toBeCloseTo(0.4, 2);
    y.sum().backward();
    expect(x.grad!.eq(y.neg()).all().item()).toBe(1);
    const positive = tensor([0.5, 2]);
    expect(F.rrelu(positive, { training: true }).toArray()).toEqual([0.5, 2]);
    const layer = new nn.RReLU();
    expect(
      layer
        .eval()
        .forward(tensor([-48]))
        .item(),
    ).toBeCloseTo(-11, 5);
    expect(() => new nn.RReLU({ lower: 1, upper: 0.5 })).toThrow('RReLU: lower (1) must not be above upper (0.5).');
  });

  it('is the same for the same seed', () => {
    const run = (seed: number) => {
      const generator = new Generator(seed);
      const model = new nn.Sequential(
        new nn.Linear(6, 40, { generator }),
        new nn.RReLU({ generator }),
        new nn.Dropout({ generator }),
      );
      return [model.forward(ones([5, 6])).toArray(), [...model.parameters()].map((p) => p.toArray())];
    };
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
  });

  it('has gradients and second gradients through dropout and rrelu', () => {
    const x = randn([4, 5], { dtype: 'float64', requiresGrad: true });
    gradcheck((a) => F.dropout(a, { generator: new Generator(2) }), [x]);
    gradcheck((a) => F.rrelu(a.add(0.01), { training: true, generator: new Generator(2) }), [x]);
    gradcheck((a) => F.gelu(a), [x]);
    gradcheck((a) => F.gelu(a, { approximate: 'tanh' }), [x]);
    expect(() => F.gelu(x, { approximate: 'erf' as 'none' })).toThrow(
      "gelu: approximate is 'erf'; use 'none' or 'tanh'.",
    );
  });

  it('leaves nothing behind in a loop', () => {
    const model = new nn.Sequential(new nn.Linear(16, 256), new nn.RReLU(), new nn.Dropout(), new nn.Linear(256, 64));
    const x = randn([32, 16]);
    const target = zeros([32, 64]);
    const step = () => {
      F.mseLoss(model.forward(x), target).backward();
      model.zeroGrad();
    };
    for (let i = 0; i < 5; i++) step();
    const before = memory();
    for (let i = 0; i < 50; i++) step();
    const after = memory();
    expect(after.bytesPooled + after.bytesLive).toBeLessThan(before.bytesPooled + before.bytesLive + 100_000);
  });
});

describe('Sequential', () => {
  const make = (): nn.Sequential => new nn.Sequential(new nn.Linear(2, 3), new nn.ReLU(), new nn.Linear(3, 1));
  it('is indexed, counted, iterated and grown', () => {
    const model = make();
    expect(model.length).toBe(3);
    expect(model[1]).toBeInstanceOf(nn.ReLU);
    expect(model.at(-1)).toBe(model[2]);
    expect([...model]).toEqual([model[0], model[1], model[2]]);
    expect(model.append(new nn.Sigmoid()).length).toBe(4);
    expect([...model.children()].map((m) => m.constructor.name)).toEqual(['Linear', 'ReLU', 'Linear', 'Sigmoid']);
    expect(new nn.Sequential().forward(ones([1])).item()).toBe(1);
  });
  it('orders more than ten modules by number', () => {
    const model = new nn.Sequential(...Array.from({ length: 12 }, () => new nn.Linear(1, 1, { bias: false })));
    expect(Object.keys(model.stateDict())).toEqual(Array.from({ length: 12 }, (_, i) => `${i}.weight`));
  });
  it('refuses what is no module', () => {
    expect(() => new nn.Sequential(new nn.ReLU(), ((x: Tensor) => x) as unknown as nn.Module)).toThrow(
      'Sequential: argument 1 is not a module. Wrap a function in a Module with a forward.',
    );
    expect(() => make().at(3)).toThrow('Sequential: index 3 is out of range for 3 modules.');
  });
});

describe('Linear', () => {
  it('starts within ±1/√inFeatures, from its generator', () => {
    const layer = new nn.Linear(100, 50, { generator: new Generator(1) });
    for (const p of layer.parameters()) {
      const most = p.abs().amax().item();
      expect(most).toBeLessThanOrEqual(0.1);
      expect(most).toBeGreaterThan(0.09);
    }
    expect(layer.weight.toArray()).toEqual(new nn.Linear(100, 50, { generator: new Generator(1) }).weight.toArray());
    expect(new nn.Linear(3, 2, { dtype: 'float64', bias: false }).weight.dtype).toBe('float64');
  });
  it('refuses bad sizes and inputs', () => {
    expect(() => new nn.Linear(2.5, 1)).toThrow('Linear: inFeatures must be a whole number ≥ 0, got 2.5.');
    expect(() => new nn.Linear(3, 2).forward(ones([4, 2]))).toThrow(
      'linear: input [4, 2] does not fit weight [2, 3]: the last dim of the input must be 3, inFeatures.',
    );
  });
});
