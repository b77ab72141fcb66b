/** A contender's page: the same as child.ts, spoken to by calls of globals. browser.ts bundles and serves it. */
import * as lib from '../../src/browser.ts';
import type { Place, Spec, Untyped } from './contender.ts';
import { make } from './make.ts';
import { Side } from './side.ts';

const page: Untyped = globalThis;

const script = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const element = page.document.createElement('script');
    element.src = address;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`${address} does not load.`));
    page.document.head.append(element);
  });

const address = (file: string): string => `/peers/${file}`;
/** Each as it is meant to be loaded by a page. */
const loaders: Record<string, () => Promise<Untyped>> = {
  '@tensorflow/tfjs': async () => {
    await script(address('@tensorflow/tfjs/dist/tf.min.js'));
    return page.tf;
  },
  '@tensorflow/tfjs-backend-wasm': async () => {
    await script(address('@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js'));
    return page.tf.wasm;
  },
  'onnxruntime-web': () => import(address('onnxruntime-web/dist/ort.wasm.min.mjs')),
  '@jax-js/jax': () => import(address('@jax-js/jax/dist/index.js')),
};

const place: Place = {
  descend: async ({ threads, variant }) => {
    await lib.init({ threads, wasm: '/wasm/', ...(variant === undefined ? {} : { build: variant as 'simd-threads' }) });
    return lib;
  },
  load: (name) => loaders[name]!(),
  folder: (file) => address(file.slice(0, file.lastIndexOf('/') + 1)),
  showProcessors: (count) => {
    if (count === 1) delete page.Worker;
    else Object.defineProperty(page.navigator, 'hardwareConcurrency', { value: count });
  },
};

page.start = async (spec: Spec): Promise<void> => {
  if (!page.crossOriginIsolated) throw new Error('The page is not isolated: nothing here has threads.');
  page.side = new Side(await make(place, spec));
};
