/** descend as a contender. */
import { type Case, type MatmulCase, numbers, type TrainingCase, trainingData } from './cases.ts';
import type { Contender, Descend, Place, Prepared, Spec } from './contender.ts';

export async function descend(place: Place, spec: Spec): Promise<Contender> {
  const lib = await place.descend(spec);
  const { isa, threads } = lib.backendInfo();
  return {
    threads,
    detail: isa,
    prepare: (one: Case) => Promise.resolve(one.kind === 'matmul' ? matmul(lib, one) : training(lib, one)),
  };
}

function matmul({ tensor }: Descend, { m, k, n }: MatmulCase): Prepared {
  const a = tensor(numbers(m * k, 1), { shape: [m, k] });
  const b = tensor(numbers(k * n, 2), { shape: [k, n] });
  // There is nothing to give back: the library sees to that.
  return { run: () => a.matmul(b), result: () => a.matmul(b).toTypedArray(), dispose: () => {} };
}

function training({ nn, optim, tensor }: Descend, one: TrainingCase): Prepared {
  const { x, y, layers } = trainingData(one);
  const model = new nn.Sequential();
  layers.forEach(({ inputs, outputs, weight, bias }, i) => {
    if (i > 0) model.append(new nn.ReLU());
    const layer = new nn.Linear(inputs, outputs);
    model.append(layer);
    // PyTorch's layout is out × in.
    const transposed = tensor(weight, { shape: [inputs, outputs] }).t();
    layer.loadStateDict({ weight: transposed, bias: tensor(bias) });
  });
  const input = tensor(x, { shape: [one.batch, one.sizes[0]!] });
  const rows = tensor(y, { shape: [one.batch, one.sizes.at(-1)!] });
  const { crossEntropy, mseLoss } = nn.functional;
  const target = one.loss === 'mse' ? rows : rows.argmax(1);
  const lossOf = one.loss === 'mse' ? mseLoss : crossEntropy;
  const optimizer = new optim.Adam(model.parameters(), { lr: 1e-3 });
  let last = NaN;
  return {
    run: () => {
      optimizer.zeroGrad();
      const loss = lossOf(model.forward(input), target);
      loss.backward();
      optimizer.step();
      last = loss.item();
    },
    result: () => [last],
    dispose: () => {},
  };
}
