/**
 * exp, log, pow and what builds on them in float64, within 1 ulp where no other bound is given (measured over random arguments,
 * denormal results apart). The standard library's come with 10 kB of tables, which every page would load.
 */
const ln2: f64 = 0.6931471805599453;
/** Few enough bits that multiples up to 2¹¹ are exact. */
const ln2High: f64 = 6.93147180369123816490e-01;
const ln2Low: f64 = 1.90821492927058770002e-10;

/** 2ⁿ p for |n| < 2046: two steps, of which the second rounds. */
function scale(p: f64, n: i64): f64 {
  const half = n >> 1;
  return p * reinterpret<f64>((half + 1023) << 52) * reinterpret<f64>((n - half + 1023) << 52);
}

const factorials = memory.data<f64>([
  0.5, 0.16666666666666666, 0.041666666666666664, 0.008333333333333333, 0.001388888888888889, 0.0001984126984126984,
  2.48015873015873e-05, 2.7557319223985893e-06, 2.755731922398589e-07, 2.505210838544172e-08, 2.08767569878681e-09,
  1.6059043836821613e-10,
]);
@inline function pair(table: usize, i: usize, x: f64): f64 { return load<f64>(table + 8 * i) + x * load<f64>(table + 8 * i + 8); }
/** eʳ for |r| ≤ 0.36, more being a correction of r. */
function expNear0(r: f64, more: f64): f64 {
  const r2 = r * r;
  const r4 = r2 * r2;
  const low = pair(factorials, 0, r) + r2 * pair(factorials, 2, r);
  const middle = pair(factorials, 4, r) + r2 * pair(factorials, 6, r);
  const high = pair(factorials, 8, r) + r2 * pair(factorials, 10, r);
  return 1 + (r + (more + r2 * (low + r4 * (middle + r4 * high))));
}

export function exp(x: f64): f64 {
  if (!(x < 709.79)) return x * Infinity; // NaN stays
  if (x < -745.2) return 0;
  const n = nearest<f64>(x * 1.4426950408889634);
  const rest = x - n * ln2High;
  const r = rest - n * ln2Low;
  return scale(expNear0(r, rest - r - n * ln2Low), <i64>n);
}
/** 1.2 ulp */
export function exp2(x: f64): f64 { return exp2Of(x, 0); }
/** 2 to the x + more. */
function exp2Of(x: f64, more: f64): f64 {
  if (!(x < 1024.5)) return x * Infinity;
  if (x < -1080) return 0;
  const n = nearest<f64>(x);
  return scale(expNear0((x - n + more) * ln2, 0), <i64>n);
}

/** x = m 2ᵏ with √½ ≤ m < √2, for finite x > 0: gives k and sets m. */
let mantissa: f64 = 0;
function split(x: f64): f64 {
  const denormal = x < 2.2250738585072014e-308;
  const bits = reinterpret<i64>(denormal ? x * 18014398509481984 : x);
  const k = (bits - 0x3fe6a09e667f3bcd) >> 52;
  mantissa = reinterpret<f64>(bits - (k << 52));
  return <f64>(denormal ? k - 54 : k);
}
/** Whether log x is not a finite number. */
@inline function isSpecial(x: f64): bool { return !(x > 0 && x < Infinity); }
function logSpecial(x: f64): f64 { return x == 0 ? -Infinity : x < 0 ? NaN : x; }

// With s = f / (2 + f), log(1 + f) = 2s + s R(s²) where R is 2 Σ s²ⁿ / (2n + 1): a minimax fit, error 2⁻⁵⁸:
// https://www.netlib.org/fdlibm/e_log.c
const logTerms = memory.data<f64>([
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.2222219843214978, 0.1818357216161805, 0.15313837699209373,
  0.14798198605116586,
]);
export function log(x: f64): f64 {
  if (isSpecial(x)) return logSpecial(x);
  const k = split(x);
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = pair(logTerms, 0, z) + w * pair(logTerms, 2, z);
  const tail = z * (odd + w * w * (pair(logTerms, 4, z) + w * load<f64>(logTerms, 48)));
  const half = 0.5 * f * f;
  return k * ln2High - (half - (s * (half + tail) + k * ln2Low) - f);
}

