import { DTypeError, show } from './errors.ts';
import { requireList } from './shape.ts';

/** The dtypes, and what their elements are read into. */
export interface TypedArrays {
  float32: Float32Array;
  float64: Float64Array;
  int32: Int32Array;
  uint8: Uint8Array;
  bool: Uint8Array;
  int64: BigInt64Array;
  int8: Int8Array;
  float16: Float32Array;
  bfloat16: Float32Array;
}
export type DType = keyof TypedArrays;
export type TypedArray = TypedArrays[DType];
/** What elements look like in memory: those of float16 and bfloat16 are bit patterns. */
export type MemoryArray = TypedArray | Uint16Array;

type Constructor<A> = new (source: number | ArrayBufferLike | ArrayLike<number>, offset?: number, length?: number) => A;

export interface DTypeInfo {
  /** The number records use. */
  code: number;
  bytes: number;
  /** PyTorch's category: a higher one wins a promotion. */
  category: 0 | 1 | 2;
  /** The dtype that elementwise kernels compute in. */
  lanes: 'float32' | 'float64' | 'int32' | 'int64';
  /** The nearest dtype that has kernels of every kind: those that have few are converted around a kernel. See ops/widened.ts. */
  wide: DType;
  /** What users get their elements in. */
  array: Constructor<TypedArray>;
  memory: Constructor<MemoryArray>;
}

function info(
  code: number,
  category: 0 | 1 | 2,
  lanes: DTypeInfo['lanes'],
  wide: DType,
  memory: Constructor<MemoryArray> & { BYTES_PER_ELEMENT: number },
  array = memory as Constructor<TypedArray>,
): DTypeInfo {
  return { code, bytes: memory.BYTES_PER_ELEMENT, category, lanes, wide, array, memory };
}

export const dtypes: Readonly<Record<DType, DTypeInfo>> = {
  float32: info(0, 2, 'float32', 'float32', Float32Array),
  float64: info(1, 2, 'float64', 'float64', Float64Array),
  int32: info(2, 1, 'int32', 'int32', Int32Array),
  uint8: info(3, 1, 'int32', 'uint8', Uint8Array),
  bool: info(4, 0, 'int32', 'bool', Uint8Array),
  int64: info(5, 1, 'int64', 'int64', BigInt64Array),
  int8: info(6, 1, 'int32', 'int32', Int8Array),
  float16: info(7, 2, 'float32', 'float32', Uint16Array, Float32Array),
  bfloat16: info(8, 2, 'float32', 'float32', Uint16Array, Float32Array),
};
/** The operand "dtype" of a number that stands in the record itself. */
export const immediate = 15;

const names = Object.keys(dtypes) as DType[];
/** The dtype of a record's code. */
export const dtypeOfCode = (code: number): DType => names[code]!;

/** What is known of a dtype. @throws DTypeError for what is none */
export function requireName<D extends DType>(op: string, dtype: D): (typeof dtypes)[D] {
  if (Object.hasOwn(dtypes, dtype)) return dtypes[dtype];
  throw new DTypeError(`${op}: ${String(dtype)} is not a dtype; use one of ${names.join(', ')}.`);
}

export const isFloat = (dtype: DType): boolean => dtypes[dtype].category === 2;

/**
 * PyTorch's table of promotions, for the run time and for the compiler, but that uint8 and int8 give int32, there being no int16.
 * https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype
 */
