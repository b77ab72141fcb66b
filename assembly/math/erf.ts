/**
 * The error function and its complement in float64, to about 1e-15 of their values: the power series near 0, the continued
 * fraction elsewhere. DLMF 7.6.1, https://dlmf.nist.gov/7.6.E1, and DLMF 7.9.1, https://dlmf.nist.gov/7.9.E1
 */
import { exp } from './double';

const twoOverSqrtPi: f64 = 1.1283791670955126;
const sqrtPi: f64 = 1.7724538509055159;
/** Beyond this erfc is less than the smallest float64. */
const vanishes: f64 = 27.3;

/** 2/√π · Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)), for |x| ≤ 1. */
function series(x: f64): f64 {
  const square = x * x;
  let sum: f64 = 0;
  let power: f64 = 1; // x²ⁿ / n! with its sign
  for (let n: f64 = 0; abs<f64>(power) > 1e-18; n += 1) {
    sum += power / (2 * n + 1);
    power *= -square / (n + 1);
  }
  return twoOverSqrtPi * x * sum;
}

/** e^(−x²) without the rounding of x², whose absolute error would become a relative one: (x − r)(x + r) is small, r² exact. */
function expMinusSquare(x: f64): f64 {
  const r = nearest<f64>(x * 1024) / 1024;
  return exp(-r * r) * exp(-(x - r) * (x + r));
}

/** e^(−x²) / √π · 1 / (x + (1/2) / (x + (2/2) / (x + (3/2) / (x + …)))), for x ≥ 1/2. */
function fraction(x: f64): f64 {
  let bottom = x;
  // The fraction's error falls as e^(−2x√(2n)): this many terms bring it below 1e-17.
  for (let n = ceil<f64>(200 / (x * x)) + 8; n > 0; n -= 1) bottom = x + (n * 0.5) / bottom;
  return expMinusSquare(x) / (sqrtPi * bottom);
}

export function erf64(x: f64): f64 {
  if (abs<f64>(x) < 1) return series(x);
  return x < 0 ? erfc64(-x) - 1 : 1 - erfc64(x);
}

export function erfc64(x: f64): f64 {
  if (x < -1) return 2 - erfc64(-x);
  if (x < 0.5) return 1 - series(x); // beyond, the difference would lose digits
  return x > vanishes ? 0 : fraction(x);
}
