/** onnxruntime-web: products only, it does not train. */
import { type Case, type MatmulCase, numbers } from '../../contest/cases.ts';
import type { Contender, Place, Prepared, Spec, Untyped } from '../../contest/contender.ts';
import { matmulModel } from './onnx.ts';

export async function onnxruntime(place: Place, { threads }: Spec): Promise<Contender> {
  const ort = await place.load('onnxruntime-web');
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.wasmPaths = place.folder('onnxruntime-web/dist/ort.wasm.min.mjs');
  return {
    threads,
    detail: 'wasm simd',
    prepare: (one: Case) => (one.kind === 'matmul' ? matmul(ort, one) : null),
  };
}

async function matmul(ort: Untyped, { m, k, n }: MatmulCase): Promise<Prepared> {
  // Both factors are inputs: one that were a constant of the model would be repacked once and for all.
  const session = await ort.InferenceSession.create(matmulModel(m, k, n), { executionProviders: ['wasm'] });
  const feeds = {
    a: new ort.Tensor('float32', numbers(m * k, 1), [m, k]),
    b: new ort.Tensor('float32', numbers(k * n, 2), [k, n]),
  };
  return {
    run: () => session.run(feeds),
    result: async () => (await session.run(feeds)).c.data,
    dispose: () => session.release(),
  };
}
