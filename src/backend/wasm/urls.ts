/** Where bundlers find the builds: each `new URL` of a literal is an asset to them. */
import type { Build } from './features.ts';

export function urlOf(build: Build): URL {
  switch (build) {
    case 'relaxed':
      return new URL('../../../build/wasm/descend.relaxed.wasm', import.meta.url);
    case 'simd':
      return new URL('../../../build/wasm/descend.simd.wasm', import.meta.url);
    case 'scalar':
      return new URL('../../../build/wasm/descend.scalar.wasm', import.meta.url);
  }
}
