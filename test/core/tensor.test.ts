/** Making tensors, looking at them, reading them. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  arange,
  empty,
  emptyLike,
  eye,
  full,
  fullLike,
  linspace,
  type NestedArray,
  ones,
  onesLike,
  tensor,
  zeros,
  zerosLike,
} from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

describe.each([...backends, reference])('%s', (backend) => {
  beforeAll(() => useBackend(backend));

  describe('tensor', () => {
    it.each<[string, NestedArray, number[], string]>([
      ['a number', 2.5, [], 'float32'],
      ['a boolean', true, [], 'bool'],
      ['a list', [1, 2, 3], [3], 'float32'],
      ['booleans', [[true, false]], [1, 2], 'bool'],
      [
        'three levels',
        [
          [[1], [2]],
          [[3], [4]],
        ],
        [2, 2, 1],
        'float32',
      ],
      ['nothing', [], [0], 'float32'],
      ['empty rows', [[], []], [2, 0], 'float32'],
      ['numbers and booleans', [1, true], [2], 'float32'],
    ])('of %s', (_, data, shape, dtype) => {
      const x = tensor(data);
      expect([x.shape, x.dtype]).toEqual([shape, dtype]);
      const asNumbers = (v: NestedArray): NestedArray => (Array.isArray(v) ? v.map(asNumbers) : Number(v));
      expect(x.toArray()).toEqual(dtype === 'bool' ? data : asNumbers(data));
    });
    it.each([
      [Float32Array.of(1, 2), 'float32'],
      [Float64Array.of(1, 2), 'float64'],
      [Int32Array.of(1, 2), 'int32'],
      [Uint8Array.of(1, 2), 'uint8'],
    ] as const)('of a typed array keeps its type and copies', (data, dtype) => {
      const source = data.slice();
      const x = tensor(source);
      source[0] = 9;
      expect([x.dtype, x.toTypedArray()]).toEqual([dtype, data]);
    });
    it('with a shape, a dtype, a gradient', () => {
      const x = tensor(Int32Array.of(1, 2, 3, 4, 5, 6), { shape: [2, 3], dtype: 'float64', requiresGrad: true });
      expect([x.shape, x.dtype, x.requiresGrad, x.toArray()]).toEqual([
        [2, 3],
        'float64',
        true,
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
      ]);
      expect(tensor([2.7, -2.7], { dtype: 'int32' }).toArray()).toEqual([2, -2]); // as in PyTorch
      expect(tensor([0, 2, NaN], { dtype: 'bool' }).toArray()).toEqual([false, true, true]);
    });
  });

  describe('makers', () => {
    it('fill', () => {
      expect(zeros([2, 2]).toArray()).toEqual([
        [0, 0],
        [0, 0],
      ]);
      expect(ones([3], { dtype: 'bool' }).toArray()).toEqual([true, true, true]);
      expect(full([2], 2.5, { dtype: 'int32' }).toArray()).toEqual([2, 2]);
      expect(full([], 0.1, { dtype: 'float64' }).item()).toBe(0.1);
      expect(full([], 0.1).item()).toBe(Math.fround(0.1));
      expect(empty([2, 3], { dtype: 'uint8' }).toTypedArray()).toHaveLength(6);
      expect(zeros([0, 5]).toArray()).toEqual([]);
      const big = ones([300, 300]).toTypedArray();
      expect(big.every((v) => v === 1)).toBe(true);
    });
    it('take after another tensor', () => {
      const x = tensor([[1, 2]], { dtype: 'float64' });
      for (const [made, value] of [
        [zerosLike(x), 0],
        [onesLike(x), 1],
        [fullLike(x, 7), 7],
      ] as const) {
        expect([made.shape, made.dtype, made.toArray()]).toEqual([[1, 2], 'float64', [[value, value]]]);
      }
      expect([emptyLike(x, { dtype: 'int32' }).dtype, emptyLike(x).shape]).toEqual(['int32', [1, 2]]);
    });
    it('count', () => {
      expect([arange(4).toArray(), arange(4).dtype]).toEqual([[0, 1, 2, 3], 'int32']);
      expect(arange(2, 5).toArray()).toEqual([2, 3, 4]);
      expect(arange(5, 0, -2).toArray()).toEqual([5, 3, 1]);
      expect([arange(0, 1, 0.25).toArray(), arange(0, 1, 0.25).dtype]).toEqual([[0, 0.25, 0.5, 0.75], 'float32']);
      expect(arange(0).shape).toEqual([0]);
      expect(linspace(0, 1, 5).toArray()).toEqual([0, 0.25, 0.5, 0.75, 1]);
      expect(linspace(3, 7, 1).toArray()).toEqual([3]);
      expect(linspace(0, 0.3, 4, { dtype: 'float64' }).toTypedArray()[3]).toBe(0.3);
      expect(eye(2, 3).toArray()).toEqual([
        [1, 0, 0],
        [0, 1, 0],
      ]);
      expect(eye(2, 2, { dtype: 'int32' }).dtype).toBe('int32');
    });
  });

  describe('reading', () => {
    it('gives copies', () => {
      const x = tensor([1, 2]);
      x.toTypedArray()[0] = 9;
      expect(x.toArray()).toEqual([1, 2]);
      x.fill_(5);
      const before = x.toTypedArray();
      x.fill_(6);
      expect([...before]).toEqual([5, 5]);
    });
    it('follows strides', () => {
      const x = tensor([
        [1, 2, 3],
        [4, 5, 6],
      ]);
      expect(x.t().toArray()).toEqual([
        [1, 4],
        [2, 5],
        [3, 6],
      ]);
      expect(x.narrow(1, 1, 2).t().toArray()).toEqual([
        [2, 5],
        [3, 6],
      ]);
      expect(x.select(1, 1).toTypedArray()).toEqual(Float32Array.of(2, 5));
      expect(
        tensor([[1], [2]])
          .expand([2, 3])
          .toArray(),
      ).toEqual([
        [1, 1, 1],
        [2, 2, 2],
      ]);
      expect(x.t().narrow(0, 1, 0).toArray()).toEqual([]);
    });
    it('typed arrays have the type of the dtype', async () => {
      const typed = (dtype: 'float32' | 'float64' | 'int32' | 'uint8' | 'bool') =>
        ones([1], { dtype }).toTypedArray().constructor;
      expect([typed('float32'), typed('float64'), typed('int32'), typed('uint8'), typed('bool')]).toEqual([
        Float32Array,
        Float64Array,
        Int32Array,
        Uint8Array,
        Uint8Array,
      ]);
      expect(await tensor([1, 2]).data()).toEqual(Float32Array.of(1, 2));
    });
    it('item', () => {
      expect(tensor([[2.5]]).item()).toBe(2.5);
      expect(
        tensor([
          [1, 2],
          [3, 4],
        ])
          .select(0, 1)
          .select(0, 0)
          .item(),
      ).toBe(3);
    });
    it('sizes', () => {
      const x = zeros([2, 3, 4]);
      expect([
        x.ndim,
        x.dim(),
        x.numel(),
        x.length,
        x.size(1),
        x.size(-1),
        x.isContiguous(),
        x.t === undefined,
      ]).toEqual([3, 3, 24, 24, 3, 4, true, false]);
      expect(x.transpose(0, 1).isContiguous()).toBe(false);
      expect(zeros([2, 1, 3]).transpose(0, 1).isContiguous()).toBe(true);
    });
  });

  it('in-place ops change what views see', () => {
    const x = zeros([2, 3]);
    x.select(0, 1).fill_(4);
    x.t()
      .narrow(0, 0, 1)
      .copy_(tensor([7, 8]));
    expect(x.toArray()).toEqual([
      [7, 0, 0],
      [8, 4, 4],
    ]);
    const copy = x.clone();
    x.zero_();
    expect(copy.toArray()).toEqual([
      [7, 0, 0],
      [8, 4, 4],
    ]);
    expect(x.contiguous()).toBe(x);
  });
});

it('compares by its only element, and is what it holds in JSON', () => {
  const loss = tensor([0.5], { requiresGrad: true }).mul(2);
  expect((loss as unknown as number) < 1.5).toBe(true);
  expect((loss as unknown as number) > 1.5).toBe(false);
  expect(String(tensor([1, 2]))).toBe('tensor([1., 2.])');
  expect('' + (tensor([1]) as unknown as string)).toBe('tensor([1.])');
  expect(JSON.stringify({ loss, x: tensor([[1, 2]]) })).toBe('{"loss":[1],"x":[[1,2]]}');
});
