/**
 * Exponentials, logarithms and powers of float32 vectors: the minimax fits of native/simd/explog.h. "1.05 ulp" above a function
 * bounds the errors that test/wasm/math.test.ts measures against float64, with and without fused multiply-add.
 */
import { at, D, d, F, f, horner, horner3, I, i, L, l, line } from './constants';

// x = n ln 2 + r with |r| ≤ ln 2 / 2: t = shifted(x, shift) holds n and the shift's bias in its low bits, where a shift by 23 makes it
// an exponent.
@inline export function shifted(x: Vec<f32>, shift: F): Vec<f32> { return V.fma<f32>(x, f(F.log2e), f(shift)); }
@inline export function remainderOf(x: Vec<f32>, n: Vec<f32>): Vec<f32> {
  return V.nfma<f32>(n, f(F.ln2Low), V.nfma<f32>(n, f(F.ln2High), x));
}
/** 2^(n + bias − 127), which must be normal. */
@inline export function powerOf(t: Vec<f32>): Vec<f32> { return V.ofBits<f32, i32>(V.shl<i32>(V.bits<f32, i32>(t), 23)); }
/** 2ⁿ p where n (with bias 254) may pass the range of normal numbers: two exact steps, then one rounding. */
@inline export function scale(p: Vec<f32>, t: Vec<f32>): Vec<f32> {
  const biased = V.bits<f32, i32>(t);
  const half = V.and<i32>(V.shl<i32>(biased, 22), i(I.exponentMask));
  const rest = V.sub<i32>(V.shl<i32>(biased, 23), half);
  return V.mul<f32>(V.mul<f32>(p, V.ofBits<f32, i32>(half)), V.ofBits<f32, i32>(rest));
}

export const expm1Terms = memory.data<f32>([0.49999997, 0.16666539, 0.041667745, 0.008367057, 0.0013839413]);
/** eʳ − 1 − r for |r| ≤ ln 2 / 2, good for a relative error of eʳ − 1 of 2⁻²⁶, plus low. In pairs, which shortens the chain. */
@inline export function expm1Tail(r: Vec<f32>, low: Vec<f32>): Vec<f32> {
  const r2 = V.mul<f32>(r, r);
  const q = V.fma<f32>(at<f32>(expm1Terms, 4), r2, line<f32>(r, expm1Terms, 2));
  return V.fma<f32>(V.fma<f32>(q, r2, line<f32>(r, expm1Terms, 0)), r2, low);
}
@inline export function expm1Core(r: Vec<f32>): Vec<f32> { return expm1Tail(r, r); }

/** x below lo gives lo, above hi gives hi; NaN stays. */
@inline export function clampKeepNaN<T>(x: Vec<T>, lo: Vec<T>, hi: Vec<T>): Vec<T> { return V.greater<T>(lo, V.lesser<T>(hi, x)); }

/** 1.75 ulp. 2ⁿ (eʳ − 1) + (2ⁿ − 1). The halved scale keeps 2¹²⁸ finite; the sign is restored for −0. */
@inline export function expm1F(x: Vec<f32>): Vec<f32> {
  const c = clampKeepNaN<f32>(x, f(F.expm1Least), f(F.expMost));
  const t = shifted(c, F.shift126);
  const n = V.sub<f32>(t, f(F.shift126));
  const p = expm1Core(remainderOf(c, n));
  const half = powerOf(t);
  const scaled = V.fma<f32>(half, p, V.sub<f32>(half, f(F.half)));
  // n = 0 apart: halving a denormal would lose its last bit
  const small = V.eq<f32>(n, V.splat<f32>(0));
  return V.copysign<f32>(V.select<f32>(small, p, V.add<f32>(scaled, scaled)), x);
}

