import { describe, expect, it } from 'vitest';
import { status } from '../../src/backend/backend.ts';
import type { DType } from '../../src/dtype.ts';
import * as opcode from '../../src/kernels/opcodes.generated.ts';
import { scatterModes } from '../../src/kernels/spec.ts';
import { type Cells, put, room, run } from './harness.ts';

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
/** Not simple numbers, the same each time. */
const wave = (n: number, seed = 1): number[] => range(n).map((i) => Math.sin(seed * 12.9898 + i * 78.233) * 2);

describe('gemm', () => {
  interface Operand {
    cells: Cells;
    row: number;
    col: number;
  }
  const code = (
    dtype: number,
    [m, n, k]: number[],
    a: Operand,
    b: Operand,
    c: Cells,
    cRow: number,
    bias = 0,
    dims: number[][] = [],
  ): number =>
    run([
      opcode.gemm,
      0,
      dtype,
      m!,
      n!,
      k!,
      a.cells.address,
      a.row,
      a.col,
      b.cells.address,
      b.row,
      b.col,
      c.address,
      cRow,
      bias,
      dims[0]?.length ?? 0,
      ...dims.flat(),
    ]);

  it.each([
    [1, 1, 1],
    [2, 3, 4],
    [5, 1, 7],
    [1, 6, 3],
    [17, 19, 23],
  ])('[%d × %d] with k = %d, every combination of transposes, in both dtypes', (m, n, k) => {
    for (const dtype of ['float32', 'float64'] as const) {
      const [a, b, bias] = [put(dtype, wave(m * k)), put(dtype, wave(k * n, 2)), put(dtype, wave(n, 3))];
      const [av, bv, cv] = [a.read(), b.read(), bias.read()];
      for (const [ta, tb] of [
        [false, false],
        [true, false],
        [false, true],
        [true, true],
      ]) {
        const left = ta ? { cells: a, row: 1, col: m } : { cells: a, row: k, col: 1 };
        const right = tb ? { cells: b, row: 1, col: k } : { cells: b, row: n, col: 1 };
        const c = room(dtype, m * (n + 1));
        expect(code(a.code, [m, n, k], left, right, c, n + 1, bias.address)).toBe(status.ok);
        const got = c.read();
        for (let i = 0; i < m; i++) {
          for (let j = 0; j < n; j++) {
            let sum = cv[j]!;
            for (let p = 0; p < k; p++) sum += av[i * left.row + p * left.col]! * bv[p * right.row + j * right.col]!;
            expect(Math.abs(got[i * (n + 1) + j]! - sum)).toBeLessThan(dtype === 'float32' ? 1e-5 : 1e-13);
          }
          if (i < m - 1) expect(got[i * (n + 1) + n]).toBe(NaN); // the gap between rows
        }
      }
    }
  });

  it('rounds once to float32', () => {
    const a = put('float32', [4097, 1]);
    const b = put('float32', [4097, -(4097 * 4097 - 1)]);
    const c = room('float32', 1);
    code(0, [1, 1, 2], { cells: a, row: 2, col: 1 }, { cells: b, row: 1, col: 1 }, c, 1);
    expect(c.read()).toEqual([4097 * 4097 - Math.fround(4097 * 4097 - 1)]);
  });

  it('batches with broadcast operands', () => {
    // sizes [2, 3]: a has both dims, b only the second, c both
    const a = put('float64', wave(2 * 3 * 4));
    const b = put('float64', wave(3 * 4, 2));
    const c = room('float64', 6 * 4);
    const dims = [
      [2, 3],
      [12, 4],
      [0, 4],
      [12, 4],
    ];
    expect(code(1, [2, 2, 2], { cells: a, row: 2, col: 1 }, { cells: b, row: 2, col: 1 }, c, 2, 0, dims)).toBe(
      status.ok,
    );
    const [av, bv, got] = [a.read(), b.read(), c.read()];
    for (let s = 0; s < 6; s++) {
      for (let i = 0; i < 2; i++) {
        for (let j = 0; j < 2; j++) {
          const t = s % 3;
          const expected = av[s * 4 + i * 2]! * bv[t * 4 + j]! + av[s * 4 + i * 2 + 1]! * bv[t * 4 + 2 + j]!;
          expect(got[s * 4 + i * 2 + j]).toBeCloseTo(expected, 13);
        }
      }
    }
  });

  it('k = 0 gives the bias or 0', () => {
    const none = put('float32', []);
    const bias = put('float32', [1, 2]);
    const c = room('float32', 4);
    const empty = { cells: none, row: 0, col: 1 };
    expect(code(0, [2, 2, 0], empty, { cells: none, row: 2, col: 1 }, c, 2, bias.address)).toBe(status.ok);
    expect(c.read()).toEqual([1, 2, 1, 2]);
    expect(code(0, [2, 2, 0], empty, { cells: none, row: 2, col: 1 }, c, 2)).toBe(status.ok);
    expect(c.read()).toEqual([0, 0, 0, 0]);
  });

  it('0 · NaN is NaN, and integers have no kernel', () => {
    const c = room('float32', 1);
    const zero = put('float32', [0]);
    const nan = put('float32', [NaN]);
    code(0, [1, 1, 1], { cells: zero, row: 1, col: 1 }, { cells: nan, row: 1, col: 1 }, c, 1);
    expect(c.read()).toEqual([NaN]);
    expect(code(2, [1, 1, 1], { cells: zero, row: 1, col: 1 }, { cells: nan, row: 1, col: 1 }, c, 1)).toBe(
      status.unknownKernel,
    );
  });
});

