/** Trainings of single layers and losses, held against PyTorch's step by step. */
import { expect } from 'vitest';
import { type DType, nn, optim, Tensor, tensor } from '../../src/index.ts';
import { build, type Described } from './build.ts';
import { decode, decodeTensor, type Encoded, type EncodedTensor, expectClose, readFixture } from './fixtures.ts';

export interface Trajectory extends Described {
  evaluated: boolean;
  lr: number;
  /** What of nn.utils it is wrapped in. */
  wrap: 'weightNorm' | 'spectralNorm' | 'l1Unstructured' | null;
  /** The function that a loss calls. */
  functional: string | null;
  stateDict: Record<string, EncodedTensor>;
  inputs: EncodedTensor[];
  /** What outputs are drawn to; losses have none. */
  targets: EncodedTensor[];
  /** Of the first step, as the gradients of inputs and parameters. */
  outputs: { shape: number[]; data: Encoded[] }[];
  grads: Record<string, Encoded[]>;
  losses: number[];
  /** Inputs and parameters after the last step, and buffers. */
  final: Record<string, Encoded[]>;
  buffers: Record<string, Encoded[]>;
}
export const trajectories = readFixture<Trajectory[]>('trajectories');
export const titleOf = ({ module, args, options, wrap }: Trajectory): string =>
  `${wrap === null ? '' : `${wrap} `}${module} ${JSON.stringify([args, options])}`;

const wraps: Record<string, (module: nn.Linear) => nn.AnyModule> = {
  weightNorm: (module) => nn.utils.weightNorm(module),
  spectralNorm: (module) => nn.utils.spectralNorm(module),
  l1Unstructured: (module) => nn.utils.prune.l1Unstructured(module, 'weight', 0.5),
};

const tensorsIn = (value: unknown): Tensor[] =>
  value instanceof Tensor ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(tensorsIn) : [];

/** Values and gradients of the first step, the losses of all, and the state after the last. */
export function expectTrajectory(t: Trajectory, dtype: DType): void {
  const wide = dtype === 'float64';
  const first = wide ? { rtol: 1e-6, atol: 1e-8 } : { rtol: 1e-4, atol: 1e-5 };
  const last = wide ? { rtol: 1e-6, atol: 1e-7 } : { rtol: 2e-3, atol: 2e-4 };
  const asInput = (x: EncodedTensor): Tensor =>
    x.dtype === 'float64' ? decodeTensor({ ...x, dtype }) : decodeTensor(x);
  const inputs = t.inputs.map(asInput);
  const plain = build(t);
  const module = t.wrap === null ? plain : wraps[t.wrap]!(plain as nn.Linear);
  const run = (...given: Tensor[]): Tensor[] => tensorsIn(module.forward(...(adapted(t, given) as never[])));
  module.to(dtype).train(!t.evaluated);
  if (t.module.startsWith('Lazy')) run(...inputs);
  expect(Object.keys(module.stateDict())).toEqual(Object.keys(t.stateDict));
  module.loadStateDict(decode(t.stateDict) as nn.StateDict);

  const trained = inputs.flatMap((x, i) => (x.requiresGrad ? [[`input ${i}`, x] as const] : []));
  const leaves = Object.fromEntries<Tensor>([...trained, ...module.namedParameters()]);
  const optimizer = new optim.SGD(Object.values(leaves), { lr: t.lr, momentum: 0.9 });
  const targets = t.targets.map(asInput);
  const losses = t.losses.map((_, step) => {
    optimizer.zeroGrad();
    const outputs = run(...inputs);
    const loss =
      targets.length === 0
        ? outputs[0]!
        : outputs.map((x, i) => x.sub(targets[i]!).square().mean()).reduce((a, b) => a.add(b));
    loss.backward();
    if (step === 0) {
      expect(outputs.map((x) => [x.dtype, ...x.shape])).toEqual(t.outputs.map(({ shape }) => [dtype, ...shape]));
      outputs.forEach((x, i) => expectClose(x, t.outputs[i]!.data, { what: `output ${i}`, ...first }));
      for (const [name, x] of Object.entries(leaves))
        expectClose(x.grad!, t.grads[name]!, { what: `gradient of ${name}`, ...first });
      if (t.functional !== null) expectFunctional(t, inputs, outputs[0]!);
    }
    optimizer.step();
    return loss.item();
  });
  expectClose(tensor(losses, { dtype: 'float64' }), t.losses, { what: 'losses', ...last });
  expect(Object.keys(leaves)).toEqual(Object.keys(t.final));
  for (const [name, x] of Object.entries(leaves))
    expectClose(x, t.final[name]!, { what: `${name} after the last step`, ...last });
  const buffers = module.stateDict();
  for (const [key, expected] of Object.entries(t.buffers))
    expectClose(buffers[key]!, expected, { what: `${key} after the last step`, ...last });
}

/** CTC's fixtures are of logits, whose gradient PyTorch has right. */
const adapted = ({ module }: Described, [x, ...rest]: Tensor[]): Tensor[] =>
  module === 'CTCLoss' ? [x!.logSoftmax(-1), ...rest] : [x!, ...rest];

/** The function gives what the module gave. */
function expectFunctional(t: Trajectory, inputs: Tensor[], output: Tensor): void {
  const fn = nn.functional[t.functional as 'mseLoss'] as unknown as (...args: unknown[]) => Tensor;
  expect(fn(...adapted(t, inputs), t.options).toArray()).toEqual(output.toArray());
}
