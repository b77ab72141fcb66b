/** Loading the WASM backend in a browser: over the network, before anything is computed. */
import { BackendError } from '../../errors.ts';
import { createWasmBackend, type WasmBackend } from './backend.ts';
import { type Module, WebAssembly } from './engine.ts';
import { bestBuild, type Build, probeFeatures } from './features.ts';
import { helperSource, mostThreads, type StartHelper } from './helpers.ts';
import { urlOf } from './urls.ts';

export interface BrowserWasmOptions {
  /** Where the files descend.relaxed-threads.wasm and so on are, for those who host them themselves. */
  wasm?: string | URL | ((build: Build) => string | URL);
  /** One build instead of the best one here. */
  build?: Build;
  /** Threads, the calling one included; as many as the machine has processors, up to 8, unless told. */
  threads?: number;
}

/** What is used of a page or worker, typed here as in engine.ts. */
const { navigator } = globalThis as { navigator?: { hardwareConcurrency: number } };

/** As many threads as the machine has processors. */
export function usualThreads(): number {
  return Math.min(mostThreads, navigator?.hardwareConcurrency ?? 1);
}

/**
 * Loads the best build that this engine runs.
 * @throws BackendError that names the address and says what came instead
 */
export async function loadBrowserWasmBackend({
  wasm,
  build = bestBuild(probeFeatures()),
  threads = usualThreads(),
}: BrowserWasmOptions = {}): Promise<WasmBackend> {
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
  const backend = createWasmBackend({ module, build, startHelper });
  backend.setThreads(threads);
  // A loop that never gives way would keep workers from starting.
  await backend.ready();
  return backend;
}

interface BrowserWorker {
  postMessage(message: unknown): void;
  onerror: () => void;
}
const { Worker } = globalThis as unknown as { Worker: new (url: string, options: { name: string }) => BrowserWorker };
/** A worker that nothing refers to may be collected. */
const workers: BrowserWorker[] = [];
let workerUrl: string | null = null;

const startHelper: StartHelper = (orders, failed) => {
  const text = `${helperSource}onmessage = ({ data }) => help(data);`;
  workerUrl ??= URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = new Worker(workerUrl, { name: `descend ${orders.index + 1}` });
  worker.onerror = failed;
  worker.postMessage(orders);
  workers.push(worker);
};

function address(wasm: BrowserWasmOptions['wasm'], build: Build): string {
  if (wasm === undefined) return defaultAddress(build);
  if (typeof wasm === 'function') return String(wasm(build));
  const folder = String(wasm);
  return `${folder}${folder.endsWith('/') ? '' : '/'}descend.${build}.wasm`;
}

function defaultAddress(build: Build): string {
  try {
    return urlOf(build).href;
  } catch (cause) {
    throw new BackendError(
      "wasm: this bundle does not know its own address (import.meta.url), beside which the files are. Say where with init({ wasm: '/folder/' }).",
      { cause },
    );
  }
}

/** What a WebAssembly module begins with: \0asm. */
const magic = [0, 97, 115, 109];

async function compile(url: string): Promise<Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  const type = response.headers.get('content-type');
  // Compiling while it arrives works only where the server names the type.
  if (WebAssembly.compileStreaming && type === 'application/wasm') {
    return WebAssembly.compileStreaming(Promise.resolve(response));
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Many servers answer with their page when a file is not there.
  if (!magic.every((byte, i) => bytes[i] === byte)) {
    throw new Error(`${bytes.length} bytes of ${type ?? 'an unnamed type'} came, which are no WebAssembly`);
  }
  return WebAssembly.compile(bytes);
}
