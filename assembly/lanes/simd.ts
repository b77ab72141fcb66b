/**
 * Vectors of 128 bits. asc makes the exports of this file (or of scalar.ts, for engines without SIMD) globals: kernels are written
 * once, over Vec<T>, which is four floats here and one there.
 */
export type Vec<T> = v128;
/** All bits of a lane set where true. */
export type Mask<T> = v128;

export namespace V {
  /** Bytes of a Vec<T>. */
  @inline export function bytes<T>(): usize { return 16; }
  /** Lanes of a Vec<T>. */
  @inline export function count<T>(): usize { return 16 / sizeof<T>(); }
  /** a · b + c is rounded once. */
  @inline export function fused(): bool { return ASC_FEATURE_RELAXED_SIMD; }

  @inline export function read<T>(p: usize): Vec<T> { return v128.load(p); }
  /** The vectors after that at p: engines do best with offsets that are constants. */
  @inline export function read1<T>(p: usize): Vec<T> { return v128.load(p, 16); }
  @inline export function read2<T>(p: usize): Vec<T> { return v128.load(p, 32); }
  @inline export function read3<T>(p: usize): Vec<T> { return v128.load(p, 48); }
  @inline export function write<T>(p: usize, x: Vec<T>): void { v128.store(p, x); }
  /** The first 0 < n < count lanes; the others are 0. */
  @inline export function readPart<T>(p: usize, n: usize): Vec<T> {
    if (sizeof<T>() == 8 || n == 2) return v128.load64_zero(p);
    if (n == 1) return v128.load32_zero(p);
    return v128.load32_lane(p + 8, v128.load64_zero(p), 2);
  }
  @inline export function writePart<T>(p: usize, n: usize, x: Vec<T>): void {
    if (sizeof<T>() == 8 || n >= 2) v128.store64_lane(p, x, 0);
    if (sizeof<T>() == 8) return;
    if (n == 1) v128.store32_lane(p, x, 0);
    if (n == 3) v128.store32_lane(p + 8, x, 2);
  }
  @inline export function splat<T>(x: T): Vec<T> { return v128.splat<T>(x); }
  /** The element at p, or one of the next three, in every lane. Where it is is part of the instruction, and has to be a constant. */
  @inline export function readSplat<T>(p: usize): Vec<T> { return v128.load_splat<T>(p); }
  @inline export function readSplat1<T>(p: usize): Vec<T> { return v128.load_splat<T>(p, sizeof<T>()); }
  @inline export function readSplat2<T>(p: usize): Vec<T> { return v128.load_splat<T>(p, 2 * sizeof<T>()); }
  @inline export function readSplat3<T>(p: usize): Vec<T> { return v128.load_splat<T>(p, 3 * sizeof<T>()); }
  @inline export function first<T>(x: Vec<T>): T { return v128.extract_lane<T>(x, 0); }

  /** a0 b0 a1 b1 … as far as lanes go, and its other half. */
  @inline export function zipLow<T>(a: Vec<T>, b: Vec<T>): Vec<T> {
    return sizeof<T>() == 8 ? v128.shuffle<f64>(a, b, 0, 2) : v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  }
  @inline export function zipHigh<T>(a: Vec<T>, b: Vec<T>): Vec<T> {
    return sizeof<T>() == 8 ? v128.shuffle<f64>(a, b, 1, 3) : v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  }

  @inline export function second(x: Vec<f64>): f64 { return v128.extract_lane<f64>(x, 1); }
  /** The largest or the smallest lane; NaN where there is one. */
  @inline export function extreme<T>(x: Vec<T>, largest: bool): T {
    let y = x;
    y = largest ? v128.max<T>(y, v128.shuffle<i64>(y, y, 1, 1)) : v128.min<T>(y, v128.shuffle<i64>(y, y, 1, 1));
    if (sizeof<T>() <= 4) {
      const z = v128.shuffle<i32>(y, y, 1, 1, 1, 1);
      y = largest ? v128.max<T>(y, z) : v128.min<T>(y, z);
    }
    if (sizeof<T>() == 1) {
      let z = v128.shr<u32>(y, 16);
      y = largest ? v128.max<T>(y, z) : v128.min<T>(y, z);
      z = v128.shr<u32>(y, 8);
      y = largest ? v128.max<T>(y, z) : v128.min<T>(y, z);
    }
    return v128.extract_lane<T>(y, 0);
  }
  /** The sum of all lanes. */
  @inline export function sum<T>(x: Vec<T>): T {
    if (sizeof<T>() == 8) return <T>(v128.extract_lane<T>(x, 0) + v128.extract_lane<T>(x, 1));
    const pair = v128.add<T>(x, v128.shuffle<i64>(x, x, 1, 1));
    return <T>(v128.extract_lane<T>(pair, 0) + v128.extract_lane<T>(pair, 1));
  }

