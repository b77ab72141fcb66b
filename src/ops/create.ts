/** Making tensors, and making them over: copies, dtypes. */
import { type DType, dtypes, isFloat, type TypedArray } from '../dtype.ts';
import { DTypeError, show, ShapeError, ValueError } from '../errors.ts';
import { record, recording } from '../graph.ts';
import { known } from '../options.ts';
import { broadcastShapes, sameShape, sizeOf, type Shape, checkedShape } from '../shape.ts';
import { type NestedArray, type Tensor } from '../tensor.ts';
import type { DataType, Whole } from '../types.ts';
import { copyInto, empty_ } from './elementwise.ts';
import { written } from './inPlace.ts';

export interface TensorOptions<D extends DType = DType> {
  dtype?: D;
  requiresGrad?: boolean;
}

const arrayTypes: [new (n: number) => TypedArray, DType][] = [
  [Float32Array, 'float32'],
  [Float64Array, 'float64'],
  [Int32Array, 'int32'],
  [Uint8Array, 'uint8'],
];

function finish<D extends DType>(t: Tensor<D>, options: TensorOptions): Tensor<D> {
  known('tensor', options, ['dtype', 'requiresGrad', 'shape', 'generator']);
  return options.requiresGrad ? t.requiresGrad_() : t;
}

/**
 * A tensor from numbers, nested arrays or a typed array (copied). Numbers become float32, booleans bool, typed arrays keep
 * their type, unless `dtype` says otherwise. A shape may be given for flat data.
 * @throws ShapeError for ragged arrays or data that does not fit the shape
 */
export function tensor<T extends NestedArray | TypedArray, D extends DType = DataType<T>>(
  data: T,
  options?: TensorOptions<D> & { shape?: Shape },
): Tensor<D>;
export function tensor(data: NestedArray | TypedArray, options: TensorOptions & { shape?: Shape } = {}): Tensor {
  const typed = arrayTypes.find(([type]) => data instanceof type);
  const inferred: number[] = [];
  let flat: ArrayLike<number>;
  let natural: DType = 'float32';
  if (typed) {
    flat = data as TypedArray;
    natural = typed[1];
    inferred.push(flat.length);
  } else {
    for (let level = data as NestedArray; Array.isArray(level); level = level[0]!) inferred.push(level.length);
    const values: (number | boolean)[] = [];
    flatten(data as NestedArray, 0, inferred, values);
    if (values.length > 0 && values.every((v) => typeof v === 'boolean')) natural = 'bool';
    flat = values as number[];
  }
  const shape = options.shape ? checkedShape('tensor', options.shape) : inferred;
  if (sizeOf(shape) !== flat.length)
    throw new ShapeError(`tensor: ${flat.length} values do not fill the shape ${show(shape)}.`);
  const dtype = options.dtype ?? natural;
  const t = empty_(shape, dtype, false);
  if (flat.length > 0) upload(t, dtype === natural && typed ? (flat as TypedArray) : convert(flat, dtype));
  return finish(t, options);
}

