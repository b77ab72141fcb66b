/** Cross-entropy of the softmax of rows with a class each, and its gradient. */
import { dtypes } from '../../dtype.ts';
import { word } from '../../kernels/records.generated.ts';
import { status } from '../backend.ts';
import type { Memory } from './memory.ts';
import { isFloatCode } from './strided.ts';

/** log Σ e^(x − max) − (x[target] − max), `smoothing` of it the mean of that for all columns. https://arxiv.org/abs/1512.00567 */
export function crossEntropy(record: Float64Array, memory: Memory): number {
  const at = word.crossEntropy;
  const [dtype, rows, cols, smoothing] = [record[at.dtype]!, record[at.rows]!, record[at.cols]!, record[at.smoothing]!];
  if (!isFloatCode(dtype)) return status.unknownKernel;
  const x = memory.row(record[at.x]!, dtype, rows * cols);
  const target = memory.row(record[at.target]!, dtypes.int32.code, rows);
  const loss = memory.row(record[at.loss]!, dtype, rows);
  const stats = memory.row(record[at.stats]!, dtype, 2 * rows);
  for (let r = 0; r < rows; r++) {
    const row = Array.from({ length: cols }, (_, k) => Number(x.data[x.start + r * cols + k]));
    const most = Math.max(...row);
    const logSum = Math.log(row.reduce((sum, v) => sum + Math.exp(v - most), 0));
    const lossAt = (v: number): number => logSum - (v - most);
    const mean = row.reduce((sum, v) => sum + lossAt(v), 0) / cols;
    const own = lossAt(row[Number(target.data[target.start + r])]!);
    stats.data[stats.start + 2 * r] = most;
    stats.data[stats.start + 2 * r + 1] = logSum;
    loss.data[loss.start + r] = smoothing === 0 ? own : (1 - smoothing) * own + smoothing * mean;
  }
  return status.ok;
}

/** g · (softmax(x) − (1 − smoothing) · [k = target] − smoothing / cols) */
export function crossEntropyBackward(record: Float64Array, memory: Memory): number {
  const at = word.crossEntropyBackward;
  const [dtype, rows, cols, smoothing] = [record[at.dtype]!, record[at.rows]!, record[at.cols]!, record[at.smoothing]!];
  if (!isFloatCode(dtype)) return status.unknownKernel;
  const g = memory.row(record[at.g]!, dtype, rows);
  const x = memory.row(record[at.x]!, dtype, rows * cols);
  const target = memory.row(record[at.target]!, dtypes.int32.code, rows);
  const stats = memory.row(record[at.stats]!, dtype, 2 * rows);
  const dx = memory.row(record[at.dx]!, dtype, rows * cols);
  for (let r = 0; r < rows; r++) {
    const [most, logSum] = [stats.data[stats.start + 2 * r]!, stats.data[stats.start + 2 * r + 1]!];
    const own = Number(target.data[target.start + r]);
    for (let k = 0; k < cols; k++) {
      const wanted = smoothing / cols + (k === own ? 1 - smoothing : 0);
      const p = Math.exp(x.data[x.start + r * cols + k]! - most - logSum);
      dx.data[dx.start + r * cols + k] = g.data[g.start + r]! * (p - wanted);
    }
  }
  return status.ok;
}
