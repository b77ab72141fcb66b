/** The scalar functions that the generated kernels call, on float64. PyTorch's semantics. */
export { erf, erfc } from './erf.ts';
export { erfinv } from './erfinv.ts';
export { digamma, lgamma, polygamma } from './gamma.ts';

export const { abs, floor, ceil, trunc, exp, expm1, log, log1p, log2, log10, sqrt } = Math;
export const { sin, cos, tan, asin, acos, atan, atan2, sinh, cosh, tanh, asinh, acosh, atanh, hypot } = Math;
/** Both propagate NaN. */
export const { max: maximum, min: minimum } = Math;

export const isnan = (x: number): boolean => x !== x;
export const isinf = (x: number): boolean => x === Infinity || x === -Infinity;
export const square = (x: number): number => x * x;
export const exp2 = (x: number): number => Math.pow(2, x);

/** −1, 0 or 1; 0 for NaN. https://pytorch.org/docs/stable/generated/torch.sign.html */
export function sign(x: number): number {
  return x > 0 ? 1 : x < 0 ? -1 : 0;
}

/** |a| with the sign of b, that of a zero included. */
export function copysign(a: number, b: number): number {
  return b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a);
}

/** The nearest integer, halves to the even one. */
export function round(x: number): number {
  return Math.abs(x - Math.trunc(x)) === 0.5 ? 2 * Math.round(x / 2) : Math.round(x);
}

/** C's pow: JavaScript's gives NaN for 1 to the NaN and for ±1 to the ±∞. */
export function pow(a: number, b: number): number {
  if (a === 1 || (a === -1 && isinf(b))) return 1;
  return Math.pow(a, b);
}

/** Two forms, so that neither overflows and a tiny result keeps its digits. */
export function sigmoid(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

/** The remainder with the sign of a: C's fmod is JavaScript's %. */
export function fmod(a: number, b: number): number {
  return a % b;
}

/** The remainder with the sign of b. https://pytorch.org/docs/stable/generated/torch.remainder.html */
export function remainder(a: number, b: number): number {
  const mod = a % b;
  return mod !== 0 && mod < 0 !== b < 0 ? mod + b : mod;
}

/** The floor of a / b, taken from the exact remainder, since a / b may round up to an integer. Python's //. */
export function floorDivide(a: number, b: number): number {
  if (b === 0) return a / b;
  const mod = a % b;
  const quotient = (a - mod) / b - (mod !== 0 && mod < 0 !== b < 0 ? 1 : 0);
  if (quotient === 0) return 0 * (a / b); // the sign of the zero
  // The quotient is an integer up to rounding.
  return quotient - Math.floor(quotient) > 0.5 ? Math.floor(quotient) + 1 : Math.floor(quotient);
}
