/** The scalar functions that the generated kernels call, on int32. Overflow wraps; dividing by zero gives 0. */
export { ceil, floor, isinf, isnan, maximum, minimum, round, sign, trunc } from './functions.ts';

export const abs = (x: number): number => Math.abs(x) | 0;

/** By squaring. A negative power gives 0, but for the bases 1 and −1, as PyTorch. */
export function pow(a: number, b: number): number {
  if (b < 0 && a !== 1 && a !== -1) return 0;
  let result = 1;
  for (let base = a, rest = Math.abs(b) >>> 0; rest !== 0; rest >>>= 1, base = Math.imul(base, base)) {
    if (rest & 1) result = Math.imul(result, base);
  }
  return result;
}

/** The remainder with the sign of a. */
export function fmod(a: number, b: number): number {
  return b === 0 ? 0 : (a % b) | 0;
}

/** The remainder with the sign of b. */
export function remainder(a: number, b: number): number {
  const mod = fmod(a, b);
  return mod !== 0 && mod < 0 !== b < 0 ? mod + b : mod;
}

export function floorDivide(a: number, b: number): number {
  return b === 0 ? 0 : Math.floor(a / b) | 0;
}
