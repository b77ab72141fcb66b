/** Functions that are not worth a vector form, on doubles, one lane after the other. */
import { scratch } from '../scratch';
import * as double from './double';
import { erf64, erfc64 } from './erf';
import { digamma64, lgamma64, polygamma64 } from './gamma';
import { erfinv64 } from './inverse';

export const enum Code {
  exp,
  exp2,
  expm1,
  log,
  log1p,
  log2,
  log10,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  sinh,
  cosh,
  tanh,
  asinh,
  acosh,
  atanh,
  erf,
  erfc,
  erfinv,
  lgamma,
  digamma,
  sigmoid,
  pow,
  atan2,
  hypot,
  polygamma,
  fmod,
  remainder,
  floorDivide,
}

function apply(code: Code, x: f64): f64 {
  switch (code) {
    case Code.exp:
      return double.exp(x);
    case Code.exp2:
      return double.exp2(x);
    case Code.expm1:
      return NativeMath.expm1(x);
    case Code.log:
      return double.log(x);
    case Code.log1p:
      return NativeMath.log1p(x);
    case Code.log2:
      return double.log2(x);
    case Code.log10:
      return NativeMath.log10(x);
    case Code.sin:
      return NativeMath.sin(x);
    case Code.cos:
      return NativeMath.cos(x);
    case Code.tan:
      return NativeMath.tan(x);
    case Code.asin:
      return NativeMath.asin(x);
    case Code.acos:
      return NativeMath.acos(x);
    case Code.atan:
      return NativeMath.atan(x);
    case Code.sinh:
      return double.sinh(x);
    case Code.cosh:
      return double.cosh(x);
    case Code.tanh:
      return NativeMath.tanh(x);
    case Code.asinh:
      return double.asinh(x);
    case Code.acosh:
      return double.acosh(x);
    case Code.atanh:
      return NativeMath.atanh(x);
    case Code.erf:
      return erf64(x);
    case Code.erfc:
      return erfc64(x);
    case Code.erfinv:
      return erfinv64(x);
    case Code.lgamma:
      return lgamma64(x);
    case Code.digamma:
      return digamma64(x);
    // two forms, so that neither overflows and a tiny result keeps its digits
    default: {
      const e = double.exp(-abs<f64>(x));
      return (x < 0 ? e : 1) / (1 + e);
    }
  }
}

/** The remainder with the sign of b. */
function remainder(a: f64, b: f64): f64 {
  const mod = NativeMath.mod(a, b);
  return mod != 0 && mod < 0 != b < 0 ? mod + b : mod;
}

/** The floor of a / b in the type T, through the remainder, since a / b may round up to an integer. */
function floorDivide<T>(a: T, b: T): T {
  if (b == 0) return a / b;
  const mod = <T>NativeMath.mod(<f64>a, <f64>b);
  let quotient: T = (a - mod) / b;
  if (mod != 0 && mod < 0 != b < 0) quotient -= 1;
  if (quotient == 0) return copysign<T>(0, a / b);
  const down = floor<T>(quotient); // it is an integer up to rounding
  return quotient - down > <T>0.5 ? down + 1 : down;
}

function apply2<T>(code: Code, a: T, b: T): T {
  switch (code) {
    case Code.pow:
      return <T>double.pow(<f64>a, <f64>b);
    case Code.atan2:
      return <T>NativeMath.atan2(<f64>a, <f64>b);
    case Code.hypot:
      return <T>NativeMath.hypot(<f64>a, <f64>b);
    case Code.polygamma:
      return <T>polygamma64(<f64>a, <f64>b);
    case Code.fmod:
      return <T>NativeMath.mod(<f64>a, <f64>b);
    case Code.remainder:
      return <T>remainder(<f64>a, <f64>b);
    default:
      return floorDivide<T>(a, b);
  }
}

/** Integer division never traps: a divisor of 0 gives 0, the most negative integer divided by −1 wraps. */
function applyInteger(code: Code, a: i32, b: i32): i32 {
  if (b == 0) return 0;
  if (b == -1) return code == Code.floorDivide ? 0 - a : 0;
  const mod = a % b;
  const adjust = mod != 0 && mod < 0 != b < 0;
  if (code == Code.fmod) return mod;
  if (code == Code.remainder) return adjust ? mod + b : mod;
  return a / b - i32(adjust);
}

/** f on every lane. */
export function map<T>(code: Code, x: Vec<T>): Vec<T> {
  const p = scratch;
  V.write<T>(p, x);
  for (let i: usize = 0; i < V.bytes<T>(); i += sizeof<T>()) store<T>(p + i, <T>apply(code, <f64>load<T>(p + i)));
  return V.read<T>(p);
}
export function map2<T>(code: Code, a: Vec<T>, b: Vec<T>): Vec<T> {
  const p = scratch;
  V.write<T>(p, a);
  V.write<T>(p + V.bytes<T>(), b);
  for (let i: usize = 0; i < V.bytes<T>(); i += sizeof<T>()) {
    const at = p + i;
    if (isInteger<T>()) store<T>(at, applyInteger(code, load<T>(at), load<T>(at + V.bytes<T>())));
    else store<T>(at, apply2<T>(code, load<T>(at), load<T>(at + V.bytes<T>())));
  }
  return V.read<T>(p);
}
