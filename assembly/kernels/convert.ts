/**
 * Reading elements of any dtype and stride as one compute type, and writing them back. What integers compute with is never a float16,
 * a bfloat16, or for i64 any float.
 */
import { DType } from '../record';

/** Float to integer truncates and saturates, NaN gives 0; everything else wraps or rounds. */
@inline export function convert<S, T>(x: S): T {
  // through i32: a conversion straight to a byte would saturate at its ends
  if (isFloat<S>() && sizeof<T>() == 1) return <T><i32>x;
  if (isFloat<S>() && isInteger<T>() && sizeof<T>() == 8) return <T><i64>x;
  return <T>x;
}

function loadAs<S, T>(from: usize, stride: usize, n: usize, to: usize): void {
  const end = to + n * sizeof<T>();
  const step = stride * sizeof<S>();
  for (; to < end; to += sizeof<T>(), from += step) store<T>(to, convert<S, T>(load<S>(from)));
}
function storeAs<T, D>(from: usize, to: usize, stride: usize, n: usize): void {
  const end = from + n * sizeof<T>();
  const step = stride * sizeof<D>();
  for (; from < end; from += sizeof<T>(), to += step) store<D>(to, convert<T, D>(load<T>(from)));
}
function storeBool<T>(from: usize, to: usize, stride: usize, n: usize): void {
  const end = from + n * sizeof<T>();
  for (; from < end; from += sizeof<T>(), to += stride) store<u8>(to, u8(load<T>(from) != 0));
}

/** float16 is IEEE 754's binary16, bfloat16 the upper half of a float32. */
function fromHalf(half: u32, brain: bool): f32 {
  if (brain) return reinterpret<f32>(half << 16);
  const size = half & 0x7fff;
  // The exponent is 112 too small; multiplying puts denormals right as well.
  const finite = reinterpret<f32>(size << 13) * reinterpret<f32>(0x77800000);
  return copysign<f32>(size < 0x7c00 ? finite : reinterpret<f32>(0x7f800000 | (size << 13)), reinterpret<f32>(half << 16));
}
/** Rounded to the nearest, ties to even. */
function toHalf(x: f32, brain: bool): u32 {
  const all = reinterpret<u32>(x);
  const size = all & 0x7fffffff;
  if (brain) return size > 0x7f800000 ? 0x7fc0 : (all + 0x7fff + ((all >> 16) & 1)) >> 16;
  let bits: u32;
  if (size >= 0x47800000) bits = size > 0x7f800000 ? 0x7e00 : 0x7c00;
  // Adding 1/2 leaves as many digits as a denormal has.
  else if (size < 0x38800000) bits = reinterpret<u32>(abs<f32>(x) + <f32>0.5) - 0x3f000000;
  else bits = (size - 0x38000000 + 0xfff + ((size >> 13) & 1)) >> 13;
  return bits | ((all >> 16) & 0x8000);
}
function loadHalves<T>(from: usize, stride: usize, n: usize, to: usize, brain: bool): void {
  const end = to + n * sizeof<T>();
  for (; to < end; to += sizeof<T>(), from += 2 * stride) store<T>(to, <T>fromHalf(load<u16>(from), brain));
}
function storeHalves<T>(from: usize, to: usize, stride: usize, n: usize, brain: bool): void {
  const end = from + n * sizeof<T>();
  for (; from < end; from += sizeof<T>(), to += 2 * stride) store<u16>(to, <u16>toHalf(<f32>load<T>(from), brain));
}

function loadElements<T>(dtype: i32, from: usize, stride: usize, n: usize, to: usize): void {
  if (isFloat<T>() && dtype >= DType.float16) return loadHalves<T>(from, stride, n, to, dtype == DType.bfloat16);
  switch (dtype) {
    case DType.float32: if (isFloat<T>() || sizeof<T>() == 4) return loadAs<f32, T>(from, stride, n, to);
    case DType.float64: if (isFloat<T>() || sizeof<T>() == 4) return loadAs<f64, T>(from, stride, n, to);
    case DType.int32: return loadAs<i32, T>(from, stride, n, to);
    case DType.int64: return loadAs<i64, T>(from, stride, n, to);
    case DType.int8: return loadAs<i8, T>(from, stride, n, to);
    default: return loadAs<u8, T>(from, stride, n, to);
  }
}
function storeElements<T>(dtype: i32, from: usize, to: usize, stride: usize, n: usize): void {
  if (isFloat<T>() && dtype >= DType.float16) return storeHalves<T>(from, to, stride, n, dtype == DType.bfloat16);
  switch (dtype) {
    case DType.float32: if (isFloat<T>() || sizeof<T>() == 4) return storeAs<T, f32>(from, to, stride, n);
    case DType.float64: if (isFloat<T>() || sizeof<T>() == 4) return storeAs<T, f64>(from, to, stride, n);
    case DType.int32: return storeAs<T, i32>(from, to, stride, n);
    case DType.int64: return storeAs<T, i64>(from, to, stride, n);
    // the same bytes: both wrap
    case DType.int8:
    case DType.uint8: return storeAs<T, u8>(from, to, stride, n);
    default: return storeBool<T>(from, to, stride, n);
  }
}
function fill<T>(to: usize, value: T, n: usize): void {
  const end = to + n * sizeof<T>();
  for (; to < end; to += sizeof<T>()) store<T>(to, value);
}

// `compute` is float32, float64, int32 or int64.

/** n elements from `from` on, `stride` elements apart, side by side as `compute`. */
export function loadTo(compute: i32, dtype: i32, from: usize, stride: usize, n: usize, to: usize): void {
  if (compute == DType.float32) loadElements<f32>(dtype, from, stride, n, to);
  else if (compute == DType.float64) loadElements<f64>(dtype, from, stride, n, to);
  else if (compute == DType.int64) loadElements<i64>(dtype, from, stride, n, to);
  else loadElements<i32>(dtype, from, stride, n, to);
}
/** And back. */
export function storeFrom(compute: i32, dtype: i32, from: usize, to: usize, stride: usize, n: usize): void {
  if (compute == DType.float32) storeElements<f32>(dtype, from, to, stride, n);
  else if (compute == DType.float64) storeElements<f64>(dtype, from, to, stride, n);
  else if (compute == DType.int64) storeElements<i64>(dtype, from, to, stride, n);
  else storeElements<i32>(dtype, from, to, stride, n);
}
export function fillAs(compute: i32, to: usize, value: f64, n: usize): void {
  if (compute == DType.float32) fill<f32>(to, <f32>value, n);
  else if (compute == DType.float64) fill<f64>(to, value, n);
  else if (compute == DType.int64) fill<i64>(to, <i64>value, n);
  else fill<i32>(to, <i32>value, n);
}