describe('softmax', () => {
  const forward = (log: number, cols: number, values: number[]): number[] => {
    const x = put('float64', values);
    const y = room('float64', values.length);
    expect(run([opcode.softmax, 0, 1, log, values.length / cols, cols, x.address, y.address])).toBe(status.ok);
    return y.read();
  };
  const close = (got: number[], expected: number[]): void => {
    expect(got.length).toBe(expected.length);
    got.forEach((v, i) => expect(Math.abs(v - expected[i]!)).toBeLessThan(1e-14 * Math.max(1, Math.abs(expected[i]!))));
  };

  it('of rows', () => {
    const values = wave(12);
    const rows = [0, 1, 2].map((r) => values.slice(4 * r, 4 * r + 4));
    const expected = rows.flatMap((row) => row.map((v) => Math.exp(v) / row.reduce((s, e) => s + Math.exp(e), 0)));
    close(forward(0, 4, values), expected);
    close(forward(1, 4, values), expected.map(Math.log));
  });
  it('of large and hopeless rows', () => {
    close(forward(0, 2, [1000, 1000]), [0.5, 0.5]);
    close(forward(1, 2, [1000, 0]), [0, -1000]);
    close(forward(0, 2, [0, -Infinity]), [1, 0]);
    expect(forward(1, 2, [0, -Infinity])).toEqual([0, -Infinity]);
    expect(forward(0, 2, [-Infinity, -Infinity])).toEqual([NaN, NaN]);
    expect(forward(0, 2, [1, NaN])).toEqual([NaN, NaN]);
    expect(forward(0, 1, [3])).toEqual([1]);
  });
  it('in place, in float32', () => {
    const x = put('float32', [1, 2, 3]);
    expect(run([opcode.softmax, 0, 0, 0, 1, 3, x.address, x.address])).toBe(status.ok);
    expect(x.read()).toEqual([0.09003057317038046, 0.24472847105479767, 0.6652409557748219].map(Math.fround));
    expect(run([opcode.softmax, 0, 2, 0, 1, 3, x.address, x.address])).toBe(status.unknownKernel);
  });
  it.each([0, 1])('backward agrees with differences (log = %d)', (log) => {
    const [rows, cols] = [3, 5];
    const x = wave(rows * cols);
    const g = wave(rows * cols, 5);
    const y = put('float64', forward(log, cols, x));
    const dx = room('float64', x.length);
    expect(run([opcode.softmaxBackward, 0, 1, log, rows, cols, put('float64', g).address, y.address, dx.address])).toBe(
      status.ok,
    );
    const h = 1e-6;
    dx.read().forEach((d, i) => {
      const along = (step: number): number =>
        forward(log, cols, x.with(i, x[i]! + step)).reduce((s, v, k) => s + v * g[k]!, 0);
      expect(Math.abs(d - (along(h) - along(-h)) / (2 * h))).toBeLessThan(1e-8);
    });
  });
});

