import { describe, expect, it } from 'vitest';
import { backend } from '../../src/backend/current.ts';
import {
  memory,
  nn,
  ones,
  optim,
  randn,
  tensor,
  type Tensor,
  ValueError,
  zeros,
  StateError,
  DTypeError,
  ShapeError,
  Generator,
} from '../../src/index.ts';

const leaf = (...values: number[]): Tensor => tensor(values, { requiresGrad: true });
const makers = [
  ...[optim.SGD, optim.Adagrad, optim.RMSprop, optim.Adam, optim.AdamW, optim.NAdam, optim.RAdam, optim.Adamax],
  ...[optim.Adadelta, optim.Rprop, optim.ASGD, optim.Lion, optim.SparseAdam, optim.Adafactor],
] as const;

describe('Optimizer', () => {
  it('reads a changed learning rate and other options at the next step', () => {
    const p = leaf(1);
    const optimizer = new optim.SGD([p], { lr: 0.5 });
    p.grad = tensor([1]);
    optimizer.step();
    expect(p.item()).toBe(0.5);
    optimizer.paramGroups[0]!.lr = 0.25;
    optimizer.step();
    expect(p.item()).toBe(0.25);
    optimizer.paramGroups[0]!.momentum = 0.5;
    optimizer.step();
    expect(p.item()).toBe(0);
    optimizer.step();
    expect(p.item()).toBe(-0.375);
  });

  it('returns what the closure computes, with gradients', () => {
    const p = leaf(2);
    const optimizer = new optim.SGD([p], { lr: 0.1 });
    const loss = optimizer.step(() => {
      optimizer.zeroGrad();
      const value = p.square().sum();
      value.backward();
      return value;
    });
    expect(loss.item()).toBe(4);
    expect(p.item()).toBeCloseTo(1.6, 6);
  });

  it('leaves alone what has no gradient', () => {
    const [a, b] = [leaf(1), leaf(1)];
    const optimizer = new optim.Adam([a, b], { lr: 0.1 });
    a.grad = tensor([1]);
    optimizer.step();
    expect(a.item()).toBeCloseTo(0.9, 6);
    expect(b.item()).toBe(1);
    expect(Object.keys(optimizer.stateDict().state)).toEqual(['0']);
  });

  it('forgets gradients', () => {
    const p = leaf(1);
    p.grad = tensor([1]);
    new optim.SGD([p]).zeroGrad();
    expect(p.grad).toBeNull();
  });

  it('takes gradients of another dtype or layout', () => {
    const p = zeros([2, 3], { requiresGrad: true });
    p.grad = tensor(
      [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
      { dtype: 'float64' },
    ).transpose(0, 1);
    new optim.SGD([p], { lr: 1 }).step();
    expect(p.toArray()).toEqual([
      [-1, -2, -3],
      [-4, -5, -6],
    ]);
    p.grad = ones([3, 2]);
    expect(() => new optim.SGD([p]).step()).toThrow(ShapeError);
    expect(() => new optim.SGD([p]).step()).toThrow(
      'SGD: a gradient has shape [3, 2], its parameter [2, 3]. They must be the same.',
    );
  });

  it('updates both float dtypes, in one group too', () => {
    const [a, b] = [leaf(1), tensor([1], { dtype: 'float64', requiresGrad: true })];
    const optimizer = new optim.AdamW([a, b], { lr: 0.1 });
    for (const p of [a, b]) p.grad = ones([1], { dtype: p.dtype });
    optimizer.step();
    expect(a.item()).toBeCloseTo(b.item(), 6);
    expect(b.item()).not.toBe(1);
  });

  it('takes more parameters than one record holds', () => {
    const count = Math.ceil(backend().ring.length / 7) + 5;
    const many = Array.from({ length: count }, () => leaf(1));
    for (const p of many) p.grad = tensor([1]);
    new optim.Adam(many, { lr: 0.25 }).step();
    for (const p of many) expect(p.item()).toBeCloseTo(0.75, 6);
  });

  it('notices a parameter that changed between forward and backward', () => {
    const p = leaf(2);
    const loss = p.square().sum();
    p.grad = tensor([1]);
    new optim.SGD([p]).step();
    expect(() => loss.backward()).toThrow('was changed in place');
  });

  it('is the same for the same seed', () => {
    const run = () => {
      const generator = new Generator(4);
      const model = new nn.Sequential(
        new nn.Linear(8, 32, { generator }),
        new nn.ReLU(),
        new nn.Dropout({ generator }),
        new nn.Linear(32, 3, { generator }),
      );
      const optimizer = new optim.Adam(model.parameters());
      const x = randn([16, 8], { generator });
      const y = tensor(
        Array.from({ length: 16 }, (_, i) => i % 3),
        { dtype: 'int32' },
      );
      for (let i = 0; i < 20; i++) {
        optimizer.zeroGrad();
        nn.functional.crossEntropy(model.forward(x), y).backward();
        optimizer.step();
      }
      return [...model.parameters()].map((p) => p.toArray());
    };
    expect(run()).toEqual(run());
  });

  it.each(makers.map((make) => [make.name, make] as const))('%s trains in flat memory', (_, make) => {
    const model = new nn.Sequential(new nn.Linear(64, 128), new nn.ReLU(), new nn.Linear(128, 10));
    const optimizer = new make(model.parameters(), { lr: 1e-3 });
    const x = randn([64, 64]);
    const y = tensor(
      Array.from({ length: 64 }, (_, i) => i % 10),
      { dtype: 'int32' },
    );
    const step = (): void => {
      optimizer.zeroGrad();
      nn.functional.crossEntropy(model.forward(x), y).backward();
      optimizer.step();
    };
    for (let i = 0; i < 10; i++) step();
    const before = memory();
    for (let i = 0; i < 100; i++) step();
    const after = memory();
    expect(after.bytesPooled).toBeLessThanOrEqual(before.bytesPooled);
    expect(after.bytesLive - before.bytesLive).toBeLessThan(1_500_000);
  });

  const refusals: [name: string, run: () => unknown, type: new () => Error, message: string][] = [
    [
      'no parameters',
      () => new optim.SGD([]),
      ValueError,
      'SGD: no parameters. Pass model.parameters(), a list of tensors, or groups such as [{ params: model.parameters(), lr: 0.1 }].',
    ],
    [
      'a tensor instead of a list',
      () => new optim.SGD(leaf(1) as unknown as Tensor[]),
      ValueError,
      'SGD: no parameters.',
    ],
    [
      'the result of an op',
      () => new optim.SGD([leaf(1).mul(2)]),
      StateError,
      'SGD: parameter 0 [1] is no leaf but the result of mul. Optimize its inputs, or a detach() of it.',
    ],
    [
      'integers',
      () => new optim.Adam([leaf(1), ones([1], { dtype: 'int32' })]),
      DTypeError,
      'Adam: parameter 1 is int32; only floats can be optimized.',
    ],
    [
      'strided parameters',
      () => new optim.Adam([ones([2, 3]).t()]),
      StateError,
      'Adam: parameter 0 [3, 2] is not contiguous. Use x.contiguous().detach().requiresGrad_().',
    ],
    [
      'what is no tensor',
      () => new optim.Adam([leaf(1), 3 as unknown as Tensor]),
      ValueError,
      'Adam: parameter 1 is not a tensor. Pass model.parameters().',
    ],
    [
      'one parameter twice',
      () => ((p) => new optim.SGD([p, p]))(leaf(1)),
      ValueError,
      'SGD: a parameter appears twice in one group.',
    ],
    [
      'one parameter in two groups',
      () => ((p) => new optim.SGD([{ params: [p] }, { params: [p] }]))(leaf(1)),
      ValueError,
      'SGD: parameter 0 [1] is already in another group.',
    ],
    [
      'unknown options',
      () => new optim.Adam([leaf(1)], { weight_decay: 1 } as object),
      ValueError,
      'Adam: there is no option "weight_decay"; it has lr, betas, eps, weightDecay, amsgrad, maximize.',
    ],
    [
      'unknown options of a group',
      () => new optim.SGD([{ params: [leaf(1)], eps: 1 } as { params: Tensor[] }]),
      ValueError,
      'SGD: there is no option "eps"',
    ],
    ['a negative lr', () => new optim.SGD([leaf(1)], { lr: -1 }), ValueError, 'SGD: lr must be ≥ 0, got -1.'],
    ['a NaN lr', () => new optim.RMSprop([leaf(1)], { lr: NaN }), ValueError, 'RMSprop: lr must be ≥ 0, got NaN.'],
    [
      'a negative lr of a group',
      () => new optim.Adagrad([{ params: [leaf(1)], lr: -1 }]),
      ValueError,
      'Adagrad: lr must be ≥ 0, got -1.',
    ],
    [
      'betas of 1',
      () => new optim.AdamW([leaf(1)], { betas: [0.9, 1] }),
      ValueError,
      'AdamW: betas[1] must be in [0, 1), got 1.',
    ],
    [
      'one beta',
      () => new optim.Adam([leaf(1)], { betas: 0.9 as unknown as [number, number] }),
      ValueError,
      'Adam: betas must be two numbers, got 0.9.',
    ],
    [
      'nesterov without momentum',
      () => new optim.SGD([leaf(1)], { nesterov: true }),
      ValueError,
      'SGD: nesterov needs a momentum above 0 and no dampening, got 0 and 0.',
    ],
    ['negative eps', () => new optim.Adagrad([leaf(1)], { eps: -1 }), ValueError, 'Adagrad: eps must be ≥ 0, got -1.'],
  ];
  it.each(refusals)('refuses %s', (_, run, type, message) => {
    expect(run).toThrow(type);
    expect(run).toThrow(message);
  });
});

describe('state dicts of optimizers', () => {
  const trained = (steps: number) => {
    const parameters = [leaf(1, 2), leaf(3)];
    const optimizer = new optim.Adam([{ params: [parameters[0]!] }, { params: [parameters[1]!], lr: 0.5 }], {
      weightDecay: 0.1,
    });
    for (let i = 0; i < steps; i++) {
      for (const p of parameters) p.grad = ones(p.shape);
      optimizer.step();
    }
    return optimizer;
  };

  it("have PyTorch's layout", () => {
    const dict = trained(2).stateDict();
    expect(Object.keys(dict.state)).toEqual(['0', '1']);
    expect(Object.keys(dict.state[0]!)).toEqual(['step', 'exp_avg', 'exp_avg_sq']);
    expect(dict.param_groups).toEqual([
      { lr: 1e-3, betas: [0.9, 0.999], eps: 1e-8, weight_decay: 0.1, amsgrad: false, maximize: false, params: [0] },
      { lr: 0.5, betas: [0.9, 0.999], eps: 1e-8, weight_decay: 0.1, amsgrad: false, maximize: false, params: [1] },
    ]);
    expect((dict.state[1]!['step'] as Tensor).item()).toBe(2);
  });

  it('are copied when loaded, options included', () => {
    const [from, to] = [trained(3), trained(1)];
    from.paramGroups[1]!.lr = 0.125;
    const dict = from.stateDict();
    to.loadStateDict(dict);
    expect(to.paramGroups[1]!.lr).toBe(0.125);
    const own = to.stateDict().state[0]!['exp_avg'] as Tensor;
    expect(own.toArray()).toEqual((dict.state[0]!['exp_avg'] as Tensor).toArray());
    own.fill_(9);
    expect((dict.state[0]!['exp_avg'] as Tensor).toArray()).not.toEqual([9, 9]);
    to.loadStateDict({ state: {}, param_groups: dict.param_groups });
    expect(to.stateDict().state).toEqual({});
  });

  it('change nothing when they do not fit', () => {
    const optimizer = trained(2);
    const good = trained(5).stateDict();
    const { params } = good.param_groups[0]!;
    const bad: [dict: unknown, message: string][] = [
      [
        null,
        'Adam.loadStateDict: not a state dict: it needs state and param_groups, each group with params. Nothing was loaded.',
      ],
      [{ state: {}, param_groups: [3] }, 'Adam.loadStateDict: not a state dict'],
      [
        { ...good, param_groups: [good.param_groups[0]] },
        'Adam.loadStateDict: the dict has groups of [1] parameters, the optimizer of [1, 1]. Nothing was loaded.',
      ],
      [{ ...good, param_groups: [good.param_groups[0], { params, lr: -1 }] }, 'Adam: lr must be ≥ 0, got -1.'],
      [
        { ...good, state: { ...good.state, 1: { ...good.state[1], exp_avg: ones([2]) } } },
        'Adam.loadStateDict: exp_avg of the parameter [1] has shape [2]. Nothing was loaded.',
      ],
      [
        { ...good, state: { ...good.state, 1: { ...good.state[1], exp_avg: 3 } } },
        'Adam.loadStateDict: exp_avg of the parameter [1] is not a tensor. Nothing was loaded.',
      ],
      [
        { ...good, state: { ...good.state, 1: { step: -1 } } },
        'Adam.loadStateDict: step of the parameter [1] is -1, not a number of steps. Nothing was loaded.',
      ],
    ];
    const before = JSON.stringify(optimizer.stateDict(), (_, value: unknown) =>
      value instanceof Object && 'toArray' in value ? (value as Tensor).toArray() : value,
    );
    for (const [dict, message] of bad)
      expect(() => optimizer.loadStateDict(dict as optim.OptimizerStateDict)).toThrow(message);
    const after = JSON.stringify(optimizer.stateDict(), (_, value: unknown) =>
      value instanceof Object && 'toArray' in value ? (value as Tensor).toArray() : value,
    );
    expect(after).toBe(before);
  });
});
