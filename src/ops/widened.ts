/**
 * int8, float16 and bfloat16 have elementwise kernels and those that move elements. Every other kernel runs through here, on int32 and
 * float32 copies of them, and what it writes is rounded back.
 */
import type { DTypeInfo } from '../dtype.ts';
import { scope } from '../memory.ts';
import type { Tensor } from '../tensor.ts';
import { copyInto, empty_ } from './elementwise.ts';

const isNarrow = (x: Tensor | null): boolean => x !== null && x.info.wide !== x.dtype;

/** x, or a copy of it in the nearest dtype that has all kernels. */
export function widen<T extends Tensor | null>(x: T): T;
export function widen(x: Tensor | null): Tensor | null {
  if (x === null || !isNarrow(x)) return x;
  const wide = empty_(x.shape, x.info.wide, false);
  copyInto(wide, x);
  return wide;
}

/**
 * Runs a kernel that writes `out` from `inputs`; it is given what to write to and to read instead of them.
 * @param updates whether it reads `out` too @param wide the dtype to write in, where that of `out` has no such kernel
 */
export function widened<const T extends readonly (Tensor | null)[]>(
  out: Tensor,
  inputs: T,
  kernel: (out: Tensor, inputs: T) => void,
  { updates = false, wide = out.info.wide }: { updates?: boolean; wide?: DTypeInfo['wide'] } = {},
): void {
  if (out.dtype === wide && !inputs.some(isNarrow)) return kernel(out, inputs);
  scope(() => {
    const to = out.dtype === wide ? out : empty_(out.shape, wide, false);
    if (updates && to !== out) copyInto(to, out);
    kernel(to, inputs.map(widen) as unknown as T);
    if (to !== out) copyInto(out, to);
  });
}
