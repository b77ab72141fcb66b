/** Whole records against the reference: what the op table does not reach. */
import { describe, expect, it } from 'vitest';
import { status } from '../../src/backend/backend.ts';
import { type DType, dtypes, type TypedArray } from '../../src/dtype.ts';
import { isHalf } from '../../src/halves.ts';
import * as opcode from '../../src/kernels/opcodes.generated.ts';
import {
  elementwise,
  type ElementwiseRow,
  type OptimizerRow,
  optimizers,
  randomKinds,
  scatterModes,
} from '../../src/kernels/spec.ts';
import { assertClose } from '../ops/compare.ts';
import { builds } from '../support/backends.ts';
import type { Cells } from './device.ts';
import { floatTypes, numbers, Pair } from './pair.ts';

describe.each(builds)('wasm %s', (build) => {
  const pair = new Pair(build);
  const { device } = pair;

  it('converts between all dtypes, with what does not fit', () => {
    const values = [0, 1, 1.5, -1.5, 2.5, 255, 256, -1, 300.7, 3e9, -3e9, 1e20, NaN, Infinity, -Infinity, 0.25, 7, 8];
    for (const from of Object.keys(dtypes) as DType[]) {
      for (const to of Object.keys(dtypes) as DType[]) {
        for (const compute of ['float32', 'float64', 'int32', 'int64'] as const) {
          // Integers never meet halves there, nor int64 any float.
          const kinds = [from, to].filter((dtype) => dtypes[dtype].category === 2);
          if (compute === 'int64' ? kinds.length > 0 : compute === 'int32' && kinds.some(isHalf)) continue;
          const given =
            dtypes[from].category === 2
              ? values
              : values.map((v) =>
                  Number.isFinite(v)
                    ? v & (from.endsWith('32') || from === 'int64' ? -1 : from === 'bool' ? 1 : 255)
                    : 1,
                );
          pair.expectSame((d) => {
            const out = d.put(
              to,
              values.map(() => 1),
            );
            const code = d.elementwise(
              'copy',
              compute,
              [values.length],
              { cells: out, strides: [1] },
              { cells: d.put(from, given), strides: [1] },
            );
            return { code, out };
          });
        }
      }
    }
  });

  it('walks any dims and strides, in place as well', () => {
    const sizes = [3, 2, 5, 7];
    const strides = [
      [70, 35, 7, 1],
      [1, 3, 6, 30],
      [0, 1, 0, 4],
      [0, 0, 0, 0],
    ];
    for (const compute of ['float32', 'float64', 'int32'] as const) {
      pair.expectSame((d) => {
        const out = d.put(
          compute,
          numbers(210).map((v) => Math.floor(v * 9)),
        );
        const a = d.put(
          'float64',
          numbers(210, 2).map((v) => Math.floor(v * 9)),
        );
        const b = d.put(
          'int32',
          numbers(30, 3).map((v) => Math.floor(v * 9)),
        );
        const first = d.elementwise(
          'add',
          compute,
          sizes,
          { cells: out, strides: strides[0]! },
          { cells: a, strides: strides[1]! },
          { cells: b, strides: strides[2]! },
        );
        const second = d.elementwise(
          'mul',
          compute,
          sizes,
          { cells: out, strides: strides[0]! },
          { cells: out, strides: strides[0]! },
          3,
        );
        const third = d.elementwise(
          'sub',
          compute,
          sizes,
          { cells: out, strides: strides[0]! },
          { cells: out, strides: strides[0]! },
          { cells: b, offset: 3, strides: strides[3]! },
        );
        return { code: first || second || third, out };
      });
    }
    expect(device.elementwise('exp', 'int32', [1], { cells: device.room('int32', 1), strides: [1] }, 1)).toBe(
      status.unknownKernel,
    );
  });

  it('every length has the same bits as a longer one', () => {
    const x = numbers(67).map((v) => v * 3);
    for (const [name, row] of Object.entries<ElementwiseRow>(elementwise)) {
      if (row.inputs.length !== 1 || row.options !== undefined) continue;
      for (const dtype of floatTypes) {
        const all = device.room(dtype, 67);
        const given = device.put(dtype, x);
        device.elementwise(name as 'exp', dtype, [67], { cells: all, strides: [1] }, { cells: given, strides: [1] });
        for (const n of [1, 2, 3, 5, 19]) {
          const some = device.room(dtype, n);
          device.elementwise(name as 'exp', dtype, [n], { cells: some, strides: [1] }, { cells: given, strides: [1] });
          expect(device.read(some), `${name} ${n}`).toEqual(device.read(all).slice(0, n));
        }
      }
    }
  });

  it('random numbers have the bits of the reference', () => {
    for (const dtype of Object.keys(dtypes) as DType[]) {
      for (const kind of randomKinds) {
        for (const [n, counter] of [
          [1, 0],
          [3, 2 ** 32 - 1],
          [7, 5],
          [300, 2 ** 32 - 20],
          [1027, 2 ** 40],
        ] as const) {
          const [a, b] =
            kind === 'bernoulli'
              ? [0.3, 0]
              : dtypes[dtype].category === 2
                ? [-3.3, 2.7]
                : [2, dtype === 'bool' ? 2 : 250];
          const results = pair.both((d) => {
            const y = d.put(dtype, new Array<number>(n).fill(0));
            const cell = d.put('float64', [123456789012, counter, 0, 0]);
            const code = d.run([opcode.random, 0, y.code, randomKinds.indexOf(kind), n, y.address, cell.address, a, b]);
            return { code, y: code === 0 ? d.read(y) : null, cell: code === 0 ? d.read(cell) : null };
          });
          expect(results[0], `${kind} ${dtype} ${n}`).toEqual(results[1]);
        }
      }
    }
    // uniform stays below its end, whatever the rounding
    for (const [a, b] of [
      [1, 1 + 2 ** -22],
      [-1, 0],
      [-(2 ** -149), 0],
    ] as const) {
      pair.expectSame((d) => {
        const y = d.room('float32', 5000);
        return {
          code: d.run([opcode.random, 0, 0, 0, 5000, y.address, d.put('float64', [1, 0, 0, 0]).address, a, b]),
          out: y,
        };
      });
    }
  });

  it('gather and scatter', () => {
    const sizes = [4, 6, 5];
    const index = numbers(120, 9).map((v) => Math.floor((v + 1) * 3.5));
    for (const how of ['gather', ...scatterModes] as const) {
      const name = how === 'gather' ? 'gather' : 'scatter';
      const mode = how === 'gather' ? [] : [scatterModes.indexOf(how)];
      for (const dtype of Object.keys(dtypes) as DType[]) {
        for (const indexDtype of ['int32', 'uint8', 'float32'] as const) {
          for (const strides of [
            [
              [35, 5, 1],
              [30, 5, 1],
              [30, 5, 1],
            ],
            [
              [35, 5, 1],
              [30, 5, 1],
              [6, 1, 0],
            ],
            [
              [1, 4, 28],
              [5, 20, 1],
              [0, 1, 4],
            ],
          ] as const) {
            const [indexed, plain, indices] = strides;
            pair.expectSame((d) => {
              const small = d.put(
                dtype,
                numbers(140, 4).map((v) => Math.abs(Math.floor(v * 5))),
              );
              const x =
                name === 'gather'
                  ? small
                  : d.put(
                      dtype,
                      numbers(120, 5).map((v) => Math.abs(Math.floor(v * 5))),
                    );
              const out = name === 'gather' ? d.put(dtype, new Array<number>(120).fill(0)) : small;
              const [xStrides, yStrides] = name === 'gather' ? [indexed, plain] : [plain, indexed];
              const code = d.run([
                opcode[name],
                0,
                out.code,
                x.address,
                out.address,
                d.put(indexDtype, index).address,
                dtypes[indexDtype].code,
                1,
                7,
                3,
                ...mode,
                ...sizes,
                ...xStrides,
                ...yStrides,
                ...indices,
              ]);
              return { code, out };
            });
          }
        }
      }
      for (const bad of [-1, 7]) {
        pair.expectSame((d) => {
          const out = d.put('float32', [1, 2, 3]);
          return {
            code: d.run([
              opcode[name],
              0,
              0,
              d.put('float32', [1, 2, 3, 4, 5, 6, 7]).address,
              out.address,
              d.put('int32', [0, bad, 1]).address,
              2,
              0,
              7,
              1,
              ...mode,
              3,
              1,
              1,
              1,
            ]),
            out,
          };
        });
      }
    }
  });

  it('softmax and its gradient', () => {
    for (const dtype of floatTypes) {
      for (const cols of [1, 2, 3, 7, 16, 1000]) {
        for (const log of [0, 1]) {
          const x = numbers(5 * cols, cols).map((v, i) => (i % 11 === 3 ? -Infinity : v * 30));
          pair.expectSame((d) => {
            const out = d.room(dtype, 5 * cols);
            return {
              code: d.run([opcode.softmax, 0, out.code, log, 5, cols, d.put(dtype, x).address, out.address]),
              out,
            };
          }, dtype);
          pair.expectSame((d) => {
            const out = d.room(dtype, 5 * cols);
            const [g, y] = [d.put(dtype, numbers(5 * cols, 3)), d.put(dtype, numbers(5 * cols, 4))];
            return {
              code: d.run([opcode.softmaxBackward, 0, out.code, log, 5, cols, g.address, y.address, out.address]),
              out,
            };
          }, dtype);
        }
      }
    }
  });

  it('optimizer steps, with absent state and odd sizes', () => {
    const hyper: Record<keyof typeof optimizers, number[][]> = {
      sgd: [
        [0.1, 0.9, 0.1, 0.01, 1, 0],
        [0.1, 0, 0, 0, 0, 1],
      ],
      adagrad: [[0.1, 0.01, 0.02, 1e-10, 0]],
      rmsprop: [
        [0.01, 0.9, 1e-8, 0.1, 0.9, 1, 0],
        [0.01, 0.9, 1e-8, 0, 0, 0, 1],
      ],
      adam: [
        [0.01, 0.9, 0.999, 1e-8, 0.1, 1, 0, 1],
        [0.01, 0.9, 0.999, 1e-8, 0.1, 0, 1, 0],
      ],
      nadam: [
        [0.01, 0.9, 0.999, 1e-8, 0.1, 1, 0, 0.05],
        [0.01, 0.9, 0.999, 1e-8, 0.1, 0, 1, 0.004],
      ],
      radam: [
        [0.01, 0.9, 0.999, 1e-8, 0.1, 1, 0],
        [0.01, 0.9, 0.6, 1e-8, 0.1, 0, 1],
      ],
      sparseAdam: [[0.01, 0.9, 0.999, 1e-8, 0, 1, 0]],
      adamax: [[0.01, 0.9, 0.999, 1e-8, 0.1, 1]],
      adadelta: [[0.5, 0.9, 1e-6, 0.1, 0]],
      rprop: [[0.5, 1.2, 1e-3, 2, 1]],
      asgd: [[0.01, 0.1, 0.75, 2, 0.1, 0]],
      lion: [[0.01, 0.9, 0.99, 0.1, 1]],
    };
    for (const name of Object.keys(hyper) as (keyof typeof optimizers)[]) {
      const states = optimizers[name].state.length;
      for (const dtype of floatTypes) {
        for (const values of hyper[name]) {
          // two parameters, the second without its last state
          const results = pair.both((d): TypedArray[] => {
            const cell = d.put('float64', values);
            const all: Cells[] = [];
            const { cells = {} }: OptimizerRow = optimizers[name];
            const words = [3, 1030].flatMap((n, i) => {
              const step = d.put('float32', [i * 3, ...Object.keys(cells).flatMap(() => [0.5, 0.25])]);
              const operands = Array.from({ length: states + 2 }, (_, k) =>
                d.put(
                  dtype,
                  numbers(n, 10 * i + k).map((v) => (k < 2 ? v : Math.abs(v))),
                ),
              );
              const absent = i === 1 && ['sgd', 'rmsprop', 'adam'].includes(name) ? operands.length - 1 : -1;
              all.push(step, ...operands);
              return [n, step.address, ...operands.map((o, k) => (k === absent ? 0 : o.address))];
            });
            expect(d.run([opcode[name], 0, dtypes[dtype].code, 2, cell.address, ...words])).toBe(0);
            return all.map((c) => d.read(c));
          });
          results[0].forEach((got, i) =>
            assertClose(got, results[1][i]!, got instanceof Float32Array ? 'float32' : 'float64', {
              rtol: 2e-6,
              atol: 1e-6,
            }),
          );
        }
      }
    }
    expect(device.run([opcode.sgd, 0, 2, 0, 0])).toBe(status.unknownKernel);
  });

  it('runs several records at once and stops at one that is unknown', () => {
    const x = device.put('float32', [1, 2, 3]);
    const record = (op: number): number[] => [op, 0, 0, 1, 3, 0, x.address, 1, 0, x.address, 1, 0, x.address, 1];
    expect(device.run(record(opcode.add), record(opcode.mul))).toBe(status.ok);
    expect(device.read(x)).toEqual(Float32Array.of(4, 16, 36));
    expect(device.run(record(opcode.add), record(999), record(opcode.add))).toBe(status.unknownKernel);
    expect(device.read(x)).toEqual(Float32Array.of(8, 32, 72));
  });
});
