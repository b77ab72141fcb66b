/** jax-js on its WASM backend: compiled as a whole with jit, or op by op. Arrays count references: what an op takes is used up. */
import { type Case, type MatmulCase, numbers, type TrainingCase, trainingData } from '../../contest/cases.ts';
import type { Contender, Place, Prepared, Spec, Untyped } from '../../contest/contender.ts';

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
    prepare: (one: Case) =>
      Promise.resolve(one.kind === 'matmul' ? matmul(lib, compile, one) : training(lib, compile, one)),
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

function training(lib: Untyped, compile: Untyped, one: TrainingCase): Prepared {
  const { numpy: np, nn, tree, valueAndGrad } = lib;
  const data = trainingData(one);
  const x = filled(lib, data.x, [one.batch, one.sizes[0]!]);
  const y = filled(lib, data.y, [one.batch, one.sizes.at(-1)!]);

  const lossOf = (params: Untyped[], input: Untyped, target: Untyped): Untyped => {
    let h = input;
    for (let i = 0; i < params.length; i += 2) {
      h = np.matmul(h, params[i]).add(params[i + 1]);
      if (i < params.length - 2) h = nn.relu(h);
    }
    if (one.loss === 'mse') return np.mean(np.square(h.sub(target)));
    return np.sum(nn.logSoftmax(h, -1).mul(target)).mul(-1 / one.batch);
  };
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

  let params: Untyped[] = data.layers.flatMap(({ inputs, outputs, weight, bias }) => [
    filled(lib, weight, [inputs, outputs]),
    filled(lib, bias, [outputs]),
  ]);
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
