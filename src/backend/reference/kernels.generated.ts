// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
import * as f from './functions.ts';
import * as i from './integers.ts';
import * as big from './bigints.ts';

type ElementFunction = ((...x: number[]) => number) | null;
type BigFunction = ((...x: bigint[]) => bigint) | null;

/** One element of every elementwise kernel, in the order of the opcodes: on floats, int32 and int64 where it has a meaning. */
export const elementKernels: readonly { in: number; f: ElementFunction; i: ElementFunction; b: BigFunction }[] = [
  { in: 1, f: (x) => x, i: (x) => x, b: (x) => x }, // copy
  { in: 2, f: (a, b) => a + b, i: (a, b) => (a + b) | 0, b: (a, b) => big.wrap(a + b) }, // add
  { in: 2, f: (a, b) => a - b, i: (a, b) => (a - b) | 0, b: (a, b) => big.wrap(a - b) }, // sub
  { in: 2, f: (a, b) => a * b, i: (a, b) => Math.imul(a, b), b: (a, b) => big.wrap(a * b) }, // mul
  { in: 2, f: (a, b) => a / b, i: null, b: null }, // div
  { in: 2, f: (a, b) => f.pow(a, b), i: (a, b) => i.pow(a, b), b: (a, b) => big.pow(a, b) }, // pow
  { in: 2, f: (a, b) => f.remainder(a, b), i: (a, b) => i.remainder(a, b), b: (a, b) => big.remainder(a, b) }, // remainder
  { in: 2, f: (a, b) => f.fmod(a, b), i: (a, b) => i.fmod(a, b), b: (a, b) => big.fmod(a, b) }, // fmod
  { in: 2, f: (a, b) => f.floorDivide(a, b), i: (a, b) => i.floorDivide(a, b), b: (a, b) => big.floorDivide(a, b) }, // floorDivide
  { in: 1, f: (x) => -x, i: (x) => -x | 0, b: (x) => big.wrap(-x) }, // neg
  { in: 1, f: (x) => f.abs(x), i: (x) => i.abs(x), b: (x) => big.abs(x) }, // abs
  { in: 1, f: (x) => f.sign(x), i: (x) => i.sign(x), b: (x) => big.sign(x) }, // sign
  { in: 1, f: (x) => x * x, i: (x) => Math.imul(x, x), b: (x) => big.wrap(x * x) }, // square
  { in: 1, f: (x) => 1 / x, i: null, b: null }, // reciprocal
  { in: 2, f: (a, b) => f.maximum(a, b), i: (a, b) => i.maximum(a, b), b: (a, b) => big.maximum(a, b) }, // maximum
  { in: 2, f: (a, b) => f.minimum(a, b), i: (a, b) => i.minimum(a, b), b: (a, b) => big.minimum(a, b) }, // minimum
  {
    in: 2,
    f: (a, b) => (f.isnan(a) ? b : f.isnan(b) ? a : f.maximum(a, b)),
    i: (a, b) => (i.isnan(a) ? b : i.isnan(b) ? a : i.maximum(a, b)),
    b: (a, b) => (big.isnan(a) ? b : big.isnan(b) ? a : big.maximum(a, b)),
  }, // fmax
  {
    in: 2,
    f: (a, b) => (f.isnan(a) ? b : f.isnan(b) ? a : f.minimum(a, b)),
    i: (a, b) => (i.isnan(a) ? b : i.isnan(b) ? a : i.minimum(a, b)),
    b: (a, b) => (big.isnan(a) ? b : big.isnan(b) ? a : big.minimum(a, b)),
  }, // fmin
  { in: 2, f: (a, b) => f.hypot(a, b), i: null, b: null }, // hypot
  { in: 2, f: (a, b) => f.copysign(a, b), i: null, b: null }, // copysign
  {
    in: 4,
    f: (x, a, b, value) => x + value * a * b,
    i: (x, a, b, value) => (x + Math.imul(Math.imul(value, a), b)) | 0,
    b: (x, a, b, value) => big.wrap(x + big.wrap(big.wrap(value * a) * b)),
  }, // addcmul
  { in: 4, f: (x, a, b, value) => x + (value * a) / b, i: null, b: null }, // addcdiv
  {
    in: 3,
    f: (x, min, max) => f.minimum(f.maximum(x, min), max),
    i: (x, min, max) => i.minimum(i.maximum(x, min), max),
    b: (x, min, max) => big.minimum(big.maximum(x, min), max),
  }, // clamp
  { in: 3, f: (a, b, weight) => (weight < 0.5 ? a + weight * (b - a) : b - (b - a) * (1 - weight)), i: null, b: null }, // lerp
  { in: 1, f: (x) => f.floor(x), i: (x) => i.floor(x), b: (x) => big.floor(x) }, // floor
  { in: 1, f: (x) => f.ceil(x), i: (x) => i.ceil(x), b: (x) => big.ceil(x) }, // ceil
  { in: 1, f: (x) => f.round(x), i: (x) => i.round(x), b: (x) => big.round(x) }, // round
  { in: 1, f: (x) => f.trunc(x), i: (x) => i.trunc(x), b: (x) => big.trunc(x) }, // trunc
  { in: 1, f: (x) => x - f.trunc(x), i: null, b: null }, // frac
  { in: 1, f: (x) => f.exp(x), i: null, b: null }, // exp
  { in: 1, f: (x) => f.exp2(x), i: null, b: null }, // exp2
  { in: 1, f: (x) => f.expm1(x), i: null, b: null }, // expm1
  { in: 1, f: (x) => f.log(x), i: null, b: null }, // log
  { in: 1, f: (x) => f.log1p(x), i: null, b: null }, // log1p
  { in: 1, f: (x) => f.log2(x), i: null, b: null }, // log2
  { in: 1, f: (x) => f.log10(x), i: null, b: null }, // log10
  { in: 1, f: (x) => f.sqrt(x), i: null, b: null }, // sqrt
  { in: 1, f: (x) => 1 / f.sqrt(x), i: null, b: null }, // rsqrt
  { in: 1, f: (x) => f.sin(x), i: null, b: null }, // sin
  { in: 1, f: (x) => f.cos(x), i: null, b: null }, // cos
  { in: 1, f: (x) => f.tan(x), i: null, b: null }, // tan
  { in: 1, f: (x) => f.asin(x), i: null, b: null }, // asin
  { in: 1, f: (x) => f.acos(x), i: null, b: null }, // acos
  { in: 1, f: (x) => f.atan(x), i: null, b: null }, // atan
  { in: 2, f: (a, b) => f.atan2(a, b), i: null, b: null }, // atan2
  { in: 1, f: (x) => f.sinh(x), i: null, b: null }, // sinh
  { in: 1, f: (x) => f.cosh(x), i: null, b: null }, // cosh
  { in: 1, f: (x) => f.tanh(x), i: null, b: null }, // tanh
  { in: 1, f: (x) => f.asinh(x), i: null, b: null }, // asinh
  { in: 1, f: (x) => f.acosh(x), i: null, b: null }, // acosh
  { in: 1, f: (x) => f.atanh(x), i: null, b: null }, // atanh
  { in: 1, f: (x) => f.erf(x), i: null, b: null }, // erf
  { in: 1, f: (x) => f.erfc(x), i: null, b: null }, // erfc
  { in: 1, f: (x) => f.erfinv(x), i: null, b: null }, // erfinv
  { in: 1, f: (x) => f.lgamma(x), i: null, b: null }, // lgamma
  { in: 1, f: (x) => f.digamma(x), i: null, b: null }, // digamma
  { in: 2, f: (n, x) => f.polygamma(n, x), i: null, b: null }, // polygamma
  { in: 1, f: (x) => (x <= 0 ? 0 : x), i: (x) => (x <= 0 ? 0 : x), b: (x) => (x <= 0n ? 0n : x) }, // relu
  { in: 2, f: (x, negativeSlope) => (x > 0 ? x : x * negativeSlope), i: null, b: null }, // leakyRelu
  { in: 2, f: (x, alpha) => (x > 0 ? x : alpha * f.expm1(x)), i: null, b: null }, // elu
  { in: 1, f: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * f.expm1(x)), i: null, b: null }, // selu
  { in: 2, f: (x, alpha) => (x > 0 ? x : alpha * f.expm1(x / alpha)), i: null, b: null }, // celu
  { in: 1, f: (x) => f.sigmoid(x), i: null, b: null }, // sigmoid
  {
    in: 2,
    f: (x, eps) =>
      f.minimum(f.maximum(x, eps), 1 - eps) < 0.25
        ? f.log(f.minimum(f.maximum(x, eps), 1 - eps) / (1 - f.minimum(f.maximum(x, eps), 1 - eps)))
        : f.log1p((2 * f.minimum(f.maximum(x, eps), 1 - eps) - 1) / (1 - f.minimum(f.maximum(x, eps), 1 - eps))),
    i: null,
    b: null,
  }, // logit
  { in: 1, f: (x) => f.minimum(x, 0) - f.log1p(f.exp(-f.abs(x))), i: null, b: null }, // logSigmoid
  { in: 1, f: (x) => x / (1 + f.abs(x)), i: null, b: null }, // softsign
  { in: 1, f: (x) => x * f.tanh(f.log1p(f.exp(x))), i: null, b: null }, // mish
  { in: 1, f: (x) => f.minimum(f.maximum(x / 6 + 0.5, 0), 1), i: null, b: null }, // hardsigmoid
  { in: 1, f: (x) => x * f.minimum(f.maximum(x / 6 + 0.5, 0), 1), i: null, b: null }, // hardswish
  { in: 1, f: (x) => x * f.sigmoid(x), i: null, b: null }, // silu
  { in: 3, f: (x, beta, threshold) => (x * beta > threshold ? x : f.log1p(f.exp(x * beta)) / beta), i: null, b: null }, // softplus
  { in: 1, f: (x) => 0.5 * x * (1 + f.erf(x * 0.7071067811865476)), i: null, b: null }, // geluErf
  { in: 1, f: (x) => 0.5 * x * (1 + f.tanh(0.7978845608028654 * (x + 0.044715 * x * x * x))), i: null, b: null }, // geluTanh
  { in: 2, f: (a, b) => (a === b ? 1 : 0), i: (a, b) => (a === b ? 1 : 0), b: (a, b) => (a === b ? 1n : 0n) }, // eq
  { in: 2, f: (a, b) => (a !== b ? 1 : 0), i: (a, b) => (a !== b ? 1 : 0), b: (a, b) => (a !== b ? 1n : 0n) }, // ne
  { in: 2, f: (a, b) => (a < b ? 1 : 0), i: (a, b) => (a < b ? 1 : 0), b: (a, b) => (a < b ? 1n : 0n) }, // lt
  { in: 2, f: (a, b) => (a <= b ? 1 : 0), i: (a, b) => (a <= b ? 1 : 0), b: (a, b) => (a <= b ? 1n : 0n) }, // le
  { in: 2, f: (a, b) => (a > b ? 1 : 0), i: (a, b) => (a > b ? 1 : 0), b: (a, b) => (a > b ? 1n : 0n) }, // gt
  { in: 2, f: (a, b) => (a >= b ? 1 : 0), i: (a, b) => (a >= b ? 1 : 0), b: (a, b) => (a >= b ? 1n : 0n) }, // ge
  {
    in: 2,
    f: (a, b) => (a !== 0 && b !== 0 ? 1 : 0),
    i: (a, b) => (a !== 0 && b !== 0 ? 1 : 0),
    b: (a, b) => (a !== 0n && b !== 0n ? 1n : 0n),
  }, // logicalAnd
  {
    in: 2,
    f: (a, b) => (a !== 0 || b !== 0 ? 1 : 0),
    i: (a, b) => (a !== 0 || b !== 0 ? 1 : 0),
    b: (a, b) => (a !== 0n || b !== 0n ? 1n : 0n),
  }, // logicalOr
  {
    in: 2,
    f: (a, b) => ((a !== 0) !== (b !== 0) ? 1 : 0),
    i: (a, b) => ((a !== 0) !== (b !== 0) ? 1 : 0),
    b: (a, b) => ((a !== 0n) !== (b !== 0n) ? 1n : 0n),
  }, // logicalXor
  { in: 1, f: (x) => (x === 0 ? 1 : 0), i: (x) => (x === 0 ? 1 : 0), b: (x) => (x === 0n ? 1n : 0n) }, // logicalNot
  { in: 2, f: null, i: null, b: (a, b) => big.bitwiseAnd(a, b) }, // bitwiseAnd
  { in: 2, f: null, i: null, b: (a, b) => big.bitwiseOr(a, b) }, // bitwiseOr
  { in: 2, f: null, i: null, b: (a, b) => big.bitwiseXor(a, b) }, // bitwiseXor
  { in: 2, f: null, i: null, b: (a, b) => big.bitwiseLeftShift(a, b) }, // bitwiseLeftShift
  { in: 2, f: null, i: null, b: (a, b) => big.bitwiseRightShift(a, b) }, // bitwiseRightShift
  { in: 1, f: (x) => (f.isnan(x) ? 1 : 0), i: (x) => (i.isnan(x) ? 1 : 0), b: (x) => (big.isnan(x) ? 1n : 0n) }, // isnan
  { in: 1, f: (x) => (f.isinf(x) ? 1 : 0), i: (x) => (i.isinf(x) ? 1 : 0), b: (x) => (big.isinf(x) ? 1n : 0n) }, // isinf
  {
    in: 1,
    f: (x) => (!f.isnan(x) && !f.isinf(x) ? 1 : 0),
    i: (x) => (!i.isnan(x) && !i.isinf(x) ? 1 : 0),
    b: (x) => (!big.isnan(x) && !big.isinf(x) ? 1n : 0n),
  }, // isfinite
  {
    in: 3,
    f: (condition, a, b) => (condition !== 0 ? a : b),
    i: (condition, a, b) => (condition !== 0 ? a : b),
    b: (condition, a, b) => (condition !== 0n ? a : b),
  }, // where
  {
    in: 3,
    f: (x, mask, value) => (mask !== 0 ? value : x),
    i: (x, mask, value) => (mask !== 0 ? value : x),
    b: (x, mask, value) => (mask !== 0n ? value : x),
  }, // maskedFill
  {
    in: 4,
    f: (x, nan, posinf, neginf) => (f.isnan(x) ? nan : f.isinf(x) ? (x > 0 ? posinf : neginf) : x),
    i: (x, nan, posinf, neginf) => (i.isnan(x) ? nan : i.isinf(x) ? (x > 0 ? posinf : neginf) : x),
    b: (x, nan, posinf, neginf) => (big.isnan(x) ? nan : big.isinf(x) ? (x > 0n ? posinf : neginf) : x),
  }, // nanToNum
  {
    in: 5,
    f: (a, b, rtol, atol, equalNan) =>
      a === b ||
      (f.isnan(a) && f.isnan(b) && equalNan !== 0) ||
      (f.abs(a - b) <= atol + rtol * f.abs(b) && !f.isinf(a - b))
        ? 1
        : 0,
    i: (a, b, rtol, atol, equalNan) =>
      a === b ||
      (i.isnan(a) && i.isnan(b) && equalNan !== 0) ||
      (i.abs((a - b) | 0) <= ((atol + Math.imul(rtol, i.abs(b))) | 0) && !i.isinf((a - b) | 0))
        ? 1
        : 0,
    b: (a, b, rtol, atol, equalNan) =>
      a === b ||
      (big.isnan(a) && big.isnan(b) && equalNan !== 0n) ||
      (big.abs(big.wrap(a - b)) <= big.wrap(atol + big.wrap(rtol * big.abs(b))) && !big.isinf(big.wrap(a - b)))
        ? 1n
        : 0n,
  }, // isclose
  { in: 2, f: (a, b) => (a - b) * (a - b), i: null, b: null }, // squaredError
  { in: 2, f: (a, b) => f.abs(a - b), i: null, b: null }, // absoluteError
  {
    in: 3,
    f: (a, b, delta) => (f.abs(a - b) < delta ? 0.5 * (a - b) * (a - b) : delta * (f.abs(a - b) - 0.5 * delta)),
    i: null,
    b: null,
  }, // huberError
  { in: 2, f: (a, b) => -(b * f.maximum(f.log(a), -100) + (1 - b) * f.maximum(f.log1p(-a), -100)), i: null, b: null }, // binaryCrossEntropyError
  {
    in: 3,
    f: (x, t, posWeight) => (1 - t) * x + (1 + (posWeight - 1) * t) * (f.log1p(f.exp(-f.abs(x))) + f.maximum(-x, 0)),
    i: null,
    b: null,
  }, // binaryCrossEntropyLogitsError
  { in: 3, f: (x, mask, scale) => (mask !== 0 ? x * scale : 0), i: null, b: null }, // maskScale
  { in: 3, f: (g, y, b) => (-g * y) / b, i: null, b: null }, // div_db
  { in: 3, f: (b, g, a) => (b === 0 ? 0 : g * b * f.pow(a, b - 1)), i: null, b: null }, // pow_da
  { in: 4, f: (a, b, g, y) => (a === 0 && b >= 0 ? 0 : g * y * f.log(a)), i: null, b: null }, // pow_db
  { in: 3, f: (g, a, b) => -g * f.floor(a / b), i: null, b: null }, // remainder_db
  { in: 3, f: (g, a, b) => -g * f.trunc(a / b), i: null, b: null }, // fmod_db
  { in: 1, f: (g) => g * 0, i: null, b: null }, // floorDivide_da
  { in: 2, f: (g, x) => g * f.sign(x), i: null, b: null }, // abs_dx
  { in: 2, f: (g, x) => 2 * g * x, i: null, b: null }, // square_dx
  { in: 2, f: (g, y) => -g * y * y, i: null, b: null }, // reciprocal_dx
  { in: 3, f: (a, b, g) => (a === b ? g / 2 : a > b ? g : 0), i: null, b: null }, // maximum_da
  { in: 3, f: (a, b, g) => (a === b ? g / 2 : b > a ? g : 0), i: null, b: null }, // maximum_db
  { in: 3, f: (a, b, g) => (a === b ? g / 2 : a < b ? g : 0), i: null, b: null }, // minimum_da
  { in: 3, f: (a, b, g) => (a === b ? g / 2 : b < a ? g : 0), i: null, b: null }, // minimum_db
  { in: 3, f: (a, b, g) => (a >= b || f.isnan(b) ? g : 0), i: null, b: null }, // fmax_da
  { in: 3, f: (a, b, g) => (a >= b || f.isnan(b) ? 0 : g), i: null, b: null }, // fmax_db
  { in: 3, f: (a, b, g) => (a <= b || f.isnan(b) ? g : 0), i: null, b: null }, // fmin_da
  { in: 3, f: (a, b, g) => (a <= b || f.isnan(b) ? 0 : g), i: null, b: null }, // fmin_db
  { in: 3, f: (g, a, y) => g * (a / y), i: null, b: null }, // hypot_da
  { in: 3, f: (a, g, b) => (a === 0 ? 0 : g * f.sign(a) * f.copysign(1, b)), i: null, b: null }, // copysign_da
  { in: 3, f: (g, value, b) => g * value * b, i: null, b: null }, // addcmul_da
  { in: 3, f: (g, value, b) => (g * value) / b, i: null, b: null }, // addcdiv_da
  { in: 4, f: (g, value, a, b) => (-g * value * a) / (b * b), i: null, b: null }, // addcdiv_db
  { in: 4, f: (x, min, max, g) => (x >= min && x <= max ? g : 0), i: null, b: null }, // clamp_dx
  { in: 2, f: (g, weight) => g * (1 - weight), i: null, b: null }, // lerp_da
  { in: 3, f: (g, b, a) => g * (b - a), i: null, b: null }, // lerp_dweight
  { in: 2, f: (g, y) => g * y * 0.6931471805599453, i: null, b: null }, // exp2_dx
  { in: 2, f: (g, y) => g * (y + 1), i: null, b: null }, // expm1_dx
  { in: 2, f: (g, x) => g / (1 + x), i: null, b: null }, // log1p_dx
  { in: 2, f: (g, x) => g / (x * 0.6931471805599453), i: null, b: null }, // log2_dx
  { in: 2, f: (g, x) => g / (x * 2.302585092994046), i: null, b: null }, // log10_dx
  { in: 2, f: (g, y) => g / (2 * y), i: null, b: null }, // sqrt_dx
  { in: 2, f: (g, y) => -0.5 * g * y * y * y, i: null, b: null }, // rsqrt_dx
  { in: 2, f: (g, x) => g * f.cos(x), i: null, b: null }, // sin_dx
  { in: 2, f: (g, x) => -g * f.sin(x), i: null, b: null }, // cos_dx
  { in: 2, f: (g, y) => g * (1 + y * y), i: null, b: null }, // tan_dx
  { in: 2, f: (g, x) => g / f.sqrt(1 - x * x), i: null, b: null }, // asin_dx
  { in: 2, f: (g, x) => -g / f.sqrt(1 - x * x), i: null, b: null }, // acos_dx
  { in: 2, f: (g, x) => g / (1 + x * x), i: null, b: null }, // atan_dx
  { in: 3, f: (g, b, a) => (g * b) / (a * a + b * b), i: null, b: null }, // atan2_da
  { in: 3, f: (g, a, b) => (-g * a) / (a * a + b * b), i: null, b: null }, // atan2_db
  { in: 2, f: (g, x) => g * f.cosh(x), i: null, b: null }, // sinh_dx
  { in: 2, f: (g, x) => g * f.sinh(x), i: null, b: null }, // cosh_dx
  { in: 2, f: (g, y) => g * (1 - y * y), i: null, b: null }, // tanh_dx
  { in: 2, f: (g, x) => g / f.sqrt(x * x + 1), i: null, b: null }, // asinh_dx
  { in: 2, f: (g, x) => g / f.sqrt(x * x - 1), i: null, b: null }, // acosh_dx
  { in: 2, f: (g, x) => g / (1 - x * x), i: null, b: null }, // atanh_dx
  { in: 2, f: (g, x) => g * 1.1283791670955126 * f.exp(-x * x), i: null, b: null }, // erf_dx
  { in: 2, f: (g, x) => -g * 1.1283791670955126 * f.exp(-x * x), i: null, b: null }, // erfc_dx
  { in: 2, f: (g, y) => g * 0.886226925452758 * f.exp(y * y), i: null, b: null }, // erfinv_dx
  { in: 2, f: (g, x) => g * f.digamma(x), i: null, b: null }, // lgamma_dx
  { in: 2, f: (g, x) => g * f.polygamma(1, x), i: null, b: null }, // digamma_dx
  { in: 3, f: (g, n, x) => g * f.polygamma(n + 1, x), i: null, b: null }, // polygamma_dx
  { in: 2, f: (y, g) => (y <= 0 ? 0 : g), i: null, b: null }, // relu_dx
  { in: 3, f: (x, g, negativeSlope) => (x > 0 ? g : g * negativeSlope), i: null, b: null }, // leakyRelu_dx
  { in: 3, f: (x, g, alpha) => (x > 0 ? g : g * alpha * f.exp(x)), i: null, b: null }, // elu_dx
  { in: 2, f: (g, x) => g * 1.0507009873554805 * (x > 0 ? 1 : 1.6732632423543772 * f.exp(x)), i: null, b: null }, // selu_dx
  { in: 3, f: (x, g, alpha) => (x > 0 ? g : g * f.exp(x / alpha)), i: null, b: null }, // celu_dx
  { in: 2, f: (g, y) => g * y * (1 - y), i: null, b: null }, // sigmoid_dx
  {
    in: 3,
    f: (eps, x, g) => (eps >= 0 && (x < eps || x > 1 - eps) ? 0 : x < 0 || x > 1 ? 0 / 0 : g / (x * (1 - x))),
    i: null,
    b: null,
  }, // logit_dx
  { in: 2, f: (g, x) => g * f.sigmoid(-x), i: null, b: null }, // logSigmoid_dx
  { in: 4, f: (x, minVal, maxVal, g) => (x > minVal && x < maxVal ? g : 0), i: null, b: null }, // hardtanh_dx
  { in: 2, f: (g, x) => g / ((1 + f.abs(x)) * (1 + f.abs(x))), i: null, b: null }, // softsign_dx
  {
    in: 2,
    f: (g, x) =>
      g * (f.tanh(f.log1p(f.exp(x))) + x * f.sigmoid(x) * (1 - f.tanh(f.log1p(f.exp(x))) * f.tanh(f.log1p(f.exp(x))))),
    i: null,
    b: null,
  }, // mish_dx
  { in: 2, f: (x, g) => (x > -3 && x < 3 ? g / 6 : 0), i: null, b: null }, // hardsigmoid_dx
  { in: 2, f: (x, g) => (x < -3 ? 0 : x < 3 ? g * (x / 3 + 0.5) : g), i: null, b: null }, // hardswish_dx
  { in: 2, f: (x, g) => (x > 0 ? 0 : g * x), i: null, b: null }, // preluSlopes_dweight
  { in: 2, f: (g, x) => g * f.sigmoid(x) * (1 + x * (1 - f.sigmoid(x))), i: null, b: null }, // silu_dx
  { in: 4, f: (x, beta, threshold, g) => (x * beta > threshold ? g : g * f.sigmoid(x * beta)), i: null, b: null }, // softplus_dx
  {
    in: 2,
    f: (g, x) => g * (0.5 * (1 + f.erf(x * 0.7071067811865476)) + x * 0.3989422804014327 * f.exp(-0.5 * x * x)),
    i: null,
    b: null,
  }, // geluErf_dx
  {
    in: 2,
    f: (g, x) =>
      g *
      (0.5 * (1 + f.tanh(0.7978845608028654 * (x + 0.044715 * x * x * x))) +
        0.5 *
          x *
          (1 -
            f.tanh(0.7978845608028654 * (x + 0.044715 * x * x * x)) *
              f.tanh(0.7978845608028654 * (x + 0.044715 * x * x * x))) *
          0.7978845608028654 *
          (1 + 0.134145 * x * x)),
    i: null,
    b: null,
  }, // geluTanh_dx
  { in: 2, f: (condition, g) => (condition !== 0 ? g : 0), i: null, b: null }, // where_da
  { in: 2, f: (condition, g) => (condition !== 0 ? 0 : g), i: null, b: null }, // where_db
  { in: 2, f: (x, g) => (f.isnan(x) || f.isinf(x) ? 0 : g), i: null, b: null }, // nanToNum_dx
  { in: 3, f: (g, a, b) => 2 * g * (a - b), i: null, b: null }, // squaredError_da
  { in: 3, f: (g, a, b) => -2 * g * (a - b), i: null, b: null }, // squaredError_db
  { in: 3, f: (g, a, b) => g * f.sign(a - b), i: null, b: null }, // absoluteError_da
  { in: 3, f: (g, a, b) => -g * f.sign(a - b), i: null, b: null }, // absoluteError_db
  { in: 4, f: (a, b, delta, g) => (f.abs(a - b) < delta ? g * (a - b) : g * delta * f.sign(a - b)), i: null, b: null }, // huberError_da
  {
    in: 4,
    f: (a, b, delta, g) => (f.abs(a - b) < delta ? -g * (a - b) : -g * delta * f.sign(a - b)),
    i: null,
    b: null,
  }, // huberError_db
  { in: 3, f: (g, a, b) => (g * (a - b)) / f.maximum((1 - a) * a, 1e-12), i: null, b: null }, // binaryCrossEntropyError_da
  { in: 2, f: (g, a) => g * (f.maximum(f.log1p(-a), -100) - f.maximum(f.log(a), -100)), i: null, b: null }, // binaryCrossEntropyError_db
  { in: 4, f: (g, posWeight, t, x) => g * ((posWeight * t + 1 - t) * f.sigmoid(x) - posWeight * t), i: null, b: null }, // binaryCrossEntropyLogitsError_dx
  {
    in: 3,
    f: (g, posWeight, x) => g * ((posWeight - 1) * (f.log1p(f.exp(-f.abs(x))) + f.maximum(-x, 0)) - x),
    i: null,
    b: null,
  }, // binaryCrossEntropyLogitsError_dt
  { in: 3, f: (g, t, x) => g * t * (f.log1p(f.exp(-f.abs(x))) + f.maximum(-x, 0)), i: null, b: null }, // binaryCrossEntropyLogitsError_dposWeight
  { in: 3, f: (mask, g, scale) => (mask !== 0 ? g * scale : 0), i: null, b: null }, // maskScale_dx
];

