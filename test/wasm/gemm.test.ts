/** Matrix products against the reference. */
import { describe, expect, it } from 'vitest';
import { status } from '../../src/backend/backend.ts';
import * as opcode from '../../src/kernels/opcodes.generated.ts';
import { builds } from '../support/backends.ts';
import type { Cells } from './device.ts';
import { floatTypes, numbers, Pair } from './pair.ts';

/** The record of C = A · B; `strides` are A's and B's by row and column, then C's by row; `batch` is ndim and what follows it. */
function gemm(
  [m, n, k]: readonly [number, number, number],
  [aRow, aCol, bRow, bCol, cRow]: readonly [number, number, number, number, number],
  [a, b, c]: readonly [Cells, Cells, Cells],
  { bias = 0, batch = [0] }: { bias?: number; batch?: readonly number[] } = {},
): number[] {
  const operands = [a.address, aRow, aCol, b.address, bRow, bCol, c.address, cRow];
  return [opcode.gemm, 0, c.code, m, n, k, ...operands, bias, ...batch];
}

describe.each(builds)('wasm %s', (build) => {
  const pair = new Pair(build);
  const { device } = pair;

  it('products of every shape and layout', () => {
    const dims = [1, 2, 3, 4, 5, 8, 9, 17, 64, 67];
    let seed = 1;
    for (const dtype of floatTypes) {
      for (const m of dims) {
        for (const n of dims) {
          for (const k of [0, 1, 3, 16, 65, 300]) {
            if (seed++ % 3 > 0 && m > 4 && n > 4) continue; // a third of the large ones
            const layouts = [
              [k, 1, n, 1],
              [1, m, n, 1],
              [k, 1, 1, k],
              [1, m, 1, k],
              [2 * k, 2, 3 * n, 3],
              [1, 0, 0, 1], // expanded: the same column, the same row
              [0, 1, 1, 0],
            ] as const;
            const layout = layouts[seed % layouts.length]!;
            pair.expectSame((d) => {
              const a = d.put(dtype, numbers(2 * m * k + 1, seed));
              const b = d.put(dtype, numbers(3 * n * k + 1, seed + 1));
              const bias = d.put(dtype, numbers(n, seed + 2));
              const cRow = n + (seed % 2);
              const out = d.put(dtype, new Array<number>(m * cRow).fill(9));
              const options = { bias: seed % 4 ? bias.address : 0 };
              return { code: d.run(gemm([m, n, k], [...layout, cRow], [a, b, out], options)), out };
            }, dtype);
          }
        }
      }
    }
  });
  it('large products are packed in blocks', () => {
    for (const [dtype, m, n, k] of [
      ['float32', 150, 1100, 530],
      ['float32', 300, 37, 1025],
      ['float64', 131, 260, 300],
      ['float32', 6, 2100, 600],
      ['float32', 13, 1101, 271],
      ['float64', 3, 2101, 131],
      ['float32', 1, 300, 5000],
      ['float64', 200, 1, 3000],
    ] as const) {
      const second = m === 13 ? [n, 1] : [1, k]; // A transposed, then B too
      for (const [aRow, aCol, bRow, bCol] of [
        [k, 1, n, 1],
        [1, m, ...second],
      ]) {
        pair.expectSame((d) => {
          const a = d.put(dtype, numbers(m * k, 3));
          const b = d.put(dtype, numbers(n * k, 4));
          const bias = d.put(dtype, numbers(n, 5));
          const out = d.room(dtype, m * n);
          return {
            code: d.run(gemm([m, n, k], [aRow!, aCol!, bRow!, bCol!, n], [a, b, out], { bias: bias.address })),
            out,
          };
        }, dtype);
      }
    }
  });
  it('batches of products, broadcast and transposed', () => {
    pair.expectSame((d) => {
      const a = d.put('float32', numbers(3 * 7 * 9));
      const b = d.put('float32', numbers(2 * 9 * 5, 2));
      const out = d.room('float32', 2 * 3 * 7 * 5);
      const batch = [2, ...[2, 3], ...[0, 63], ...[45, 0], ...[105, 35]];
      return { code: d.run(gemm([7, 5, 9], [9, 1, 1, 9, 5], [a, b, out], { batch })), out };
    }, 'float32');
    expect(device.run([opcode.gemm, 0, 2, 1, 1, 1, 64, 1, 1, 64, 1, 1, 64, 1, 0, 0])).toBe(status.unknownKernel);
  });
});
