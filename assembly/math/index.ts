/** The functions of the kernel language over vectors of f32, f64 and, where they make sense, i32. PyTorch's semantics. */
import { exp2F, expm1F, log10F, log1pF, log2F, logF, powF } from './explog';
import { expF, sigmoidF, tanhF } from './fours';
export { expAll, sigmoidAll, tanhAll } from './fours';
import { acoshF, asinhF, atanhF, erfinvF, hypotF } from './inverse';
import { Code, map, map2 } from './lanewise';
import { cosF, erfF, sinF } from './trig';

@inline export function abs<T>(x: Vec<T>): Vec<T> { return V.abs<T>(x); }
@inline export function sqrt<T>(x: Vec<T>): Vec<T> { return V.sqrt<T>(x); }
@inline export function square<T>(x: Vec<T>): Vec<T> { return V.mul<T>(x, x); }
@inline export function minimum<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return V.minimum<T>(a, b); }
@inline export function maximum<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return V.maximum<T>(a, b); }
@inline export function isnan<T>(x: Vec<T>): Mask<T> { return V.ne<T>(x, x); }
@inline export function isinf<T>(x: Vec<T>): Mask<T> {
  if (isFloat<T>()) return V.eq<T>(V.abs<T>(x), V.splat<T>(<T>Infinity));
  return V.ne<T>(x, x);
}

// Rounding leaves integers as they are.
@inline export function floor<T>(x: Vec<T>): Vec<T> { if (isInteger<T>()) return x; return V.floor<T>(x); }
@inline export function ceil<T>(x: Vec<T>): Vec<T> { if (isInteger<T>()) return x; return V.ceil<T>(x); }
@inline export function round<T>(x: Vec<T>): Vec<T> { if (isInteger<T>()) return x; return V.round<T>(x); }
@inline export function trunc<T>(x: Vec<T>): Vec<T> { if (isInteger<T>()) return x; return V.trunc<T>(x); }

/** −1, 0 or 1; 0 for NaN and for either zero, as torch.sign. */
@inline export function sign<T>(x: Vec<T>): Vec<T> {
  const zero = V.splat<T>(0);
  const one = V.splat<T>(1);
  return V.sub<T>(V.keep<T>(V.gt<T>(x, zero), one), V.keep<T>(V.lt<T>(x, zero), one));
}

@inline export function exp<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return expF(x); return map<T>(Code.exp, x); }
@inline export function exp2<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return exp2F(x); return map<T>(Code.exp2, x); }
@inline export function expm1<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return expm1F(x); return map<T>(Code.expm1, x); }
@inline export function log<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return logF(x); return map<T>(Code.log, x); }
@inline export function log1p<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return log1pF(x); return map<T>(Code.log1p, x); }
@inline export function log2<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return log2F(x); return map<T>(Code.log2, x); }
@inline export function log10<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return log10F(x); return map<T>(Code.log10, x); }
@inline export function sin<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return sinF(x); return map<T>(Code.sin, x); }
@inline export function cos<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return cosF(x); return map<T>(Code.cos, x); }
@inline export function tanh<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return tanhF(x); return map<T>(Code.tanh, x); }
@inline export function sigmoid<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return sigmoidF(x); return map<T>(Code.sigmoid, x); }
@inline export function erf<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return erfF(x); return map<T>(Code.erf, x); }
@inline export function tan<T>(x: Vec<T>): Vec<T> { return map<T>(Code.tan, x); }
@inline export function asin<T>(x: Vec<T>): Vec<T> { return map<T>(Code.asin, x); }
@inline export function acos<T>(x: Vec<T>): Vec<T> { return map<T>(Code.acos, x); }
@inline export function atan<T>(x: Vec<T>): Vec<T> { return map<T>(Code.atan, x); }
@inline export function sinh<T>(x: Vec<T>): Vec<T> { return map<T>(Code.sinh, x); }
@inline export function cosh<T>(x: Vec<T>): Vec<T> { return map<T>(Code.cosh, x); }
@inline export function erfc<T>(x: Vec<T>): Vec<T> { return map<T>(Code.erfc, x); }
@inline export function asinh<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return asinhF(x); return map<T>(Code.asinh, x); }
@inline export function acosh<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return acoshF(x); return map<T>(Code.acosh, x); }
@inline export function atanh<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return atanhF(x); return map<T>(Code.atanh, x); }
@inline export function erfinv<T>(x: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return erfinvF(x); return map<T>(Code.erfinv, x); }
@inline export function lgamma<T>(x: Vec<T>): Vec<T> { return map<T>(Code.lgamma, x); }
@inline export function digamma<T>(x: Vec<T>): Vec<T> { return map<T>(Code.digamma, x); }
@inline export function polygamma<T>(n: Vec<T>, x: Vec<T>): Vec<T> { return map2<T>(Code.polygamma, n, x); }
@inline export function copysign<T>(x: Vec<T>, s: Vec<T>): Vec<T> { return V.copysign<T>(x, s); }
@inline export function hypot<T>(a: Vec<T>, b: Vec<T>): Vec<T> { if (sizeof<T>() == 4) return hypotF(a, b); return map2<T>(Code.hypot, a, b); }
@inline export function atan2<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return map2<T>(Code.atan2, a, b); }
@inline export function fmod<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return map2<T>(Code.fmod, a, b); }
@inline export function remainder<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return map2<T>(Code.remainder, a, b); }
@inline export function floorDivide<T>(a: Vec<T>, b: Vec<T>): Vec<T> { return map2<T>(Code.floorDivide, a, b); }

@inline export function pow<T>(a: Vec<T>, b: Vec<T>): Vec<T> {
  if (isInteger<T>()) return integerPow(a, b);
  if (sizeof<T>() == 4) return powF(a, b);
  return map2<T>(Code.pow, a, b);
}

/** Wraps on overflow. A negative exponent gives 0, except for the bases 1 and −1. */
function integerPow(a: Vec<i32>, b: Vec<i32>): Vec<i32> {
  const zero = V.splat<i32>(0);
  const one = V.splat<i32>(1);
  let base = a;
  let e = V.abs<i32>(b);
  let r = one;
  for (let i = 0; i < 32; i++) {
    r = V.mul<i32>(r, V.select<i32>(V.eq<i32>(V.and<i32>(e, one), one), base, one));
    base = V.mul<i32>(base, base);
    e = V.shr<u32>(e, 1);
  }
  const reciprocal = V.both<i32>(V.lt<i32>(b, zero), V.ne<i32>(V.abs<i32>(a), one));
  return V.select<i32>(reciprocal, zero, r);
}