// A number in two parts. A thread has globals of its own.
let high: f64 = 0;
let low: f64 = 0;
/** a b as high + low, exactly. Dekker, "A floating-point technique for extending the available precision", 1971. */
function product(a: f64, b: f64): void {
  const aBits = 134217729 * a;
  const bBits = 134217729 * b;
  const a1 = aBits - (aBits - a);
  const b1 = bBits - (bBits - b);
  const a2 = a - a1;
  const b2 = b - b1;
  high = a * b;
  low = a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2;
}

const oddReciprocals = memory.data<f64>([
  0.2, 0.14285714285714285, 0.1111111111111111, 0.09090909090909091, 0.07692307692307693, 0.06666666666666667,
  0.058823529411764705, 0.05263157894736842, 0.047619047619047616, 0.043478260869565216,
]);
/**
 * log₂ x for finite x > 0 as high + low, relative error 2⁻⁶³: with s = f / (2 + f), 2 / ln 2 · s (1 + s²/3 + s⁴/5 + …), where s and
 * s²/3 have two parts.
 */
function log2Parts(x: f64): void {
  const k = split(x);
  const f = mantissa - 1;
  const w = 2 + f;
  const s = f / w;
  product(s, w);
  const sLow = (f - high - low - s * (f - (w - 2))) / w;
  product(s, s);
  const z = high;
  const third = z / 3;
  const zLow = low + 2 * s * sLow;
  product(third, 3);
  let p: f64 = 0;
  for (let i = 9; i >= 0; i--) p = p * z + load<f64>(oddReciprocals + (<usize>i << 3));
  const rest = (z - high - low + zLow) / 3 + z * z * p;
  const c = third + rest;
  product(s, c);
  const sum = s + high;
  const sumLow = high - (sum - s) + (sLow + (low + s * (rest - (c - third)) + sLow * c));
  product(sum, 2.8853900817779268);
  const t = high;
  const tLow = low + (sumLow * 2.8853900817779268 + sum * 4.0710547481862066e-17);
  high = k + t;
  low = t - (high - k) + tLow;
}
export function log2(x: f64): f64 {
  if (isSpecial(x)) return logSpecial(x);
  log2Parts(x);
  return high + low;
}

/** C99's special cases, F.9.4.4. */
export function pow(x: f64, y: f64): f64 {
  if (x == 1 || y == 0) return 1;
  if (x != x || y != y) return NaN;
  const integer = trunc<f64>(y) == y;
  const negative = reinterpret<i64>(x) < 0;
  if (negative && !integer && x > -Infinity && x != 0) return NaN;
  const odd = integer && trunc<f64>(y * 0.5) * 2 != y;
  const r = powerOf(abs<f64>(x), y);
  return negative && odd ? -r : r;
}
/** For x ≥ 0 and y other than 0. */
function powerOf(x: f64, y: f64): f64 {
  if (x == 1) return 1;
  if (x == 0 || x == Infinity || abs<f64>(y) > 1e20) return x > 1 == y > 0 ? Infinity : 0; // |log₂ x| ≥ 2⁻⁵³
  log2Parts(x);
  const rest = y * low;
  product(y, high);
  return exp2Of(high, low + rest);
}

/** 2 ulp */
export function sinh(x: f64): f64 {
  const a = abs<f64>(x);
  return copysign<f64>(a < 22 ? halfSinh(NativeMath.expm1(a)) : hugeHalf(a), x);
}
@inline function halfSinh(t: f64): f64 { return 0.5 * (t + t / (t + 1)); }
/** 1.2 ulp */
export function cosh(x: f64): f64 {
  const a = abs<f64>(x);
  if (!(a < 22)) return hugeHalf(a);
  const e = exp(a);
  return 0.5 * (e + 1 / e);
}
/** eᵃ / 2 where eᵃ may overflow. */
function hugeHalf(a: f64): f64 {
  if (a < 709) return 0.5 * exp(a);
  const e = exp(a * 0.5);
  return 0.5 * e * e;
}

/** Beyond this x² + 1 is x². */
const wide: f64 = 268435456;
/** 1.4 ulp */
export function asinh(x: f64): f64 {
  const a = abs<f64>(x);
  if (!(a < wide)) return copysign<f64>(log(a) + ln2, x);
  return copysign<f64>(NativeMath.log1p(a + (a * a) / (1 + sqrt<f64>(a * a + 1))), x);
}
/** 2 ulp */
export function acosh(x: f64): f64 {
  if (!(x < wide)) return log(x) + ln2;
  if (x < 1) return NaN;
  const t = x - 1;
  return NativeMath.log1p(t + sqrt<f64>(t * (t + 2)));
}
