/** The WASM builds that run here, and the names of what the tests run on. */
import { type Build, builds, hasThreads, probeFeatures } from '../../src/backend/wasm/features.ts';

export type TestBackend = 'native' | `wasm-${Build}` | 'reference';

/** The builds that this engine runs, best first. */
export function runnable(): Build[] {
  const { simd, relaxed, threads } = probeFeatures();
  return builds.filter((build) => {
    if (hasThreads(build) && !threads) return false;
    return build === 'scalar' || (build.startsWith('relaxed') ? relaxed : simd);
  });
}

/** The build of a WASM backend's name. */
export const buildOf = (name: TestBackend): Build => name.slice('wasm-'.length) as Build;
