/**
 * Optimizer steps. The record: opcode, length, dtype, number of parameters, cell of hyperparameters; then for each parameter: n, and
 * the addresses of its step count (and of the numbers it keeps, behind), itself, its gradient and its state.
 */
import { dtypes } from '../../dtype.ts';
import { BackendError } from '../../errors.ts';
import { status } from '../backend.ts';
import { firstOptimizer, optimizerSteps } from './kernels.generated.ts';
import type { Memory, View } from './memory.ts';
import { load, store } from './strided.ts';

const block = 1024;
const { float32, float64 } = dtypes;
/** The columns: p, g, then the state. */
const gradient = 1;

export function optimizer(record: Float64Array, memory: Memory): number {
  const { hyper, state, cells, advance, run } = optimizerSteps[record[0]! - firstOptimizer]!;
  const dtype = record[2]!;
  const count = record[3]!;
  if (dtype !== float32.code && dtype !== float64.code) return status.unknownKernel;
  const words = state + 4;
  if (record.length !== 5 + count * words) {
    throw new BackendError(
      `reference: optimizer record ${record[0]} has ${record.length} words for ${count} parameters, not ${5 + count * words}.`,
    );
  }
  const cell = new Float64Array(hyper);
  const hyperparameters = memory.row(record[4]!, float64.code, hyper);
  load(hyperparameters, hyperparameters.start, 1, hyper, float64.code, cell);

  const columns = Array.from({ length: state + 2 }, () => new Float64Array(block));
  for (let at = 5; at < record.length; at += words) {
    const n = record[at]!;
    const { data, start } = memory.row(record[at + 1]!, float32.code, 1 + 2 * cells);
    const counter = (data as Float32Array).subarray(start, start + 1 + 2 * cells);
    advance(cell, counter);
    const operands: (View | null)[] = [];
    for (let i = 0; i < state + 2; i++) {
      const address = record[at + 2 + i]!;
      // Only state may be absent.
      operands.push(i > gradient && address === 0 ? null : memory.row(address, dtype, n));
    }
    for (let begin = 0; begin < n; begin += block) {
      const size = Math.min(block, n - begin);
      operands.forEach((view, i) => {
        if (view === null) columns[i]!.fill(0);
        else load(view, view.start + begin, 1, size, float64.code, columns[i]!);
      });
      run(size, columns, cell, counter);
      operands.forEach((view, i) => {
        if (view !== null && i !== gradient) store(view, view.start + begin, 1, size, columns[i]!);
      });
    }
  }
  return status.ok;
}