  @inline export function add<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return v128.add<T>(a, b); }
  @inline export function sub<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return v128.sub<T>(a, b); }
  @inline export function mul<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return v128.mul<T>(a, b); }
  @inline export function div<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return v128.div<T>(a, b); }
  @inline export function neg<T>(a: Vec<T>): Vec<T> { return v128.neg<T>(a); }
  /** a · b + c */
  @inline export function fma<T>(a: Vec<T>, b: Vec<T>, c: Vec<T>): Vec<T> {
    if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<T>(a, b, c);
    return v128.add<T>(v128.mul<T>(a, b), c);
  }
  /** c − a · b */
  @inline export function nfma<T>(a: Vec<T>, b: Vec<T>, c: Vec<T>): Vec<T> {
    if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_nmadd<T>(a, b, c);
    return v128.sub<T>(c, v128.mul<T>(a, b));
  }
  @inline export function abs<T>(a: Vec<T>): Vec<T> { return v128.abs<T>(a); }
  @inline export function sqrt<T>(a: Vec<T>): Vec<T> { return v128.sqrt<T>(a); }
  @inline export function floor<T>(a: Vec<T>): Vec<T> { return v128.floor<T>(a); }
  @inline export function ceil<T>(a: Vec<T>): Vec<T> { return v128.ceil<T>(a); }
  @inline export function trunc<T>(a: Vec<T>): Vec<T> { return v128.trunc<T>(a); }
  /** Halves to the even integer. */
  @inline export function round<T>(a: Vec<T>): Vec<T> { return v128.nearest<T>(a); }
  /** a < b ? a : b, so b where either is NaN */
  @inline export function lesser<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return v128.pmin<T>(b, a); }
  /** a > b ? a : b, so b where either is NaN */
  @inline export function greater<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return v128.pmax<T>(b, a); }
  /** NaN where either is. */
  @inline export function minimum<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return v128.min<T>(a, b); }
  @inline export function maximum<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return v128.max<T>(a, b); }

  @inline export function eq<T>(a: Vec<T>, b: Vec<T>): Mask<T> { return v128.eq<T>(a, b); }
  @inline export function ne<T>(a: Vec<T>, b: Vec<T>): Mask<T> { return v128.ne<T>(a, b); }
  @inline export function lt<T>(a: Vec<T>, b: Vec<T>): Mask<T> { return v128.lt<T>(a, b); }
  @inline export function le<T>(a: Vec<T>, b: Vec<T>): Mask<T> { return v128.le<T>(a, b); }
  @inline export function gt<T>(a: Vec<T>, b: Vec<T>): Mask<T> { return v128.gt<T>(a, b); }
  @inline export function ge<T>(a: Vec<T>, b: Vec<T>): Mask<T> { return v128.ge<T>(a, b); }
  @inline export function both<T>(a: Mask<T>, b: Mask<T>): Mask<T> { return v128.and(a, b); }
  @inline export function either<T>(a: Mask<T>, b: Mask<T>): Mask<T> { return v128.or(a, b); }
  @inline export function differ<T>(a: Mask<T>, b: Mask<T>): Mask<T> { return v128.xor(a, b); }
  @inline export function not<T>(a: Mask<T>): Mask<T> { return v128.not(a); }
  /** Whether any lane is true. */
  @inline export function any<T>(m: Mask<T>): bool { return v128.any_true(m); }
  /** a where m, else b */
  @inline export function select<T>(m: Mask<T>, a: Vec<T>, b: Vec<T>): Vec<T> {
    if (ASC_FEATURE_RELAXED_SIMD) return sizeof<T>() == 8 ? i64x2.relaxed_laneselect(a, b, m) : i32x4.relaxed_laneselect(a, b, m);
    return v128.bitselect(a, b, m);
  }
  /** x where m, else 0 */
  @inline export function keep<T>(m: Mask<T>, x: Vec<T>): Vec<T> { return v128.and(m, x); }
  /** NaN where m, else x */
  @inline export function invalidate<T>(m: Mask<T>, x: Vec<T>): Vec<T> { return v128.or(m, x); }

  // Bit patterns: floats as i32 lanes, doubles as i64 lanes.
  @inline export function bits<T, I>(x: Vec<T>): Vec<I> { return x; }
  @inline export function ofBits<T, I>(x: Vec<I>): Vec<T> { return x; }
  @inline export function and<I>(a: Vec<I>, b: Vec<I>): Vec<I> { return v128.and(a, b); }
  @inline export function or<I>(a: Vec<I>, b: Vec<I>): Vec<I> { return v128.or(a, b); }
  @inline export function xor<I>(a: Vec<I>, b: Vec<I>): Vec<I> { return v128.xor(a, b); }
  @inline export function shl<I>(a: Vec<I>, n: i32): Vec<I> { return v128.shl<I>(a, n); }
  /** I says whether the sign is kept. */
  @inline export function shr<I>(a: Vec<I>, n: i32): Vec<I> { return v128.shr<I>(a, n); }
  /** x with the sign of s instead of its own. */
  @inline export function copysign<T>(x: Vec<T>, s: Vec<T>): Vec<T> { return v128.bitselect(s, x, v128.splat<T>(<T>-0.0)); }
  /** x ≥ +0 with the sign of s. */
  @inline export function withSign<T>(x: Vec<T>, s: Vec<T>): Vec<T> { return v128.or(x, v128.and(s, v128.splat<T>(<T>-0.0))); }
  /** −|x| */
  @inline export function negativeAbs<T>(x: Vec<T>): Vec<T> { return v128.or(x, v128.splat<T>(<T>-0.0)); }

  @inline export function toFloat(a: Vec<i32>): Vec<f32> { return f32x4.convert_i32x4_s(a); }
  // A vector of floats as two of doubles, and back with one rounding.
  @inline export function lowHalf(a: Vec<f32>): Vec<f64> { return f64x2.promote_low_f32x4(a); }
  @inline export function highHalf(a: Vec<f32>): Vec<f64> {
    return f64x2.promote_low_f32x4(v128.shuffle<i64>(a, a, 1, 1));
  }
  @inline export function narrow(low: Vec<f64>, high: Vec<f64>): Vec<f32> {
    return v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
  }
  /** The low 32 bits of each pattern. */
  @inline export function lowWords(low: Vec<f64>, high: Vec<f64>): Vec<i32> {
    return v128.shuffle<i32>(low, high, 0, 2, 4, 6);
  }
}
