/** How records are read: float64 words, what they mean, and what kernels answer. */

export const enum Status {
  ok = 0,
  outOfMemory = 1,
  indexOutOfRange = 2,
  unknownKernel = 3,
}

export const enum DType {
  float32 = 0,
  float64 = 1,
  int32 = 2,
  uint8 = 3,
  /** One byte, 0 or 1. */
  bool = 4,
  int64 = 5,
  /** Known to elementwise, gather and scatter alone, as are the halves. */
  int8 = 6,
  float16 = 7,
  bfloat16 = 8,
  /** A number that stands in the record itself. */
  immediate = 15,
}

/** More dims than any tensor has. */
export const maxDims: i32 = 64;

/** The word at index i. */
@inline export function word(w: usize, i: usize): f64 { return load<f64>(w + (i << 3)); }
/** A small whole number. */
@inline export function whole(w: usize, i: usize): i32 { return <i32>load<f64>(w + (i << 3)); }
/** An address, a size or a stride: stride × elements wraps at 2³² exactly as addresses do, so signs take care of themselves. */
@inline export function size(w: usize, i: usize): usize { return <usize><i64>load<f64>(w + (i << 3)); }

/** The product of the n sizes from word i on. */
export function product(w: usize, i: usize, n: i32): usize {
  let result: usize = 1;
  for (let d = 0; d < n; d++) result *= size(w, i + d);
  return result;
}

@inline export function bytesOf(dtype: i32): usize {
  if (dtype == DType.float64 || dtype == DType.int64) return 8;
  return dtype == DType.float32 || dtype == DType.int32 ? 4 : dtype >= DType.float16 ? 2 : 1;
}

@inline export function codeOf<T>(): i32 {
  if (isFloat<T>()) return sizeof<T>() == 8 ? DType.float64 : DType.float32;
  return sizeof<T>() == 8 ? DType.int64 : sizeof<T>() == 4 ? DType.int32 : DType.uint8;
}
