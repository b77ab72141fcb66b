/** Softmax and cross-entropy as one kernel forward and one backward: what nn.functional.crossEntropy is made of. */
import { status } from '../backend/backend.ts';
import { dtypes } from '../dtype.ts';
import { BackendError } from '../errors.ts';
import { gradEnabled, record, recording } from '../graph.ts';
import { crossEntropyBackwardRecord, crossEntropyRecord } from '../kernels/records.generated.ts';
import { scope } from '../memory.ts';
import type { Tensor } from '../tensor.ts';
import { cast, contiguous } from './create.ts';
import { empty_ } from './elementwise.ts';
import { add, mul, sub } from './elementwise.generated.ts';
import { oneHot } from './indexing.ts';
import { unsqueeze } from './shape.ts';
import { softmax } from './softmax.ts';

function check(code: number, x: Tensor): void {
  if (code !== status.ok) throw new BackendError(`crossEntropy: no kernel for ${x.dtype} (status ${code}).`);
}

/**
 * Minus the log-softmax of each row at its target, `smoothing` of it taken from all columns alike: [rows].
 * @param logits [rows, cols], float @param classes int32 [rows], each in 0 … cols − 1, which the caller has checked
 */
export function crossEntropyRows(logits: Tensor, classes: Tensor, smoothing: number): Tensor {
  const { wide } = logits.info;
  if (wide !== logits.dtype) return cast(crossEntropyRows(cast(logits, wide), classes, smoothing), logits.dtype);
  return scope(() => {
    const [x, target] = [contiguous(logits), contiguous(classes)];
    const [rows, cols] = x.shape as [number, number];
    const recorded = recording([x]);
    const loss = empty_([rows], x.dtype, recorded);
    const stats = empty_([rows, 2], x.dtype, false);
    const { code } = dtypes[x.dtype];
    if (loss.length > 0)
      check(crossEntropyRecord('crossEntropy', code, rows, cols, smoothing, x, target, loss, stats), x);
    if (!recorded) return loss;
    const backward = (given: Tensor): Tensor => {
      const g = contiguous(given);
      const dx = empty_(x.shape, x.dtype, false);
      if (dx.length > 0)
        check(crossEntropyBackwardRecord('crossEntropy', code, rows, cols, smoothing, g, x, target, stats, dx), x);
      return dx;
    };
    return record('crossEntropy', loss, [x], [x, target, stats], (g) => [
      () => (gradEnabled() ? composed(g, x, target, smoothing) : backward(g)),
    ]);
  });
}

/** The same gradient as differentiable ops. */
function composed(g: Tensor, x: Tensor, target: Tensor, smoothing: number): Tensor {
  const cols = x.shape[1]!;
  const wanted = add(mul(cast(oneHot(target, cols), x.dtype), 1 - smoothing), smoothing / cols);
  return mul(unsqueeze(g, 1), sub(softmax(x, 1), wanted));
}
