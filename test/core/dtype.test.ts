/** Which dtype a result has: PyTorch's rules. The pairs with int64, int8 and the halves are in conversions.test.ts. */
import { beforeAll, describe, expect, it } from 'vitest';
import { cat, type DType, promoteTypes, resultType, tensor, where } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

const dtypes: DType[] = ['float32', 'float64', 'int32', 'uint8', 'bool'];
/** torch.promote_types, row by row in the order of `dtypes`. */
const promoted: DType[][] = [
  ['float32', 'float64', 'float32', 'float32', 'float32'],
  ['float64', 'float64', 'float64', 'float64', 'float64'],
  ['float32', 'float64', 'int32', 'int32', 'int32'],
  ['float32', 'float64', 'int32', 'uint8', 'uint8'],
  ['float32', 'float64', 'int32', 'uint8', 'bool'],
];
const pairs = dtypes.flatMap((a, i) => dtypes.map((b, j) => [a, b, promoted[i]![j]!] as const));
const category = (dtype: DType): number => (dtype.startsWith('float') ? 2 : dtype === 'bool' ? 0 : 1);

describe.each([...backends, reference])('%s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(pairs)('%s with %s gives %s', (a, b, expected) => {
    expect(promoteTypes(a, b)).toBe(expected);
    const [x, y] = [tensor([1, 1], { dtype: a }), tensor([1, 1], { dtype: b })];
    expect(x.add(y).dtype).toBe(expected);
    expect(x.maximum(y).toArray()).toEqual(expected === 'bool' ? [true, true] : [1, 1]);
    expect(x.div(y).dtype).toBe(expected.startsWith('float') ? expected : 'float32');
    expect(x.eq(y).dtype).toBe('bool');
    expect(where(x.gt(0), x, y).dtype).toBe(expected);
    expect(cat([x, y]).dtype).toBe(expected);
  });

  it.each(pairs)('%s with dims and %s without', (a, b) => {
    // A 0-d tensor counts only when its category is higher.
    const expected = category(b) > category(a) ? b : a;
    const [x, y] = [tensor([1, 1], { dtype: a }), tensor(1, { dtype: b })];
    expect([x.mul(y).dtype, y.mul(x).dtype, resultType([x, y])]).toEqual([expected, expected, expected]);
  });

  it('a number never makes float64, and makes float32 of integers only when it has a fraction', () => {
    const withNumber = (n: number): DType[] => dtypes.map((dtype) => tensor([1], { dtype }).add(n).dtype);
    expect(withNumber(2)).toEqual(['float32', 'float64', 'int32', 'uint8', 'int32']);
    expect(withNumber(2.5)).toEqual(['float32', 'float64', 'float32', 'float32', 'float32']);
    expect(withNumber(NaN)).toEqual(['float32', 'float64', 'float32', 'float32', 'float32']);
    expect(resultType([1, 2])).toBe('int32');
    expect(resultType([1, 2.5])).toBe('float32');
  });

  it('a condition takes no part', () => {
    for (const dtype of dtypes) {
      const condition = tensor([1, 0], { dtype });
      expect([where(condition, 1, 2).dtype, where(condition, 1.5, 2).dtype]).toEqual(['int32', 'float32']);
      expect(where(condition, tensor([1, 2], { dtype: 'uint8' }), 7).toArray()).toEqual([1, 7]);
    }
  });

  it('numbers are as wide as the computation', () => {
    expect(tensor([0], { dtype: 'float64' }).add(0.1).item()).toBe(0.1);
    expect(tensor([0]).add(0.1).item()).toBe(Math.fround(0.1));
  });

  it('integers stay integers', () => {
    const x = tensor([7, -7], { dtype: 'int32' });
    expect(x.add(2147483647).toArray()).toEqual([-2147483642, 2147483640]);
    expect([x.floorDivide(2).toArray(), x.remainder(4).toArray(), x.fmod(4).toArray()]).toEqual([
      [3, -4],
      [3, 1],
      [3, -3],
    ]);
    expect(
      tensor([200, 100], { dtype: 'uint8' })
        .add(tensor([100, 1], { dtype: 'uint8' }))
        .toArray(),
    ).toEqual([44, 101]);
    expect(x.sum().dtype).toBe('int64');
    expect(x.gt(0).sum().item()).toBe(1);
  });

  it('conversions truncate, saturate, and make NaN 0', () => {
    const x = tensor([1.9, -1.9, 3e9, -3e9, NaN, Infinity], { dtype: 'float64' });
    expect(x.to('int32').toArray()).toEqual([1, -1, 2147483647, -2147483648, 0, 2147483647]);
    expect(x.to('bool').toArray()).toEqual([true, true, true, true, true, true]);
    expect(tensor([0, -0, 0.5]).to('bool').toArray()).toEqual([false, false, true]);
    expect(tensor([0.1], { dtype: 'float64' }).to('float32').item()).toBe(Math.fround(0.1));
    const same = tensor([1]);
    expect(same.to('float32')).toBe(same);
  });
});
