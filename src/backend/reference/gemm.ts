/** Matrix products, batched, of any strides. */
import { dtypes } from '../../dtype.ts';
import { word } from '../../kernels/records.generated.ts';
import { status } from '../backend.ts';
import type { Memory } from './memory.ts';
import { isFloatCode, load, walk } from './strided.ts';

export function gemm(record: Float64Array, memory: Memory): number {
  const at = word.gemm;
  const [dtype, m, n, k] = [record[at.dtype]!, record[at.m]!, record[at.n]!, record[at.k]!];
  if (!isFloatCode(dtype)) return status.unknownKernel;
  const [aRow, aCol, bRow, bCol, cRow] = [
    record[at.aRow]!,
    record[at.aCol]!,
    record[at.bRow]!,
    record[at.bCol]!,
    record[at.cRow]!,
  ];
  const ndim = record[at.ndim]!;
  const list = (i: number): Float64Array => record.subarray(at.dims + i * ndim, at.dims + (i + 1) * ndim);
  const sizes = list(0);
  const [aStrides, bStrides, cStrides] = [list(1), list(2), list(3)];
  const a = memory.view(record[at.a]!, dtype, [...sizes, m, k], [...aStrides, aRow, aCol]);
  const b = memory.view(record[at.b]!, dtype, [...sizes, k, n], [...bStrides, bRow, bCol]);
  const c = memory.view(record[at.c]!, dtype, [...sizes, m, n], [...cStrides, cRow, 1]);
  const bias = record[at.bias] === 0 ? null : memory.row(record[at.bias]!, dtype, n);

  // Rows are copied out, so that the loop that counts runs over plain float64 arrays side by side.
  const left = new Float64Array(k);
  const right = new Float64Array(k * n);
  const row = new Float64Array(n);
  const { float64 } = dtypes;
  walk(sizes, [aStrides, bStrides, cStrides], ([aOffset, bOffset, cOffset]) => {
    for (let p = 0; p < k; p++) {
      load(b, b.start + bOffset! + p * bRow, bCol, n, float64.code, right.subarray(p * n, (p + 1) * n));
    }
    for (let i = 0; i < m; i++) {
      load(a, a.start + aOffset! + i * aRow, aCol, k, float64.code, left);
      multiply(left, right, row);
      const to = c.start + cOffset! + i * cRow;
      for (let j = 0; j < n; j++) c.data[to + j] = row[j]! + (bias === null ? 0 : bias.data[bias.start + j]!);
    }
  });
  return status.ok;
}

/** row[j] = Σ left[p] · right[p][j]. */
function multiply(left: Float64Array, right: Float64Array, row: Float64Array): void {
  row.fill(0);
  for (let p = 0, at = 0; p < left.length; p++) {
    const factor = left[p]!;
    for (let j = 0; j < row.length; j++) row[j]! += factor * right[at++]!;
  }
}
