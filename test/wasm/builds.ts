/** The builds of the WASM kernels that this engine runs, each a backend of its own. */
import type { Backend } from '../../src/backend/backend.ts';
import type { Build } from '../../src/backend/wasm/features.ts';
import * as support from '../support/backends.ts';

export const { builds } = support;

export function backendOf(name: Build | 'reference'): Backend {
  return support.backendOf(name === 'reference' ? name : `wasm-${name}`);
}
