import { describe, expect, it } from 'vitest';
import { Generator, nn, ones, optim, StateError, zeros } from '../../src/index.ts';
import { scope } from '../../src/memory.ts';

describe('LazyLinear', () => {
  const message =
    'LazyLinear.weight has no shape before the first forward. Run one, on an input like those to come, before you read or save it or make the optimizer.';

  it('throws where it is used before its first forward', () => {
    const model = new nn.Sequential(new nn.LazyLinear(3), new nn.ReLU());
    expect(() => model.stateDict()).toThrow(StateError);
    expect(() => model.stateDict()).toThrow(message);
    expect(() => model.loadStateDict({ '0.weight': ones([3, 2]), '0.bias': ones([3]) })).toThrow(message);
    expect(() => new optim.SGD(model.parameters(), { lr: 1 })).toThrow(message);
    expect(() => model[0].weight.add(1)).toThrow(message);
    expect(() => model[0].weight.item()).toThrow(message);
    expect(model[0].weight).toBeInstanceOf(nn.UninitializedParameter);
  });

  it('is a Linear from its first forward on', () => {
    const model = new nn.LazyLinear(50, { generator: new Generator(4) });
    const plain = new nn.Linear(20, 50, { generator: new Generator(4) });
    const x = ones([2, 20]);
    expect(model.forward(x).toArray()).toEqual(plain.forward(x).toArray());
    expect([model.inFeatures, model.weight.shape, model.bias!.shape]).toEqual([20, [50, 20], [50]]);
    expect(model.weight).not.toBeInstanceOf(nn.UninitializedParameter);
    expect(Object.hasOwn(model, 'forward')).toBe(false);
    model.loadStateDict(plain.stateDict());
    expect(() => model.forward(ones([2, 3]))).toThrow('linear: input [2, 3] does not fit weight [50, 20]');
  });

  it('keeps the dtype and the freezing that it was given before, and has no bias when it is to have none', () => {
    const model = new nn.LazyLinear(2, { bias: false }).to('float64').requiresGrad_(false).eval();
    model.forward(ones([1, 3], { dtype: 'float64' }));
    expect([model.weight.dtype, model.weight.requiresGrad, model.bias]).toEqual(['float64', false, null]);
  });

  it('owns its parameters, wherever the first forward runs', () => {
    const model = new nn.LazyLinear(64);
    scope(() => model.forward(zeros([1, 64])));
    for (let i = 0; i < 3; i++) scope(() => ones([64, 64]).add(1));
    expect(model.weight.abs().amax().item()).toBeLessThanOrEqual(1 / 8);
  });
});
