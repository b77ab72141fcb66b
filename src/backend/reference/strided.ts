/** Walking through operands by their strides, and converting what is read and written. */
import { dtypeOfCode, dtypes } from '../../dtype.ts';
import { halfBits, halfValue, isHalf } from '../../halves.ts';
import type { View } from './memory.ts';

export type List = ArrayLike<number>;
const { float32, float64, int32, int64, uint8, int8, bool } = dtypes;

/** float32 and float64: the halves have elementwise kernels alone, and those that move elements. */
export const isFloatCode = (code: number): boolean => code === float32.code || code === float64.code;

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

/** An int64 as the compute dtype holds it, rounded once. */
function fromBig(x: bigint, compute: number): number {
  if (compute !== float32.code) return Number(x);
  // What is cut off leaves one bit behind, so that float64 does not round to what float32 would take for a tie.
  const cut = 10n;
  const rest = x & ((1n << cut) - 1n);
  if (x === BigInt.asIntN(53, x)) return Math.fround(Number(x));
  return Math.fround(Number((x >> cut) | (rest === 0n ? 0n : 1n)) * 2 ** Number(cut));
}
/** A number as int64: truncated, saturated at its ends; NaN gives 0. */
export function toBig(x: number): bigint {
  if (x !== x) return 0n;
  return x >= 2 ** 63 ? 2n ** 63n - 1n : x <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(x));
}

/** n elements from `at` on, in the compute dtype. */
export function load(view: View, at: number, stride: number, n: number, compute: number, into: Float64Array): void {
  const { data, big, dtype } = view;
  const name = dtypeOfCode(dtype);
  if (dtype === int64.code) for (let k = 0; k < n; k++, at += stride) into[k] = fromBig(big[at]!, compute);
  else if (isHalf(name)) for (let k = 0; k < n; k++, at += stride) into[k] = halfValue[name](data[at]!);
  else if (dtype === compute || compute === float64.code) for (let k = 0; k < n; k++, at += stride) into[k] = data[at]!;
  else for (let k = 0; k < n; k++, at += stride) into[k] = convert(data[at]!, compute);
}

/** n values rounded to the operand's dtype: integers saturate at the ends of int32 or int64, narrower ones wrap, bools say which are not 0. */
export function store(view: View, at: number, stride: number, n: number, from: Float64Array): void {
  const { data, big, dtype } = view;
  const name = dtypeOfCode(dtype);
  if (dtype === bool.code) for (let k = 0; k < n; k++, at += stride) data[at] = from[k] !== 0 ? 1 : 0;
  else if (dtype === int64.code) for (let k = 0; k < n; k++, at += stride) big[at] = toBig(from[k]!);
  else if (isHalf(name)) for (let k = 0; k < n; k++, at += stride) data[at] = halfBits[name](from[k]!);
  else if (dtype === int32.code || dtype === uint8.code || dtype === int8.code)
    for (let k = 0; k < n; k++, at += stride) data[at] = saturate(from[k]!);
  else for (let k = 0; k < n; k++, at += stride) data[at] = from[k]!;
}

/** n integers or bools from `at` on. */
export function loadBig({ data, big, dtype }: View, at: number, stride: number, n: number, into: bigint[]): void {
  if (dtype === int64.code) for (let k = 0; k < n; k++, at += stride) into[k] = big[at]!;
  else for (let k = 0; k < n; k++, at += stride) into[k] = BigInt(data[at]!);
}
/** n int64 values as the operand's integer dtype, into which they wrap, or as bools. */
export function storeBig(
  { data, big, dtype }: View,
  at: number,
  stride: number,
  n: number,
  from: readonly bigint[],
): void {
  if (dtype === int64.code) for (let k = 0; k < n; k++, at += stride) big[at] = from[k]!;
  else if (dtype === bool.code) for (let k = 0; k < n; k++, at += stride) data[at] = from[k] !== 0n ? 1 : 0;
  else for (let k = 0; k < n; k++, at += stride) data[at] = Number(BigInt.asIntN(32, from[k]!));
}
