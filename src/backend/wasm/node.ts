/** Loading the WASM backend in Node: from files, at once. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { BackendError } from '../../errors.ts';
import type { Backend } from '../backend.ts';
import { createWasmBackend } from './backend.ts';
import { type Module, WebAssembly } from './engine.ts';
import { bestBuild, type Build, probeFeatures } from './features.ts';

/** Node 20 knows relaxed SIMD but keeps it behind a flag; newer ones have it, and no such flag to complain about. */
export function enableRelaxedSimd(): void {
  if (Number(process.versions.node.split('.')[0]) < 22) setFlagsFromString('--experimental-wasm-relaxed-simd');
}

const builds: readonly Build[] = ['relaxed', 'simd', 'scalar'];

/**
 * The best build that this engine runs, or the one DESCEND_WASM_BUILD names.
 * @throws BackendError that says why it cannot be loaded and what to do
 */
export function createNodeWasmBackend(forced = process.env['DESCEND_WASM_BUILD'], limit?: number): Backend {
  if (forced !== undefined && !builds.includes(forced as Build)) {
    throw new BackendError(`wasm: DESCEND_WASM_BUILD is "${forced}"; choose one of ${builds.join(', ')}.`);
  }
  enableRelaxedSimd();
  const features = probeFeatures();
  const build = (forced as Build | undefined) ?? bestBuild(features);
  const root = dirname(createRequire(import.meta.url).resolve('descend/package.json'));
  const path = join(root, 'build', 'wasm', `descend.${build}.wasm`);
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
  return createWasmBackend({ module, build, ...(limit === undefined ? {} : { limit }) });
}
