/** TensorFlow.js, on its WASM or its plain JavaScript backend. Both compute at once. */
import { type Case, type FunctionCase, type MatmulCase, numbers, side } from '../../contest/cases.ts';
import { type ModelCase, type TrainingCase, trainingData } from '../../contest/cases.ts';
import type { Contender, Place, Prepared, Spec, Untyped } from '../../contest/contender.ts';
import { modelData } from '../../contest/models.ts';
import { tfjsGelu, tfjsModel } from './tfjsModels.ts';

export async function tfjs(place: Place, { threads, variant }: Spec): Promise<Contender> {
  const tf = await place.load('@tensorflow/tfjs');
  if (variant === 'wasm') {
    const wasm = await place.load('@tensorflow/tfjs-backend-wasm');
    wasm.setWasmPaths(place.folder('@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js'));
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', threads > 1);
    if (threads > 1) {
      // It makes no more threads than half of the processors.
      place.showProcessors(2 * threads);
      wasm.setThreadsCount(threads);
    }
    await tf.setBackend('wasm');
    // A backend that did not start would leave another one in its place.
    if (tf.getBackend() !== 'wasm') throw new Error('tfjs does not start its WASM backend.');
    if (threads > 1) threads = wasm.getThreadsCount();
  } else {
    await tf.setBackend('cpu');
  }
  return {
    threads,
    detail: `${tf.getBackend()}${variant === 'wasm' ? ' simd' : ''}`,
    prepare: (one: Case) => {
      if (one.kind === 'training' && !('model' in one)) return Promise.resolve(mlp(tf, one));
      // Minutes for the large ones, and fifty times slower than what they are measured against.
      if (variant !== 'wasm') return null;
      if (one.kind === 'matmul') return Promise.resolve(matmul(tf, one));
      if (one.kind === 'function') return Promise.resolve(functionOf(tf, one));
      // There is no gradient of a convolution's weights on WASM.
      return one.model === 'cnn' ? null : Promise.resolve(model(tf, one));
    },
  };
}

function matmul(tf: Untyped, { m, k, n }: MatmulCase): Prepared {
  const a = tf.tensor2d(numbers(m * k, 1), [m, k]);
  const b = tf.tensor2d(numbers(k * n, 2), [k, n]);
  return {
    run: () => tf.matMul(a, b).dispose(),
    result: () => tf.tidy(() => tf.matMul(a, b).dataSync()),
    dispose: () => tf.dispose([a, b]),
  };
}

function functionOf(tf: Untyped, { name }: FunctionCase): Prepared {
  const x = tf.tensor2d(numbers(side * side, 1, 4), [side, side]);
  const run: Record<FunctionCase['name'], () => Untyped> = {
    ...{ exp: () => tf.exp(x), tanh: () => tf.tanh(x), sigmoid: () => tf.sigmoid(x), softmax: () => tf.softmax(x) },
    gelu: () => tf.tidy(() => tfjsGelu(tf, x)),
    'layer norm': () =>
      tf.tidy(() => {
        const { mean, variance } = tf.moments(x, -1, true);
        return tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, 1e-5)));
      }),
  };
  return {
    run: () => run[name]().dispose(),
    result: () => tf.tidy(() => run[name]().dataSync()),
    dispose: () => x.dispose(),
  };
}

function mlp(tf: Untyped, one: TrainingCase): Prepared {
  const data = trainingData(one);
  const x = tf.tensor2d(data.x, [one.batch, one.sizes[0]!]);
  const y = tf.tensor2d(data.y, [one.batch, one.sizes.at(-1)!]);
  const layers = data.layers.map(({ inputs, outputs, weight, bias }) => ({
    kernel: tf.variable(tf.tensor2d(weight, [inputs, outputs])),
    bias: tf.variable(tf.tensor1d(bias)),
  }));
  const lossOf = (): Untyped => {
    let h = x;
    layers.forEach(({ kernel, bias }, i) => {
      const activation = i < layers.length - 1 ? 'relu' : 'linear';
      h = tf.fused.matMul({ a: h, b: kernel, bias, activation });
    });
    return one.loss === 'mse' ? tf.losses.meanSquaredError(y, h) : tf.losses.softmaxCrossEntropy(y, h);
  };
  const dispose = (): void => tf.dispose([x, y]);
  return training(tf, lossOf, dispose);
}

function model(tf: Untyped, one: ModelCase): Prepared {
  const data = modelData(one);
  const y = tf.tensor2d(data.y.values, data.y.shape);
  const scores = tfjsModel(tf, one, data);
  return training(
    tf,
    () => tf.losses.softmaxCrossEntropy(y, scores()),
    () => y.dispose(),
  );
}

function training(tf: Untyped, lossOf: () => Untyped, dispose: () => void): Prepared {
  const optimizer = tf.train.adam(1e-3, 0.9, 0.999, 1e-8);
  let last = NaN;
  return {
    run: () => {
      const loss = optimizer.minimize(lossOf, true);
      last = loss.dataSync()[0];
      loss.dispose();
    },
    result: () => [last],
    dispose: () => {
      optimizer.dispose();
      tf.disposeVariables();
      dispose();
    },
  };
}
