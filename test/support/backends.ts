/**
 * The backends that the tests run on, each a set of kernels with a name of its own: `wasm-simd` is the WASM backend with that build.
 * The names are the same in Node and in browsers; platform.ts knows how one is made.
 */
import type { Backend } from '../../src/backend/backend.ts';
import { setActive } from '../../src/backend/current.ts';
import { emptyPool } from '../../src/memory.ts';
import { builds, createBackend, native, type TestBackend } from './platform.ts';

export { builds, derivativesOn, type TestBackend } from './platform.ts';

/** Every set of kernels that runs here, best first; each is held against the reference. */
export const everyBackend: readonly TestBackend[] = [...native, ...builds.map((build) => `wasm-${build}` as const)];
/** What people get, with an addon and without: enough for what stands above the kernels. */
export const backends: readonly TestBackend[] = everyBackend.slice(0, native.length + 1);
/** Those that run on several threads. */
export const threaded: readonly TestBackend[] = everyBackend.filter(
  (name) => name === 'native' || name.endsWith('-threads'),
);
export const reference = 'reference' as const;

const made = new Map<TestBackend, Backend>();
export function backendOf(name: TestBackend): Backend {
  let one = made.get(name);
  if (!one) {
    made.set(name, (one = createBackend(name)));
    one.setThreads(2); // so that large samples are shared out, whatever the machine
  }
  return one;
}

/** Makes a backend the one in use. Tensors of another one cannot be used any more. */
export function useBackend(name: TestBackend): void {
  const next = backendOf(name);
  emptyPool();
  setActive(next);
}

/** Runs fn on a backend. Its tensors cannot be used by another one: return what was read from them. */
export function on<R>(name: TestBackend, fn: () => R): R {
  useBackend(name);
  return fn();
}
