/**
 * lgamma, digamma and its derivatives. Sources: https://dlmf.nist.gov/5 and https://dlmf.nist.gov/25.11
 */

/** Σ c[i] xⁱ. */
function sumOfPowers(c: readonly number[], x: number): number {
  let p = 0;
  for (let i = c.length - 1; i >= 0; i--) p = p * x + c[i]!;
  return p;
}
/** x without the nearest integer, exactly. */
function fromNearest(x: number): number {
  const down = x - Math.floor(x);
  return down <= 0.5 ? down : x - Math.ceil(x);
}

/** lgamma(2 + z) / z for |z| ≤ 1/2, relative error 2⁻⁵³: a Chebyshev fit. */
const nearTwo = [
  0.42278433509846713, 0.3224670334241132, -0.06735230105319814, 0.02058080842778457, -0.0073855510286681535,
  0.002890510330738737, -0.0011927539120010226, 0.0005096695248853096, -0.00022315475074520367, 9.945750909889392e-5,
  -4.4926351103833334e-5, 2.050726741605779e-5, -9.438458716242811e-6, 4.374374916915131e-6, -2.0449201467015115e-6,
  9.578663334114758e-7, -4.303558760359961e-7, 2.0304806751615227e-7, -1.3412819758517287e-7, 6.379047507619774e-8,
];
const lgammaNearTwo = (z: number): number => z * sumOfPowers(nearTwo, z);
/** Stirling's series, DLMF 5.11.1. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/** log |Γ(x)|. */
export function lgamma(x: number): number {
  if (Number.isNaN(x) || Math.abs(x) === Infinity) return x * x;
  if (x < 0.5) {
    const t = fromNearest(x);
    if (x <= 0 && t === 0) return Infinity;
    // Reflection, DLMF 5.5.3; nearer to 0, lgamma(1 + x) − log |x|.
    if (x < -0.5) return -Math.log(Math.abs(Math.sin(Math.PI * t)) / Math.PI) - lgamma(1 - x);
    return lgammaNearTwo(x) - Math.log1p(x) - Math.log(Math.abs(x));
  }
  if (x < 1.5) return lgammaNearTwo(x - 1) - Math.log1p(x - 1);
  if (x < 8) {
    let product = 1;
    let z = x;
    while (z >= 2.5) product *= --z;
    return Math.log(product) + lgammaNearTwo(z - 2);
  }
  const r = 1 / x;
  return (x - 0.5) * (Math.log(x) - 1) + ((Math.log(2 * Math.PI) - 1) / 2 + r * sumOfPowers(stirling, r * r));
}

/** DLMF 5.11.2. */
const asymptotic = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];

/** The derivative of lgamma. */
export function digamma(x: number): number {
  if (x === 0) return -1 / x;
  if (x < 0) {
    const t = fromNearest(x);
    return t === 0 ? NaN : digamma(1 - x) - Math.PI / Math.tan(Math.PI * t); // DLMF 5.5.4
  }
  let below = 0;
  let z = x;
  for (; z < 10; z++) below += 1 / z;
  const r = 1 / z;
  return Math.log(z) - 0.5 * r - r * r * sumOfPowers(asymptotic, r * r) - below;
}

const eulerMaclaurin = [1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160, -691 / 1307674368000, 1 / 74724249600];
/** Σ (x + k)^−s over k ≥ 0, for s > 1 and x > 0. Euler and Maclaurin's formula, DLMF 25.11.5. */
function zeta(s: number, x: number): number {
  let sum = 0;
  let z = x;
  for (; z < 10 + s; z++) sum += Math.pow(z, -s);
  let rising = s / z;
  let tail = z / (s - 1) + 0.5;
  for (let j = 0; j < eulerMaclaurin.length; j++) {
    tail += eulerMaclaurin[j]! * rising;
    rising *= ((s + 2 * j + 1) / z) * ((s + 2 * j + 2) / z);
  }
  return sum + Math.pow(z, -s) * tail;
}

/** The n-th derivative of digamma, a fraction of n being cut off: (−1)ⁿ⁺¹ n! ζ(n + 1, x), DLMF 25.11.12. */
export function polygamma(order: number, x: number): number {
  const n = Math.trunc(order);
  const s = n + 1;
  if (!(n >= 1)) return n === 0 ? digamma(x) : NaN;
  if (Number.isNaN(x) || x === -Infinity) return NaN;
  const odd = n % 2 !== 0;
  if (x === Infinity) return odd ? 0 : -0;
  let factor = odd ? 1 : -1;
  for (let k = 2; k <= n && k <= 171; k++) factor *= k;
  if (x > 0) return factor * zeta(s, x);
  // The terms on the way to 0 are a difference of two sums over positive ones.
  const t = fromNearest(x);
  if (t === 0) return factor * Infinity;
  const [up, down] = t > 0 ? [t, 1 - t] : [1 + t, -t];
  const left = zeta(s, down) - zeta(s, 1 - x);
  return factor * (zeta(s, up) + (odd ? left : -left));
}
