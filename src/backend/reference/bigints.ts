/** The scalar functions that the generated kernels call, on int64. Overflow wraps; dividing by zero gives 0. */

const bits = 64;
export const wrap = (x: bigint): bigint => BigInt.asIntN(bits, x);

export const abs = (x: bigint): bigint => wrap(x < 0n ? -x : x);
export const sign = (x: bigint): bigint => (x > 0n ? 1n : x < 0n ? -1n : 0n);
export const maximum = (a: bigint, b: bigint): bigint => (a > b ? a : b);
export const minimum = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const isnan = (_: bigint): boolean => false;
export const isinf = isnan;

const same = (x: bigint): bigint => x;
export { same as ceil, same as floor, same as round, same as trunc };

/** By squaring. A negative power gives 0, but for the bases 1 and −1, as PyTorch. */
export function pow(a: bigint, b: bigint): bigint {
  if (b < 0n && a !== 1n && a !== -1n) return 0n;
  let result = 1n;
  for (let base = a, rest = b < 0n ? -b : b; rest !== 0n; rest >>= 1n, base = wrap(base * base)) {
    if (rest & 1n) result = wrap(result * base);
  }
  return result;
}

/** The remainder with the sign of a. */
export const fmod = (a: bigint, b: bigint): bigint => (b === 0n ? 0n : a % b);

/** The remainder with the sign of b. */
export function remainder(a: bigint, b: bigint): bigint {
  const mod = fmod(a, b);
  return mod !== 0n && mod < 0n !== b < 0n ? mod + b : mod;
}

export const floorDivide = (a: bigint, b: bigint): bigint => (b === 0n ? 0n : wrap((a - remainder(a, b)) / b));

export const bitwiseAnd = (a: bigint, b: bigint): bigint => a & b;
export const bitwiseOr = (a: bigint, b: bigint): bigint => a | b;
export const bitwiseXor = (a: bigint, b: bigint): bigint => a ^ b;

const isShift = (b: bigint): boolean => b >= 0n && b < bits;
export const bitwiseLeftShift = (a: bigint, b: bigint): bigint => (isShift(b) ? wrap(a << b) : 0n);
export const bitwiseRightShift = (a: bigint, b: bigint): bigint => a >> (isShift(b) ? b : BigInt(bits - 1));
