/** Inputs so large that an index, a count or a byte length could overflow. */
import { describe, expect, it } from 'vitest';
import { arange, DescendError, full, ones } from '../../src/index.ts';
import { backends, useBackend } from '../support/backends.ts';

describe.each(backends)('%s', (backend) => {
  it('sums a hundred million values exactly where they are exact', () => {
    useBackend(backend);
    const n = 1e8;
    const x = ones([n], { dtype: 'uint8' });
    expect(x.sum().item()).toBe(n);
    const y = full([n], 0.5);
    expect(y.sum().item()).toBe(n / 2);
    expect(y.mean().item()).toBe(0.5);
  }, 120_000);
});

describe.each(backends.filter((backend) => backend === 'native'))('%s', (backend) => {
  it('holds a tensor of more than 2^31 bytes, and reads and sums what is beyond', () => {
    useBackend(backend);
    const n = 2 ** 31 + 1000;
    const x = full([n], 1, { dtype: 'uint8' });
    const tail = x.narrow(0, n - 3, 3);
    tail.copy_(arange(7, 10).to('uint8'));
    expect(x.narrow(0, n - 4, 4).toArray()).toEqual([1, 7, 8, 9]);
    expect(() => x.argmax()).toThrow('argmax: positions in 2147484648 elements do not fit int32');
    expect(
      x
        .narrow(0, 1000, 2 ** 31)
        .argmax()
        .item(),
    ).toBe(2 ** 31 - 1);
    expect(x.max().item()).toBe(9);
    const columns = x.narrow(0, 0, 2 ** 31).reshape([2 ** 16, 2 ** 15]);
    expect(
      columns
        .sum(1)
        .toTypedArray()
        .every((v) => v === 2n ** 15n),
    ).toBe(true);
  }, 240_000);
});

describe.each(backends.filter((backend) => backend !== 'native'))('%s', (backend) => {
  it('a tensor beyond its memory is an error with the sizes, and the library stays usable', () => {
    useBackend(backend);
    expect(() => full([5e9], 1)).toThrow(DescendError);
    expect(() => full([5e9], 1)).toThrow(/bytes|GiB|MB|memory/);
    expect(ones([3]).sum().item()).toBe(3);
  });
});
