/** Composite ops whose gradient is written by hand: nothing but their inputs and their result is kept for backward. */
import { noGrad, record, recording, type Thunk } from '../graph.ts';
import { giveToGraph, scope } from '../memory.ts';
import type { Tensor } from '../tensor.ts';

/**
 * Runs `compute` without recording, and records its result as one op.
 * @param compute returns a tensor with storage of its own
 * @param gradients from the gradient of the result and the result to one thunk per input, in differentiable ops
 * @param saved what they read; all inputs and the result unless told
 */
export function derived<T extends Tensor>(
  name: string,
  inputs: readonly Tensor[],
  compute: () => T,
  gradients: (g: Tensor, out: T) => readonly (Thunk | null)[],
  saved?: readonly Tensor[],
): T {
  const recorded = recording(inputs);
  return scope(() => {
    const out = noGrad(compute);
    out.base = null; // what it may be a view of is nobody else's
    if (!recorded) return out;
    if (out.storage.owner === 'library') giveToGraph(out.storage);
    return record(name, out, inputs, saved ?? [...inputs, out], (g) => gradients(g, out));
  });
}
