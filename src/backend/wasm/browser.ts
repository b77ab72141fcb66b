/** Loading the WASM backend in a browser: over the network, before anything is computed. */
import { BackendError } from '../../errors.ts';
import type { Backend } from '../backend.ts';
import { createWasmBackend } from './backend.ts';
import { type Module, WebAssembly } from './engine.ts';
import { bestBuild, type Build, probeFeatures } from './features.ts';
import { urlOf } from './urls.ts';

export interface BrowserWasmOptions {
  /** Where the files descend.relaxed.wasm, descend.simd.wasm and descend.scalar.wasm are, for those who host them themselves. */
  wasm?: string | URL | ((build: Build) => string | URL);
  /** One build instead of the best one here. */
  build?: Build;
}

/**
 * Loads the best build that this engine runs.
 * @throws BackendError that names the address and says what came instead
 */
export async function loadBrowserWasmBackend({
  wasm,
  build = bestBuild(probeFeatures()),
}: BrowserWasmOptions = {}): Promise<Backend> {
  const url = address(wasm, build);
  let module: Module;
  try {
    module = await compile(url);
  } catch (cause) {
    throw new BackendError(
      `wasm: ${url} does not load: ${(cause as Error).message}. Is the file there? Say where with init({ wasm: '/folder/' }).`,
      { cause },
    );
  }
  return createWasmBackend({ module, build });
}

function address(wasm: BrowserWasmOptions['wasm'], build: Build): string {
  if (wasm === undefined) return urlOf(build).href;
  if (typeof wasm === 'function') return String(wasm(build));
  const folder = String(wasm);
  return `${folder}${folder.endsWith('/') ? '' : '/'}descend.${build}.wasm`;
}

async function compile(url: string): Promise<Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  // Compiling while it arrives works only where the server names the type.
  if (WebAssembly.compileStreaming && response.headers.get('content-type') === 'application/wasm') {
    return WebAssembly.compileStreaming(Promise.resolve(response));
  }
  return WebAssembly.compile(new Uint8Array(await response.arrayBuffer()));
}