const logTerms = memory.data<f32>([
  -0.5, 0.33333224, -0.24999733, 0.2001009, -0.166851, 0.14006811, -0.12105629, 0.13998827,
  -0.13271153,
]);
/** log(1 + x) for −1/3 ≤ x ≤ 1/3, plus k log 2 */
@inline function logCore(x: Vec<f32>, k: Vec<f32>): Vec<f32> {
  let p = horner3<f32>(line<f32>(x, logTerms, 7), x, logTerms, 4);
  p = horner<f32>(horner3<f32>(p, x, logTerms, 1), x, logTerms, 0);
  const small = V.fma<f32>(p, V.mul<f32>(x, x), V.mul<f32>(k, f(F.ln2Low)));
  return V.fma<f32>(k, f(F.ln2High), V.add<f32>(x, small));
}
/** u = m 2ᵏ with 2/3 ≤ m < 4/3; k in place, as the bits of k << 23. */
@inline function exponentBits(u: Vec<f32>): Vec<i32> {
  return V.and<i32>(V.sub<i32>(V.bits<f32, i32>(u), i(I.logBegin)), i(I.exponentMask));
}
@inline function exponentOf(k: Vec<i32>): Vec<f32> { return V.toFloat(V.shr<i32>(k, 23)); }
@inline function divideBy(u: Vec<f32>, k: Vec<i32>): Vec<f32> {
  return V.ofBits<f32, i32>(V.sub<i32>(V.bits<f32, i32>(u), k));
}
/** −∞ where x is the zero of the logarithm's argument, x itself where it is infinite or NaN, else 0: to be added to k. */
@inline function special(x: Vec<f32>, zero: Vec<f32>): Vec<f32> {
  const unusual = V.not<f32>(V.lt<f32>(x, f(F.infinity)));
  return V.add<f32>(V.keep<f32>(V.eq<f32>(x, zero), f(F.minusInfinity)), V.keep<f32>(unusual, x));
}

/** 0.95 ulp. The results for 0, infinity and NaN come in through k: adding them makes k infinite or NaN, and so the result. */
@inline export function logF(x: Vec<f32>): Vec<f32> {
  const zero = V.splat<f32>(0);
  const denormal = V.lt<f32>(x, f(F.normalLeast));
  const u = V.select<f32>(denormal, V.mul<f32>(x, f(F.two23)), x);
  const e = exponentBits(u);
  const k = V.add<f32>(V.add<f32>(exponentOf(e), V.keep<f32>(denormal, f(F.minus23))), special(x, zero));
  return V.invalidate<f32>(V.lt<f32>(x, zero), logCore(V.sub<f32>(divideBy(u, e), f(F.one)), k));
}

/** 1.65 ulp. 1 + x is only used to find k; u = x 2⁻ᵏ + (2⁻ᵏ − 1) loses nothing of x. 4 · 2⁻ᵏ stays normal for k = 128. */
@inline export function log1pF(x: Vec<f32>): Vec<f32> {
  const minusOne = f(F.minusOne);
  const e = exponentBits(V.add<f32>(f(F.one), x));
  const power = V.ofBits<f32, i32>(V.sub<i32>(i(I.four), e));
  const u = V.add<f32>(divideBy(x, e), V.fma<f32>(power, f(F.quarter), minusOne));
  const k = V.add<f32>(exponentOf(e), special(x, minusOne));
  // the sign is that of x, −0 included
  return V.invalidate<f32>(V.lt<f32>(x, minusOne), V.copysign<f32>(logCore(u, k), x));
}

