/** From samples to batches. */
import { known } from '../options.ts';
import { show, StateError, ValueError } from '../errors.ts';
import { type Generator, randperm } from '../random.ts';
import { collate as defaultCollate, type Collated } from './collate.ts';
import type { Dataset } from './dataset.ts';

export interface DataLoaderOptions<T, B> {
  /** Samples in a batch; null puts the whole dataset into one. Default: 1. */
  batchSize?: number | null;
  /** A new random order in every epoch. Default: false. */
  shuffle?: boolean;
  /** Where the orders come from: the same seed gives the same sequence of them. Default: the one manualSeed() seeds. */
  generator?: Generator;
  /** Leave out a last batch that is not full. Default: false. */
  dropLast?: boolean;
  /** Makes a batch of samples. Default: data.collate. */
  collate?: (samples: Awaited<T>[]) => B;
}

/**
 * The batches of a dataset: every `for…of` is one epoch. Datasets whose get() gives promises need `for await…of`. Unshuffled
 * batches of a TensorDataset are views of its tensors: clone() one before changing it in place.
 * https://pytorch.org/docs/stable/data.html#torch.utils.data.DataLoader
 */
export class DataLoader<T, B = Collated<Awaited<T>>> implements Iterable<B>, AsyncIterable<B> {
  readonly batchSize: number | null;
  readonly shuffle: boolean;
  readonly dropLast: boolean;
  private readonly generator: Generator | undefined;
  private readonly collate: ((samples: Awaited<T>[]) => B) | undefined;

  /** @throws ValueError unless batchSize is a whole number ≥ 1 or null */
  constructor(
    readonly dataset: Dataset<T>,
    options: DataLoaderOptions<T, B> = {},
  ) {
    const {
      batchSize = 1,
      shuffle = false,
      generator,
      dropLast = false,
      collate,
    } = known('DataLoader', options, ['batchSize', 'shuffle', 'generator', 'dropLast', 'collate']);
    if (typeof (dataset as Dataset<T> | undefined)?.get !== 'function' || !Number.isInteger(dataset.length))
      throw new ValueError(`DataLoader: the dataset must have a length and get(i), got ${show(dataset)}.`);
    if (batchSize !== null && (!Number.isInteger(batchSize) || batchSize < 1)) {
      throw new ValueError(
        `DataLoader: batchSize is ${batchSize}; it must be a whole number ≥ 1, or null for the whole dataset.`,
      );
    }
    this.batchSize = batchSize;
    this.shuffle = shuffle;
    this.generator = generator;
    this.dropLast = dropLast;
    this.collate = collate;
  }

  /** How many batches an epoch has. */
  get length(): number {
    const n = this.dataset.length;
    if (this.batchSize === null) return n > 0 ? 1 : 0;
    return this.dropLast ? Math.floor(n / this.batchSize) : Math.ceil(n / this.batchSize);
  }

  *[Symbol.iterator](): Generator_<B> {
    for (const indices of this.batches())
      yield this.wholeBatch(indices) ?? this.join(this.samples(indices).map(settled));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<B, void, undefined> {
    for (const indices of this.batches())
      yield this.wholeBatch(indices) ?? this.join(await Promise.all(this.samples(indices)));
  }

  /** The samples of each batch of one epoch. */
  private *batches(): Generator_<Int32Array> {
    const n = this.dataset.length;
    const order = this.shuffle
      ? randperm(n, { generator: this.generator }).toTypedArray<'int32'>()
      : Int32Array.from({ length: n }, (_, i) => i);
    const size = this.batchSize ?? n;
    const count = this.length;
    for (let i = 0; i < count; i++) yield order.subarray(i * size, (i + 1) * size);
  }

  private wholeBatch(indices: Int32Array): B | undefined {
    if (this.collate || !this.dataset.getBatch) return undefined;
    return this.dataset.getBatch(indices) as B;
  }

  private samples(indices: Int32Array): T[] {
    return Array.from(indices, (index) => this.dataset.get(index));
  }

  private join(samples: Awaited<T>[]): B {
    return this.collate ? this.collate(samples) : (defaultCollate(samples) as B);
  }
}

/** JavaScript's generators; Generator here is the one of random numbers. */
type Generator_<T> = globalThis.Generator<T, void, undefined>;

/** @throws StateError for a sample that is not there yet */
function settled<T>(sample: T): Awaited<T> {
  if (sample instanceof Promise) {
    sample.catch(() => {}); // the error below is the one to hear of
    throw new StateError('DataLoader: the get() of the dataset gave a promise. Iterate with for await…of.');
  }
  return sample as Awaited<T>;
}
