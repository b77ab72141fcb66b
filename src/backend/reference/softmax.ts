/** softmax and logSoftmax of rows, and their gradients. */
import { word } from '../../kernels/records.generated.ts';
import { status } from '../backend.ts';
import type { Memory } from './memory.ts';
import { isFloatCode } from './strided.ts';

/** y = e^(x − max) / Σ e^(x − max), or its logarithm. https://pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html */
export function softmax(record: Float64Array, memory: Memory): number {
  const at = word.softmax;
  const [dtype, log, rows, cols] = [record[at.dtype]!, record[at.log]! !== 0, record[at.rows]!, record[at.cols]!];
  if (!isFloatCode(dtype)) return status.unknownKernel;
  const x = memory.row(record[at.x]!, dtype, rows * cols);
  const y = memory.row(record[at.y]!, dtype, rows * cols);
  for (let row = 0; row < rows; row++) {
    const from = x.start + row * cols;
    const to = y.start + row * cols;
    let most = -Infinity;
    for (let k = 0; k < cols; k++) most = Math.max(most, x.data[from + k]!);
    let sum = 0;
    for (let k = 0; k < cols; k++) sum += Math.exp(x.data[from + k]! - most);
    const logSum = Math.log(sum);
    for (let k = 0; k < cols; k++) {
      const shifted = x.data[from + k]! - most;
      y.data[to + k] = log ? shifted - logSum : Math.exp(shifted) / sum;
    }
  }
  return status.ok;
}

/** dx = y · (g − Σ g·y); for logSoftmax g − e^y · Σ g. */
export function softmaxBackward(record: Float64Array, memory: Memory): number {
  const at = word.softmaxBackward;
  const [dtype, log, rows, cols] = [record[at.dtype]!, record[at.log]! !== 0, record[at.rows]!, record[at.cols]!];
  if (!isFloatCode(dtype)) return status.unknownKernel;
  const g = memory.row(record[at.g]!, dtype, rows * cols);
  const y = memory.row(record[at.y]!, dtype, rows * cols);
  const dx = memory.row(record[at.dx]!, dtype, rows * cols);
  for (let row = 0; row < rows; row++) {
    const [gRow, yRow, dxRow] = [g.start + row * cols, y.start + row * cols, dx.start + row * cols];
    let sum = 0;
    for (let k = 0; k < cols; k++) sum += log ? g.data[gRow + k]! : g.data[gRow + k]! * y.data[yRow + k]!;
    for (let k = 0; k < cols; k++) {
      const [gk, yk] = [g.data[gRow + k]!, y.data[yRow + k]!];
      dx.data[dxRow + k] = log ? gk - Math.exp(yk) * sum : yk * (gk - sum);
    }
  }
  return status.ok;
}
