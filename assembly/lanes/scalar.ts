/** What simd.ts offers, one element at a time. */
export type Vec<T> = T;
export type Mask<T> = bool;

// The builtins whose names V uses itself.
@inline function absOf<T>(x: T): T { return abs<T>(x); }
@inline function sqrtOf<T>(x: T): T { return sqrt<T>(x); }
@inline function floorOf<T>(x: T): T { return floor<T>(x); }
@inline function ceilOf<T>(x: T): T { return ceil<T>(x); }
@inline function truncOf<T>(x: T): T { return trunc<T>(x); }
@inline function minOf<T>(a: T, b: T): T { return min<T>(a, b); }
@inline function maxOf<T>(a: T, b: T): T { return max<T>(a, b); }
@inline function selectOf<T>(a: T, b: T, m: bool): T { return select<T>(a, b, m); }
@inline function copysignOf<T>(a: T, b: T): T { return copysign<T>(a, b); }

export namespace V {
  @inline export function bytes<T>(): usize { return sizeof<T>(); }
  @inline export function count<T>(): usize { return 1; }
  @inline export function fused(): bool { return false; }

  @inline export function read<T>(p: usize): Vec<T> { return load<T>(p); }
  @inline export function read1<T>(p: usize): Vec<T> { return load<T>(p, sizeof<T>()); }
  @inline export function read2<T>(p: usize): Vec<T> { return load<T>(p, 2 * sizeof<T>()); }
  @inline export function read3<T>(p: usize): Vec<T> { return load<T>(p, 3 * sizeof<T>()); }
  @inline export function write<T>(p: usize, x: Vec<T>): void { store<T>(p, x); }
  @inline export function readPart<T>(p: usize, n: usize): Vec<T> { return load<T>(p); }
  @inline export function writePart<T>(p: usize, n: usize, x: Vec<T>): void { store<T>(p, x); }
  @inline export function splat<T>(x: T): Vec<T> { return x; }
  @inline export function readSplat<T>(p: usize): Vec<T> { return load<T>(p); }
  @inline export function readSplat1<T>(p: usize): Vec<T> { return load<T>(p, sizeof<T>()); }
  @inline export function readSplat2<T>(p: usize): Vec<T> { return load<T>(p, 2 * sizeof<T>()); }
  @inline export function readSplat3<T>(p: usize): Vec<T> { return load<T>(p, 3 * sizeof<T>()); }
  @inline export function first<T>(x: Vec<T>): T { return x; }
  @inline export function zipLow<T>(a: T, b: T): T { return a; }
  @inline export function zipHigh<T>(a: T, b: T): T { return b; }
  @inline export function second(x: Vec<f64>): f64 { return x; }
  @inline export function extreme<T>(x: Vec<T>, largest: bool): T { return x; }
  @inline export function sum<T>(x: Vec<T>): T { return x; }

  @inline export function add<T>(a: T, b: T): T { return <T>(a + b); }
  @inline export function sub<T>(a: T, b: T): T { return <T>(a - b); }
  @inline export function mul<T>(a: T, b: T): T { return <T>(a * b); }
  @inline export function div<T>(a: T, b: T): T { return <T>(a / b); }
  @inline export function neg<T>(a: T): T { return <T>-a; }
  @inline export function fma<T>(a: T, b: T, c: T): T { return a * b + c; }
  @inline export function nfma<T>(a: T, b: T, c: T): T { return c - a * b; }
  @inline export function abs<T>(a: T): T { return absOf<T>(a); }
  @inline export function sqrt<T>(a: T): T { return sqrtOf<T>(a); }
  @inline export function floor<T>(a: T): T { return floorOf<T>(a); }
  @inline export function ceil<T>(a: T): T { return ceilOf<T>(a); }
  @inline export function trunc<T>(a: T): T { return truncOf<T>(a); }
  @inline export function round<T>(a: T): T { return nearest<T>(a); }
  @inline export function lesser<T>(a: T, b: T): T { return selectOf<T>(a, b, a < b); }
  @inline export function greater<T>(a: T, b: T): T { return selectOf<T>(a, b, a > b); }
  @inline export function minimum<T>(a: T, b: T): T { return minOf<T>(a, b); }
  @inline export function maximum<T>(a: T, b: T): T { return maxOf<T>(a, b); }

  @inline export function eq<T>(a: T, b: T): bool { return a == b; }
  @inline export function ne<T>(a: T, b: T): bool { return a != b; }
  @inline export function lt<T>(a: T, b: T): bool { return a < b; }
  @inline export function le<T>(a: T, b: T): bool { return a <= b; }
  @inline export function gt<T>(a: T, b: T): bool { return a > b; }
  @inline export function ge<T>(a: T, b: T): bool { return a >= b; }
  @inline export function both<T>(a: bool, b: bool): bool { return <bool>(<i32>a & <i32>b); }
  @inline export function either<T>(a: bool, b: bool): bool { return <bool>(<i32>a | <i32>b); }
  @inline export function differ<T>(a: bool, b: bool): bool { return a != b; }
  @inline export function not<T>(a: bool): bool { return !a; }
  @inline export function any<T>(m: bool): bool { return m; }
  @inline export function select<T>(m: bool, a: T, b: T): T { return selectOf<T>(a, b, m); }
  @inline export function keep<T>(m: bool, x: T): T { return selectOf<T>(x, <T>0, m); }
  @inline export function invalidate<T>(m: bool, x: T): T { return selectOf<T>(<T>NaN, x, m); }

  @inline export function bits<T, I>(x: T): I { return reinterpret<I>(x); }
  @inline export function ofBits<T, I>(x: I): T { return reinterpret<T>(x); }
  @inline export function and<I>(a: I, b: I): I { return a & b; }
  @inline export function or<I>(a: I, b: I): I { return a | b; }
  @inline export function xor<I>(a: I, b: I): I { return a ^ b; }
  @inline export function shl<I>(a: I, n: i32): I { return a << <I>n; }
  @inline export function shr<I>(a: I, n: i32): I { return a >> <I>n; }
  @inline export function copysign<T>(x: T, s: T): T { return copysignOf<T>(x, s); }
  @inline export function withSign<T>(x: T, s: T): T { return copysignOf<T>(x, s); }
  @inline export function negativeAbs<T>(x: T): T { return -absOf<T>(x); }

  @inline export function toFloat(a: i32): f32 { return <f32>a; }
  @inline export function lowHalf(a: f32): f64 { return <f64>a; }
  @inline export function highHalf(a: f32): f64 { return 1; }
  @inline export function narrow(low: f64, high: f64): f32 { return <f32>low; }
  @inline export function lowWords(low: f64, high: f64): i32 { return <i32>reinterpret<i64>(low); }
}
