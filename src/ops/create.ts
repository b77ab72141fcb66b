/** Making tensors, and making them over: copies, dtypes. */
import {
  type DType,
  dtypes,
  isFloat,
  type MemoryArray,
  requireName,
  requireTensor,
  type TypedArray,
} from '../dtype.ts';
import { encode } from '../encoding.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { record, recording } from '../graph.ts';
import { known, requireObject } from '../options.ts';
import { broadcastShapes, sameShape, sizeOf, type Shape, checkedShape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import type { DataType, Whole } from '../types.ts';
import { copyInto, empty_ } from './elementwise.ts';
import { written } from './inPlace.ts';

export interface TensorOptions<D extends DType = DType> {
  dtype?: D;
  requiresGrad?: boolean;
}

/** Nested arrays of one shape. */
export type NestedData = number | bigint | boolean | NestedData[];

const arrayTypes: [new (n: number) => TypedArray, DType][] = [
  [Float32Array, 'float32'],
  [Float64Array, 'float64'],
  [Int32Array, 'int32'],
  [Uint8Array, 'uint8'],
  [BigInt64Array, 'int64'],
  [Int8Array, 'int8'],
];

function finish<D extends DType>(t: Tensor<D>, options: TensorOptions): Tensor<D> {
  known('tensor', options, ['dtype', 'requiresGrad', 'shape', 'generator']);
  return options.requiresGrad ? t.requiresGrad_() : t;
}

/**
 * A tensor from numbers, nested arrays or a typed array (copied). Numbers become float32, booleans bool, bigints int64, typed arrays
 * keep their type, unless `dtype` says otherwise. A shape may be given for flat data.
 * @throws ShapeError for ragged arrays or data that does not fit the shape; ValueError for values that do not fit the dtype
 */
export function tensor<T extends NestedData | TypedArray, D extends DType = DataType<T>>(
  data: T,
  options?: TensorOptions<D> & { shape?: Shape },
): Tensor<D>;
export function tensor(data: NestedData | TypedArray, options: TensorOptions & { shape?: Shape } = {}): Tensor {
  const typed = arrayTypes.find(([type]) => data instanceof type);
  const inferred: number[] = [];
  let flat: ArrayLike<Value>;
  let natural: DType;
  if (typed) {
    flat = data as ArrayLike<Value>;
    natural = typed[1];
    inferred.push(flat.length);
  } else {
    for (let level = data as NestedData; Array.isArray(level); level = level[0]!) inferred.push(level.length);
    const values: Value[] = [];
    flatten(data as NestedData, 0, inferred, values);
    natural = naturalType(values);
    flat = values;
  }
  const shape = options.shape ? checkedShape('tensor', options.shape) : inferred;
  if (sizeOf(shape) !== flat.length)
    throw new ShapeError(`tensor: ${flat.length} values do not fill the shape ${show(shape)}.`);
  const dtype = options.dtype ?? natural;
  const t = empty_(shape, dtype, false);
  if (flat.length > 0) upload(t, dtype === natural && typed ? (data as TypedArray) : convert(flat, dtype));
  return finish(t, options);
}

type Value = number | bigint | boolean;

/** @throws ValueError for bigints beside fractions, which no dtype holds together */
function naturalType(values: readonly Value[]): DType {
  if (values.length > 0 && values.every((v) => typeof v === 'boolean')) return 'bool';
  if (!values.some((v) => typeof v === 'bigint')) return 'float32';
  const fraction = values.find((v) => typeof v === 'number' && !Number.isInteger(v));
  if (fraction === undefined) return 'int64';
  throw new ValueError(`tensor: ${fraction} is among bigints, which make an int64 tensor. Pass { dtype }.`);
}

function flatten(data: NestedData, depth: number, shape: readonly number[], into: Value[]): void {
  if (!Array.isArray(data)) {
    if (depth !== shape.length || !['number', 'boolean', 'bigint'].includes(typeof data)) {
      throw new ShapeError(
        `tensor: found ${show(data)} at depth ${depth}; every element must be a number or boolean at depth ${shape.length}.`,
      );
    }
    into.push(data);
    return;
  }
  if (data.length !== shape[depth]) {
    throw new ShapeError(
      `tensor: ragged array: a row at depth ${depth} has ${data.length} elements, the first one ${shape[depth] ?? 'none'}.`,
    );
  }
  for (const row of data) flatten(row, depth + 1, shape, into);
}

/** Fractions are cut off, as in PyTorch. @throws ValueError for a number out of the dtype's range, and for NaN as an integer */
function convert(values: ArrayLike<Value>, dtype: DType): MemoryArray {
  if (dtype === 'bool') return Uint8Array.from(values as ArrayLike<number>, (v) => Number(Boolean(v) || v !== v));
  for (let i = 0; i < values.length && !isFloat(dtype); i++) {
    if (!fits(values[i]!, dtype))
      throw new ValueError(`tensor: ${values[i]} does not fit ${dtype}. Choose another dtype or clamp the data.`);
  }
  return encode(dtype, values);
}
/** Whether a value without its fraction is one of the integer dtype's. */
function fits(value: Value, dtype: DType): boolean {
  const half = dtype === 'int64' ? 2n ** 63n : 2 ** (8 * dtypes[dtype].bytes - 1);
  const whole = typeof value === 'bigint' ? value : Math.trunc(Number(value));
  return dtype === 'uint8' ? whole >= 0 && whole <= 255 : whole >= -half && whole < half;
}

/** Writes memory of t's dtype into contiguous t. */
function upload(t: Tensor, data: MemoryArray): void {
  t.storage.write(t.offset * t.info.bytes, data);
}

/** A tensor with the elements of a dtype's memory, as toMemory_() gives them. */
export function fromMemory(data: MemoryArray, dtype: DType, shape: Shape): Tensor {
  const t = empty_(shape, dtype, false);
  if (data.length > 0) upload(t, data);
  return t;
}

/** A tensor of this shape filled with one value; a bigint makes it int64 unless `dtype` says otherwise. */
export function full<N extends number | bigint, D extends DType = N extends bigint ? 'int64' : 'float32'>(
  shape: Shape,
  value: N,
  options: TensorOptions<D> = {},
): Tensor<D> {
  return filled('full', shape, value, options) as Tensor<D>;
}
function filled(op: string, shape: Shape, value: number | bigint, options: TensorOptions): Tensor {
  const dtype = options.dtype ?? (typeof value === 'bigint' ? 'int64' : 'float32');
  const t = empty_(checkedShape(op, shape), dtype, false);
  copyInto(t, typeof value === 'number' ? value : tensor(value, { dtype }));
  return finish(t, options);
}
export function zeros<D extends DType = 'float32'>(shape: Shape, options: TensorOptions<D> = {}): Tensor<D> {
  return filled('zeros', shape, 0, options) as Tensor<D>;
}
export function ones<D extends DType = 'float32'>(shape: Shape, options: TensorOptions<D> = {}): Tensor<D> {
  return filled('ones', shape, 1, options) as Tensor<D>;
}
/** A tensor whose values are whatever the memory held. */
export function empty<D extends DType = 'float32'>(shape: Shape, options: TensorOptions<D> = {}): Tensor<D> {
  return finish(empty_(checkedShape('empty', shape), options.dtype ?? ('float32' as D), false), options);
}
const like = <E extends DType>(x: Tensor, options: TensorOptions<E>): TensorOptions<E> => ({
  dtype: x.dtype as E,
  ...requireObject('a tensor like another', options),
});
/** Zeros of x's shape and dtype. */
export function zerosLike<D extends DType, E extends DType = D>(
  x: Tensor<D>,
  options: TensorOptions<E> = {},
): Tensor<E> {
  return full(x.shape, 0, like(x, options));
}
/** Ones of x's shape and dtype. */
export function onesLike<D extends DType, E extends DType = D>(
  x: Tensor<D>,
  options: TensorOptions<E> = {},
): Tensor<E> {
  return full(x.shape, 1, like(x, options));
}
/** `value` in x's shape and dtype. */
export function fullLike<D extends DType, E extends DType = D>(
  x: Tensor<D>,
  value: number | bigint,
  options: TensorOptions<E> = {},
): Tensor<E> {
  return full(x.shape, value, like(x, options));
}
/** Uninitialised, of x's shape and dtype. */
export function emptyLike<D extends DType, E extends DType = D>(
  x: Tensor<D>,
  options: TensorOptions<E> = {},
): Tensor<E> {
  return empty(x.shape, like(x, options));
}

/**
 * start, start + step, … below end; `arange(end)` starts at 0. Whole numbers give int32 unless `dtype` says otherwise.
 * @throws ValueError for a step of 0 or of the wrong sign
 */
export function arange<
  S extends number,
  E extends number = 0,
  P extends number = 1,
  D extends DType = Whole<S | E | P>,
>(start: S, end?: E, step?: P, options?: TensorOptions<D>): Tensor<D>;
export function arange(start: number, end?: number, step = 1, options: TensorOptions = {}): Tensor {
  const [from, to] = end === undefined ? [0, start] : [start, end];
  if (step === 0 || !((to - from) / step >= 0))
    throw new ValueError(`arange: from ${from} to ${to} by ${step} never arrives. The step needs the other sign.`);
  const n = Math.ceil((to - from) / step);
  const dtype = options.dtype ?? ([from, to, step].every(Number.isInteger) ? 'int32' : 'float32');
  const values = Array.from({ length: n }, (_, i) => from + i * step);
  return tensor(values, { ...requireObject('arange', options), dtype, shape: [n] });
}

/** `steps` evenly spaced numbers from start to end, both included. */
export function linspace<D extends DType = 'float32'>(
  start: number,
  end: number,
  steps: number,
  options: TensorOptions<D> = {},
): Tensor<D> {
  const gap = steps > 1 ? (end - start) / (steps - 1) : 0;
  // Counted from both ends, so that the last one is exactly `end`.
  const values = Array.from({ length: steps }, (_, i) =>
    i < steps / 2 ? start + gap * i : end - gap * (steps - 1 - i),
  );
  return tensor(values, { ...requireObject('linspace', options), shape: [steps] });
}

/** The identity matrix n × m. */
export function eye<D extends DType = 'float32'>(n: number, m = n, options: TensorOptions<D> = {}): Tensor<D> {
  const values = new Float64Array(n * m);
  for (let i = 0; i < Math.min(n, m); i++) values[i * m + i] = 1;
  return tensor(values, { dtype: 'float32', ...requireObject('eye', options), shape: [n, m] }) as Tensor<D>;
}

/** A contiguous copy with memory of its own. */
export function clone<D extends DType>(x: Tensor<D>): Tensor<D> {
  return converted('clone', x, x.dtype);
}

/** x itself when it is contiguous, else a contiguous copy. */
export function contiguous<D extends DType>(x: Tensor<D>): Tensor<D> {
  return x.contiguous_ ? x : converted('contiguous', x, x.dtype);
}

/**
 * x with another dtype; x itself when it has it already. Floats are truncated and saturate at the ends of
 * int32 or int64, NaN becomes 0; narrower integers wrap, as in PyTorch. float16 and bfloat16 are rounded to the nearest, ties to even.
 */
export function to<D extends DType>(x: Tensor, dtype: D): Tensor<D> {
  requireName('to', dtype);
  return x.dtype === dtype ? (x as Tensor<D>) : converted('to', x, dtype);
}
export { to as cast };

function converted<D extends DType>(name: string, x: Tensor, dtype: D): Tensor<D> {
  const recorded = isFloat(dtype) && recording([x]);
  const out = empty_(x.shape, dtype, recorded);
  copyInto(out, x);
  return recorded ? record(name, out, [x], [], (g) => [() => g]) : out;
}

/**
 * Overwrites x with the values of src, broadcast and converted, in place. The gradient goes to src.
 * @throws ShapeError when src does not broadcast to x's shape; StateError for a leaf that requires a gradient and its
 * views, and through backward when a graph needed the old values; ValueError when elements of x share a place
 */
export function copy_<D extends DType>(x: Tensor<D>, src: Tensor | number): Tensor<D> {
  return assign('copy_', x, src);
}
/** Overwrites x with one value, in place. @throws StateError, ValueError as copy_ */
export function fill_<D extends DType>(x: Tensor<D>, value: number): Tensor<D> {
  return assign('fill_', x, value);
}
/** Overwrites x with zeros, in place. @throws StateError, ValueError as copy_ */
export function zero_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return assign('zero_', x, 0);
}

function assign<D extends DType>(name: string, x: Tensor<D>, src: Tensor | number): Tensor<D> {
  if (typeof src !== 'number') requireTensor(name, 'the source', src);
  if (typeof src !== 'number' && !sameShape(broadcastShapes(name, [x.shape, src.shape]), x.shape)) {
    throw new ShapeError(`${name}: ${show(src.shape)} does not fit ${show(x.shape)}. Its sizes must match or be 1.`);
  }
  // The part of its base that a view is has no gradient from there already.
  const zeros = (g: Tensor): Tensor | null => (x.base === null ? zerosLike(g) : null);
  // What overlaps itself in another order is read whole before it is written.
  const overlaps = typeof src !== 'number' && src.storage === x.storage;
  return written(
    name,
    x,
    typeof src === 'number' ? [] : [src],
    () => copyInto(x, overlaps ? clone(src) : src),
    () => record(name, x, [x, src], [], (g) => [() => zeros(g), () => g]),
  );
}
