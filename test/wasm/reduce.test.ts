/** Reductions against the reference. */
import { describe, expect, it } from 'vitest';
import { type DType, dtypes } from '../../src/dtype.ts';
import * as opcode from '../../src/kernels/opcodes.generated.ts';
import { reduceKinds } from '../../src/kernels/spec.ts';
import { builds } from '../support/backends.ts';
import type { Cells, Device } from './device.ts';
import { floatTypes, numbers, Pair } from './pair.ts';

/** Those that reductions have kernels for. */
const kernelTypes = (Object.keys(dtypes) as DType[]).filter((dtype) => dtypes[dtype].wide === dtype);
const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);

describe.each(builds)('wasm %s', (build) => {
  const pair = new Pair(build);
  const { device } = pair;

  it('reductions of every kind, dtype and layout', () => {
    const layouts: [sizes: number[], strides: number[], kept: number][] = [
      [[1], [1], 0],
      [[3], [1], 0],
      [[1009], [1], 0],
      [[5, 1], [1, 5], 1],
      [[7, 33], [33, 1], 1],
      [[33, 7], [1, 33], 1],
      [[4, 3, 5], [5, 20, 1], 1],
      [[4, 6, 50], [300, 1, 6], 1],
      [[20, 3], [1, 20], 1],
      [[3, 4], [4, 1], 2],
      [[2, 2], [0, 1], 2],
      [[9, 130], [0, 1], 1],
      [[3, 1100], [1100, 1], 1],
      [[40, 70], [1, 40], 1],
    ];
    for (const kind of reduceKinds) {
      for (const dtype of kernelTypes) {
        for (const [sizes, strides, kept] of layouts) {
          const float = dtypes[dtype].category === 2;
          const span = 1 + sizes.reduce((s, n, i) => s + (n - 1) * strides[i]!, 0);
          const data = numbers(span, 7).map((v) =>
            float
              ? v * 2
              : dtype.startsWith('int')
                ? Math.floor(v * 3)
                : Math.floor(v + 1.2) * (dtype === 'bool' ? 1 : 9),
          );
          const yType: DType =
            kind === 'any' || kind === 'all'
              ? 'bool'
              : kind.startsWith('arg')
                ? 'int32'
                : kind === 'max' || kind === 'min' || float
                  ? dtype
                  : 'int64';
          pair.expectSame(
            (d) => {
              const x = d.put(dtype, data);
              const out = d.put(yType, new Array<number>(product(sizes.slice(0, kept))).fill(0));
              return {
                code: d.run([
                  opcode.reduce,
                  0,
                  x.code,
                  reduceKinds.indexOf(kind),
                  x.address,
                  out.address,
                  kept,
                  sizes.length,
                  ...sizes,
                  ...strides,
                ]),
                out,
              };
            },
            float ? dtype : undefined,
          );
        }
      }
    }
  });

  const reduceAll = (
    d: Device,
    kind: (typeof reduceKinds)[number],
    dtype: DType,
    yType: DType,
    data: number[],
  ): { code: number; out: Cells } => {
    const out = d.put(yType, [0]);
    return {
      code: d.run([
        opcode.reduce,
        0,
        dtypes[dtype].code,
        reduceKinds.indexOf(kind),
        d.put(dtype, data).address,
        out.address,
        0,
        1,
        data.length,
        1,
      ]),
      out,
    };
  };
  it('reductions of large inputs, in parts', () => {
    const x = numbers(300_001, 5);
    for (const kind of ['sum', 'mean', 'max', 'argmin'] as const) {
      for (const dtype of floatTypes)
        pair.expectSame((d) => reduceAll(d, kind, dtype, kind === 'argmin' ? 'int32' : dtype, x), dtype);
    }
    const tall = numbers(40 * 5000, 6);
    for (const [kept, sizes, strides] of [
      [1, [40, 5000], [1, 40]],
      [1, [40, 5000], [5000, 1]],
    ] as const) {
      for (const dtype of floatTypes) {
        for (const kind of [0, 3, 5]) {
          pair.expectSame(
            (d) => {
              const out = d.room(kind === 5 ? 'int32' : dtype, 40);
              return {
                code: d.run([
                  opcode.reduce,
                  0,
                  dtypes[dtype].code,
                  kind,
                  d.put(dtype, tall).address,
                  out.address,
                  kept,
                  2,
                  ...sizes,
                  ...strides,
                ]),
                out,
              };
            },
            kind === 5 ? undefined : dtype,
          );
        }
      }
    }
  });
  it('reductions of what is special', () => {
    const most = 2 ** 31 - 1;
    const cases: [kind: (typeof reduceKinds)[number], dtype: DType, yType: DType, data: number[]][] = [
      ['sum', 'int32', 'int64', [most, 1]],
      ['sum', 'int32', 'int64', [most, 1, -1]],
      ['prod', 'int32', 'int64', [65536, 32768]],
      ['prod', 'int32', 'int64', [65536, -32768]],
      ['prod', 'int32', 'int64', [...new Array<number>(40).fill(most), 0]],
      ['argmax', 'float32', 'int32', [-Infinity, -Infinity]],
      ['argmax', 'int32', 'int32', [1, 7, 7, 3]],
    ];
    for (const dtype of floatTypes) {
      for (const length of [4, 70]) {
        const pad = (values: number[], fill: number): number[] => [
          ...values,
          ...new Array<number>(length - values.length).fill(fill),
        ];
        for (const kind of ['max', 'min', 'sum', 'any', 'all'] as const) {
          cases.push([
            kind,
            dtype,
            kind.length === 3 && kind !== 'any' && kind !== 'all' ? dtype : 'bool',
            pad([1, NaN, 3, NaN], 2),
          ]);
          cases.push([
            kind,
            dtype,
            kind.length === 3 && kind !== 'any' && kind !== 'all' ? dtype : 'bool',
            pad([Infinity, 0, -2], 2),
          ]);
        }
        for (const kind of ['argmax', 'argmin'] as const) cases.push([kind, dtype, 'int32', pad([1, 5, NaN, NaN], 9)]);
        cases.push(
          ['sum', dtype, dtype, pad([Infinity, -Infinity], 1)],
          ['sum', 'float64', 'float64', pad([1, 1e100, 1, -1e100], 0)],
        );
      }
    }
    for (const [kind, dtype, yType, data] of cases) pair.expectSame((d) => reduceAll(d, kind, dtype, yType, data));
    for (const [kind, value] of [
      ['sum', 0],
      ['prod', 1],
      ['mean', NaN],
      ['any', 0],
      ['all', 1],
    ] as const) {
      const { code, out } = reduceAll(
        device,
        kind,
        'float32',
        kind === 'any' || kind === 'all' ? 'bool' : 'float32',
        [],
      );
      expect([code, device.read(out)[0]]).toEqual([0, value]);
    }
  });
});
