/** What the ops of linalg share: batches of matrices, read into float64 and written back. */
import { floatTypes, requireDType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { nodeOf, noGrad, record, recording, recordMany, type Thunk } from '../graph.ts';
import { giveToGraph, scope } from '../memory.ts';
import { tensor, zeros } from '../ops/create.ts';
import { transpose } from '../ops/shape.ts';
import type { Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';

/** Rows and columns of the matrices in the last two dims. @throws ShapeError, DTypeError */
export function sizesOf(op: string, x: Tensor): [m: number, n: number] {
  requireDType(op, 'the input', x, floatTypes);
  if (x.ndim < 2) throw new ShapeError(`${op}: needs matrices in the last 2 dims, got ${show(x.shape)}.`);
  return [x.shape[x.ndim - 2]!, x.shape[x.ndim - 1]!];
}
/** @throws ShapeError unless they are square */
export function squareSize(op: string, x: Tensor): number {
  const [m, n] = sizesOf(op, x);
  if (m !== n) throw new ShapeError(`${op}: needs square matrices, got ${show(x.shape)}.`);
  return n;
}

export const batchOf = (x: Tensor): Shape => x.shape.slice(0, -2);
/** The matrices transposed. A view. */
export const mT = (x: Tensor): Tensor => transpose(x, -2, -1);

/** The matrices of x, one after the other. */
export function matricesOf(x: Tensor): Float64Array[] {
  const size = x.shape[x.ndim - 2]! * x.shape[x.ndim - 1]!;
  const all = Float64Array.from(x.toTypedArray());
  const count = batchOf(x).reduce((a, b) => a * b, 1);
  return Array.from({ length: count }, (_, i) => all.subarray(i * size, (i + 1) * size));
}
/** What a computation gave for each matrix, as a tensor of x's dtype. */
export function gathered(parts: readonly (Float64Array | number)[], x: Tensor, shape: Shape): Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const data = new Float64Array(size);
  const each = parts.length === 0 ? 0 : size / parts.length;
  parts.forEach((part, i) => data.set(typeof part === 'number' ? [part] : part, i * each));
  return tensor(data, { dtype: x.dtype, shape });
}

/** @throws ValueError for NaN and infinities, with which iterations do not end */
export function requireFinite(op: string, a: Float64Array): Float64Array {
  if (!a.every(Number.isFinite)) throw new ValueError(`${op}: the input holds NaN or infinities.`);
  return a;
}

/** Runs `compute` without recording, and records its results as one op; `gradients` is given zeros for a result not used. */
export function factored<R extends readonly Tensor[]>(
  name: string,
  x: Tensor,
  compute: () => R,
  gradient: (gs: R, outs: R) => Tensor,
): R {
  const recorded = recording([x]);
  return scope(() => {
    const outs = noGrad(compute);
    if (!recorded) return outs as unknown as Tensor[];
    const thunk = (gs: readonly (Tensor | null)[]): Thunk[] => [
      () => gradient(gs.map((g, i) => g ?? zeros(outs[i]!.shape, { dtype: x.dtype })) as unknown as R, outs),
    ];
    if (outs.length > 1) recordMany(name, outs, [nodeOf(x)], [x, ...outs], thunk);
    else {
      if (outs[0]!.storage.owner === 'library') giveToGraph(outs[0]!.storage);
      record(name, outs[0]!, [x], [x, outs[0]!], (g) => thunk([g]));
    }
    return outs as unknown as Tensor[];
  }) as unknown as R;
}
