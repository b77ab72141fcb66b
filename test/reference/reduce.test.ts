import { describe, expect, it } from 'vitest';
import { status } from '../../src/backend/backend.ts';
import { type DType, dtypes } from '../../src/dtype.ts';
import * as opcode from '../../src/kernels/opcodes.generated.ts';
import { reduceKinds } from '../../src/kernels/spec.ts';
import { type Cells, put, room, run } from './harness.ts';

type Kind = (typeof reduceKinds)[number];

function record(kind: Kind, x: Cells, y: Cells, kept: number, sizes: number[], strides: number[]): number[] {
  return [
    opcode.reduce,
    0,
    x.code,
    reduceKinds.indexOf(kind),
    x.address,
    y.address,
    kept,
    sizes.length,
    ...sizes,
    ...strides,
  ];
}
function resultType(kind: Kind, dtype: DType): DType {
  if (kind === 'any' || kind === 'all') return 'bool';
  if (kind.startsWith('arg')) return 'int32';
  return kind === 'max' || kind === 'min' || dtypes[dtype].category === 2 ? dtype : 'int64';
}
/** All of a list to one value. */
function reduce(kind: Kind, dtype: DType, values: number[]): number {
  const y = room(resultType(kind, dtype), 1);
  const code = run(record(kind, put(dtype, values), y, 0, [values.length], [1]));
  if (code !== status.ok) throw new Error(`status ${code}`);
  return y.read()[0]!;
}