function flatten(data: NestedArray, depth: number, shape: readonly number[], into: (number | boolean)[]): void {
  if (!Array.isArray(data)) {
    if (depth !== shape.length || (typeof data !== 'number' && typeof data !== 'boolean')) {
      throw new ShapeError(
        `tensor: found ${typeof data} at depth ${depth}; every element must be a number or boolean at depth ${shape.length}.`,
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
function convert(values: ArrayLike<number>, dtype: DType): TypedArray {
  const out = new dtypes[dtype].array(values.length);
  for (let i = 0; i < values.length; i++) {
    const v = Number(values[i]);
    out[i] = dtype === 'bool' ? Number(v !== 0) : v;
    if (!isFloat(dtype) && dtype !== 'bool' && out[i] !== Math.trunc(v)) {
      throw new ValueError(`tensor: ${v} does not fit ${dtype}. Choose another dtype or clamp the data.`);
    }
  }
  return out;
}

/** Writes a typed array of t's own type into contiguous t. */
function upload(t: Tensor, data: TypedArray): void {
  const { array } = dtypes[t.dtype];
  const source = data instanceof array ? data : array.from(data);
  t.storage.write(t.offset * t.info.bytes, source);
}

/** A tensor of this shape filled with one value. */
export function full<D extends DType = 'float32'>(
  shape: Shape,
  value: number,
  options: TensorOptions<D> = {},
): Tensor<D> {
  const t = empty_(checkedShape('full', shape), options.dtype ?? ('float32' as D), false);
  copyInto(t, value);
  return finish(t, options);
}
export function zeros<D extends DType = 'float32'>(shape: Shape, options: TensorOptions<D> = {}): Tensor<D> {
  return full(shape, 0, options);
}
export function ones<D extends DType = 'float32'>(shape: Shape, options: TensorOptions<D> = {}): Tensor<D> {
  return full(shape, 1, options);
}
/** A tensor whose values are whatever the memory held. */
export function empty<D extends DType = 'float32'>(shape: Shape, options: TensorOptions<D> = {}): Tensor<D> {
  return finish(empty_(checkedShape('empty', shape), options.dtype ?? ('float32' as D), false), options);
}
const like = <E extends DType>(x: Tensor, options: TensorOptions<E>): TensorOptions<E> => ({
  dtype: x.dtype as E,
  ...options,
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
  value: number,
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
  if (step === 0 || (to - from) / step < 0)
    throw new ValueError(`arange: from ${from} to ${to} by ${step} never arrives. The step needs the other sign.`);
  const n = Math.ceil((to - from) / step);
  const dtype = options.dtype ?? ([from, to, step].every(Number.isInteger) ? 'int32' : 'float32');
  return tensor(
    convert(
      Array.from({ length: n }, (_, i) => from + i * step),
      dtype,
    ),
    { ...options, dtype, shape: [n] },
  );
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
  return tensor(values, { ...options, shape: [steps] });
}

/** The identity matrix n × m. */
export function eye<D extends DType = 'float32'>(n: number, m = n, options: TensorOptions<D> = {}): Tensor<D> {
  const values = new Float64Array(n * m);
  for (let i = 0; i < Math.min(n, m); i++) values[i * m + i] = 1;
  return tensor(values, { dtype: 'float32', ...options, shape: [n, m] }) as Tensor<D>;
}

/** A contiguous copy with memory of its own. */
export function clone<D extends DType>(x: Tensor<D>): Tensor<D> {
  return converted('clone', x, x.dtype);
}

/** x itself when it is contiguous, else a contiguous copy. */
export function contiguous<D extends DType>(x: Tensor<D>): Tensor<D> {
  return x.contiguous_ ? x : converted('contiguous', x, x.dtype);
}

/** x with another dtype; x itself when it has it already. Float to int32 truncates and saturates, to uint8 it wraps as in PyTorch; NaN becomes 0. */
export function to<D extends DType>(x: Tensor, dtype: D): Tensor<D> {
  if (!Object.hasOwn(dtypes, dtype))
    throw new DTypeError(`to: ${String(dtype)} is not a dtype; use one of ${Object.keys(dtypes).join(', ')}.`);
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
 * @throws ShapeError when src does not broadcast to x's shape; StateError for a leaf that requires a gradient, for views in a
 * graph, and through backward when a graph needed the old values; ValueError when elements of x share a place
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
  if (typeof src !== 'number' && !sameShape(broadcastShapes(name, [x.shape, src.shape]), x.shape)) {
    throw new ShapeError(`${name}: ${show(src.shape)} does not fit ${show(x.shape)}. Its sizes must match or be 1.`);
  }
  // What overlaps itself in another order is read whole before it is written.
  const overlaps = typeof src !== 'number' && src.storage === x.storage;
  return written(
    name,
    x,
    typeof src === 'number' ? [] : [src],
    () => copyInto(x, overlaps ? clone(src) : src),
    () => record(name, x, [x, src], [], (g) => [() => zerosLike(g), () => g]),
  );
}
