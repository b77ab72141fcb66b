/** lgamma, digamma and polygamma in float64. https://dlmf.nist.gov/5 and https://dlmf.nist.gov/25.11 */
import { log, pow } from './double';

/** Σ c[i] xⁱ, `count` terms. */
function sumOfPowers(c: usize, count: i32, x: f64): f64 {
  let p: f64 = 0;
  for (let i = count - 1; i >= 0; i--) p = p * x + load<f64>(c + (<usize>i << 3));
  return p;
}
/** x without the nearest integer, exactly. */
function fromNearest(x: f64): f64 { return x - nearest<f64>(x); }

/** lgamma(2 + z) / z for |z| ≤ 1/2, relative error 2⁻⁵³: a Chebyshev fit. */
const nearTwo = memory.data<f64>([
  0.42278433509846713, 0.3224670334241132, -0.06735230105319814, 0.02058080842778457, -0.0073855510286681535,
  0.002890510330738737, -0.0011927539120010226, 0.0005096695248853096, -0.00022315475074520367, 9.945750909889392e-05,
  -4.4926351103833334e-05, 2.050726741605779e-05, -9.438458716242811e-06, 4.374374916915131e-06,
  -2.0449201467015115e-06, 9.578663334114758e-07, -4.303558760359961e-07, 2.0304806751615227e-07,
  -1.3412819758517287e-07, 6.379047507619774e-08,
]);
function lgammaNearTwo(z: f64): f64 { return z * sumOfPowers(nearTwo, 20, z); }
/** Stirling's series, DLMF 5.11.1. */
const stirling = memory.data<f64>([
  0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953, 0.0008417508417508417,
  -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242,
]);

export function lgamma64(x: f64): f64 {
  if (x != x || abs<f64>(x) == Infinity) return x * x;
  if (x < 0.5) {
    const t = fromNearest(x);
    if (x <= 0 && t == 0) return Infinity;
    // Reflection, DLMF 5.5.3; nearer to 0, lgamma(1 + x) − log |x|.
    if (x < -0.5) return -log(abs<f64>(NativeMath.sin(NativeMath.PI * t)) / NativeMath.PI) - lgamma64(1 - x);
    return lgammaNearTwo(x) - NativeMath.log1p(x) - log(abs<f64>(x));
  }
  if (x < 1.5) return lgammaNearTwo(x - 1) - NativeMath.log1p(x - 1);
  if (x < 8) {
    let product: f64 = 1;
    let z = x;
    while (z >= 2.5) {
      z -= 1;
      product *= z;
    }
    return log(product) + lgammaNearTwo(z - 2);
  }
  const r = 1 / x;
  return (x - 0.5) * (log(x) - 1) + (0.41893853320467274 + r * sumOfPowers(stirling, 8, r * r));
}

/** DLMF 5.11.2. */
const asymptotic = memory.data<f64>([
  0.08333333333333333, -0.008333333333333333, 0.003968253968253968, -0.004166666666666667, 0.007575757575757576,
  -0.021092796092796094, 0.08333333333333333,
]);

export function digamma64(x: f64): f64 {
  if (x == 0) return -1 / x;
  if (x < 0) {
    const t = fromNearest(x);
    return t == 0 ? NaN : digamma64(1 - x) - NativeMath.PI / NativeMath.tan(NativeMath.PI * t); // DLMF 5.5.4
  }
  let below: f64 = 0;
  let z = x;
  for (; z < 10; z += 1) below += 1 / z;
  const r = 1 / z;
  return log(z) - 0.5 * r - r * r * sumOfPowers(asymptotic, 7, r * r) - below;
}

const eulerMaclaurin = memory.data<f64>([
  0.08333333333333333, -0.001388888888888889, 3.306878306878307e-05, -8.267195767195768e-07, 2.08767569878681e-08,
  -5.284190138687493e-10, 1.3382536530684679e-11,
]);
/** Σ (x + k)^−s over k ≥ 0, for s > 1 and x > 0. Euler and Maclaurin's formula, DLMF 25.11.5. */
function zeta(s: f64, x: f64): f64 {
  let sum: f64 = 0;
  let z = x;
  for (; z < 10 + s; z += 1) sum += pow(z, -s);
  let rising = s / z;
  let tail = z / (s - 1) + 0.5;
  for (let j = 0; j < 7; j++) {
    tail += load<f64>(eulerMaclaurin + (<usize>j << 3)) * rising;
    rising *= ((s + <f64>(2 * j + 1)) / z) * ((s + <f64>(2 * j + 2)) / z);
  }
  return sum + pow(z, -s) * tail;
}

/** The n-th derivative of digamma, a fraction of n being cut off: (−1)ⁿ⁺¹ n! ζ(n + 1, x), DLMF 25.11.12. */
export function polygamma64(order: f64, x: f64): f64 {
  const n = trunc<f64>(order);
  const s = n + 1;
  if (!(n >= 1)) return n == 0 ? digamma64(x) : NaN;
  if (x != x || x == -Infinity) return NaN;
  const odd = NativeMath.mod(n, 2) != 0;
  if (x == Infinity) return odd ? 0.0 : -0.0;
  let factor: f64 = odd ? 1 : -1;
  for (let k: f64 = 2; k <= n && k <= 171; k += 1) factor *= k;
  if (x > 0) return factor * zeta(s, x);
  // The terms on the way to 0 are a difference of two sums over positive ones.
  const t = fromNearest(x);
  if (t == 0) return factor * Infinity;
  const up = t > 0 ? t : 1 + t;
  const down = t > 0 ? 1 - t : -t;
  const left = zeta(s, down) - zeta(s, 1 - x);
  return factor * (zeta(s, up) + (odd ? left : -left));
}