// prettier-ignore
const promotions = {
  float32: { float32: 'float32', float64: 'float64', int32: 'float32', uint8: 'float32', bool: 'float32', int64: 'float32', int8: 'float32', float16: 'float32', bfloat16: 'float32' },
  float64: { float32: 'float64', float64: 'float64', int32: 'float64', uint8: 'float64', bool: 'float64', int64: 'float64', int8: 'float64', float16: 'float64', bfloat16: 'float64' },
  int32: { float32: 'float32', float64: 'float64', int32: 'int32', uint8: 'int32', bool: 'int32', int64: 'int64', int8: 'int32', float16: 'float16', bfloat16: 'bfloat16' },
  uint8: { float32: 'float32', float64: 'float64', int32: 'int32', uint8: 'uint8', bool: 'uint8', int64: 'int64', int8: 'int32', float16: 'float16', bfloat16: 'bfloat16' },
  bool: { float32: 'float32', float64: 'float64', int32: 'int32', uint8: 'uint8', bool: 'bool', int64: 'int64', int8: 'int8', float16: 'float16', bfloat16: 'bfloat16' },
  int64: { float32: 'float32', float64: 'float64', int32: 'int64', uint8: 'int64', bool: 'int64', int64: 'int64', int8: 'int64', float16: 'float16', bfloat16: 'bfloat16' },
  int8: { float32: 'float32', float64: 'float64', int32: 'int32', uint8: 'int32', bool: 'int8', int64: 'int64', int8: 'int8', float16: 'float16', bfloat16: 'bfloat16' },
  float16: { float32: 'float32', float64: 'float64', int32: 'float16', uint8: 'float16', bool: 'float16', int64: 'float16', int8: 'float16', float16: 'float16', bfloat16: 'float32' },
  bfloat16: { float32: 'float32', float64: 'float64', int32: 'bfloat16', uint8: 'bfloat16', bool: 'bfloat16', int64: 'bfloat16', int8: 'bfloat16', float16: 'float32', bfloat16: 'bfloat16' },
} as const satisfies Record<DType, Record<DType, DType>>;
export type Promote<A extends DType, B extends DType> = (typeof promotions)[A][B];

/** The dtype both can be converted to without leaving their category: PyTorch's promote_types. */
export function promoteTypes<A extends DType, B extends DType>(a: A, b: B): Promote<A, B> {
  return promotions[a][b];
}

/**
 * PyTorch's result_type: tensors with dims decide within their category, then 0-d tensors, then numbers. A number counts as
 * an integer when it is one, and never promotes a float tensor to float64.
 * https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype
 */
export function resultType(operands: readonly (number | { dtype: DType; shape: readonly number[] })[]): DType {
  let dims: DType | null = null;
  let scalars: DType | null = null;
  let number: DType | null = null;
  for (const x of operands) {
    if (typeof x === 'number') number = number === 'float32' || !Number.isInteger(x) ? 'float32' : 'int32';
    else if (x.shape.length === 0) scalars = scalars === null ? x.dtype : promoteTypes(scalars, x.dtype);
    else dims = dims === null ? x.dtype : promoteTypes(dims, x.dtype);
  }
  return over(over(dims, scalars), number) ?? 'float32';
}

/** The lower priority counts only when its category is higher. */
function over(high: DType | null, low: DType | null): DType | null {
  if (high === null || low === null) return high ?? low;
  return dtypes[low].category > dtypes[high].category ? low : high;
}

/** What has a dtype: a tensor, for all that callers without a compiler may give. */
type Typed = { dtype: DType };

/** @throws DTypeError unless x is a tensor. */
export function requireTensor(op: string, what: string, x: Typed): void {
  if ((x as Typed | null | undefined)?.dtype === undefined)
    throw new DTypeError(`${op}: ${what} must be a tensor, got ${show(x)}. Make one with tensor(…).`);
}

/** @throws ShapeError for what is no array, DTypeError for what is no tensor in it */
export function requireTensors(op: string, list: readonly Typed[]): void {
  requireList(op, 'the tensors', list, '[a, b]');
  for (const x of list) requireTensor(op, 'each of them', x);
}

/** @throws DTypeError unless x is a tensor of one of the dtypes that the op takes. */
export function requireDType(op: string, what: string, x: Typed, allowed: readonly DType[]): void {
  requireTensor(op, what, x);
  if (!allowed.includes(x.dtype)) {
    throw new DTypeError(
      `${op}: ${what} is ${x.dtype}; it takes ${allowed.join(', ')}. Convert with x.to('${allowed[0]}').`,
    );
  }
}
export const floatTypes = ['float32', 'float64', 'float16', 'bfloat16'] as const satisfies readonly DType[];
export const integerTypes = ['int32', 'int64', 'uint8', 'int8'] as const satisfies readonly DType[];
export type FloatDType = (typeof floatTypes)[number];
export type IntegerDType = (typeof integerTypes)[number];

/** @throws DTypeError unless both operands of a product are one float dtype. */
export function requireSameFloat(op: string, a: Typed, b: Typed): void {
  requireDType(op, 'the first operand', a, floatTypes);
  requireTensor(op, 'an operand', b);
  if (a.dtype !== b.dtype) {
    throw new DTypeError(
      `${op}: the operands are ${a.dtype} and ${b.dtype}; they must be the same. Convert one with x.to('${a.dtype}').`,
    );
  }
}
