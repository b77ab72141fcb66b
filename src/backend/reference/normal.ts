/** The quantile of the normal distribution, bit for bit as in native/random.cpp: only + − · / √, in its order. */

/** Wichura's PPND16, "Algorithm AS 241", Applied Statistics 37, 1988, https://doi.org/10.2307/2347330; from the constant up. */
const a = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const b = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854,
];
const c = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const d = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const e = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const f = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
];
/** log((1 + s) / (1 − s)) / 2s in powers of s². */
const series = [1, 1 / 3, 1 / 5, 1 / 7, 1 / 9, 1 / 11, 1 / 13, 1 / 15, 1 / 17, 1 / 19, 1 / 21];

function horner(coefficients: readonly number[], x: number): number {
  let p = coefficients[coefficients.length - 1]!;
  for (let i = coefficients.length - 2; i >= 0; i--) p = p * x + coefficients[i]!;
  return p;
}

/** log x for 0 < x ≤ 1/2. Math.log may differ in the last bit between engines. */
function log(x: number): number {
  let m = x;
  let exponent = 0;
  for (; m < 1; m *= 2) exponent--;
  if (m > Math.SQRT2) {
    m /= 2;
    exponent++;
  }
  const s = (m - 1) / (m + 1);
  return exponent * Math.LN2 + 2 * s * horner(series, s * s);
}

/** Φ⁻¹(u) for u in (0, 1). */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * horner(a, r)) / horner(b, r);
  }
  const r = Math.sqrt(-log(q < 0 ? u : 1 - u));
  const z = r <= 5 ? horner(c, r - 1.6) / horner(d, r - 1.6) : horner(e, r - 5) / horner(f, r - 5);
  return q < 0 ? -z : z;
}
