/** What sorting and counting promise beyond values: whole sizes, memory, and clear errors. */
import { beforeAll, describe, expect, it } from 'vitest';
import * as descend from '../../src/index.ts';
import { manualSeed, memory, rand, tensor } from '../../src/index.ts';
import { everyBackend, useBackend } from '../support/backends.ts';

describe.each(everyBackend)('%s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('sorts a million elements as the language does', () => {
    manualSeed(1);
    const x = rand([1_000_000]).mul(1000).floor();
    const data = x.toTypedArray<'float32'>();
    const { values, indices } = x.sort();
    expect(values.toTypedArray()).toEqual(data.toSorted());
    const at = indices.toTypedArray<'int32'>();
    const sorted = values.toTypedArray<'float32'>();
    let stable = true;
    for (let i = 1; i < at.length; i++) if (sorted[i] === sorted[i - 1] && at[i]! < at[i - 1]!) stable = false;
    expect(stable).toBe(true);
  });

  it('takes every NaN for an element of its own', () => {
    const { values, inverse, counts } = tensor([NaN, 1, NaN, 1]).unique({ returnInverse: true, returnCounts: true });
    expect([...values.toTypedArray()]).toEqual([1, NaN, NaN]);
    expect([...inverse.toTypedArray()]).toEqual([1, 0, 2, 0]);
    expect([...counts.toTypedArray()]).toEqual([2, 1, 1]);
  });

  it('leaves no memory behind', () => {
    const x = rand([100, 100]);
    const run = (): void => {
      x.sort();
      x.median(1);
      x.quantile(0.3, 0);
      x.unique({ returnInverse: true });
    };
    for (let i = 0; i < 20; i++) run();
    const before = memory().bytesPooled;
    for (let i = 0; i < 50; i++) run();
    expect(memory().bytesPooled).toBe(before);
  });
});

it('tells what is wrong', () => {
  const x = tensor([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  const calls: [() => unknown, string][] = [
    [() => x.sort(2), 'sort: dim 2 is out of range for 2 dims (it must be between -2 and 1).'],
    [() => x.topk(4), 'topk: k must be a whole number from 0 to 3, the size of dim 1 of [2, 3], got 4.'],
    [() => x.kthvalue(0), 'kthvalue: k must be a whole number from 1 to 3, the size of dim 1 of [2, 3], got 0.'],
    [() => descend.zeros([2, 0]).median(1), 'median: dims [1] of [2, 0] hold no element, so there is no median.'],
    [() => x.quantile(1.5), 'quantile: q must be between 0 and 1, got 1.5.'],
    [
      () => x.quantile(0.5, 0, { interpolation: 'cubic' as 'linear' }),
      'quantile: interpolation must be one of linear, lower, higher, midpoint, nearest, got cubic.',
    ],
    [
      () => descend.searchsorted(x, tensor([1, 2])),
      'searchsorted: values [2] do not fit the sequence [2, 3]: it must have 1 dim, or all but the last equal.',
    ],
    [() => descend.bucketize(1, x), 'bucketize: boundaries must have 1 dim, got [2, 3].'],
    [() => tensor([1, -2], { dtype: 'int32' }).bincount(), 'bincount: elements must not be negative, got -2.'],
    [() => x.to('int32').bincount(), 'bincount: x must have 1 dim and weights its shape, got [2, 3].'],
    [() => x.histc(0), 'histc: bins must be a whole number ≥ 1, got 0.'],
    [
      () => tensor([1, Infinity]).histc(3),
      'histc: the range must be finite and ascend, got 1 to Infinity. Pass { min, max }.',
    ],
  ];
  for (const [call, message] of calls) expect(call).toThrow(message);
});
