/**
 * The constants of the vector functions, in memory: V8 builds a constant that stands in the code anew in every round of a loop, from
 * three instructions, where a load takes one.
 */

/** Entry i of a table, in every lane. */
@inline export function at<T>(table: usize, i: usize): Vec<T> { return V.readSplat<T>(table + i * sizeof<T>()); }
/** One step of Horner's rule: p x + entry i. */
@inline export function horner<T>(p: Vec<T>, x: Vec<T>, table: usize, i: usize): Vec<T> { return V.fma<T>(p, x, at<T>(table, i)); }
/** Three steps, down to entry i. */
@inline export function horner3<T>(p: Vec<T>, x: Vec<T>, table: usize, i: usize): Vec<T> {
  return horner<T>(horner<T>(horner<T>(p, x, table, i + 2), x, table, i + 1), x, table, i);
}
/** Entry i + entry i + 1 · x: where Horner's rule begins. */
@inline export function line<T>(x: Vec<T>, table: usize, i: usize): Vec<T> { return V.fma<T>(at<T>(table, i + 1), x, at<T>(table, i)); }

export const enum F {
  one, minusOne, half, quarter, infinity, minusInfinity,
  log2e, ln2High, ln2Low,
  /** 1.5 · 2²³ and a bias: adding it rounds to an integer, which then sits, biased, in the low bits of the pattern. */
  shift126, shift127, shift254, shift,
  expLeast, expMost, expm1Least, tanhLeast, sigmoidLeast, erfMost,
  normalLeast, two23, minus23, ln2, reducible, normalExp, belowLeast,
}
const floats = memory.data<f32>([
  1, -1, 0.5, 0.25, Infinity, -Infinity,
  1.442695, 0.69314575, 0.0000014286068,
  12583038, 12583039, 12583166, 12582912,
  -104, 89, -18, -9.5, -104, 3.93,
  1.1754944e-38, 8388608.0, -23, 0.6931472, 2097152, -87, -88,
]);
@inline export function f(i: F): Vec<f32> { return at<f32>(floats, i); }

export const enum I { exponentMask, logBegin, four, one, two, sign }
const integers = memory.data<i32>([0xff800000, 0x3f2aaaab, 0x40800000, 1, 2, 0x80000000]);
@inline export function i(i: I): Vec<i32> { return at<i32>(integers, i); }

export const enum D {
  one, infinity, minusInfinity, most, least,
  /** 1.5 · 2⁵² */
  shift,
  /** 2⁵² + 1024 */
  biasedShift,
  twoOverPi, halfPiHigh, halfPiLow,
}
const doubles = memory.data<f64>([
  1, Infinity, -Infinity, 1000, -1000,
  6755399441055744, 4503599627371520,
  0.6366197723675814, 1.5707963267341256, 6.077100506506192e-11,
]);
@inline export function d(i: D): Vec<f64> { return at<f64>(doubles, i); }

export const enum L { log2Begin, bias, biasHigh, two52, one }
const longs = memory.data<i64>([0x3fe6a09e667f3bcd, 1024, 0x4000000000000000, 0x4330000000000000, 0x3ff0000000000000]);
@inline export function l(i: L): Vec<i64> { return at<i64>(longs, i); }
