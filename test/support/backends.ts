/** The backends that the tests run on. */
import type { BackendName } from '../../src/index.ts';
import { useBackend } from '../../src/backend/select.ts';

/** Those that people compute with; each is held against the reference. */
export const backends: readonly BackendName[] = ['native', 'wasm'];
/** Those that run on several threads. */
export const threaded: readonly BackendName[] = ['native'];
export const reference: BackendName = 'reference';

/** Runs fn on a backend. Its tensors cannot be used by another one: return what was read from them. */
export function on<R>(name: BackendName, fn: () => R): R {
  useBackend(name);
  return fn();
}
