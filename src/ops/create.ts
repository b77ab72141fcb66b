/** Making tensors, and making them over: copies, dtypes. */
import { type DType, dtypes, isFloat, type TypedArray } from '../dtype.ts';
import { DTypeError, show, ShapeError, ValueError } from '../errors.ts';
import { noGrad, record, recording } from '../graph.ts';
import { scope } from '../memory.ts';
import { broadcastShapes, sameShape, sizeOf, type Shape, checkedShape } from '../shape.ts';
import { type NestedArray, type Tensor } from '../tensor.ts';
import { copyInto, empty_ } from './elementwise.ts';
import { rebase, requireNoViews, requireWritable } from './inPlace.ts';

export interface TensorOptions {
  dtype?: DType;
  requiresGrad?: boolean;
}

const arrayTypes: [new (n: number) => TypedArray, DType][] = [
  [Float32Array, 'float32'],
  [Float64Array, 'float64'],
  [Int32Array, 'int32'],
  [Uint8Array, 'uint8'],
];

function finish(t: Tensor, options: TensorOptions): Tensor {
  return options.requiresGrad ? t.requiresGrad_() : t;
}

/**
 * A tensor from numbers, nested arrays or a typed array (copied). Numbers become float32, booleans bool, typed arrays keep
 * their type, unless `dtype` says otherwise. A shape may be given for flat data.
 * @throws ShapeError for ragged arrays or data that does not fit the shape
 */
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
export function full(shape: Shape, value: number, options: TensorOptions = {}): Tensor {
  const t = empty_(checkedShape('full', shape), options.dtype ?? 'float32', false);
  copyInto(t, value);
  return finish(t, options);
}
export function zeros(shape: Shape, options: TensorOptions = {}): Tensor {
  return full(shape, 0, options);
}
export function ones(shape: Shape, options: TensorOptions = {}): Tensor {
  return full(shape, 1, options);
}
/** A tensor whose values are whatever the memory held. */
export function empty(shape: Shape, options: TensorOptions = {}): Tensor {
  return finish(empty_(checkedShape('empty', shape), options.dtype ?? 'float32', false), options);
}
const like = (x: Tensor, options: TensorOptions): TensorOptions => ({ dtype: x.dtype, ...options });
/** Zeros of x's shape and dtype. */
export function zerosLike(x: Tensor, options: TensorOptions = {}): Tensor {
  return full(x.shape, 0, like(x, options));
}
/** Ones of x's shape and dtype. */
export function onesLike(x: Tensor, options: TensorOptions = {}): Tensor {
  return full(x.shape, 1, like(x, options));
}
/** `value` in x's shape and dtype. */
export function fullLike(x: Tensor, value: number, options: TensorOptions = {}): Tensor {
  return full(x.shape, value, like(x, options));
}
/** Uninitialised, of x's shape and dtype. */
export function emptyLike(x: Tensor, options: TensorOptions = {}): Tensor {
  return empty(x.shape, like(x, options));
}

/**
 * start, start + step, … below end; `arange(end)` starts at 0. Whole numbers give int32 unless `dtype` says otherwise.
 * @throws ValueError for a step of 0 or of the wrong sign
 */
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
export function linspace(start: number, end: number, steps: number, options: TensorOptions = {}): Tensor {
  const gap = steps > 1 ? (end - start) / (steps - 1) : 0;
  // Counted from both ends, so that the last one is exactly `end`.
  const values = Array.from({ length: steps }, (_, i) =>
    i < steps / 2 ? start + gap * i : end - gap * (steps - 1 - i),
  );
  return tensor(values, { ...options, shape: [steps] });
}

/** The identity matrix n × m. */
export function eye(n: number, m = n, options: TensorOptions = {}): Tensor {
  const values = new Float64Array(n * m);
  for (let i = 0; i < Math.min(n, m); i++) values[i * m + i] = 1;
  return tensor(values, { dtype: 'float32', ...options, shape: [n, m] });
}

/** A contiguous copy with memory of its own. */
export function clone(x: Tensor): Tensor {
  return converted('clone', x, x.dtype);
}

/** x itself when it is contiguous, else a contiguous copy. */
export function contiguous(x: Tensor): Tensor {
  return x.contiguous_ ? x : converted('contiguous', x, x.dtype);
}

/** x with another dtype; x itself when it has it already. Float to int32 truncates and saturates, to uint8 it wraps as in PyTorch; NaN becomes 0. */
export function to(x: Tensor, dtype: DType): Tensor {
  if (!Object.hasOwn(dtypes, dtype))
    throw new DTypeError(`to: ${String(dtype)} is not a dtype; use one of ${Object.keys(dtypes).join(', ')}.`);
  return x.dtype === dtype ? x : converted('to', x, dtype);
}
export { to as cast };

function converted(name: string, x: Tensor, dtype: DType): Tensor {
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
export function copy_(x: Tensor, src: Tensor | number): Tensor {
  return assign('copy_', x, src);
}
/** Overwrites x with one value, in place. @throws StateError, ValueError as copy_ */
export function fill_(x: Tensor, value: number): Tensor {
  return assign('fill_', x, value);
}
/** Overwrites x with zeros, in place. @throws StateError, ValueError as copy_ */
export function zero_(x: Tensor): Tensor {
  return assign('zero_', x, 0);
}

function assign(name: string, x: Tensor, src: Tensor | number): Tensor {
  if (typeof src !== 'number' && !sameShape(broadcastShapes(name, [x.shape, src.shape]), x.shape)) {
    throw new ShapeError(`${name}: ${show(src.shape)} does not fit ${show(x.shape)}. Its sizes must match or be 1.`);
  }
  requireWritable(name, x);
  if (typeof src !== 'number') src.assertFresh();
  const recorded = isFloat(x.dtype) && recording([x, src]);
  if (recorded) requireNoViews(name, x);
  // What overlaps itself in another order is read whole before it is written.
  const overlaps = typeof src !== 'number' && src.storage === x.storage;
  scope(() => noGrad(() => copyInto(x, overlaps ? clone(src) : src)));
  x.storage.version++;
  if (!recorded) return x;
  return rebase(x, () => record(name, x, [x, src], [], (g) => [() => zerosLike(g), () => g]));
}
