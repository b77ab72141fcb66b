/**
 * Every elementwise kernel. The record: opcode, length, compute dtype, ndim, sizes; then the output and each input:
 * dtype, address or immediate value, strides.
 */
import { dtypes, immediate } from '../../dtype.ts';
import { BackendError } from '../../errors.ts';
import { status } from '../backend.ts';
import { elementKernels, firstElementwise } from './kernels.generated.ts';
import type { Memory, View } from './memory.ts';
import { convert, type List, load, loadBig, store, storeBig, toBig, walk } from './strided.ts';

/** Elements per round: inputs are converted into columns of this length, and results out of one. */
const block = 1024;
const columns: Float64Array[] = [];
const column = (i: number): Float64Array => (columns[i] ??= new Float64Array(block));
const bigColumns: bigint[][] = [];
const bigs = (i: number): bigint[] => (bigColumns[i] ??= new Array<bigint>(block).fill(0n));

interface Operand {
  /** Null for an immediate, whose column is filled once. */
  view: View | null;
  strides: List;
}

export function elementwise(record: Float64Array, memory: Memory): number {
  const kernel = elementKernels[record[0]! - firstElementwise]!;
  const compute = record[2]!;
  const big = compute === dtypes.int64.code;
  const f = compute === dtypes.int32.code ? kernel.i : kernel.f;
  if ((big ? kernel.b : f) === null) return status.unknownKernel;

  const ndim = record[3]!;
  const sizes = record.subarray(4, 4 + ndim);
  const expected = 4 + ndim + (kernel.in + 1) * (2 + ndim);
  if (ndim < 1 || record.length !== expected) {
    throw new BackendError(
      `reference: elementwise record ${record[0]} has ${record.length} words for ${ndim} dims, not ${expected}.`,
    );
  }
  const operands: Operand[] = [];
  for (let at = 4 + ndim; at < expected; at += 2 + ndim) {
    const strides = record.subarray(at + 2, at + 2 + ndim);
    const isImmediate = record[at] === immediate;
    if (isImmediate && big) bigs(operands.length).fill(toBig(record[at + 1]!));
    else if (isImmediate) column(operands.length).fill(convert(record[at + 1]!, compute));
    operands.push({ view: isImmediate ? null : memory.view(record[at + 1]!, record[at]!, sizes, strides), strides });
  }
  const out = operands[0]!.view;
  if (out === null) throw new BackendError(`reference: elementwise record ${record[0]} writes to an immediate.`);

  const inner = sizes[ndim - 1]!;
  const all = operands.map((o) => o.strides);
  walk(sizes.subarray(0, ndim - 1), all, (offsets) => {
    for (let begin = 0; begin < inner; begin += block) {
      const n = Math.min(block, inner - begin);
      for (let i = 0; i < operands.length; i++) {
        const { view, strides } = operands[i]!;
        const stride = strides[ndim - 1]!;
        if (i === 0 || view === null) continue;
        const at = view.start + offsets[i]! + begin * stride;
        if (big) loadBig(view, at, stride, n, bigs(i));
        else load(view, at, stride, n, compute, column(i));
      }
      const stride = all[0]![ndim - 1]!;
      const at = out.start + offsets[0]! + begin * stride;
      if (big) {
        applyBig(kernel.b!, kernel.in, n);
        storeBig(out, at, stride, n, bigs(0));
      } else {
        apply(f!, kernel.in, n);
        store(out, at, stride, n, column(0));
      }
    }
  });
  return status.ok;
}

/** Column 0 = f(column 1, column 2, …). */
function apply(f: (...x: number[]) => number, inputs: number, n: number): void {
  const [y, a, b, c, d] = [column(0), column(1), column(2), column(3), column(4)];
  if (inputs === 1) for (let k = 0; k < n; k++) y[k] = f(a[k]!);
  else if (inputs === 2) for (let k = 0; k < n; k++) y[k] = f(a[k]!, b[k]!);
  else if (inputs === 3) for (let k = 0; k < n; k++) y[k] = f(a[k]!, b[k]!, c[k]!);
  else if (inputs === 4) for (let k = 0; k < n; k++) y[k] = f(a[k]!, b[k]!, c[k]!, d[k]!);
  else {
    const x = new Array<number>(inputs);
    for (let k = 0; k < n; k++) {
      for (let i = 0; i < inputs; i++) x[i] = column(i + 1)[k]!;
      y[k] = f(...x);
    }
  }
}

/** The same on int64. */
function applyBig(f: (...x: bigint[]) => bigint, inputs: number, n: number): void {
  const y = bigs(0);
  const x = new Array<bigint>(inputs);
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < inputs; i++) x[i] = bigs(i + 1)[k]!;
    y[k] = f(...x);
  }
}
