/** Where the builds are. tsdown.config.ts puts them beside the bundles in dist, and writes the new places here. */
import type { Build } from './features.ts';

/** For Node: the folder in the package. */
export const wasmFolder = 'build/wasm';

/** For browsers. Bundlers take each `new URL` of a literal as an asset. */
export function urlOf(build: Build): URL {
  switch (build) {
    case 'relaxed-threads':
      return new URL('../../../build/wasm/descend.relaxed-threads.wasm', import.meta.url);
    case 'simd-threads':
      return new URL('../../../build/wasm/descend.simd-threads.wasm', import.meta.url);
    case 'relaxed':
      return new URL('../../../build/wasm/descend.relaxed.wasm', import.meta.url);
    case 'simd':
      return new URL('../../../build/wasm/descend.simd.wasm', import.meta.url);
    case 'scalar':
      return new URL('../../../build/wasm/descend.scalar.wasm', import.meta.url);
  }
}
