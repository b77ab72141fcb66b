/** Walking through operands by their strides, and converting what is read and written. */
import { dtypes, type TypedArray } from '../../dtype.ts';
import type { View } from './memory.ts';

export type List = ArrayLike<number>;
const { float32, int32, uint8, bool } = dtypes;

export function product(sizes: List): number {
  let n = 1;
  for (let i = 0; i < sizes.length; i++) n *= sizes[i]!;
  return n;
}

/** Calls visit once for every index of `sizes`, the last dim fastest, with each operand's offset. The array is reused. */
export function walk(sizes: List, strides: readonly List[], visit: (offsets: readonly number[]) => void): void {
  const offsets = strides.map(() => 0);
  const index = new Array<number>(sizes.length).fill(0);
  for (let left = product(sizes); left > 0; left--) {
    visit(offsets);
    for (let d = sizes.length - 1; d >= 0; d--) {
      for (let k = 0; k < strides.length; k++) offsets[k]! += strides[k]![d]!;
      if (++index[d]! < sizes[d]!) break;
      for (let k = 0; k < strides.length; k++) offsets[k]! -= strides[k]![d]! * sizes[d]!;
      index[d] = 0;
    }
  }
}

/** Float to int32 truncates and saturates; NaN gives 0. Integers pass through. */
export function saturate(x: number): number {
  if (x !== x) return 0;
  return x >= 2147483647 ? 2147483647 : x <= -2147483648 ? -2147483648 : Math.trunc(x);
}

/** A number as the compute dtype holds it. */
export function convert(x: number, compute: number): number {
  return compute === int32.code ? saturate(x) : compute === float32.code ? Math.fround(x) : x;
}

/** Whether the compute dtype holds everything the array can. */
function holds(compute: number, data: TypedArray): boolean {
  if (compute === int32.code) return data instanceof Int32Array || data instanceof Uint8Array;
  return compute !== float32.code || data instanceof Float32Array || data instanceof Uint8Array;
}

/** n elements from `at` on, in the compute dtype. */
export function load({ data }: View, at: number, stride: number, n: number, compute: number, into: Float64Array): void {
  if (holds(compute, data)) for (let k = 0; k < n; k++, at += stride) into[k] = data[at]!;
  else for (let k = 0; k < n; k++, at += stride) into[k] = convert(data[at]!, compute);
}

/** n values rounded to the operand's dtype: integers saturate at int32's ends, uint8 wraps, bools say which are not 0. */
export function store({ data, dtype }: View, at: number, stride: number, n: number, from: Float64Array): void {
  if (dtype === bool.code) for (let k = 0; k < n; k++, at += stride) data[at] = from[k] !== 0 ? 1 : 0;
  else if (dtype === int32.code || dtype === uint8.code)
    for (let k = 0; k < n; k++, at += stride) data[at] = saturate(from[k]!);
  else for (let k = 0; k < n; k++, at += stride) data[at] = from[k]!;
}
