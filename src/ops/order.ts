/** The sort kernel. */
import { status } from '../backend/backend.ts';
import { BackendError } from '../errors.ts';
import { sortRecord } from '../kernels/records.generated.ts';
import type { Tensor } from '../tensor.ts';
import { contiguous } from './create.ts';
import { empty_ } from './elementwise.ts';
import { requirePositions } from './reduceDims.ts';
import { transpose } from './shape.ts';
import { widened } from './widened.ts';

/** Where the elements of x along dim d come from when they are in order: int32, of x's shape. Equal ones stay in theirs, NaN is above all. */
export function order(op: string, x: Tensor, d: number, descending: boolean): Tensor<'int32'> {
  requirePositions(op, x.shape[d]!);
  const last = x.ndim - 1;
  const rows = contiguous(transpose(x.detach(), d, last));
  const index = empty_(rows.shape, 'int32', false);
  if (index.length > 0) {
    const cols = x.shape[d]!;
    widened(index, [rows], (to, [from]) => {
      const key = Math.max(4, from.info.bytes);
      const work = empty_([(2 * key + 4) * to.length], 'uint8', false);
      const code = sortRecord(op, from.info.code, Number(descending), to.length / cols, cols, from, to, work);
      if (code !== status.ok) throw new BackendError(`${op}: no kernel for ${x.dtype} (status ${code}).`);
    });
  }
  return transpose(index, d, last);
}
