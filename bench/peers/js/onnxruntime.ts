/** onnxruntime-web: products and functions only, it does not train. */
import { type Case, type FunctionCase, numbers, side } from '../../contest/cases.ts';
import type { Contender, Place, Prepared, Spec, Untyped } from '../../contest/contender.ts';
import { modelOf } from './onnx.ts';

export async function onnxruntime(place: Place, { threads }: Spec): Promise<Contender> {
  const ort = await place.load('onnxruntime-web');
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.wasmPaths = place.folder('onnxruntime-web/dist/ort.wasm.min.mjs');
  return {
    threads,
    detail: 'wasm simd',
    prepare: (one: Case) => {
      if (one.kind === 'training') return null;
      if (one.kind === 'function') return functionOf(ort, one);
      const { m, k, n } = one;
      // Both factors are inputs: one that were a constant of the model would be repacked once and for all.
      return session(ort, 'MatMul', { a: [numbers(m * k, 1), [m, k]], b: [numbers(k * n, 2), [k, n]] }, [m, n]);
    },
  };
}

const operators: Record<FunctionCase['name'], string> = {
  ...{ exp: 'Exp', tanh: 'Tanh', sigmoid: 'Sigmoid', gelu: 'Gelu', softmax: 'Softmax' },
  'layer norm': 'LayerNormalization',
};

function functionOf(ort: Untyped, { name }: FunctionCase): Promise<Prepared> {
  const x: Input = [numbers(side * side, 1, 4), [side, side]];
  const scale: Input = [new Float32Array(side).fill(1), [side]];
  return session(ort, operators[name], name === 'layer norm' ? { x, scale } : { x }, [side, side]);
}

type Input = [values: Float32Array, shape: number[]];

async function session(
  ort: Untyped,
  operator: string,
  inputs: Record<string, Input>,
  out: number[],
): Promise<Prepared> {
  const shapes = Object.fromEntries(Object.entries(inputs).map(([name, [, shape]]) => [name, shape]));
  const one = await ort.InferenceSession.create(modelOf(operator, shapes, out), { executionProviders: ['wasm'] });
  const feeds = Object.fromEntries(
    Object.entries(inputs).map(([name, [values, shape]]) => [name, new ort.Tensor('float32', values, shape)]),
  );
  return {
    run: () => one.run(feeds),
    result: async () => (await one.run(feeds)).out.data,
    dispose: () => one.release(),
  };
}