describe('reduce', () => {
  const values = [3, -1, 4, -1, 5, -9, 2, 6, 5, -3, 5];
  it.each([
    ['sum', 16],
    ['mean', 16 / 11],
    ['prod', -3 * -1 * 4 * -1 * 5 * -9 * 2 * 6 * 5 * -3 * 5 * -1],
    ['max', 6],
    ['min', -9],
    ['argmax', 7],
    ['argmin', 5],
    ['any', 1],
    ['all', 1],
  ] as const)('%s', (kind, expected) => {
    expect(reduce(kind, 'float64', values)).toBe(expected);
    expect(reduce(kind, 'float32', values)).toBe(
      resultType(kind, 'float32') === 'float32' ? Math.fround(expected) : expected,
    );
    if (kind !== 'mean') expect(reduce(kind, 'int32', values)).toBe(expected);
  });

  it('every kind over strided dims, against loops', () => {
    // x [2, 3, 4] stored as [4, 2, 3]; kept dim 1, reduced dims 0 and 2
    const [strideA, strideB, strideC] = [3, 1, 6];
    const data = Array.from({ length: 24 }, (_, i) => ((i * 7) % 11) - 5);
    const columns = [0, 1, 2].map((b) =>
      [0, 1].flatMap((a) => [0, 1, 2, 3].map((c) => data[a * strideA + b * strideB + c * strideC]!)),
    );
    const sum = (v: number[]): number => v.reduce((s, e) => s + e, 0);
    const byHand: Record<Kind, (v: number[]) => number> = {
      sum,
      mean: (v) => sum(v) / v.length,
      prod: (v) => v.reduce((s, e) => s * e, 1),
      max: (v) => Math.max(...v),
      min: (v) => Math.min(...v),
      argmax: (v) => v.indexOf(Math.max(...v)),
      argmin: (v) => v.indexOf(Math.min(...v)),
      any: (v) => Number(v.some(Boolean)),
      all: (v) => Number(v.every(Boolean)),
    };
    for (const kind of reduceKinds) {
      const y = room(resultType(kind, 'float64'), 3);
      expect(run(record(kind, put('float64', data), y, 1, [3, 2, 4], [strideB, strideA, strideC]))).toBe(status.ok);
      expect(
        y.read().map((v) => v + 0),
        kind,
      ).toEqual(columns.map((v) => byHand[kind](v) + 0));
    }
  });

  it('keeps an expanded dim and reduces none', () => {
    const y = room('float32', 4);
    expect(run(record('sum', put('float32', [1, 2]), y, 2, [2, 2], [0, 1]))).toBe(status.ok);
    expect(y.read()).toEqual([1, 2, 1, 2]);
  });

  it('sums are compensated', () => {
    expect(reduce('sum', 'float64', [1, 1e100, 1, -1e100])).toBe(2);
    expect(reduce('sum', 'float64', new Array<number>(10).fill(0.1))).toBe(1);
    // float32 sums round once
    expect(reduce('sum', 'float32', [2 ** 24, 1, 1, 1])).toBe(2 ** 24 + 4); // nearest even of …3
    expect(reduce('sum', 'float32', [3e38, 3e38, -3e38])).toBe(Math.fround(3e38));
  });

  it('infinities and NaN', () => {
    expect(reduce('sum', 'float64', [Infinity, 1, 2])).toBe(Infinity);
    expect(reduce('sum', 'float64', [Infinity, -Infinity])).toBe(NaN);
    expect(reduce('sum', 'float64', [1e308, 1e308])).toBe(Infinity);
    expect(reduce('mean', 'float32', [1, NaN])).toBe(NaN);
    for (const kind of ['max', 'min'] as const) {
      expect(reduce(kind, 'float32', [1, NaN, 3, NaN])).toBe(NaN);
      expect(reduce(`arg${kind}`, 'float32', [1, NaN, 3, NaN])).toBe(1);
    }
    expect(reduce('argmax', 'float32', [-Infinity, -Infinity])).toBe(0);
    expect(reduce('any', 'float32', [0, NaN])).toBe(1);
    expect(reduce('all', 'float32', [1, 0, NaN])).toBe(0);
  });

  it('the first of equal elements', () => {
    expect(reduce('argmax', 'int32', [1, 7, 7, 3])).toBe(1);
    expect(reduce('argmin', 'int32', [4, 2, 2])).toBe(1);
  });

  it('integers sum and multiply in int64', () => {
    expect(reduce('sum', 'uint8', [200, 100, 255])).toBe(555);
    expect(reduce('prod', 'uint8', [200, 100, 2])).toBe(40000);
    expect(reduce('sum', 'bool', [1, 1, 0, 1])).toBe(3);
    expect(reduce('max', 'uint8', [3, 200, 7])).toBe(200);
    expect(reduce('min', 'bool', [1, 0])).toBe(0);
  });

  it('what leaves int64 wraps', () => {
    const most = 2 ** 31 - 1;
    expect(reduce('sum', 'int32', [most, 1])).toBe(2 ** 31);
    expect(reduce('prod', 'int32', [65536, 32768])).toBe(2 ** 31);
    expect(reduce('prod', 'int32', new Array<number>(8).fill(65536))).toBe(0);
    expect(reduce('prod', 'int32', [65536, 65536, 65536, 32768])).toBe(-(2 ** 63));
    expect(reduce('prod', 'int32', [...new Array<number>(40).fill(most), 0])).toBe(0);
  });

  it('nothing sums to 0, multiplies to 1, and has no mean', () => {
    expect(reduce('sum', 'float32', [])).toBe(0);
    expect(reduce('prod', 'float32', [])).toBe(1);
    expect(reduce('mean', 'float32', [])).toBe(NaN);
    expect(reduce('any', 'float32', [])).toBe(0);
    expect(reduce('all', 'float32', [])).toBe(1);
    expect(reduce('sum', 'int32', [])).toBe(0);
    expect(() => reduce('max', 'float32', [])).toThrow(/over no elements/);
    const y = room('float32', 3);
    expect(run(record('sum', put('float32', []), y, 1, [3, 0], [0, 1]))).toBe(status.ok);
    expect(y.read()).toEqual([0, 0, 0]);
  });

  it('has no mean of integers and no unknown kind', () => {
    const x = put('int32', [1]);
    expect(run(record('mean', x, room('int32', 1), 0, [1], [1]))).toBe(status.unknownKernel);
    expect(run([opcode.reduce, 0, 0, 99, x.address, x.address, 0, 1, 1, 1])).toBe(status.unknownKernel);
  });
});
