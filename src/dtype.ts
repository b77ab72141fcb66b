import { DTypeError } from './errors.ts';

export type DType = 'float32' | 'float64' | 'int32' | 'uint8' | 'bool';
export type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;

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

/** The dtype both can be converted to without leaving their category: PyTorch's promote_types. */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b) return a;
  const [ca, cb] = [dtypes[a].category, dtypes[b].category];
  if (ca !== cb) return ca > cb ? a : b;
  return ca === 2 ? 'float64' : 'int32';
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
export const floatTypes: readonly DType[] = ['float32', 'float64'];
export const integerTypes: readonly DType[] = ['int32', 'uint8'];

/** @throws DTypeError unless both operands of a product are one float dtype. */
export function requireSameFloat(op: string, a: { dtype: DType }, b: { dtype: DType }): void {
  requireDType(op, 'the first operand', a.dtype, floatTypes);
  if (a.dtype !== b.dtype) {
    throw new DTypeError(
      `${op}: the operands are ${a.dtype} and ${b.dtype}; they must be the same. Convert one with x.to('${a.dtype}').`,
    );
  }
}
