/** descend as a contender. */
import type { nn, Tensor } from '../../src/index.ts';
import { type Case, type FunctionCase, type MatmulCase, type ModelCase, numbers, side } from './cases.ts';
import { type TrainingCase, trainingData } from './cases.ts';
import type { Contender, Descend, Place, Prepared, Spec } from './contender.ts';
import { descendModel } from './descendModels.ts';
import { modelData } from './models.ts';

export async function descend(place: Place, spec: Spec): Promise<Contender> {
  const lib = await place.descend(spec);
  const { isa, threads } = lib.backendInfo();
  return {
    threads,
    detail: isa,
    prepare: (one: Case) => Promise.resolve(prepared(lib, one)),
  };
}

function prepared(lib: Descend, one: Case): Prepared {
  if (one.kind === 'matmul') return matmul(lib, one);
  if (one.kind === 'function') return functionOf(lib, one);
  return 'model' in one ? model(lib, one) : mlp(lib, one);
}

function matmul({ tensor }: Descend, { m, k, n }: MatmulCase): Prepared {
  const a = tensor(numbers(m * k, 1), { shape: [m, k] });
  const b = tensor(numbers(k * n, 2), { shape: [k, n] });
  // There is nothing to give back: the library sees to that.
  return { run: () => a.matmul(b), result: () => a.matmul(b).toTypedArray(), dispose: () => {} };
}

function functionOf({ nn, tensor }: Descend, { name }: FunctionCase): Prepared {
  const x = tensor(numbers(side * side, 1, 4), { shape: [side, side] });
  const { gelu, layerNorm } = nn.functional;
  const run: Record<FunctionCase['name'], () => Tensor> = {
    ...{ exp: () => x.exp(), tanh: () => x.tanh(), sigmoid: () => x.sigmoid(), gelu: () => gelu(x) },
    ...{ softmax: () => x.softmax(1), 'layer norm': () => layerNorm(x, [side]) },
  };
  return { run: run[name], result: () => run[name]().toTypedArray(), dispose: () => {} };
}

function mlp(lib: Descend, one: TrainingCase): Prepared {
  const { nn, tensor } = lib;
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
  return training(lib, [...model.parameters()], () => lossOf(model.forward(input), target));
}

function model(lib: Descend, one: ModelCase): Prepared {
  const data = modelData(one);
  const { parameters, scores } = descendModel(lib, one, data);
  const classes = lib.tensor(data.classes);
  return training(lib, parameters, () => lib.nn.functional.crossEntropy(scores(), classes));
}

function training({ optim }: Descend, parameters: nn.Parameter[], lossOf: () => Tensor): Prepared {
  const optimizer = new optim.Adam(parameters, { lr: 1e-3 });
  let last = NaN;
  return {
    run: () => {
      optimizer.zeroGrad();
      const loss = lossOf();
      loss.backward();
      optimizer.step();
      last = loss.item();
    },
    result: () => [last],
    dispose: () => {},
  };
}
