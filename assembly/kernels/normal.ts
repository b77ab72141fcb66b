/** The quantile of the normal distribution, bit for bit as in native/random.cpp: only + − · / √, in its order. */

// Wichura, "Algorithm AS 241", Applied Statistics 37, 1988, https://doi.org/10.2307/2347330: PPND16.
const numerator = memory.data<f64>([
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
]);
const denominator = memory.data<f64>([
  1.0, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854,
]);
@inline function c(x: f64): f64 {
  let p: f64 = 0.0007745450142783414;
  p = p * x + 0.022723844989269184;
  p = p * x + 0.2417807251774506;
  p = p * x + 1.2704582524523684;
  p = p * x + 3.6478483247632045;
  p = p * x + 5.769497221460691;
  p = p * x + 4.630337846156546;
  p = p * x + 1.4234371107496835;
  return p;
}
@inline function d(x: f64): f64 {
  let p: f64 = 1.0507500716444169e-9;
  p = p * x + 0.0005475938084995345;
  p = p * x + 0.015198666563616457;
  p = p * x + 0.14810397642748008;
  p = p * x + 0.6897673349851;
  p = p * x + 1.6763848301838038;
  p = p * x + 2.053191626637759;
  p = p * x + 1.0;
  return p;
}
@inline function e(x: f64): f64 {
  let p: f64 = 2.0103343992922881e-7;
  p = p * x + 0.000027115555687434876;
  p = p * x + 0.0012426609473880784;
  p = p * x + 0.026532189526576124;
  p = p * x + 0.29656057182850487;
  p = p * x + 1.7848265399172913;
  p = p * x + 5.463784911164114;
  p = p * x + 6.657904643501103;
  return p;
}
@inline function f(x: f64): f64 {
  let p: f64 = 2.0442631033899397e-15;
  p = p * x + 1.421511758316446e-7;
  p = p * x + 0.000018463183175100548;
  p = p * x + 0.0007868691311456133;
  p = p * x + 0.014875361290850615;
  p = p * x + 0.1369298809227358;
  p = p * x + 0.599832206555888;
  p = p * x + 1.0;
  return p;
}
/** log((1 + s) / (1 − s)) / 2s in powers of s². */
@inline function series(x: f64): f64 {
  let p: f64 = 0.047619047619047616;
  p = p * x + 0.05263157894736842;
  p = p * x + 0.058823529411764705;
  p = p * x + 0.06666666666666667;
  p = p * x + 0.07692307692307693;
  p = p * x + 0.09090909090909091;
  p = p * x + 0.1111111111111111;
  p = p * x + 0.14285714285714285;
  p = p * x + 0.2;
  p = p * x + 0.3333333333333333;
  p = p * x + 1.0;
  return p;
}

/** log x for normal x. */
function logOf(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  let exponent = <f64>(<i64>(bits >> 52) - 1023);
  let m = reinterpret<f64>((bits & 0xfffffffffffff) | 0x3ff0000000000000);
  if (m > 1.4142135623730951) {
    m = m / 2;
    exponent = exponent + 1;
  }
  const s = (m - 1) / (m + 1);
  return exponent * 0.6931471805599453 + 2 * s * series(s * s);
}

@inline function next(p: Vec<f64>, r: Vec<f64>, table: usize, i: usize): Vec<f64> {
  return V.add<f64>(V.mul<f64>(p, r), V.readSplat<f64>(table + 8 * i)); // never fused: the bits would differ
}
@inline function polynomial(r: Vec<f64>, table: usize): Vec<f64> {
  let p = next(next(V.readSplat<f64>(table + 56), r, table, 6), r, table, 5);
  p = next(next(next(p, r, table, 4), r, table, 3), r, table, 2);
  return next(next(p, r, table, 1), r, table, 0);
}

/** How far from ½ the central formula serves. */
export const central: f64 = 0.425;
/** z = Φ⁻¹(u) by the central formula, for n numbers and as many more as fill vectors. */
export function normalCentre(u: usize, n: usize, z: usize): void {
  const half = V.splat<f64>(0.5);
  const most = V.splat<f64>(0.180625);
  for (const end = u + 8 * n; u < end; u += V.bytes<f64>(), z += V.bytes<f64>()) {
    const q = V.sub<f64>(V.read<f64>(u), half);
    const r = V.sub<f64>(most, V.mul<f64>(q, q));
    V.write<f64>(z, V.div<f64>(V.mul<f64>(q, polynomial(r, numerator)), polynomial(r, denominator)));
  }
}
/** Φ⁻¹(u) beyond that. */
export function normalTail(u: f64): f64 {
  const r = sqrt<f64>(-logOf(u < 0.5 ? u : 1 - u));
  const z = r <= 5 ? c(r - 1.6) / d(r - 1.6) : e(r - 5) / f(r - 5);
  return u < 0.5 ? -z : z;
}
