/** The sort kernel. */
import { status } from '../backend/backend.ts';
import { dtypes } from '../dtype.ts';
import { BackendError } from '../errors.ts';
import { sortRecord } from '../kernels/records.generated.ts';
import type { Tensor } from '../tensor.ts';
import { contiguous } from './create.ts';
import { empty_ } from './elementwise.ts';
import { requirePositions } from './reduceDims.ts';
import { transpose } from './shape.ts';

/** Where the elements of x along dim d come from when they are in order: int32, of x's shape. Equal ones stay in theirs, NaN is above all. */
export function order(op: string, x: Tensor, d: number, descending: boolean): Tensor<'int32'> {
  requirePositions(op, x.shape[d]!);
  const last = x.ndim - 1;
  const rows = contiguous(transpose(x.detach(), d, last));
  const index = empty_(rows.shape, 'int32', false);
  if (index.length > 0) {
    const cols = x.shape[d]!;
    const key = Math.max(4, dtypes[x.dtype].array.BYTES_PER_ELEMENT);
    const work = empty_([(2 * key + 4) * index.length], 'uint8', false);
    const code = sortRecord(op, dtypes[x.dtype].code, Number(descending), index.length / cols, cols, rows, index, work);
    if (code !== status.ok) throw new BackendError(`${op}: no kernel for ${x.dtype} (status ${code}).`);
  }
  return transpose(index, d, last);
}