const log2Terms = memory.data<f64>([
  2.885390081790092327, 0.9617966733334222601, 0.5770835866713594825, 0.4116726108479799557, 0.3407322052441355476,
]);
/** log₂ x for finite x > 0 that came from a float (so never a denormal double), relative error 2⁻³⁷. */
@inline export function log2Core(x: Vec<f64>): Vec<f64> {
  const one = d(D.one);
  // x = m 2ᵏ with √½ ≤ m < √2; k + 1024 is positive, and sits in the low bits of 2⁵² + k + 1024
  const b = V.bits<f64, i64>(x);
  const biased = V.shr<u64>(V.add<i64>(V.sub<i64>(b, l(L.log2Begin)), l(L.biasHigh)), 52);
  const k = V.sub<f64>(V.ofBits<f64, i64>(V.or<i64>(biased, l(L.two52))), d(D.biasedShift));
  const m = V.ofBits<f64, i64>(V.sub<i64>(b, V.shl<i64>(V.sub<i64>(biased, l(L.bias)), 52)));
  const s = V.div<f64>(V.sub<f64>(m, one), V.add<f64>(m, one));
  const z = V.mul<f64>(s, s);
  const p = horner3<f64>(line<f64>(z, log2Terms, 3), z, log2Terms, 0);
  return V.fma<f64>(s, p, k);
}
const exp2Terms = memory.data<f64>([
  1.000000000555106852, 0.6931472057669828045, 0.2402264688584499019, 0.05550328712348150759, 0.009618489273115819869,
  0.00133999574582195401, 0.0001534578103173740171,
]);
/** 2ᵗ for |t| ≤ 1000, relative error 2⁻²⁹. */
@inline function exp2Core(t: Vec<f64>): Vec<f64> {
  const shift = d(D.shift);
  const s = V.add<f64>(t, shift);
  const x = V.sub<f64>(t, V.sub<f64>(s, shift));
  let p = horner3<f64>(line<f64>(x, exp2Terms, 5), x, exp2Terms, 2);
  p = horner<f64>(horner<f64>(p, x, exp2Terms, 1), x, exp2Terms, 0);
  const power = V.add<i64>(V.shl<i64>(V.bits<f64, i64>(s), 52), l(L.one));
  return V.mul<f64>(p, V.ofBits<f64, i64>(power));
}
/** log₂ x for x ≥ 0, with log₂ 0 = −∞ and log₂ ∞ = ∞ */
@inline function log2Wide(x: Vec<f64>): Vec<f64> {
  const y = V.select<f64>(V.lt<f64>(x, d(D.infinity)), log2Core(x), x);
  return V.select<f64>(V.eq<f64>(x, V.splat<f64>(0)), d(D.minusInfinity), y);
}
@inline function exp2Wide(t: Vec<f64>): Vec<f64> { return exp2Core(clampKeepNaN<f64>(t, d(D.least), d(D.most))); }

/** 0.55 ulp. In double: the logarithm needs eight bits more than a float has. Special cases are those of C99 F.9.4.4. */
export function powF(x: Vec<f32>, y: Vec<f32>): Vec<f32> {
  const zero = V.splat<f32>(0);
  const one = f(F.one);
  const infinity = f(F.infinity);
  const magnitude = V.abs<f32>(x);
  let r = V.narrow(
    exp2Wide(V.mul<f64>(V.lowHalf(y), log2Wide(V.lowHalf(magnitude)))),
    exp2Wide(V.mul<f64>(V.highHalf(y), log2Wide(V.highHalf(magnitude)))),
  );
  const yInteger = V.eq<f32>(V.trunc<f32>(y), y);
  const halfY = V.mul<f32>(y, f(F.half));
  const yOdd = V.both<f32>(yInteger, V.ne<f32>(V.trunc<f32>(halfY), halfY));
  r = V.select<f32>(yOdd, V.withSign<f32>(r, x), r);
  const negative = V.both<f32>(V.lt<f32>(x, zero), V.lt<f32>(magnitude, infinity));
  r = V.invalidate<f32>(V.both<f32>(negative, V.not<f32>(yInteger)), r);
  const unit = V.both<f32>(V.eq<f32>(magnitude, one), V.eq<f32>(V.abs<f32>(y), infinity));
  return V.select<f32>(V.either<f32>(V.either<f32>(V.eq<f32>(x, one), V.eq<f32>(y, zero)), unit), one, r);
}

/** 0.55 ulp */
export function exp2F(x: Vec<f32>): Vec<f32> { return V.narrow(exp2Wide(V.lowHalf(x)), exp2Wide(V.highHalf(x))); }

/** log₂ x · factor, 0.55 ulp */
@inline function logTo(x: Vec<f32>, factor: f64): Vec<f32> {
  const c = V.splat<f64>(factor);
  const r = V.narrow(V.mul<f64>(log2Wide(V.lowHalf(x)), c), V.mul<f64>(log2Wide(V.highHalf(x)), c));
  return V.invalidate<f32>(V.lt<f32>(x, V.splat<f32>(0)), r);
}
export function log2F(x: Vec<f32>): Vec<f32> { return logTo(x, 1); }
export function log10F(x: Vec<f32>): Vec<f32> { return logTo(x, 0.30102999566398119521); }