describe('gather and scatter', () => {
  const record = (
    op: 'gather' | (typeof scatterModes)[number],
    x: Cells,
    y: Cells,
    index: Cells,
    dim: number,
    dimSize: number,
    ...dims: number[][]
  ): number[] => [
    opcode[op === 'gather' ? op : 'scatter'],
    0,
    x.code,
    x.address,
    y.address,
    index.address,
    index.code,
    dim,
    dimSize,
    dims[0]!.length,
    ...(op === 'gather' ? [] : [scatterModes.indexOf(op)]),
    ...dims.flat(),
  ];

  it.each(['int32', 'uint8'] as const)('gather along each dim, %s indices', (type) => {
    const x = put('float32', range(12)); // [3, 4]
    const rows = room('float32', 4);
    expect(run(record('gather', x, rows, put(type, [2, 0, 1, 1]), 0, 3, [2, 2], [4, 1], [2, 1], [2, 1]))).toBe(
      status.ok,
    );
    expect(rows.read()).toEqual([8, 1, 4, 5]);
    const columns = room('float32', 6);
    expect(run(record('gather', x, columns, put(type, [3, 0, 1, 1, 2, 3]), 1, 4, [3, 2], [4, 1], [2, 1], [2, 1]))).toBe(
      status.ok,
    );
    expect(columns.read()).toEqual([3, 0, 5, 5, 10, 11]);
  });

  it.each(['float32', 'float64', 'int32', 'uint8', 'bool'] as const)('gathers %s', (dtype) => {
    const y = room(dtype, 3);
    expect(run(record('gather', put(dtype, [1, 0]), y, put('int32', [1, 0, 0]), 0, 2, [3], [1], [1], [1]))).toBe(
      status.ok,
    );
    expect(y.read()).toEqual([0, 1, 1]);
  });

  it('takes any strides, as indexSelect makes them', () => {
    const x = put('float64', range(6)); // [3, 2] stored transposed: strides 1, 3
    const y = room('float64', 6); // [3, 2], written transposed
    expect(run(record('gather', x, y, put('int32', [2, 2, 0]), 0, 3, [3, 2], [1, 3], [1, 3], [1, 0]))).toBe(status.ok);
    expect(y.read()).toEqual([2, 2, 0, 5, 5, 3]);
  });

  it('scatter adds where indices repeat, in order', () => {
    const y = put('float32', [100, 0, 0]);
    expect(
      run(record('add', put('float32', [1, 2, 3, 4]), y, put('int32', [0, 2, 2, 0]), 0, 3, [4], [1], [1], [1])),
    ).toBe(status.ok);
    expect(y.read()).toEqual([105, 0, 5]);
    // Rounded at each step: 2^24 + 1 stays 2^24.
    const big = put('float32', [2 ** 24]);
    run(record('add', put('float32', [1, 1]), big, put('int32', [0, 0]), 0, 1, [2], [1], [1], [1]));
    expect(big.read()).toEqual([2 ** 24]);
  });

  it('scatter along the second dim of a matrix', () => {
    const y = put('float64', [0, 0, 0, 0, 0, 0]); // [2, 3]
    expect(
      run(
        record(
          'add',
          put('float64', [1, 2, 3, 4]),
          y,
          put('uint8', [2, 0, 1, 1]),
          1,
          3,
          [2, 2],
          [2, 1],
          [3, 1],
          [2, 1],
        ),
      ),
    ).toBe(status.ok);
    expect(y.read()).toEqual([2, 0, 1, 0, 7, 0]);
  });

  it.each([-1, 3])('a bad index (%d) stops before anything is written', (bad) => {
    const index = put('int32', [0, bad]);
    const y = put('float32', [7, 7, 7]);
    expect(run(record('gather', put('float32', [1, 2, 3]), y, index, 0, 3, [2], [1], [1], [1]))).toBe(
      status.indexOutOfRange,
    );
    expect(run(record('add', put('float32', [1, 2]), y, index, 0, 3, [2], [1], [1], [1]))).toBe(status.indexOutOfRange);
    expect(y.read()).toEqual([7, 7, 7]);
  });

  it('scatter keeps the last one, multiplies, and takes extremes, of which NaN is one', () => {
    const after = (mode: (typeof scatterModes)[number], values: number[]): number[] => {
      const y = put('float32', [2, 7, 7]);
      const index = put(
        'int32',
        values.map(() => 0),
      );
      expect(run(record(mode, put('float32', values), y, index, 0, 3, [values.length], [1], [1], [1]))).toBe(status.ok);
      return y.read();
    };
    expect(after('replace', [3, 9, 4])).toEqual([4, 7, 7]);
    expect(after('prod', [3, -4])).toEqual([-24, 7, 7]);
    expect(after('amax', [3, 9, 4])).toEqual([9, 7, 7]);
    expect(after('amin', [3, 1, 4])).toEqual([1, 7, 7]);
    expect(after('amax', [NaN, 9])).toEqual([NaN, 7, 7]);
    expect(after('amin', [9, NaN])).toEqual([NaN, 7, 7]);
  });

  it('scatter takes every dtype, but sums and products of bools; integers wrap; indices are integers', () => {
    const index = put('int32', [0, 0]);
    const code = (mode: (typeof scatterModes)[number], x: Cells, y: Cells, at = index): number =>
      run(record(mode, x, y, at, 0, 1, [2], [1], [1], [1]));
    const after = (mode: (typeof scatterModes)[number], dtype: DType, y: number, x: [number, number]): number => {
      const cells = put(dtype, [y]);
      expect(code(mode, put(dtype, x), cells)).toBe(status.ok);
      return cells.read()[0]!;
    };
    expect(after('add', 'int32', 2 ** 31 - 1, [1, 1])).toBe(-(2 ** 31) + 1);
    expect(after('prod', 'int32', 123456789, [987654321, 1])).toBe(Math.imul(123456789, 987654321));
    expect(after('add', 'uint8', 250, [5, 5])).toBe(4);
    expect(after('prod', 'uint8', 20, [20, 2])).toBe(800 % 256);
    expect(after('amin', 'uint8', 250, [5, 200])).toBe(5);
    expect(after('amax', 'bool', 0, [0, 1])).toBe(1);
    expect(after('replace', 'bool', 0, [0, 1])).toBe(1);
    for (const mode of ['add', 'prod'] as const)
      expect(code(mode, put('bool', [1, 1]), put('bool', [0]))).toBe(status.unknownKernel);
    expect(code('add', put('int32', [1, 1]), put('int32', [0]), put('float32', [0, 0]))).toBe(status.unknownKernel);
  });

  it('checks the whole indexed dim against the buffer', () => {
    const index = put('int32', [0]);
    const y = room('float32', 1);
    expect(() => run(record('gather', put('float32', [1, 2]), y, index, 0, 3, [1], [1], [1], [1]))).toThrow(
      /leave a buffer/,
    );
  });
});
