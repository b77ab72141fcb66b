import { describe, expect, it } from 'vitest';
import {
  arange,
  data,
  Generator,
  ones,
  ShapeError,
  StateError,
  tensor,
  type Tensor,
  ValueError,
} from '../../src/index.ts';

const { collate, DataLoader, TensorDataset } = data;
const rows = (n: number) => new TensorDataset(arange(n * 2).reshape([n, 2]), arange(n));
const order = (loader: Iterable<readonly Tensor[]>) => [...loader].map((batch) => batch[1]!.toArray() as number[]);
const numbers = (n: number): data.Dataset<number> => ({ length: n, get: (i) => i });

describe('DataLoader', () => {
  it('gives batches in order, the last one smaller', () => {
    const loader = new DataLoader(rows(5), { batchSize: 2 });
    expect(order(loader)).toEqual([[0, 1], [2, 3], [4]]);
    expect(loader.length).toBe(3);
    expect([...loader].map(([x]) => x.shape)).toEqual([
      [2, 2],
      [2, 2],
      [1, 2],
    ]);
  });
  it('drops a last batch that is not full', () => {
    const loader = new DataLoader(rows(5), { batchSize: 2, dropLast: true });
    expect(order(loader)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(loader.length).toBe(2);
    expect(new DataLoader(rows(4), { batchSize: 2, dropLast: true }).length).toBe(2);
  });
  it('has batches of one by default, and one of all for null', () => {
    expect(order(new DataLoader(rows(3)))).toEqual([[0], [1], [2]]);
    const whole = new DataLoader(rows(3), { batchSize: null, dropLast: true });
    expect(order(whole)).toEqual([[0, 1, 2]]);
    expect(whole.length).toBe(1);
    expect(new DataLoader(numbers(0), { batchSize: null, shuffle: true }).length).toBe(0);
    expect([...new DataLoader(numbers(0), { batchSize: null, shuffle: true })]).toEqual([]);
  });
  it('shuffles anew in every epoch, the same for a seed', () => {
    const epochs = (seed: number) => {
      const loader = new DataLoader(rows(50), { batchSize: 8, shuffle: true, generator: new Generator(seed) });
      return [order(loader), order(loader)];
    };
    const [first, second] = epochs(1) as [number[][], number[][]];
    expect(first.map((batch) => batch.length)).toEqual([8, 8, 8, 8, 8, 8, 2]);
    expect(first.flat().sort((a, b) => a - b)).toEqual([...Array(50).keys()]);
    expect(second.flat().sort((a, b) => a - b)).toEqual([...Array(50).keys()]);
    expect(second).not.toEqual(first);
    expect(epochs(1)).toEqual([first, second]);
    expect(epochs(2)[0]).not.toEqual(first);
  });
  it('keeps inputs and targets together when it shuffles', () => {
    for (const [x, y] of new DataLoader(rows(20), { batchSize: 6, shuffle: true })) {
      expect(x.toArray()).toEqual((y.toArray() as number[]).map((i) => [2 * i, 2 * i + 1]));
    }
  });
  it('takes a collate of one’s own', () => {
    const loader = new DataLoader(numbers(5), { batchSize: 3, collate: (samples) => samples.join('-') });
    expect([...loader]).toEqual(['0-1-2', '3-4']);
    const each = new DataLoader(rows(2), { batchSize: 2, collate: (samples) => samples.length });
    expect([...each]).toEqual([2]);
  });
  it('can be left in the middle', () => {
    const loader = new DataLoader(rows(6), { batchSize: 2 });
    for (const [, y] of loader) {
      expect(y.toArray()).toEqual([0, 1]);
      break;
    }
    expect(order(loader)).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
  });
  it('iterates with for await…of, datasets with promises too', async () => {
    const seen: unknown[] = [];
    for await (const [, y] of new DataLoader(rows(3), { batchSize: 2 })) seen.push(y.toArray());
    const later: data.Dataset<Promise<number>> = {
      length: 3,
      get: (i) => new Promise((done) => setTimeout(() => done(10 * i), 5 - i)),
    };
    for await (const batch of new DataLoader(later, { batchSize: 2 })) seen.push(batch.toArray());
    expect(seen).toEqual([[0, 1], [2], [0, 10], [20]]);
    expect(() => [...new DataLoader(later)]).toThrow(
      new StateError('DataLoader: the get() of the dataset gave a promise. Iterate with for await…of.'),
    );
  });
  it.each([0, -1, 1.5, NaN, '8' as never])('refuses batchSize %s', (batchSize) => {
    expect(() => new DataLoader(rows(3), { batchSize })).toThrow(
      `DataLoader: batchSize is ${batchSize}; it must be a whole number ≥ 1, or null for the whole dataset.`,
    );
  });
});

describe('collate', () => {
  it('joins tensors, typed arrays, numbers, booleans and strings', () => {
    expect(collate([ones([2]), tensor([3, 4])]).toArray()).toEqual([
      [1, 1],
      [3, 4],
    ]);
    const typed = collate([Int32Array.of(1, 2), Int32Array.of(3, 4)]);
    expect([typed.dtype, typed.toArray()]).toEqual([
      'int32',
      [
        [1, 2],
        [3, 4],
      ],
    ]);
    const flat = collate([1, 2.5]);
    expect([flat.dtype, flat.toArray()]).toEqual(['float32', [1, 2.5]]);
    expect(collate([true, false]).dtype).toBe('bool');
    expect(collate(['a', 'b'])).toEqual(['a', 'b']);
  });
  it('joins tuples and records part by part', () => {
    const batch = collate([
      { image: ones([2]), meta: [1, 'a'] as [number, string] },
      { image: ones([2]), meta: [2, 'b'] as [number, string] },
    ]);
    expect(batch.image.shape).toEqual([2, 2]);
    expect(batch.meta[0].toArray()).toEqual([1, 2]);
    expect(batch.meta[1]).toEqual(['a', 'b']);
  });
  it('names the part where samples differ', () => {
    expect(() =>
      collate<unknown>([
        [1, 'a'],
        [2, 3],
      ]),
    ).toThrow(
      new ValueError(
        'collate: sample[1] is a string in the first sample of the batch and a number in number 1. Pass your own collate.',
      ),
    );
    expect(() => collate<unknown>([{ a: 1 }, { b: 1 }])).toThrow(
      'collate: sample is a record of a in the first sample of the batch and a record of b in number 1.',
    );
    expect(() => collate<unknown>([[1], [1, 2]])).toThrow(ValueError);
    expect(() => collate([null])).toThrow(
      'collate: sample is null, which does not join to a batch. Pass your own collate.',
    );
    expect(() => collate([])).toThrow(ValueError);
    expect(() => collate([ones([2]), ones([3])])).toThrow(ShapeError);
    expect(() => collate([Int32Array.of(1), Int32Array.of(1, 2)])).toThrow(ShapeError);
  });
});
