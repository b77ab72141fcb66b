import { describe, expect, it } from 'vitest';
import { arange, data, Generator, IndexError, ShapeError, tensor, ValueError } from '../../src/index.ts';

const { ConcatDataset, randomSplit, Subset, TensorDataset } = data;
const rows = (n: number) => new TensorDataset(arange(n * 2).reshape([n, 2]), arange(n));
const numbers = (n: number, from = 0): data.Dataset<number> => ({ length: n, get: (i) => from + i });

describe('TensorDataset', () => {
  it('gives the rows of every tensor', () => {
    const [x, y] = rows(3).get(1);
    expect(x.toArray()).toEqual([2, 3]);
    expect(y.item()).toBe(1);
  });
  it('gives batches in the order asked for, as views where they follow each other', () => {
    const dataset = rows(5);
    const [x, y] = dataset.getBatch(Int32Array.of(4, 0, 4));
    expect(x.toArray()).toEqual([
      [8, 9],
      [0, 1],
      [8, 9],
    ]);
    expect(y.toArray()).toEqual([4, 0, 4]);
    const [view] = dataset.getBatch(Int32Array.of(1, 2, 3));
    expect(view.toArray()).toEqual([
      [2, 3],
      [4, 5],
      [6, 7],
    ]);
    expect(view.storage).toBe(dataset.tensors[0].storage);
    expect(dataset.getBatch(new Int32Array(0))[0].shape).toEqual([0, 2]);
  });
  it('refuses tensors of different lengths, none, and what has no rows', () => {
    expect(() => new TensorDataset(arange(3), arange(2))).toThrow(
      new ShapeError('TensorDataset: takes tensors whose first sizes are the same, got [3], [2].'),
    );
    expect(() => new TensorDataset()).toThrow(ShapeError);
    expect(() => new TensorDataset(tensor(1))).toThrow(ShapeError);
  });
  it.each([-1, 3, 0.5, NaN])('has no sample %s', (index) => {
    expect(() => rows(3).get(index)).toThrow(
      new IndexError(`TensorDataset: there is no sample ${index}; it has 3, numbered from 0.`),
    );
    expect(() => rows(3).getBatch(Int32Array.of(0, 5))).toThrow(IndexError);
  });
});

it('all are Datasets', () => {
  const all = [rows(3), new Subset(rows(3), [1]), new ConcatDataset([rows(1), rows(2)])];
  expect(all.filter((one) => !(one instanceof data.Dataset))).toEqual([]);
});

describe('Subset and ConcatDataset', () => {
  it('show the samples of others', () => {
    const subset = new Subset(numbers(10), [7, 7, 2]);
    expect([0, 1, 2].map((i) => subset.get(i))).toEqual([7, 7, 2]);
    expect(subset.getBatch).toBeUndefined();
    const joined = new ConcatDataset([numbers(2), numbers(0), numbers(3, 10)]);
    expect(Array.from({ length: joined.length }, (_, i) => joined.get(i))).toEqual([0, 1, 10, 11, 12]);
    expect(() => joined.get(5)).toThrow(IndexError);
  });
  it('pass whole batches on', () => {
    const subset = new Subset(new Subset(rows(10), [9, 5, 1]), [2, 0]);
    const [x] = subset.getBatch!(Int32Array.of(1, 0)) as ReturnType<ReturnType<typeof rows>['getBatch']>;
    expect(x.toArray()).toEqual([
      [18, 19],
      [2, 3],
    ]);
    expect(() => subset.getBatch!(Int32Array.of(2))).toThrow(
      new IndexError('Subset: there is no sample 2; it has 2, numbered from 0.'),
    );
  });
  it('check indices when made', () => {
    expect(() => new Subset(numbers(3), [0, 3])).toThrow(
      new IndexError('Subset: there is no sample 3; it has 3, numbered from 0.'),
    );
  });
});

describe('randomSplit', () => {
  const all = (parts: data.Subset<number>[]) => parts.map((part) => [...part.indices]);
  it('cuts without overlap, at random, the same for a seed', () => {
    const split = (seed: number) => all(randomSplit(numbers(100), [70, 30, 0], { generator: new Generator(seed) }));
    const parts = split(3);
    expect(parts.map((part) => part.length)).toEqual([70, 30, 0]);
    expect(parts.flat().sort((a, b) => a - b)).toEqual([...Array(100).keys()]);
    expect(parts.flat()).not.toEqual([...Array(100).keys()]);
    expect(split(3)).toEqual(parts);
    expect(split(4)).not.toEqual(parts);
  });
  it('takes fractions as PyTorch does', () => {
    const sizes = (n: number, fractions: number[]) => randomSplit(numbers(n), fractions).map((part) => part.length);
    expect(sizes(10, [0.8, 0.2])).toEqual([8, 2]);
    expect(sizes(11, [0.5, 0.5])).toEqual([6, 5]);
    expect(sizes(100, [0.29, 0.71])).toEqual([29, 71]);
    expect(sizes(2, [0.3, 0.3, 0.4])).toEqual([1, 1, 0]);
    expect(sizes(7, [1])).toEqual([7]);
  });
  it.each([[[70, 20]], [[0.5, 0.4]], [[-10, 110]], [[1.5, 98.5]], [[]]])('refuses %j', (lengths) => {
    expect(() => randomSplit(numbers(100), lengths)).toThrow(ValueError);
  });
  it('says what it takes', () => {
    expect(() => randomSplit(numbers(100), [70, 20])).toThrow(
      "randomSplit: [70, 20] sums to 90; give lengths that sum to the dataset's 100, or fractions that sum to 1.",
    );
  });
});

it('is extended as PyTorch has it', () => {
  class Squares extends data.Dataset<number> {
    readonly length = 4;
    get(i: number): number {
      return i * i;
    }
  }
  const batches = [...new data.DataLoader(new Squares(), { batchSize: 2 })].map((batch) => batch.toArray());
  expect(batches).toEqual([
    [0, 1],
    [4, 9],
  ]);
});
