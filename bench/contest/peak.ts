/**
 * The peak of 128-bit float32 arithmetic in WASM, as a contender: a loop that has nothing but registers, of multiply and add
 * (what SIMD builds have) or of fused multiply-add (relaxed SIMD). Its module is put together here, byte by byte.
 */
import { WebAssembly } from '../../src/backend/wasm/engine.ts';
import type { Contender, Prepared } from './contender.ts';

/** As many independent sums as 16 registers hold, to hide the latency. */
const sums = 13;
const lanes = 4;
/** Steps of all the sums per turn of the loop, whose own work shall not count. */
const unrolled = 4;
const rounds = 20_000;

const splat = [0xfd, 0x13];
const mul = [0xfd, 0xe6, 0x01];
const add = [0xfd, 0xe4, 0x01];
const relaxedMadd = [0xfd, 0x85, 0x02];
const extractLane = [0xfd, 0x1f, 0];
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const f32 = (x: number): number[] => [0x43, ...new Uint8Array(Float32Array.of(x).buffer)];
const i32 = (x: number): number[] => [0x41, x];

/** LEB128. */
function unsigned(n: number): number[] {
  return n < 128 ? [n] : [(n & 127) | 128, ...unsigned(n >>> 7)];
}
const sized = (content: number[]): number[] => [...unsigned(content.length), ...content];
const section = (id: number, content: number[]): number[] => [id, ...sized(content)];

/** (func (export "f") (param $rounds i32) (result f32)): rounds × unrolled times all the sums. */
function moduleBytes(fused: boolean): Uint8Array {
  const [v128, type32, typeF32] = [0x7b, 0x7f, 0x7d];
  const [count, x, y, first] = [0, 1, 2, 3];
  const all = Array.from({ length: sums }, (_, i) => first + i);
  // A sum is an operand of each step, so that no step can be left out or shared: s = s · x + y, or s = x · y + s.
  const step = (s: number): number[] =>
    fused
      ? [...get(x), ...get(y), ...get(s), ...relaxedMadd, ...set(s)]
      : [...get(s), ...get(x), ...mul, ...get(y), ...add, ...set(s)];
  const body = [
    ...[1, sums + 2, v128],
    ...[...f32(0.9999), ...splat, ...set(x), ...f32(1e-4), ...splat, ...set(y)],
    ...all.flatMap((s, i) => [...f32(i), ...splat, ...set(s)]),
    ...[0x03, 0x40], // loop
    ...Array.from({ length: unrolled }, () => all.flatMap(step)).flat(),
    ...[...get(count), ...i32(1), 0x6b, 0x22, count, 0x0d, 0], // count -= 1; again unless 0
    0x0b, // end of the loop
    ...all.flatMap((s, i) => [...get(s), ...(i === 0 ? [] : add)]),
    ...extractLane,
    0x0b,
  ];
  return Uint8Array.from([
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, type32, 1, typeF32]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 'f'.charCodeAt(0), 0, 0]),
    ...section(10, [1, ...sized(body)]),
  ]);
}

/** @throws Error where the engine has no such instruction */
export function peak(variant: string): Contender {
  const module = new WebAssembly.Module(moduleBytes(variant === 'fused'));
  const { f } = new WebAssembly.Instance(module, {}).exports as { f: (rounds: number) => number };
  const prepared: Prepared = {
    run: () => f(rounds),
    result: () => [f(1)],
    dispose: () => {},
    flops: 2 * lanes * sums * unrolled * rounds,
  };
  return { threads: 1, detail: variant, prepare: () => Promise.resolve(prepared) };
}
