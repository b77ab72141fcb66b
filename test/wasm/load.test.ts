/** Which build runs, and what is said when one cannot. */
import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { BackendError } from '../../src/errors.ts';
import { createWasmBackend } from '../../src/backend/wasm/backend.ts';
import { WebAssembly } from '../../src/backend/wasm/engine.ts';
import { bestBuild, probeFeatures } from '../../src/backend/wasm/features.ts';
import { createNodeWasmBackend, enableRelaxedSimd } from '../../src/backend/wasm/node.ts';

describe('choice of a build', () => {
  it('the best one that the engine runs', () => {
    expect(bestBuild({ simd: true, relaxed: true, threads: true })).toBe('relaxed-threads');
    expect(bestBuild({ simd: true, relaxed: false, threads: true })).toBe('simd-threads');
    expect(bestBuild({ simd: true, relaxed: true, threads: false })).toBe('relaxed');
    expect(bestBuild({ simd: true, relaxed: false, threads: false })).toBe('simd');
    expect(bestBuild({ simd: false, relaxed: false, threads: false })).toBe('scalar');
    enableRelaxedSimd();
    const features = probeFeatures();
    expect([features.simd, features.threads]).toEqual([true, true]); // every Node from 16.4 on
    const backend = createNodeWasmBackend(undefined);
    expect(backend.name).toBe('wasm');
    expect(backend.stats().isa).toBe(`wasm ${bestBuild(features)}`);
    expect(backend.stats().threads).toBe(Math.min(8, availableParallelism()));
    expect(createNodeWasmBackend('scalar').stats().isa).toBe('wasm scalar');
  });

  it('an unknown build is named, a module that does not fit as well', () => {
    expect(() => createNodeWasmBackend('mmx')).toThrow(BackendError);
    expect(() => createNodeWasmBackend('mmx')).toThrow(
      'wasm: DESCEND_WASM_BUILD is "mmx"; choose one of relaxed-threads, simd-threads, relaxed, simd, scalar.',
    );
    const empty = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    expect(() => createWasmBackend({ module: empty, build: 'simd' })).toThrow(/^wasm: the simd build does not start: /);
  });
});
