/** Trigonometric, hyperbolic and error functions of float32 vectors: the minimax fits of native/simd/trig.h. Bounds as in explog.ts. */
import { D, d, F, f, horner, horner3, I, i, line } from './constants';
import { expm1Core, expm1Tail, powerOf, remainderOf, scale, shifted } from './explog';
import { Code, map } from './lanewise';

// x = n π/2 + r, |r| ≤ π/4. In double and with π/2 in two parts: n < 2²¹ times the 32-bit first part is exact.
@inline function quarters(x: Vec<f64>): Vec<f64> { return V.fma<f64>(x, d(D.twoOverPi), d(D.shift)); }
@inline function reduced(x: Vec<f64>, shiftedN: Vec<f64>): Vec<f64> {
  const n = V.sub<f64>(shiftedN, d(D.shift));
  return V.nfma<f64>(n, d(D.halfPiLow), V.nfma<f64>(n, d(D.halfPiHigh), x));
}
@inline function beyondReduction(x: Vec<f32>): bool { return V.any<f32>(V.not<f32>(V.le<f32>(V.abs<f32>(x), f(F.reducible)))); }

const sineTerms = memory.data<f32>([-0.16666655, 0.008332189, -0.00019518285]);
const cosineTerms = memory.data<f32>([-0.5, 0.041666646, -0.001388731, 0.000024432327]);
/** The sine of x and so many quarter turns, for |x| ≤ 2²¹. */
@inline function sinQuarters(x: Vec<f32>, more: i32): Vec<f32> {
  const low = V.lowHalf(x);
  const high = V.highHalf(x);
  const nLow = quarters(low);
  const nHigh = quarters(high);
  const r = V.narrow(reduced(low, nLow), reduced(high, nHigh));
  const z = V.mul<f32>(r, r);
  let quadrant = V.lowWords(nLow, nHigh);
  if (more == 1) quadrant = V.add<i32>(quadrant, i(I.one));
  const sine = V.fma<f32>(horner<f32>(line<f32>(z, sineTerms, 1), z, sineTerms, 0), V.mul<f32>(r, z), r);
  const half = horner<f32>(horner<f32>(line<f32>(z, cosineTerms, 2), z, cosineTerms, 1), z, cosineTerms, 0);
  const cosine = V.fma<f32>(half, z, f(F.one));
  // an odd quadrant takes the cosine, the upper two change the sign
  const odd = V.eq<i32>(V.and<i32>(quadrant, i(I.one)), i(I.one));
  const value = V.select<f32>(odd, cosine, sine);
  const sign = V.shl<i32>(V.and<i32>(quadrant, i(I.two)), 30);
  return V.ofBits<f32, i32>(V.xor<i32>(V.bits<f32, i32>(value), sign));
}

/** 1.55 ulp at any size: beyond 2²¹ in double, lane by lane. */
export function sinF(x: Vec<f32>): Vec<f32> {
  if (beyondReduction(x)) return map<f32>(Code.sin, x);
  return V.select<f32>(V.eq<f32>(x, V.splat<f32>(0)), x, sinQuarters(x, 0)); // keeps −0
}
/** 1.55 ulp */
export function cosF(x: Vec<f32>): Vec<f32> {
  if (beyondReduction(x)) return map<f32>(Code.cos, x);
  return sinQuarters(x, 1);
}

// g, its even and its odd terms
const evenTerms = memory.data<f32>([0.12837917, 0.102776304, -0.00016948467, -0.00063733174, -0.000009386085]);
const oddTerms = memory.data<f32>([0.63661957, -0.019147826, 0.0016756395, 0.00011884872]);
/**
 * 1.8 ulp. erf(t) = 1 − e^−u with u = t + t g(t), where g(t) = −log(erfc t) / t − 1 is a smooth function. As (1 − 2ⁿ) − 2ⁿ (eʳ − 1)
 * with n ≤ 0 it keeps relative accuracy near 0, where n = 0.
 */
@inline export function erfF(x: Vec<f32>): Vec<f32> {
  const a = V.lesser<f32>(f(F.erfMost), V.abs<f32>(x));
  const a2 = V.mul<f32>(a, a);
  const even = horner3<f32>(line<f32>(a2, evenTerms, 3), a2, evenTerms, 0);
  const odd = horner<f32>(horner<f32>(line<f32>(a2, oddTerms, 2), a2, oddTerms, 1), a2, oddTerms, 0);
  const ag = V.mul<f32>(V.fma<f32>(odd, a, even), a);
  const u = V.add<f32>(a, ag);
  const t = V.nfma<f32>(u, f(F.log2e), f(F.shift127));
  const n = V.sub<f32>(t, f(F.shift127));
  const power = powerOf(t);
  let p: Vec<f32>;
  if (V.fused()) {
    p = expm1Core(V.nfma<f32>(n, f(F.ln2), V.neg<f32>(u)));
  } else {
    // Where products round, the rounding of u is carried along.
    const r = V.sub<f32>(V.neg<f32>(V.mul<f32>(n, f(F.ln2))), u);
    p = V.add<f32>(r, expm1Tail(r, V.sub<f32>(V.sub<f32>(u, a), ag)));
  }
  return V.copysign<f32>(V.nfma<f32>(p, power, V.sub<f32>(f(F.one), power)), x);
}
