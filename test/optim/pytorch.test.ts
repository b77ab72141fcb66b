/** Trajectories of optimizers, and a whole training, against PyTorch's. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type DType, nn, optim, stack, tensor, type Tensor } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';
import {
  decode,
  decodeTensor,
  type Encoded,
  type EncodedTensor,
  expectClose,
  isEncodedTensor,
  readFixture,
} from '../support/fixtures.ts';

interface OptimFixture {
  /** The step after which the learning rates are halved. */
  halved?: number;
  shapes: number[][];
  start: number[][];
  gradients: number[][][];
  runs: {
    optimizer: string;
    dtype: DType;
    options: Record<string, unknown>;
    groups: { lr: number }[];
    parameters: Record<string, Encoded[][]>;
    stateDict: {
      state: Record<string, Record<string, EncodedTensor | number | null>>;
      param_groups: Record<string, unknown>[];
    };
  }[];
}
interface TrainingFixture {
  x: EncodedTensor;
  y: EncodedTensor;
  stateDict: Record<string, EncodedTensor>;
  runs: { dtype: DType; lr: number; losses: number[]; stateDict: Record<string, EncodedTensor> }[];
}
const more = readFixture<OptimFixture & { later: OptimFixture; lbfgs: { steps: unknown[] }[] }>('optimizers');
const fixtures = [readFixture<OptimFixture>('optim'), more, more.later];
const training = readFixture<TrainingFixture>('training');

type Run = OptimFixture['runs'][number];
const makers = optim as unknown as Record<string, new (params: object[], options: object) => optim.Optimizer>;

const all = fixtures.flatMap((fixture) =>
  fixture.runs.map((run): [string, OptimFixture, Run] => [
    `${run.optimizer} ${run.dtype} ${JSON.stringify(run.options)}`,
    fixture,
    run,
  ]),
);

/** PyTorch rounds each factor of NAdam's product of momenta to float32, descend only the product, whatever the dtype of the parameters. */
const toleranceOf = ({ optimizer, dtype }: Run): { rtol?: number; atol?: number } =>
  optimizer === 'NAdam' && dtype === 'float64' ? { rtol: 1e-8, atol: 1e-8 } : {};

function begin(
  { shapes }: OptimFixture,
  { optimizer, dtype, options, groups }: Run,
  values: readonly (readonly Encoded[])[],
) {
  const parameters = values.map((v, i) => tensor(v as number[], { shape: shapes[i]!, dtype, requiresGrad: true }));
  return {
    parameters,
    own: new makers[optimizer]!(
      parameters.map((p, i) => ({ params: [p], ...groups[i] })),
      options,
    ),
  };
}
/** Takes the step number `at`. */
function step(
  { shapes, gradients, halved }: OptimFixture,
  own: optim.Optimizer,
  parameters: Tensor[],
  at: number,
): void {
  parameters.forEach((p, i) => {
    const sparse = own instanceof optim.SparseAdam;
    const width = p.length / p.shape[0]!;
    // SparseAdam sees every third row as 0.
    const values = gradients[at - 1]![i]!.map((g, k) => (sparse && (Math.floor(k / width) + at) % 3 === 0 ? 0 : g));
    p.grad = tensor(values, { shape: shapes[i]!, dtype: p.dtype });
  });
  own.step();
  if (at === halved) for (const group of own.paramGroups) group.lr /= 2;
}

