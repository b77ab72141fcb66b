/** The choice of a backend in browsers: init() loads WASM, and nothing can be computed before. */
import { known } from '../options.ts';
import { BackendError } from '../errors.ts';
import { backendInfo, type BackendInfo, checkThreads, type InitOptions, say, setNumThreads, use } from './select.ts';
import type { WasmBackend } from './wasm/backend.ts';
import { loadBrowserWasmBackend, usualThreads } from './wasm/browser.ts';
import { bestBuild, type Build, type Features, hasThreads, probeFeatures } from './wasm/features.ts';

/** What is used of a page or worker, typed here as in engine.ts. */
const page = globalThis as unknown as { crossOriginIsolated: boolean };

interface Loading {
  /** The options that choose what is loaded, as text. */
  wanted: string;
  done: Promise<WasmBackend>;
}
/** What was asked for last, and what is in use. */
let asked: Loading | null = null;
let inUse: Loading | null = null;

/**
 * Loads the kernels: the best build of them that this browser runs, over the network. Everything else waits for it. Calling it
 * again is free: only another `wasm` or `build` loads anew, after which tensors made before cannot be used.
 * @throws BackendError that names the address when the kernels cannot be loaded, or for a backend other than wasm; ValueError
 * unless threads is 1 to 64
 */
export async function init(options: InitOptions = {}): Promise<BackendInfo> {
  const { backend = 'wasm', wasm, build, threads } = known('init', options, ['backend', 'wasm', 'build', 'threads']);
  if (backend !== 'wasm') throw new BackendError(`init: a browser has no backend "${backend}", only wasm.`);
  if (threads !== undefined) checkThreads('init', threads);
  const wanted = `${String(wasm)} ${build}`;
  if (asked !== null && (wanted === asked.wanted || (wasm === undefined && build === undefined))) {
    const loaded = await asked.done;
    if (threads !== undefined && threads !== backendInfo().threads) {
      setNumThreads(threads);
      await loaded.ready();
    }
    return backendInfo();
  }
  const mine = (asked = { wanted, done: load(options, asked?.done) });
  try {
    await mine.done;
    inUse = mine;
  } catch (error) {
    if (asked === mine) asked = inUse; // the next call tries again, or stays with what there is
    throw error;
  }
  return backendInfo();
}

/** @param before what is loading already: who asks last gets what was asked for */
async function load(options: InitOptions, before: Promise<unknown> | undefined): Promise<WasmBackend> {
  const features = probeFeatures();
  const { build = bestBuild(features), threads = usualThreads() } = options;
  if (hasThreads(build) && !features.threads)
    throw new BackendError(`init: the build ${build} needs shared memory: ${noThreads()}.`);
  const [next] = await Promise.all([loadBrowserWasmBackend({ ...options, build, threads }), before?.catch(() => {})]);
  let why = options.build ? `the build ${build} was asked for` : reason(build, features);
  const missing = hasThreads(build) && threads > 1 && next.stats().threads === 1;
  if (missing) why += '; one thread: its workers did not start';
  use(next, why);
  if (missing) {
    say(
      "descend runs on one thread: its workers did not start. Does the page's Content-Security-Policy allow worker-src blob:?",
    );
  }
  if (threads > 1 && options.build === undefined && !features.threads)
    say(`descend runs on one thread: ${noThreads()}.`);
  return next;
}

function reason(build: Build, { simd, relaxed, threads }: Features): string {
  const parts = [`${build} is the best build that this browser runs`];
  if (!simd) parts.push('it has no SIMD');
  else if (!relaxed) parts.push('it has no fused multiply-add (relaxed SIMD)');
  if (!threads) parts.push(`one thread: ${noThreads()}`);
  return parts.join('; ');
}

function noThreads(): string {
  if (page.crossOriginIsolated) return 'this browser has no shared memory';
  return (
    'the page is not cross-origin isolated. Serve it with the headers Cross-Origin-Opener-Policy: same-origin and ' +
    'Cross-Origin-Embedder-Policy: require-corp'
  );
}
