/** Between the values that users see and the memory that tensors have. */
import { type DType, dtypes, type MemoryArray, type TypedArray } from './dtype.ts';
import { halfBits, halfValue, isHalf } from './halves.ts';

/** Values as a dtype's memory. Whether they fit is the caller's matter. */
export function encode(dtype: DType, values: ArrayLike<number | bigint | boolean>): MemoryArray {
  const { memory } = dtypes[dtype];
  if (values instanceof memory && !isHalf(dtype)) return values;
  const out = new memory(values.length);
  if (out instanceof BigInt64Array) for (let i = 0; i < out.length; i++) out[i] = toBigInt(values[i]!);
  else if (isHalf(dtype)) for (let i = 0; i < out.length; i++) out[i] = halfBits[dtype](Number(values[i]));
  else for (let i = 0; i < out.length; i++) out[i] = Number(values[i]);
  return out;
}
const toBigInt = (x: number | bigint | boolean): bigint => (typeof x === 'number' ? BigInt(Math.trunc(x)) : BigInt(x));

/** What users see of a dtype's memory. */
export function decode(dtype: DType, memory: MemoryArray): TypedArray {
  if (!isHalf(dtype)) return memory as TypedArray;
  return Float32Array.from(memory as Uint16Array, halfValue[dtype]);
}
