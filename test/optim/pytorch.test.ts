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
  shapes: number[][];
  start: number[][];
  gradients: number[][][];
  runs: {
    optimizer: 'SGD' | 'Adagrad' | 'RMSprop' | 'Adam' | 'AdamW';
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
const { shapes, start, gradients, runs } = readFixture<OptimFixture>('optim');
const training = readFixture<TrainingFixture>('training');

type Run = OptimFixture['runs'][number];
const makers = optim as unknown as Record<Run['optimizer'], new (params: object[], options: object) => optim.Optimizer>;

function begin({ optimizer, dtype, options, groups }: Run, values: readonly (readonly Encoded[])[]) {
  const parameters = values.map((v, i) => tensor(v as number[], { shape: shapes[i]!, dtype, requiresGrad: true }));
  return {
    parameters,
    own: new makers[optimizer](
      parameters.map((p, i) => ({ params: [p], ...groups[i] })),
      options,
    ),
  };
}
function step(own: optim.Optimizer, parameters: Tensor[], at: number): void {
  parameters.forEach((p, i) => (p.grad = tensor(gradients[at]![i]!, { shape: shapes[i]!, dtype: p.dtype })));
  own.step();
}

describe.each([...backends, reference])('optimizers on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(runs.map((run) => [`${run.optimizer} ${run.dtype} ${JSON.stringify(run.options)}`, run] as const))(
    '%s',
    (_, run) => {
      const { parameters, own } = begin(run, start);
      for (let at = 1; at <= gradients.length; at++) {
        step(own, parameters, at - 1);
        run.parameters[at]?.forEach((expected, i) =>
          expectClose(parameters[i]!, expected, { what: `parameter ${i} after step ${at}` }),
        );
      }
      const dict = own.stateDict();
      for (const [index, entry] of Object.entries(run.stateDict.state)) {
        for (const [key, expected] of Object.entries(entry)) {
          const found = dict.state[Number(index)]![key];
          if (isEncodedTensor(expected)) expectClose(found as Tensor, expected, { what: `${key} of ${index}` });
          else if (expected === null) expect(found ?? null).toBeNull();
          else expect((found as Tensor).item()).toBe(expected);
        }
      }
      expect(dict.param_groups.length).toBe(2);
      dict.param_groups.forEach((group, i) => expect(run.stateDict.param_groups[i]).toMatchObject(group));
    },
  );

  it.each(
    runs
      .filter((run) => run.dtype === 'float64')
      .map((run) => [`${run.optimizer} ${JSON.stringify(run.options)}`, run] as const),
  )("goes on from PyTorch's state: %s", (_, run) => {
    // From PyTorch's end both must take the same next steps: ours, which was there, and one that loads PyTorch's state.
    const first = begin(run, start);
    for (let at = 0; at < gradients.length; at++) step(first.own, first.parameters, at);
    const second = begin(run, run.parameters['25']!);
    second.own.loadStateDict(decode(run.stateDict) as optim.OptimizerStateDict);
    const third = begin(run, run.parameters['25']!);
    third.own.loadStateDict(first.own.stateDict());
    for (const { own, parameters } of [first, second, third]) for (let at = 0; at < 3; at++) step(own, parameters, at);
    first.parameters.forEach((p, i) => {
      for (const other of [second, third])
        expectClose(other.parameters[i]!, [...p.toTypedArray()], { rtol: 1e-9, what: `parameter ${i}` });
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
