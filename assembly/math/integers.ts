/** The functions of the kernel language on i64. Overflow wraps; division never traps: by 0 it gives 0. PyTorch's semantics. */

@inline export function isnan(x: i64): bool { return false; }
@inline export function isinf(x: i64): bool { return false; }
@inline export function floor(x: i64): i64 { return x; }
@inline export function ceil(x: i64): i64 { return x; }
@inline export function round(x: i64): i64 { return x; }
@inline export function trunc(x: i64): i64 { return x; }
@inline export function abs(x: i64): i64 { return x < 0 ? -x : x; }
@inline export function sign(x: i64): i64 { return i64(x > 0) - i64(x < 0); }
@inline export function minimum(a: i64, b: i64): i64 { return a < b ? a : b; }
@inline export function maximum(a: i64, b: i64): i64 { return a > b ? a : b; }

/** The remainder with the sign of a. */
export function fmod(a: i64, b: i64): i64 {
  return b == 0 || b == -1 ? 0 : a % b;
}
/** The remainder with the sign of b. */
export function remainder(a: i64, b: i64): i64 {
  const mod = fmod(a, b);
  return mod != 0 && mod < 0 != b < 0 ? mod + b : mod;
}
export function floorDivide(a: i64, b: i64): i64 {
  if (b == 0) return 0;
  if (b == -1) return -a;
  return (a - remainder(a, b)) / b;
}

/** A negative exponent gives 0, except for the bases 1 and −1. */
export function pow(a: i64, b: i64): i64 {
  if (b < 0 && a != 1 && a != -1) return 0;
  let result: i64 = 1;
  for (let rest = <u64>abs(b); rest != 0; rest >>= 1, a *= a) {
    if (rest & 1) result *= a;
  }
  return result;
}

@inline export function bitwiseAnd(a: i64, b: i64): i64 { return a & b; }
@inline export function bitwiseOr(a: i64, b: i64): i64 { return a | b; }
@inline export function bitwiseXor(a: i64, b: i64): i64 { return a ^ b; }
/** By less than 0 or more than 63 bits nothing is left but the sign. */
@inline export function bitwiseLeftShift(a: i64, b: i64): i64 { return <u64>b < 64 ? a << b : 0; }
@inline export function bitwiseRightShift(a: i64, b: i64): i64 { return a >> (<u64>b < 64 ? b : 63); }
