/** What the compiler knows of dtypes: which one an op's result has. The run time's rules are in dtype.ts. */
import type { DType, FloatDType, IntegerDType, Promote, TypedArray, TypedArrays } from './dtype.ts';

/** Whether a number counts as an integer. Of one that is not written out nobody knows. */
export type NumberKind<N extends number> = number extends N
  ? 'number'
  : N extends number
    ? `${N}` extends `${bigint}`
      ? 'integer'
      : 'fraction'
    : never;

type CategoryOf<D extends DType> = D extends FloatDType ? FloatDType : D extends IntegerDType ? IntegerDType : 'bool';
/** A 0-d tensor does not promote within its category, and no type tells which one has dims: any of the three it may be. */
type OfTensors<A extends DType, B extends DType> = Promote<A, B> | Extract<A | B, CategoryOf<Promote<A, B>>>;

/*
 * The dtype of a result, as resultType finds it. These are tables, for which `Table[D]` keeps a Tensor<D> covariant: a
 * Tensor<'int32'> is a Tensor.
 */
/** Of an op on two tensors. */
export type Pairs = { [A in DType]: { [B in DType]: OfTensors<A, B> } };
/** Of an op on a tensor and a number. */
export interface WithNumber {
  integer: { [D in DType]: D extends 'bool' ? 'int32' : D };
  fraction: Floated;
  number: { [D in DType]: WithNumber['integer'][D] | Floated[D] };
}
/** Of ops that make float32 of integers. */
export type Floated = { [D in DType]: D extends FloatDType ? D : 'float32' };
export type FloatPairs = { [A in DType]: { [B in DType]: Floated[OfTensors<A, B>] } };
/** The dtype of a sum. */
export type Summed = { [D in DType]: D extends FloatDType ? D : 'int64' };
/** The dtype of any and all. */
export type Truths = { [D in DType]: D extends 'uint8' ? D : 'bool' };
/** The dtype of a range between numbers: int32 where all of them are whole. */
export type Whole<N extends number> = number extends N
  ? 'int32' | 'float32'
  : `${N}` extends `${bigint}`
    ? 'int32'
    : 'float32';

interface FloatsOnly {
  /** Only the name is there to be read, in the compiler's error. */
  readonly "takes float tensors only: convert with x.to('float32')": never;
}
/** Of a tensor that an op for floats takes; one of unknown dtype is checked at run time. */
export type Floating = { [D in DType]: D extends FloatDType ? unknown : FloatsOnly };

/** Nested arrays of one type. */
export type Nested<T> = T | Nested<T>[];
/** What toArray gives. */
export type Arrays = { [D in DType]: Nested<D extends 'bool' ? boolean : number> };

type OwnArray = Exclude<DType, 'bool' | 'float16' | 'bfloat16'>;
type ArrayDType<A> = { [D in OwnArray]: A extends TypedArrays[D] ? D : never }[OwnArray];
/** The dtype that `tensor` gives to data. */
export type DataType<T> = [T] extends [Nested<number>]
  ? 'float32'
  : [T] extends [Nested<boolean>]
    ? 'bool'
    : [T] extends [Nested<bigint>]
      ? 'int64'
      : [T] extends [TypedArray]
        ? ArrayDType<T>
        : [T] extends [Nested<number | boolean>]
          ? 'float32' | 'bool'
          : DType;
