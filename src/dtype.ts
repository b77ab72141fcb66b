import { DTypeError } from './errors.ts';

export type DType = 'float32' | 'float64' | 'int32' | 'uint8' | 'bool';
/** What the elements of each dtype are read into. */
export interface TypedArrays extends Record<DType, ArrayBufferView> {
  float32: Float32Array;
  float64: Float64Array;
  int32: Int32Array;
  uint8: Uint8Array;
  bool: Uint8Array;
}
export type TypedArray = TypedArrays[DType];

export interface DTypeInfo {
  /** The number records use. */
  code: number;
  bytes: number;
  /** PyTorch's category: a higher one wins a promotion. */
  category: 0 | 1 | 2;
  array: Float32ArrayConstructor | Float64ArrayConstructor | Int32ArrayConstructor | Uint8ArrayConstructor;
}

export const dtypes: Readonly<Record<DType, DTypeInfo>> = {
  float32: { code: 0, bytes: 4, category: 2, array: Float32Array },
  float64: { code: 1, bytes: 8, category: 2, array: Float64Array },
  int32: { code: 2, bytes: 4, category: 1, array: Int32Array },
  uint8: { code: 3, bytes: 1, category: 1, array: Uint8Array },
  bool: { code: 4, bytes: 1, category: 0, array: Uint8Array },
};
/** The operand "dtype" of a number that stands in the record itself. */
export const immediate = 15;

const names = Object.keys(dtypes) as DType[];
/** The dtype of a record's code. */
export const dtypeOfCode = (code: number): DType => names[code]!;

export const isFloat = (dtype: DType): boolean => dtypes[dtype].category === 2;

/** PyTorch's table of promotions, for the run time and for the compiler. https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype */
const promotions = {
  float32: { float32: 'float32', float64: 'float64', int32: 'float32', uint8: 'float32', bool: 'float32' },
  float64: { float32: 'float64', float64: 'float64', int32: 'float64', uint8: 'float64', bool: 'float64' },
  int32: { float32: 'float32', float64: 'float64', int32: 'int32', uint8: 'int32', bool: 'int32' },
  uint8: { float32: 'float32', float64: 'float64', int32: 'int32', uint8: 'uint8', bool: 'uint8' },
  bool: { float32: 'float32', float64: 'float64', int32: 'int32', uint8: 'uint8', bool: 'bool' },
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

/** @throws DTypeError unless the dtype is one of those the op takes. */
export function requireDType(op: string, what: string, dtype: DType, allowed: readonly DType[]): void {
  if (!allowed.includes(dtype)) {
    throw new DTypeError(
      `${op}: ${what} is ${dtype}; it takes ${allowed.join(', ')}. Convert with x.to('${allowed[0]}').`,
    );
  }
}
export const floatTypes = ['float32', 'float64'] as const satisfies readonly DType[];
export const integerTypes = ['int32', 'uint8'] as const satisfies readonly DType[];
export type FloatDType = (typeof floatTypes)[number];
export type IntegerDType = (typeof integerTypes)[number];

/** @throws DTypeError unless both operands of a product are one float dtype. */
export function requireSameFloat(op: string, a: { dtype: DType }, b: { dtype: DType }): void {
  requireDType(op, 'the first operand', a.dtype, floatTypes);
  if (a.dtype !== b.dtype) {
    throw new DTypeError(
      `${op}: the operands are ${a.dtype} and ${b.dtype}; they must be the same. Convert one with x.to('${a.dtype}').`,
    );
  }
}
