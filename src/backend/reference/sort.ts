/** The order of every row of a contiguous matrix. */
import { dtypes } from '../../dtype.ts';
import { word } from '../../kernels/records.generated.ts';
import { status } from '../backend.ts';
import type { Memory } from './memory.ts';

/** NaN is above everything, −0 the same as 0. */
function compare(a: number | bigint, b: number | bigint): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) || a < b ? -1 : 1;
}

export function sort(record: Float64Array, memory: Memory): number {
  const at = word.sort;
  const [dtype, rows, cols] = [record[at.dtype]!, record[at.rows]!, record[at.cols]!];
  const sign = record[at.descending] !== 0 ? -1 : 1;
  const x = memory.row(record[at.x]!, dtype, rows * cols);
  const index = memory.row(record[at.index]!, dtypes.int32.code, rows * cols);
  for (let r = 0; r < rows; r++) {
    const row = (dtype === dtypes.int64.code ? x.big : x.data).subarray(x.start + r * cols, x.start + (r + 1) * cols);
    const order = Int32Array.from({ length: cols }, (_, i) => i);
    order.sort((i, j) => sign * compare(row[i]!, row[j]!)); // stable, by the language
    index.data.set(order, index.start + r * cols);
  }
  return status.ok;
}