/**
 * Every optimizer's step, in the order of the opcodes. The counter holds the step count, then for each number that is kept its value
 * after the last step and before it; the columns are p, g and the state, n values each.
 */
export const optimizerSteps: readonly {
  hyper: number;
  state: number;
  cells: number;
  advance: (cell: Float64Array, counter: Float32Array) => void;
  run: (n: number, at: readonly Float64Array[], cell: Float64Array, counter: Float32Array) => void;
}[] = [
  {
    // sgd
    hyper: 6,
    state: 1,
    cells: 0,
    advance: (_, counter) => {
      counter[0]! += 1;
    },
    run: (n, at, cell, counter) => {
      const lr = cell[0]!;
      const momentum = cell[1]!;
      const dampening = cell[2]!;
      const weightDecay = cell[3]!;
      const nesterov = cell[4]!;
      const maximize = cell[5]!;
      const step = counter[0]!;
      const keep = step === 1 ? 0 : momentum;
      const take = step === 1 ? 1 : 1 - dampening;
      for (let k = 0; k < n; k++) {
        let p = at[0]![k]!;
        const g = at[1]![k]!;
        let momentumBuffer = at[2]![k]!;
        const g0 = (1 - 2 * maximize) * g;
        const g1 = g0 + weightDecay * p;
        momentumBuffer = keep * momentumBuffer + take * g1;
        const d = momentum === 0 ? g1 : nesterov !== 0 ? g1 + momentum * momentumBuffer : momentumBuffer;
        p = p - lr * d;
        at[0]![k] = p;
        at[2]![k] = momentumBuffer;
      }
    },
  },
  {
    // adagrad
    hyper: 5,
    state: 1,
    cells: 0,
    advance: (_, counter) => {
      counter[0]! += 1;
    },
    run: (n, at, cell, counter) => {
      const lr = cell[0]!;
      const lrDecay = cell[1]!;
      const weightDecay = cell[2]!;
      const eps = cell[3]!;
      const maximize = cell[4]!;
      const step = counter[0]!;
      const rate = lr / (1 + (step - 1) * lrDecay);
      for (let k = 0; k < n; k++) {
        let p = at[0]![k]!;
        const g = at[1]![k]!;
        let sum = at[2]![k]!;
        const g0 = (1 - 2 * maximize) * g;
        const g1 = g0 + weightDecay * p;
        sum = sum + g1 * g1;
        p = p - (rate * g1) / (f.sqrt(sum) + eps);
        at[0]![k] = p;
        at[2]![k] = sum;
      }
    },
  },
  {
    // rmsprop
    hyper: 7,
    state: 3,
    cells: 0,
    advance: (_, counter) => {
      counter[0]! += 1;
    },
    run: (n, at, cell) => {
      const lr = cell[0]!;
      const alpha = cell[1]!;
      const eps = cell[2]!;
      const weightDecay = cell[3]!;
      const momentum = cell[4]!;
      const centered = cell[5]!;
      const maximize = cell[6]!;
      const take = 1 - alpha;
      for (let k = 0; k < n; k++) {
        let p = at[0]![k]!;
        const g = at[1]![k]!;
        let squareAvg = at[2]![k]!;
        let gradAvg = at[3]![k]!;
        let momentumBuffer = at[4]![k]!;
        const g0 = (1 - 2 * maximize) * g;
        const g1 = g0 + weightDecay * p;
        squareAvg = alpha * squareAvg + take * g1 * g1;
        gradAvg = centered !== 0 ? alpha * gradAvg + take * g1 : 0;
        const d = g1 / (f.sqrt(squareAvg - gradAvg * gradAvg) + eps);
        momentumBuffer = momentum * momentumBuffer + d;
        p = p - lr * momentumBuffer;
        at[0]![k] = p;
        at[2]![k] = squareAvg;
        at[3]![k] = gradAvg;
        at[4]![k] = momentumBuffer;
      }
    },
  },
  {
    // adam
    hyper: 8,
    state: 3,
    cells: 0,
    advance: (_, counter) => {
      counter[0]! += 1;
    },
    run: (n, at, cell, counter) => {
      const lr = cell[0]!;
      const beta1 = cell[1]!;
      const beta2 = cell[2]!;
      const eps = cell[3]!;
      const weightDecay = cell[4]!;
      const maximize = cell[6]!;
      const decoupled = cell[7]!;
      const step = counter[0]!;
      const take1 = 1 - beta1;
      const take2 = 1 - beta2;
      const rate = lr / (1 - f.pow(beta1, step));
      const correction = 1 / f.sqrt(1 - f.pow(beta2, step));
      const shrink = decoupled !== 0 ? 1 - lr * weightDecay : 1;
      const penalty = decoupled !== 0 ? 0 : weightDecay;
      for (let k = 0; k < n; k++) {
        let p = at[0]![k]!;
        const g = at[1]![k]!;
        let expAvg = at[2]![k]!;
        let expAvgSq = at[3]![k]!;
        let maxExpAvgSq = at[4]![k]!;
        const g0 = (1 - 2 * maximize) * g;
        const g1 = g0 + penalty * p;
        expAvg = expAvg + take1 * (g1 - expAvg);
        expAvgSq = beta2 * expAvgSq + take2 * g1 * g1;
        maxExpAvgSq = maxExpAvgSq > expAvgSq ? maxExpAvgSq : expAvgSq;
        p = p * shrink - (rate * expAvg) / (correction * f.sqrt(maxExpAvgSq) + eps);
        at[0]![k] = p;
        at[2]![k] = expAvg;
        at[3]![k] = expAvgSq;
        at[4]![k] = maxExpAvgSq;
      }
    },
  },
  {
    // nadam
    hyper: 8,
    state: 2,
    cells: 1,
    advance: (cell, counter) => {
      counter[0]! += 1;
      const beta1 = cell[1]!;
      const momentumDecay = cell[7]!;
      const step = counter[0]!;
      const muProduct = counter[1]!;
      counter[2] = muProduct;
      counter[1] = muProduct * (beta1 * (1 - 0.5 * f.pow(0.96, step * momentumDecay)));
    },
    run: (n, at, cell, counter) => {
      const lr = cell[0]!;
      const beta1 = cell[1]!;
      const beta2 = cell[2]!;
      const eps = cell[3]!;
      const weightDecay = cell[4]!;
      const maximize = cell[5]!;
      const decoupled = cell[6]!;
      const momentumDecay = cell[7]!;
      const step = counter[0]!;
      const muProduct_next = counter[1]!;
      const take1 = 1 - beta1;
      const take2 = 1 - beta2;
      const shrink = decoupled !== 0 ? 1 - lr * weightDecay : 1;
      const penalty = decoupled !== 0 ? 0 : weightDecay;
      const muNext = beta1 * (1 - 0.5 * f.pow(0.96, (step + 1) * momentumDecay));
      const takeG = (lr * (1 - beta1 * (1 - 0.5 * f.pow(0.96, step * momentumDecay)))) / (1 - muProduct_next);
      const takeM = (lr * muNext) / (1 - muProduct_next * muNext);
      const a = 1 / f.sqrt(1 - f.pow(beta2, step));
      const b = eps;
      for (let k = 0; k < n; k++) {
        let p = at[0]![k]!;
        const g = at[1]![k]!;
        let expAvg = at[2]![k]!;
        let expAvgSq = at[3]![k]!;
        const g0 = (1 - 2 * maximize) * g;
        const g1 = g0 + penalty * p;
        expAvg = expAvg + take1 * (g1 - expAvg);
        expAvgSq = beta2 * expAvgSq + take2 * g1 * g1;
        p = p * shrink - (takeG * g1 + takeM * expAvg) / (a * f.sqrt(expAvgSq) + b);
        at[0]![k] = p;
        at[2]![k] = expAvg;
        at[3]![k] = expAvgSq;
      }
    },
  },
  {
    // radam
    hyper: 7,
    state: 2,
    cells: 0,
    advance: (_, counter) => {
      counter[0]! += 1;
    },
    run: (n, at, cell, counter) => {
      const lr = cell[0]!;
      const beta1 = cell[1]!;
      const beta2 = cell[2]!;
      const eps = cell[3]!;
      const weightDecay = cell[4]!;
      const maximize = cell[5]!;
      const decoupled = cell[6]!;
      const step = counter[0]!;
      const take1 = 1 - beta1;
      const take2 = 1 - beta2;
      const shrink = decoupled !== 0 ? 1 - lr * weightDecay : 1;
      const penalty = decoupled !== 0 ? 0 : weightDecay;
      const limit = 2 / (1 - beta2) - 1;
      const power = f.pow(beta2, step);
      const length = limit - (2 * step * power) / (1 - power);
      const squared = ((length - 4) * (length - 2) * limit) / ((limit - 4) * (limit - 2) * length);
      const rectified = length > 5 ? f.sqrt(squared * (1 - power)) : 1;
      const takeG = 0;
      const takeM = (lr / (1 - f.pow(beta1, step))) * rectified;
      const a = length > 5 ? 1 : 0;
      const b = length > 5 ? eps : 1;
      for (let k = 0; k < n; k++) {
        let p = at[0]![k]!;
        const g = at[1]![k]!;
        let expAvg = at[2]![k]!;
        let expAvgSq = at[3]![k]!;
        const g0 = (1 - 2 * maximize) * g;
        const g1 = g0 + penalty * p;
        expAvg = expAvg + take1 * (g1 - expAvg);
        expAvgSq = beta2 * expAvgSq + take2 * g1 * g1;
        p = p * shrink - (takeG * g1 + takeM * expAvg) / (a * f.sqrt(expAvgSq) + b);
        at[0]![k] = p;
        at[2]![k] = expAvg;
        at[3]![k] = expAvgSq;
      }
    },
  },
  {
    // sparseAdam
    hyper: 7,
    state: 2,
    cells: 0,
    advance: (_, counter) => {
      counter[0]! += 1;
    },
    run: (n, at, cell, counter) => {
      const lr = cell[0]!;
      const beta1 = cell[1]!;
      const beta2 = cell[2]!;
      const eps = cell[3]!;
      const weightDecay = cell[4]!;
      const maximize = cell[5]!;
      const decoupled = cell[6]!;
      const step = counter[0]!;
      const take1 = 1 - beta1;
      const take2 = 1 - beta2;
      const shrink = decoupled !== 0 ? 1 - lr * weightDecay : 1;
      const penalty = decoupled !== 0 ? 0 : weightDecay;
      const takeG = 0;
      const takeM = (lr * f.sqrt(1 - f.pow(beta2, step))) / (1 - f.pow(beta1, step));
      const a = 1;
      const b = eps;
      for (let k = 0; k < n; k++) {
        let p = at[0]![k]!;
        const g = at[1]![k]!;
        let expAvg = at[2]![k]!;
        let expAvgSq = at[3]![k]!;
        const g0 = (1 - 2 * maximize) * g;
        const g1 = g0 + penalty * p;
        expAvg = expAvg + take1 * (g1 - expAvg);
        expAvgSq = beta2 * expAvgSq + take2 * g1 * g1;
        p = p * shrink - (takeG * g1 + takeM * expAvg) / (a * f.sqrt(expAvgSq) + b);
        at[0]![k] = p;
        at[2]![k] = expAvg;
        at[3]![k] = expAvgSq;
      }
    },
  },
  {
    // adamax
    hyper: 6,
    state: 2,
    cells: 0,
    advance: (_, counter) => {
      counter[0]! += 1;
    },
    run: (n, at, cell, counter) => {
      const lr = cell[0]!;
      const beta1 = cell[1]!;
      const beta2 = cell[2]!;
      const eps = cell[3]!;
      const weightDecay = cell[4]!;
      const maximize = cell[5]!;
      const step = counter[0]!;
      const take1 = 1 - beta1;
      const rate = lr / (1 - f.pow(beta1, step));
      for (let k = 0; k < n; k++) {
        let p = at[0]![k]!;
        const g = at[1]![k]!;
        let expAvg = at[2]![k]!;
        let expInf = at[3]![k]!;
        const g0 = (1 - 2 * maximize) * g;
        const g1 = g0 + weightDecay * p;
        expAvg = expAvg + take1 * (g1 - expAvg);
        expInf = f.maximum(beta2 * expInf, f.abs(g1) + eps);
        p = p - (rate * expAvg) / expInf;
        at[0]![k] = p;
        at[2]![k] = expAvg;
        at[3]![k] = expInf;
      }
    },
  },
  {
    // adadelta
    hyper: 5,
    state: 2,
    cells: 0,
    advance: (_, counter) => {
      counter[0]! += 1;
    },
    run: (n, at, cell) => {
      const lr = cell[0]!;
      const rho = cell[1]!;
      const eps = cell[2]!;
      const weightDecay = cell[3]!;
      const maximize = cell[4]!;
      const take = 1 - rho;
      for (let k = 0; k < n; k++) {
        let p = at[0]![k]!;
        const g = at[1]![k]!;
        let squareAvg = at[2]![k]!;
        let accDelta = at[3]![k]!;
        const g0 = (1 - 2 * maximize) * g;
        const g1 = g0 + weightDecay * p;
        squareAvg = rho * squareAvg + take * g1 * g1;
        const d = (f.sqrt(accDelta + eps) / f.sqrt(squareAvg + eps)) * g1;
        accDelta = rho * accDelta + take * d * d;
        p = p - lr * d;
        at[0]![k] = p;
        at[2]![k] = squareAvg;
        at[3]![k] = accDelta;
      }
    },
  },
  {
    // rprop
    hyper: 5,
    state: 2,
    cells: 0,
    advance: (_, counter) => {
      counter[0]! += 1;
    },
    run: (n, at, cell) => {
      const etaMinus = cell[0]!;
      const etaPlus = cell[1]!;
      const least = cell[2]!;
      const most = cell[3]!;
      const maximize = cell[4]!;
      for (let k = 0; k < n; k++) {
        let p = at[0]![k]!;
        const g = at[1]![k]!;
        let prev = at[2]![k]!;
        let stepSize = at[3]![k]!;
        const g0 = (1 - 2 * maximize) * g;
        const turn = g0 * prev;
        const scaled = stepSize * (turn > 0 ? etaPlus : turn < 0 ? etaMinus : 1);
        stepSize = f.minimum(f.maximum(scaled, least), most);
        prev = turn < 0 ? 0 : g0;
        p = p - f.sign(prev) * stepSize;
        at[0]![k] = p;
        at[2]![k] = prev;
        at[3]![k] = stepSize;
      }
    },
  },
  {
    // asgd
    hyper: 6,
    state: 1,
    cells: 2,
    advance: (cell, counter) => {
      counter[0]! += 1;
      const lr = cell[0]!;
      const lambd = cell[1]!;
      const alpha = cell[2]!;
      const t0 = cell[3]!;
      const step = counter[0]!;
      const eta = counter[1]!;
      const mu = counter[3]!;
      counter[2] = eta;
      counter[1] = lr / f.pow(1 + lambd * lr * step, alpha);
      counter[4] = mu;
      counter[3] = step - t0 > 1 ? 1 / (step - t0) : 1;
    },
    run: (n, at, cell, counter) => {
      const lambd = cell[1]!;
      const weightDecay = cell[4]!;
      const maximize = cell[5]!;
      const eta = counter[2]!;
      const mu = counter[4]!;
      const rate = eta;
      const shrink = 1 - lambd * eta;
      const share = mu;
      for (let k = 0; k < n; k++) {
        let p = at[0]![k]!;
        const g = at[1]![k]!;
        let ax = at[2]![k]!;
        const g0 = (1 - 2 * maximize) * g;
        const g1 = g0 + weightDecay * p;
        p = p * shrink - rate * g1;
        ax = share === 1 ? p : ax + share * (p - ax);
        at[0]![k] = p;
        at[2]![k] = ax;
      }
    },
  },
  {
    // lion
    hyper: 5,
    state: 1,
    cells: 0,
    advance: (_, counter) => {
      counter[0]! += 1;
    },
    run: (n, at, cell) => {
      const lr = cell[0]!;
      const beta1 = cell[1]!;
      const beta2 = cell[2]!;
      const weightDecay = cell[3]!;
      const maximize = cell[4]!;
      const take1 = 1 - beta1;
      const take2 = 1 - beta2;
      const shrink = 1 - lr * weightDecay;
      for (let k = 0; k < n; k++) {
        let p = at[0]![k]!;
        const g = at[1]![k]!;
        let expAvg = at[2]![k]!;
        const g0 = (1 - 2 * maximize) * g;
        p = p * shrink - lr * f.sign(beta1 * expAvg + take1 * g0);
        expAvg = beta2 * expAvg + take2 * g0;
        at[0]![k] = p;
        at[2]![k] = expAvg;
      }
    },
  },
];

export const firstElementwise = 31;
export const firstOptimizer = 19;
