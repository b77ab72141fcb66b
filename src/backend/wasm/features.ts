/** What the engine can run, found by asking it to validate modules of a few bytes. */
import { WebAssembly } from './engine.ts';

export interface Features {
  /** 128-bit vectors. */
  simd: boolean;
  /** Fused multiply-add on them: the engine takes relaxed SIMD, and its multiply-add rounds once. */
  relaxed: boolean;
}
/** The builds of the kernels, best first. */
export type Build = 'relaxed' | 'simd' | 'scalar';

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

/** Whether relaxed multiply-add rounds once here: (1 + e)(1 − e) − 1 is −e² then, else 0. */
function fuses(): boolean {
  const module = new WebAssembly.Module(Uint8Array.from(relaxedModule));
  const { f } = new WebAssembly.Instance(module, {}).exports as { f: (a: number, b: number, c: number) => number };
  const e = 2 ** -23;
  return f(1 + e, 1 - e, -1) !== 0;
}

export function probeFeatures(): Features {
  const simd = WebAssembly.validate(Uint8Array.from(simdModule));
  const relaxed = simd && WebAssembly.validate(Uint8Array.from(relaxedModule)) && fuses();
  return { simd, relaxed };
}

export function bestBuild({ simd, relaxed }: Features): Build {
  return relaxed ? 'relaxed' : simd ? 'simd' : 'scalar';
}
