/** Loading the WASM backend in Node: from files, at once. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { BackendError } from '../../errors.ts';
import { createWasmBackend, type WasmBackend } from './backend.ts';
import { type Module, WebAssembly } from './engine.ts';
import { bestBuild, type Build, builds, probeFeatures } from './features.ts';
import { helperSource, mostThreads, type StartHelper } from './helpers.ts';
import { wasmFolder } from './urls.ts';

/** Node 20 knows relaxed SIMD but keeps it behind a flag; newer ones have it, and no such flag to complain about. */
export function enableRelaxedSimd(): void {
  if (Number(process.versions.node.split('.')[0]) < 22) setFlagsFromString('--experimental-wasm-relaxed-simd');
}

/** DESCEND_NUM_THREADS, else as many as the process has processors. */
function threadsHere(): number {
  const usual = Math.min(mostThreads, availableParallelism());
  const text = process.env['DESCEND_NUM_THREADS'];
  if (!text) return usual;
  const wanted = Number(text);
  if (Number.isInteger(wanted) && wanted >= 1 && wanted <= 64) return wanted;
  process.emitWarning(`DESCEND_NUM_THREADS=${text} is not a number of threads (1 to 64); using ${usual}.`);
  return usual;
}

/** The process ends without waiting for it. */
const startHelper: StartHelper = (orders) => {
  const text = `${helperSource}help(require('node:worker_threads').workerData);`;
  new Worker(text, { eval: true, workerData: orders, execArgv: [], name: `descend ${orders.index + 1}` }).unref();
};

/**
 * The best build that this engine runs, or the one DESCEND_WASM_BUILD names.
 * @throws BackendError that says why it cannot be loaded and what to do
 */
export function createNodeWasmBackend(forced = process.env['DESCEND_WASM_BUILD'], limit?: number): WasmBackend {
  if (forced !== undefined && !builds.includes(forced as Build)) {
    throw new BackendError(`wasm: DESCEND_WASM_BUILD is "${forced}"; choose one of ${builds.join(', ')}.`);
  }
  enableRelaxedSimd();
  const features = probeFeatures();
  const build = (forced as Build | undefined) ?? bestBuild(features);
  const root = dirname(createRequire(import.meta.url).resolve('descend/package.json'));
  const path = join(root, wasmFolder, `descend.${build}.wasm`);
  if (!existsSync(path)) {
    throw new BackendError(`wasm: ${path} is not there. Reinstall descend (in a checkout: npm run build:wasm).`);
  }
  let module: Module;
  try {
    module = new WebAssembly.Module(readFileSync(path));
  } catch (cause) {
    throw new BackendError(
      `wasm: this engine does not take ${path}: ${(cause as Error).message}. It has ${JSON.stringify(features)}.`,
      { cause },
    );
  }
  const backend = createWasmBackend({ module, build, startHelper, ...(limit === undefined ? {} : { limit }) });
  backend.setThreads(threadsHere());
  return backend;
}
