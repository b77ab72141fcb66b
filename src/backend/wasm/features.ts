/** What the engine can run, found by asking it to validate modules of a few bytes. */
import { WebAssembly } from './engine.ts';

export interface Features {
  /** 128-bit vectors. */
  simd: boolean;
  /** Fused multiply-add on them: the engine takes relaxed SIMD, and its multiply-add rounds once. */
  relaxed: boolean;
  /** Atomics on memory that threads share; in browsers only pages that are cross-origin isolated have it. */
  threads: boolean;
}
/** The builds of the kernels, best first. */
export const builds = ['relaxed-threads', 'simd-threads', 'relaxed', 'simd', 'scalar'] as const;
export type Build = (typeof builds)[number];
export const hasThreads = (build: Build): boolean => build.endsWith('-threads');

const header = [0, 97, 115, 109, 1, 0, 0, 0];
/** (func (result v128) i32.const 0 i8x16.splat) */
const simdModule = [...header, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];
/**
 * (func (export "f") (param f32 f32 f32) (result f32)
 *   (f32x4.extract_lane 0 (f32x4.relaxed_madd (f32x4.splat a) (f32x4.splat b) (f32x4.splat c))))
 */
const relaxedModule = [
  ...header,
  ...[1, 8, 1, 96, 3, 125, 125, 125, 1, 125], // type
  ...[3, 2, 1, 0], // function
  ...[7, 5, 1, 1, 102, 0, 0], // export
  ...[10, 22, 1, 20, 0, 32, 0, 253, 19, 32, 1, 253, 19, 32, 2, 253, 19, 253, 133, 2, 253, 31, 0, 11], // code
];
/** (memory 1 1 shared) (func (drop (i32.atomic.load (i32.const 0)))) */
const atomicsModule = [
  ...header,
  ...[1, 4, 1, 96, 0, 0, 3, 2, 1, 0], // type and function
  ...[5, 4, 1, 3, 1, 1], // memory
  ...[10, 11, 1, 9, 0, 65, 0, 254, 16, 2, 0, 26, 11], // code
];

/** Whether relaxed multiply-add rounds once here: (1 + e)(1 − e) − 1 is −e² then, else 0. */
function fuses(): boolean {
  const module = new WebAssembly.Module(Uint8Array.from(relaxedModule));
  const { f } = new WebAssembly.Instance(module, {}).exports as { f: (a: number, b: number, c: number) => number };
  const e = 2 ** -23;
  return f(1 + e, 1 - e, -1) !== 0;
}

/** Whether memory can be shared with workers. A page that is not isolated may not, even where the engine could. */
function sharesMemory(): boolean {
  const { crossOriginIsolated = true } = globalThis as { crossOriginIsolated?: boolean };
  if (!crossOriginIsolated || typeof SharedArrayBuffer === 'undefined') return false;
  return WebAssembly.validate(Uint8Array.from(atomicsModule));
}

export function probeFeatures(): Features {
  const simd = WebAssembly.validate(Uint8Array.from(simdModule));
  const relaxed = simd && WebAssembly.validate(Uint8Array.from(relaxedModule)) && fuses();
  return { simd, relaxed, threads: simd && sharesMemory() };
}

export function bestBuild({ simd, relaxed, threads }: Features): Build {
  const lanes = relaxed ? 'relaxed' : 'simd';
  if (!simd) return 'scalar';
  return threads ? `${lanes}-threads` : lanes;
}
