/**
 * The error function and its complement, to about 1e-15 of their values: the power series near 0, the continued fraction elsewhere.
 * Sources: DLMF 7.6.1, https://dlmf.nist.gov/7.6.E1, and DLMF 7.9.1, https://dlmf.nist.gov/7.9.E1
 */
const twoOverSqrtPi = 2 / Math.sqrt(Math.PI);
const sqrtPi = Math.sqrt(Math.PI);
/** Beyond this erfc is less than the smallest float64. */
const vanishes = 27.3;

/** 2/√π · Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)), for |x| ≤ 1. */
function series(x: number): number {
  const square = x * x;
  let sum = 0;
  let power = 1; // x²ⁿ / n! with its sign
  for (let n = 0; Math.abs(power) > 1e-18; n++) {
    sum += power / (2 * n + 1);
    power *= -square / (n + 1);
  }
  return twoOverSqrtPi * x * sum;
}

/** e^(−x²) / √π · 1 / (x + (1/2) / (x + (2/2) / (x + (3/2) / (x + …)))), for x ≥ 1/2. */
function fraction(x: number): number {
  let bottom = x;
  // The fraction's error falls as e^(−2x√(2n)): this many terms bring it below 1e-17.
  for (let n = Math.ceil(200 / (x * x)) + 8; n > 0; n--) bottom = x + n / 2 / bottom;
  return expMinusSquare(x) / (sqrtPi * bottom);
}

/** e^(−x²) without the rounding of x², whose absolute error would become a relative one: (x − r)(x + r) is small, r² exact. */
function expMinusSquare(x: number): number {
  const r = Math.round(x * 1024) / 1024;
  return Math.exp(-r * r) * Math.exp(-(x - r) * (x + r));
}

/** 2/√π ∫₀ˣ e^(−t²) dt. */
export function erf(x: number): number {
  if (Math.abs(x) < 1) return series(x);
  return x < 0 ? erfc(-x) - 1 : 1 - erfc(x);
}

/** 1 − erf(x), accurate for large x too. */
export function erfc(x: number): number {
  if (x < -1) return 2 - erfc(-x);
  if (x < 0.5) return 1 - series(x); // beyond, the difference would lose digits
  return x > vanishes ? 0 : fraction(x);
}
