/** From the samples of a batch to one batch. */
import { ShapeError, ValueError } from '../errors.ts';
import { tensor } from '../ops/create.ts';
import { stack } from '../ops/shape.ts';
import { Tensor } from '../tensor.ts';
import type { TypedArray } from '../dtype.ts';

/** What `collate` makes of samples of type T. */
export type Collated<T> = T extends Tensor | TypedArray | number | bigint | boolean
  ? Tensor
  : T extends string
    ? string[]
    : T extends readonly unknown[]
      ? { -readonly [K in keyof T]: Collated<T[K]> }
      : T extends object
        ? { -readonly [K in keyof T]: Collated<T[K]> }
        : T[];

const typed = [Float32Array, Float64Array, Int32Array, Uint8Array, BigInt64Array, Int8Array];
const isTyped = (x: unknown): x is TypedArray => typed.some((type) => x instanceof type);

/**
 * Samples joined along a new first dim: tensors and typed arrays are stacked, numbers become a float32 tensor, bigints an int64 and booleans a
 * bool one, tuples and records are joined part by part, strings are listed. Class indices need an integer: give them as
 * Int32Array or int32 tensors. https://pytorch.org/docs/stable/data.html#torch.utils.data.default_collate
 * @throws ValueError when the samples differ in kind, ShapeError when they differ in shape
 */
export function collate<T>(samples: readonly T[]): Collated<T> {
  return join(samples, 'sample') as Collated<T>;
}

function join(samples: readonly unknown[], path: string): unknown {
  const first = samples[0];
  const all = <K>(is: (x: unknown) => x is K): readonly K[] => {
    const odd = samples.findIndex((x) => !is(x));
    if (odd >= 0)
      throw new ValueError(
        `collate: ${path} is ${kind(first)} in the first sample of the batch and ${kind(samples[odd])} in number ${odd}. Pass your own collate.`,
      );
    return samples as readonly K[];
  };
  if (samples.length === 0) throw new ValueError('collate: there is no sample to make a batch of.');
  if (first instanceof Tensor) return stack(all((x) => x instanceof Tensor));
  if (isTyped(first))
    return stackArrays(
      all((x): x is TypedArray => isTyped(x) && x.constructor === first.constructor),
      path,
    );
  if (typeof first === 'number') return tensor(all((x) => typeof x === 'number').slice());
  if (typeof first === 'bigint') return tensor(all((x) => typeof x === 'bigint').slice());
  if (typeof first === 'boolean') return tensor(all((x) => typeof x === 'boolean').slice());
  if (typeof first === 'string') return all((x) => typeof x === 'string').slice();
  if (Array.isArray(first)) {
    const rows = all((x): x is unknown[] => Array.isArray(x) && x.length === first.length);
    return first.map((_, i) =>
      join(
        rows.map((row) => row[i]),
        `${path}[${i}]`,
      ),
    );
  }
  if (typeof first === 'object' && first !== null && !(first instanceof Promise)) {
    const keys = Object.keys(first);
    const rows = all((x): x is Record<string, unknown> => kind(x) === kind(first));
    return Object.fromEntries(
      keys.map((key) => [
        key,
        join(
          rows.map((row) => row[key]),
          `${path}.${key}`,
        ),
      ]),
    );
  }
  throw new ValueError(`collate: ${path} is ${kind(first)}, which does not join to a batch. Pass your own collate.`);
}

function stackArrays(rows: readonly TypedArray[], path: string): Tensor {
  const size = rows[0]!.length;
  const flat = new (rows[0]!.constructor as Float32ArrayConstructor)(rows.length * size);
  rows.forEach((row, i) => {
    if (row.length !== size)
      throw new ShapeError(
        `collate: ${path} has ${size} elements in the first sample of the batch and ${row.length} in number ${i}. Pass your own collate.`,
      );
    flat.set(row as Float32Array, i * size);
  });
  return tensor(flat, { shape: [rows.length, size] });
}

function kind(x: unknown): string {
  if (Array.isArray(x)) return `an array of ${x.length}`;
  if (typeof x !== 'object' || x === null) return x === null ? 'null' : `a ${typeof x}`;
  if (Object.getPrototypeOf(x) === Object.prototype) return `a record of ${Object.keys(x).sort().join(', ')}`;
  return `a ${x.constructor.name}`;
}
