/** jax-js on its WASM backend: compiled as a whole with jit, or op by op. Arrays count references: what an op takes is used up. */
import { type Case, type FunctionCase, type MatmulCase, numbers, side } from '../../contest/cases.ts';
import { type ModelCase, type TrainingCase, trainingData } from '../../contest/cases.ts';
import type { Contender, Place, Prepared, Spec, Untyped } from '../../contest/contender.ts';
import { modelData } from '../../contest/models.ts';
import { jaxModel } from './jaxModels.ts';

export async function jax(place: Place, { threads, variant }: Spec): Promise<Contender> {
  // It takes as many workers as there are processors, and computes by itself where there are none.
  place.showProcessors(threads);
  const lib = await place.load('@jax-js/jax');
  await lib.init('wasm');
  lib.defaultDevice('wasm');
  const compile = variant === 'jit' ? lib.jit : (f: Untyped): Untyped => f;
  return {
    threads,
    detail: `wasm ${variant}`,
    prepare: (one: Case) => {
      if (one.kind === 'matmul') return Promise.resolve(matmul(lib, compile, one));
      if (one.kind === 'function') return Promise.resolve(functionOf(lib, compile, one));
      if (!('model' in one)) return Promise.resolve(mlp(lib, compile, one));
      // Hundreds of kernels, each compiled on its own, are slower than the few of a whole step.
      return variant === 'jit' ? Promise.resolve(model(lib, compile, one)) : null;
    },
  };
}

const filled = (lib: Untyped, values: Float32Array, shape: number[]): Untyped => lib.numpy.array(values).reshape(shape);

function matmul(lib: Untyped, compile: Untyped, { m, k, n }: MatmulCase): Prepared {
  const a = filled(lib, numbers(m * k, 1), [m, k]);
  const b = filled(lib, numbers(k * n, 2), [k, n]);
  const product = compile((left: Untyped, right: Untyped) => lib.numpy.matmul(left, right));
  return {
    run: async () => {
      const c = product(a.ref, b.ref);
      // Nothing is computed before somebody waits for it.
      await c.blockUntilReady();
      c.dispose();
    },
    result: () => product(a.ref, b.ref).data(),
    dispose: () => {
      a.dispose();
      b.dispose();
    },
  };
}

function functionOf(lib: Untyped, compile: Untyped, { name }: FunctionCase): Prepared {
  const { numpy: np, nn } = lib;
  const x = filled(lib, numbers(side * side, 1, 4), [side, side]);
  const all: Record<FunctionCase['name'], (x: Untyped) => Untyped> = {
    ...{ exp: np.exp, tanh: np.tanh, sigmoid: nn.sigmoid },
    gelu: (a) => nn.gelu(a, { approximate: false }),
    softmax: (a) => nn.softmax(a, -1),
    'layer norm': (a) => nn.standardize(a, -1),
  };
  const f = compile((a: Untyped) => all[name](a));
  return {
    run: async () => {
      const y = f(x.ref);
      await y.blockUntilReady();
      y.dispose();
    },
    result: () => f(x.ref).data(),
    dispose: () => x.dispose(),
  };
}

function mlp(lib: Untyped, compile: Untyped, one: TrainingCase): Prepared {
  const { numpy: np, nn } = lib;
  const data = trainingData(one);
  const x = filled(lib, data.x, [one.batch, one.sizes[0]!]);
  const y = filled(lib, data.y, [one.batch, one.sizes.at(-1)!]);
  const lossOf = (params: Untyped[], input: Untyped, target: Untyped): Untyped => {
    let h = input;
    for (let i = 0; i < params.length; i += 2) {
      h = np.matmul(h, params[i]).add(params[i + 1]);
      if (i < params.length - 2) h = nn.relu(h);
    }
    return one.loss === 'mse' ? np.mean(np.square(h.sub(target))) : crossEntropy(lib, h, target, one.batch);
  };
  const params = data.layers.flatMap(({ inputs, outputs, weight, bias }) => [
    filled(lib, weight, [inputs, outputs]),
    filled(lib, bias, [outputs]),
  ]);
  return training(lib, compile, params, lossOf, x, y);
}

function model(lib: Untyped, compile: Untyped, one: ModelCase): Prepared {
  const { weights, x, y } = modelData(one);
  const scores = jaxModel(lib, one);
  const lossOf = (params: Untyped[], input: Untyped, target: Untyped): Untyped =>
    crossEntropy(lib, scores(params, input), target, y.shape[0]!);
  const [params, input, target] = [weights.map((w) => filled(lib, w.values, w.shape)), x, y];
  return training(
    ...([lib, compile, params, lossOf] as const),
    ...([filled(lib, input.values, input.shape), filled(lib, target.values, target.shape)] as const),
  );
}

const crossEntropy = ({ numpy: np, nn }: Untyped, scores: Untyped, target: Untyped, rows: number): Untyped =>
  np.sum(nn.logSoftmax(scores, -1).mul(target)).mul(-1 / rows);

/** Steps of Adam. What computes the loss uses up what it is given. */
function training(
  lib: Untyped,
  compile: Untyped,
  initial: Untyped[],
  lossOf: (params: Untyped[], x: Untyped, y: Untyped) => Untyped,
  x: Untyped,
  y: Untyped,
): Prepared {
  const { numpy: np, tree, valueAndGrad } = lib;
  const step = compile((params: Untyped[], m: Untyped[], v: Untyped[], scales: Untyped[], xs: Untyped, ys: Untyped) => {
    const [loss, grads] = valueAndGrad(lossOf)(tree.ref(params), xs, ys);
    const [first, second] = scales;
    const next = params.map((p, i) => {
      const mean = m[i].mul(0.9).add(grads[i].ref.mul(0.1));
      const square = v[i].mul(0.999).add(np.square(grads[i]).mul(0.001));
      const root = np.sqrt(square.ref.mul(second.ref)).add(1e-8);
      return [p.sub(mean.ref.mul(first.ref).mul(1e-3).div(root)), mean, square];
    });
    first.dispose();
    second.dispose();
    return [loss, ...[0, 1, 2].map((part) => next.map((parts) => parts[part]))];
  });

  let params = initial;
  let m = params.map((p) => np.zeros(p.shape));
  let v = params.map((p) => np.zeros(p.shape));
  let steps = 0;
  let last = NaN;
  return {
    run: async () => {
      steps++;
      const scales = [np.array(1 / (1 - 0.9 ** steps)), np.array(1 / (1 - 0.999 ** steps))];
      let loss: Untyped;
      [loss, params, m, v] = step(params, m, v, scales, x.ref, y.ref);
      [last] = await loss.data();
      await lib.blockUntilReady([params, m, v]);
    },
    result: () => [last],
    dispose: () => tree.dispose([params, m, v, x, y]),
  };
}
