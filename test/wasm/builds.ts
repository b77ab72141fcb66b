/** The builds of the WASM kernels that this engine runs, each a backend of its own. */
import type { Backend } from '../../src/backend/backend.ts';
import { setActive } from '../../src/backend/current.ts';
import { createReferenceBackend } from '../../src/backend/reference/index.ts';
import { type Build, probeFeatures } from '../../src/backend/wasm/features.ts';
import { createNodeWasmBackend, enableRelaxedSimd } from '../../src/backend/wasm/node.ts';
import { emptyPool } from '../../src/memory.ts';

enableRelaxedSimd();
const features = probeFeatures();
export const builds: readonly Build[] = [
  ...(features.relaxed ? (['relaxed'] as const) : []),
  ...(features.simd ? (['simd'] as const) : []),
  'scalar',
];

const made = new Map<string, Backend>();
export function backendOf(name: Build | 'reference'): Backend {
  let one = made.get(name);
  if (!one) made.set(name, (one = name === 'reference' ? createReferenceBackend() : createNodeWasmBackend(name)));
  return one;
}

/** Runs fn on a backend. Its tensors cannot be used by another one: return what was read from them. */
export function on<R>(name: Build | 'reference', fn: () => R): R {
  emptyPool();
  setActive(backendOf(name));
  return fn();
}
