/** Learning rates against PyTorch's. They are numbers of JavaScript: one backend is enough. */
import { describe, expect, it } from 'vitest';
import { optim, StateError, tensor, type Tensor, ValueError, zeros } from '../../src/index.ts';
import { readFixture } from '../support/fixtures.ts';

interface Described {
  scheduler: string;
  args: unknown[];
  options: object;
  parts?: Described[];
  milestones?: number[];
}
interface Case extends Described {
  rates: number[][];
  momenta?: number[][];
  metrics?: number[];
  epochs?: number[];
  state: Record<string, unknown>;
}
type Any = optim.lrScheduler.LRScheduler;
const { lrScheduler, swaUtils } = optim;
const classes = { ...lrScheduler, ...swaUtils } as unknown as Record<string, new (...args: unknown[]) => Any>;
const lambdas: Record<string, (epoch: number) => number> = {
  fall: (epoch) => 0.95 ** epoch,
  slow: (epoch) => 1 / (1 + epoch),
};

const makeOptimizer = (): optim.SGD =>
  new optim.SGD(
    [0.1, 0.02].map((lr) => ({ params: [zeros([1], { requiresGrad: true })], lr })),
    { momentum: 0.9 },
  );
function make({ scheduler, args, options, parts, milestones }: Described, optimizer: optim.Optimizer): Any {
  if (parts) {
    const made = parts.map((part) => make(part, optimizer));
    return milestones
      ? new lrScheduler.SequentialLR(optimizer, made, milestones)
      : new lrScheduler.ChainedScheduler(made);
  }
  const named = (arg: unknown): unknown =>
    typeof arg === 'string' ? lambdas[arg] : Array.isArray(arg) ? arg.map(named) : arg;
  return new classes[scheduler]!(optimizer, ...args.map(named), options);
}
const ratesOf = ({ paramGroups }: optim.Optimizer): number[] => paramGroups.map(({ lr }) => lr);

function expectRates(found: readonly number[], expected: readonly number[], what: string): void {
  expect(found.length).toBe(expected.length);
  found.forEach((lr, i) =>
    expect(Math.abs(lr - expected[i]!), `${what}: group ${i} has ${lr}, not ${expected[i]}`).toBeLessThanOrEqual(
      1e-10 * Math.abs(expected[i]!) + 1e-16,
    ),
  );
}

const cases = readFixture<Case[]>('schedulers');
const title = ({ scheduler, args, options, parts }: Described): string =>
  `${scheduler} ${JSON.stringify(parts?.map((part) => part.scheduler) ?? [args, options])}`;

