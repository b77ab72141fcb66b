/** Numbered samples, and the ways to cut and join them. */
import { requireTensors } from '../dtype.ts';
import { known } from '../options.ts';
import { IndexError, ShapeError, show, ValueError } from '../errors.ts';
import { narrow, select } from '../ops/shape.ts';
import { tensor } from '../ops/create.ts';
import { indexSelect } from '../ops/indexing.ts';
import { type Generator, randperm } from '../random.ts';
import type { Tensor } from '../tensor.ts';

/** Samples by number: extend this, or give any object that has the same. A get() that gives promises makes a dataset for `for await…of`. */
export abstract class Dataset<T> {
  abstract readonly length: number;
  /** One sample. @throws IndexError when there is none of that number */
  abstract get(index: number): T;
  /** What collate() would make of these samples, but faster: DataLoader takes it where it is there and no collate was given. */
  getBatch?(indices: Int32Array): unknown;
}

function checkIndex(what: string, index: number, length: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= length) {
    throw new IndexError(`${what}: there is no sample ${index}; it has ${length}, numbered from 0.`);
  }
}

/** One tensor in the place of each. */
type Each<T> = { -readonly [K in keyof T]: Tensor };

/**
 * The rows of tensors with the same first size: sample i is `[a[i], b[i], …]`.
 * https://pytorch.org/docs/stable/data.html#torch.utils.data.TensorDataset
 */
export class TensorDataset<T extends readonly Tensor[]> extends Dataset<Each<T>> {
  readonly tensors: T;
  readonly length: number;

  /** @throws ShapeError when the first sizes differ */
  constructor(...tensors: T) {
    super();
    requireTensors('TensorDataset', tensors);
    this.tensors = tensors;
    this.length = tensors[0]?.shape[0] ?? 0;
    if (tensors.length === 0 || tensors.some((x) => x.shape[0] !== this.length)) {
      throw new ShapeError(
        `TensorDataset: takes tensors whose first sizes are the same, got ${tensors.map((x) => show(x.shape)).join(', ') || 'none'}.`,
      );
    }
  }

  /** Views of the rows. */
  get(index: number): Each<T> {
    checkIndex('TensorDataset', index, this.length);
    return this.tensors.map((x) => select(x, 0, index)) as Each<T>;
  }

  /** Rows in the order of the indices: copies, or views where the indices follow each other. */
  override getBatch(indices: Int32Array): Each<T> {
    const first = indices[0] ?? 0;
    if (indices.every((index, i) => index === first + i)) {
      return this.tensors.map((x) => narrow(x, 0, first, indices.length)) as Each<T>;
    }
    const index = tensor(indices);
    return this.tensors.map((x) => indexSelect(x, 0, index)) as Each<T>;
  }
}

/** Some samples of a dataset, in the order of `indices`. */
export class Subset<T> extends Dataset<T> {
  readonly indices: Int32Array;
  override readonly getBatch?: (indices: Int32Array) => unknown;

  /** @throws IndexError when an index leaves the dataset */
  constructor(
    readonly dataset: Dataset<T>,
    indices: ArrayLike<number>,
  ) {
    super();
    for (let i = 0; i < indices.length; i++) checkIndex('Subset', indices[i]!, dataset.length);
    this.indices = Int32Array.from(indices);
    if (dataset.getBatch) {
      this.getBatch = (own) =>
        dataset.getBatch!(
          own.map((i) => {
            checkIndex('Subset', i, this.length);
            return this.indices[i]!;
          }),
        );
    }
  }

  get length(): number {
    return this.indices.length;
  }

  get(index: number): T {
    checkIndex('Subset', index, this.length);
    return this.dataset.get(this.indices[index]!);
  }
}

/** The samples of one dataset after those of another. */
export class ConcatDataset<T> extends Dataset<T> {
  readonly length: number;

  constructor(readonly datasets: readonly Dataset<T>[]) {
    super();
    this.length = datasets.reduce((n, part) => n + part.length, 0);
  }

  get(index: number): T {
    checkIndex('ConcatDataset', index, this.length);
    let at = index;
    for (const part of this.datasets) {
      if (at < part.length) return part.get(at);
      at -= part.length;
    }
    throw new IndexError(
      `ConcatDataset: a part became shorter after the datasets were joined; sample ${index} is gone.`,
    );
  }
}

/**
 * Cuts a dataset at random into parts that share no sample. Fractions that sum to 1 give floor(fraction · n) samples each,
 * what is left over goes to the first parts. https://pytorch.org/docs/stable/data.html#torch.utils.data.random_split
 * @throws ValueError when the lengths do not sum to the dataset's
 */
export function randomSplit<T>(
  dataset: Dataset<T>,
  lengths: readonly number[],
  options: { generator?: Generator } = {},
): Subset<T>[] {
  const { generator } = known('randomSplit', options, ['generator']);
  const n = dataset.length;
  const total = lengths.reduce((a, b) => a + b, 0);
  const whole = lengths.every((part) => Number.isInteger(part) && part >= 0) && total === n;
  if (!whole && (lengths.some((part) => !(part >= 0)) || Math.abs(total - 1) > 1e-6)) {
    throw new ValueError(
      `randomSplit: [${lengths.join(', ')}] sums to ${total}; give lengths that sum to the dataset's ${n}, or fractions that sum to 1.`,
    );
  }
  // 0.29 · 100 is a little below 29.
  const sizes = whole ? [...lengths] : lengths.map((fraction) => Math.floor(fraction * n + 1e-6));
  for (let rest = n - sizes.reduce((a, b) => a + b, 0), i = 0; rest > 0; rest--, i++) sizes[i % sizes.length]!++;
  const order = randperm(n, { generator }).toTypedArray();
  let start = 0;
  return sizes.map((size) => new Subset(dataset, order.subarray(start, (start += size))));
}