describe.each([...backends, reference])('optimizers on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(all)('%s', (_, fixture, run) => {
    const { parameters, own } = begin(fixture, run, fixture.start);
    for (let at = 1; at <= fixture.gradients.length; at++) {
      step(fixture, own, parameters, at);
      run.parameters[at]?.forEach((expected, i) =>
        expectClose(parameters[i]!, expected, { ...toleranceOf(run), what: `parameter ${i} after step ${at}` }),
      );
    }
    const dict = own.stateDict();
    for (const [index, entry] of Object.entries(run.stateDict.state)) {
      for (const [key, expected] of Object.entries(entry)) {
        const found = dict.state[Number(index)]![key];
        if (isEncodedTensor(expected)) {
          expectClose(found as Tensor, expected, { ...toleranceOf(run), what: `${key} of ${index}` });
        } else if (expected === null) expect(found ?? null).toBeNull();
        else expect((found as Tensor).item()).toBe(expected);
      }
    }
    expect(dict.param_groups.length).toBe(2);
    // PyTorch 1.13 lacks these two.
    const later = ['NAdam', 'RAdam'].includes(run.optimizer) ? { maximize: false, decoupled_weight_decay: false } : {};
    dict.param_groups.forEach((group, i) =>
      expect({ ...later, ...run.stateDict.param_groups[i] }).toMatchObject(group),
    );
  });

  it.each(all.filter(([, , run]) => run.dtype === 'float64'))("goes on from PyTorch's state: %s", (_, fixture, run) => {
    // From PyTorch's end both must take the same next steps: ours, which was there, and one that loads PyTorch's state.
    const first = begin(fixture, run, fixture.start);
    for (let at = 1; at <= fixture.gradients.length; at++) step(fixture, first.own, first.parameters, at);
    const second = begin(fixture, run, run.parameters['25']!);
    second.own.loadStateDict(decode(run.stateDict) as optim.OptimizerStateDict);
    const third = begin(fixture, run, run.parameters['25']!);
    third.own.loadStateDict(first.own.stateDict());
    for (const { own, parameters } of [first, second, third]) {
      for (let at = 1; at <= 3; at++) step(fixture, own, parameters, at);
    }
    first.parameters.forEach((p, i) => {
      for (const other of [second, third])
        expectClose(other.parameters[i]!, [...p.toTypedArray()], {
          rtol: 1e-9,
          ...toleranceOf(run),
          what: `parameter ${i}`,
        });
    });
  });

  it.each(training.runs.map((run) => [run.dtype, run] as const))('trains an MLP as PyTorch does, %s', (dtype, run) => {
    const model = new nn.Sequential(
      new nn.Linear(2, 16),
      new nn.Tanh(),
      new nn.Linear(16, 16),
      new nn.Tanh(),
      new nn.Linear(16, 1),
    ).to(dtype);
    model.loadStateDict(decode(training.stateDict) as nn.StateDict);
    const optimizer = new optim.Adam(model.parameters(), { lr: run.lr });
    const loss = new nn.MSELoss();
    const [x, y] = [training.x, training.y].map((t) => decodeTensor(t).to(dtype)) as [Tensor, Tensor];
    const losses: Tensor[] = [];
    for (let i = 0; i < run.losses.length; i++) {
      optimizer.zeroGrad();
      const value = loss.forward(model.forward(x), y);
      value.backward();
      optimizer.step();
      losses.push(value.detach());
    }
    // Adam divides by tiny second moments, which magnifies the rounding of float32.
    const tolerance = dtype === 'float32' ? { rtol: 2e-4, atol: 2e-5 } : { rtol: 1e-9, atol: 1e-11 };
    expectClose(stack(losses), run.losses, { ...tolerance, what: 'losses' });
    for (const [name, value] of Object.entries(model.stateDict()))
      expectClose(value, run.stateDict[name]!, { ...tolerance, what: name });
  });
});

describe('every optimizer has trajectories', () => {
  const classes = Object.entries(optim).filter(
    ([, value]) =>
      typeof value === 'function' && (value as { prototype: unknown }).prototype instanceof optim.Optimizer,
  );
  it.each(classes)('%s', (name) => {
    if (name === 'LBFGS') {
      for (const { steps } of more.lbfgs) expect(steps.length).toBe(25);
      return;
    }
    const runs = all.filter(([, , run]) => run.optimizer === name);
    expect(new Set(runs.map(([, , run]) => run.dtype))).toEqual(new Set(['float32', 'float64']));
    for (const [, { gradients }, { parameters, stateDict }] of runs) {
      expect([gradients.length, '25' in parameters, Object.keys(stateDict.state).length]).toEqual([25, true, 2]);
    }
  });
});