describe('schedulers', () => {
  it.each(cases.map((each) => [title(each), each] as const))('%s', (_, each) => {
    const optimizer = makeOptimizer();
    const scheduler = make(each, optimizer);
    const values = each.metrics ?? each.epochs;
    each.rates.forEach((expected, epoch) => {
      if (epoch > 0) scheduler.step(values?.[epoch - 1]);
      expectRates(ratesOf(optimizer), expected, `after step ${epoch}`);
      expect(scheduler.getLastLr()).toEqual(ratesOf(optimizer));
      const momenta = optimizer.paramGroups.map(({ momentum }) => momentum);
      expectRates(momenta, each.momenta?.[epoch] ?? [0.9, 0.9], `momentum after step ${epoch}`);
    });
    const state = scheduler.stateDict();
    for (const [key, expected] of Object.entries(each.state)) {
      // PyTorch's warm restarts do not count their steps.
      const uncounted = key === '_step_count' && each.scheduler === 'CosineAnnealingWarmRestarts';
      if (!Object.hasOwn(state, key) || uncounted) continue;
      const numbers = [expected].flat() as number[];
      if (typeof expected === 'number' || Array.isArray(expected))
        expectRates([state[key]].flat() as number[], numbers, key);
    }
    expect(Object.keys(state)).toContain('last_epoch');
    expect(state['last_epoch']).toBe(each.state['last_epoch'] ?? each.rates.length - 1);
  });

  it.each(cases.map((each) => [title(each), each] as const))('goes on from state dicts: %s', (_, each) => {
    const half = Math.floor(each.rates.length / 2);
    const values = each.metrics ?? each.epochs;
    const [first, second] = [makeOptimizer(), makeOptimizer()];
    const [from, to] = [make(each, first), make(each, second)];
    for (let i = 0; i < half; i++) from.step(values?.[i]);
    second.loadStateDict(first.stateDict());
    to.loadStateDict(JSON.parse(JSON.stringify(from.stateDict())) as object as optim.lrScheduler.SchedulerStateDict);
    for (let i = half; i < each.rates.length - 1; i++) to.step(values?.[i]);
    expectRates(ratesOf(second), each.rates.at(-1)!, 'at the end');
  });

  it('several on one optimizer multiply', () => {
    const optimizer = makeOptimizer();
    const [a, b] = [
      new lrScheduler.StepLR(optimizer, 2, { gamma: 0.5 }),
      new lrScheduler.ExponentialLR(optimizer, 0.9),
    ];
    for (let i = 0; i < 5; i++) {
      a.step();
      b.step();
    }
    expectRates(ratesOf(optimizer), [0.1 * 0.25 * 0.9 ** 5, 0.02 * 0.25 * 0.9 ** 5], 'after 5');
  });

  it('step(epoch) uses the closed form', () => {
    for (const each of cases.filter((one) =>
      [
        'StepLR',
        'MultiStepLR',
        'LinearLR',
        'ConstantLR',
        'PolynomialLR',
        'CosineAnnealingLR',
        'ExponentialLR',
      ].includes(one.scheduler),
    )) {
      const optimizer = makeOptimizer();
      const scheduler = make(each, optimizer);
      for (const epoch of [13, 2, 5]) {
        scheduler.step(epoch);
        expectRates(ratesOf(optimizer), each.rates[epoch]!, `${each.scheduler} at ${epoch}`);
      }
      expect(() => scheduler.step(-1)).toThrow(`${each.scheduler}: epoch must be ≥ 0, got -1.`);
    }
  });

  it('warmUp rises to the rate, and then runs the scheduler', () => {
    const [one, two] = [makeOptimizer(), makeOptimizer()];
    const warm = lrScheduler.warmUp(new lrScheduler.CosineAnnealingLR(one, 10), 4, { startFactor: 0.25 });
    const plain = new lrScheduler.CosineAnnealingLR(two, 10);
    const found = [ratesOf(one)[0]!];
    for (let i = 0; i < 4; i++) {
      warm.step();
      found.push(ratesOf(one)[0]!);
    }
    expectRates(found, [0.025, 0.04375, 0.0625, 0.08125, 0.1], 'warm-up');
    for (let i = 0; i < 10; i++) {
      warm.step();
      plain.step();
      expectRates(ratesOf(one), ratesOf(two), `step ${i}`);
    }
  });

  it('goes on at lastEpoch from an optimizer that was loaded', () => {
    const optimizer = makeOptimizer();
    const scheduler = new lrScheduler.ExponentialLR(optimizer, 0.5);
    for (let i = 0; i < 3; i++) scheduler.step();
    const other = makeOptimizer();
    expect(() => new lrScheduler.ExponentialLR(other, 0.5, { lastEpoch: 3 })).toThrow(StateError);
    other.loadStateDict(optimizer.stateDict());
    expect(optimizer.stateDict().param_groups[1]).toMatchObject({ initial_lr: 0.02, lr: 0.0025 });
    // As in PyTorch, making it takes a step.
    const next = new lrScheduler.ExponentialLR(other, 0.5, { lastEpoch: 3 });
    expectRates(ratesOf(other), [0.1 / 16, 0.02 / 16], 'lastEpoch 4');
    expect([next.lastEpoch, next.baseLrs]).toEqual([4, [0.1, 0.02]]);
  });

  it('moves the first beta where there is no momentum', () => {
    const optimizer = new optim.Adam([zeros([1], { requiresGrad: true })]);
    const scheduler = new lrScheduler.OneCycleLR(optimizer, 0.1, { totalSteps: 10 });
    expect(optimizer.paramGroups[0]!.betas).toEqual([0.95, 0.999]);
    scheduler.step();
    scheduler.step();
    expect(optimizer.paramGroups[0]!.betas[0]).toBeCloseTo(0.85, 12);
    expect(optimizer.paramGroups[0]!.lr).toBeCloseTo(0.1, 12);
  });

  it('takes a function for the height of cycles, and a tensor for a metric', () => {
    const optimizer = makeOptimizer();
    const scheduler = new lrScheduler.CyclicLR(optimizer, 0.01, 0.11, { stepSizeUp: 2, scaleFn: (cycle) => 1 / cycle });
    for (let i = 0; i < 6; i++) scheduler.step();
    expectRates(ratesOf(optimizer), [0.06, 0.06], 'the second top');
    const plateau = new lrScheduler.ReduceLROnPlateau(optimizer, { patience: 0, factor: 0.5 });
    for (const loss of [tensor(1), tensor(2)] as Tensor[]) plateau.step(loss);
    expectRates(plateau.getLastLr(), [0.03, 0.03], 'reduced');
  });

  it('loads the states of parts all or none', () => {
    const optimizer = makeOptimizer();
    const parts = [new lrScheduler.StepLR(optimizer, 3), new lrScheduler.ExponentialLR(optimizer, 0.5)];
    const chained = new lrScheduler.ChainedScheduler(parts);
    const before = chained.stateDict();
    const states = [{ last_epoch: 7 }, { last_epoch: 7, gamma: 'much' }];
    expect(() => chained.loadStateDict({ ...before, _schedulers: states })).toThrow('gamma is "much" in the dict');
    expect(chained.stateDict()).toEqual(before);
    expect(() => chained.loadStateDict({ last_epoch: 1 })).toThrow(
      'ChainedScheduler.loadStateDict: the dict has not the states of 2 schedulers. Nothing was loaded.',
    );
  });

  const one = makeOptimizer();
  const refusals: [run: () => unknown, message: string][] = [
    [() => new lrScheduler.StepLR({} as optim.Optimizer, 1), 'StepLR: its first argument must be an optimizer.'],
    [() => new lrScheduler.StepLR(one, 0), 'StepLR: stepSize must be a whole number ≥ 1, got 0.'],
    [() => new lrScheduler.MultiStepLR(one, [1.5]), 'MultiStepLR: milestones[0] must be a whole number ≥ 0, got 1.5.'],
    [() => new lrScheduler.ConstantLR(one, { factor: 2 }), 'ConstantLR: factor must be in (0, 1], got 2.'],
    [() => new lrScheduler.LinearLR(one, { startFactor: 0 }), 'LinearLR: startFactor must be in (0, 1], got 0.'],
    [() => new lrScheduler.LinearLR(one, { endFactor: 2 }), 'LinearLR: endFactor must be in [0, 1], got 2.'],
    [() => new lrScheduler.LambdaLR(one, [(e) => e]), 'LambdaLR: lrLambda has 1 values for 2 groups.'],
    [() => new lrScheduler.CosineAnnealingLR(one, 0.5), 'CosineAnnealingLR: tMax must be a whole number ≥ 1, got 0.5.'],
    [
      () => new lrScheduler.CosineAnnealingWarmRestarts(one, 3, { tMult: 0 }),
      'CosineAnnealingWarmRestarts: tMult must be a whole number ≥ 1, got 0.',
    ],
    [
      () => new lrScheduler.CyclicLR(one, 0.1, 1, { mode: 'square' as 'triangular' }),
      'CyclicLR: mode must be triangular or triangular2 or exp_range, got square.',
    ],
    [
      () => new lrScheduler.OneCycleLR(one, 1, { epochs: 3 }),
      'OneCycleLR: needs totalSteps, or epochs and stepsPerEpoch.',
    ],
    [
      () => new lrScheduler.OneCycleLR(one, 1, { totalSteps: 5, pctStart: 2 }),
      'OneCycleLR: pctStart must be in [0, 1], got 2.',
    ],
    [() => new lrScheduler.ReduceLROnPlateau(one, { factor: 1 }), 'ReduceLROnPlateau: factor must be < 1, got 1.'],
    [
      () => new lrScheduler.SequentialLR(one, [new lrScheduler.ConstantLR(one)], [1]),
      'SequentialLR: 1 schedulers need 0 milestones, got 1.',
    ],
    [
      () => new lrScheduler.ChainedScheduler([]),
      'ChainedScheduler: takes a list of schedulers (not ReduceLROnPlateau).',
    ],
    [
      () =>
        new lrScheduler.ChainedScheduler([
          new lrScheduler.ConstantLR(one),
          new lrScheduler.ConstantLR(makeOptimizer()),
        ]),
      'ChainedScheduler: all schedulers must be of one optimizer.',
    ],
    [
      () => new lrScheduler.StepLR(one, 3).loadStateDict({}),
      "StepLR.loadStateDict: not a scheduler's state dict: it has no last_epoch. Nothing was loaded.",
    ],
    [
      () => new lrScheduler.StepLR(one, 3).loadStateDict({ last_epoch: 2, base_lrs: [1] }),
      'StepLR.loadStateDict: base_lrs is [1] in the dict, [0.1,0.02] here. Nothing was loaded.',
    ],
    [() => new swaUtils.SWALR(one, [1]), 'SWALR: swaLr has 1 values for 2 groups.'],
  ];
  it.each(refusals)('refuses %#', (run, message) => {
    expect(run).toThrow(ValueError);
    expect(run).toThrow(message);
  });
  it('refuses momentum where there is none, and steps after the last', () => {
    const optimizer = new optim.Rprop([zeros([1], { requiresGrad: true })]);
    expect(() => new lrScheduler.CyclicLR(optimizer, 0.1, 1)).toThrow(
      'CyclicLR: Rprop has no momentum to cycle. Pass cycleMomentum: false.',
    );
    const scheduler = new lrScheduler.OneCycleLR(optimizer, 1, { totalSteps: 2, cycleMomentum: false });
    scheduler.step();
    scheduler.step();
    expect(() => scheduler.step()).toThrow('OneCycleLR: step 4 of 2. Give it more totalSteps, or stop stepping it.');
  });
});

it.each(Object.entries(classes).filter(([, value]) => value?.prototype instanceof lrScheduler.LRScheduler))(
  '%s has trajectories of 25 steps',
  (name) => {
    const rows = cases.filter(({ scheduler }) => scheduler === name);
    expect(rows.length).toBeGreaterThan(0);
    for (const { rates, state } of rows) {
      expect(rates.length).toBe(26);
      expect(Object.keys(state).length).toBeGreaterThan(0);
    }
  },
);
