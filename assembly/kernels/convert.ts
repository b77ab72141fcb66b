/** Reading elements of any dtype and stride as one compute type, and writing them back. */
import { DType } from '../record';

/** Float to integer truncates and saturates, NaN gives 0; everything else wraps or rounds. */
@inline export function convert<S, T>(x: S): T {
  // through i32: a conversion straight to a byte would saturate at its ends
  if (isFloat<S>() && sizeof<T>() == 1) return <T><i32>x;
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

function loadElements<T>(dtype: i32, from: usize, stride: usize, n: usize, to: usize): void {
  switch (dtype) {
    case DType.float32: return loadAs<f32, T>(from, stride, n, to);
    case DType.float64: return loadAs<f64, T>(from, stride, n, to);
    case DType.int32: return loadAs<i32, T>(from, stride, n, to);
    default: return loadAs<u8, T>(from, stride, n, to);
  }
}
function storeElements<T>(dtype: i32, from: usize, to: usize, stride: usize, n: usize): void {
  switch (dtype) {
    case DType.float32: return storeAs<T, f32>(from, to, stride, n);
    case DType.float64: return storeAs<T, f64>(from, to, stride, n);
    case DType.int32: return storeAs<T, i32>(from, to, stride, n);
    case DType.uint8: return storeAs<T, u8>(from, to, stride, n);
    default: return storeBool<T>(from, to, stride, n);
  }
}
function fill<T>(to: usize, value: T, n: usize): void {
  const end = to + n * sizeof<T>();
  for (; to < end; to += sizeof<T>()) store<T>(to, value);
}

// `compute` is float32, float64 or int32.

/** n elements from `from` on, `stride` elements apart, side by side as `compute`. */
export function loadTo(compute: i32, dtype: i32, from: usize, stride: usize, n: usize, to: usize): void {
  if (compute == DType.float32) loadElements<f32>(dtype, from, stride, n, to);
  else if (compute == DType.float64) loadElements<f64>(dtype, from, stride, n, to);
  else loadElements<i32>(dtype, from, stride, n, to);
}
/** And back. */
export function storeFrom(compute: i32, dtype: i32, from: usize, to: usize, stride: usize, n: usize): void {
  if (compute == DType.float32) storeElements<f32>(dtype, from, to, stride, n);
  else if (compute == DType.float64) storeElements<f64>(dtype, from, to, stride, n);
  else storeElements<i32>(dtype, from, to, stride, n);
}
export function fillAs(compute: i32, to: usize, value: f64, n: usize): void {
  if (compute == DType.float32) fill<f32>(to, <f32>value, n);
  else if (compute == DType.float64) fill<f64>(to, value, n);
  else fill<i32>(to, <i32>value, n);
}
