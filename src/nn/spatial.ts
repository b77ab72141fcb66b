/** What convolutions and pools share: options given as one number or one for each spatial dim, and inputs without a batch. */
import { show, ShapeError, ValueError } from '../errors.ts';
import { reshape } from '../ops/shape.ts';
import type { Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';

/** One number for all spatial dims, or one for each. */
export type PerDim = number | readonly number[];

/** @throws ValueError unless there are `n` whole numbers ≥ least */
export function perDim(op: string, name: string, value: PerDim, n: number, least: number): number[] {
  const list = Array.isArray(value) ? [...(value as readonly number[])] : new Array<number>(n).fill(value as number);
  if (list.length !== n || list.some((v) => !Number.isInteger(v) || v < least)) {
    throw new ValueError(`${op}: ${name} must be a whole number ≥ ${least}, or ${n} of them, got ${show(value)}.`);
  }
  return list;
}

/** The names of an input's dims, for errors: `[N, C, H, W]`. */
const dimNames = (n: number): string => ['N', 'C', 'D', 'H', 'W'].filter((_, i) => i < 2 || i >= 5 - n).join(', ');

/**
 * Runs fn on x with a batch: what comes without one gets one of 1, which the result loses again.
 * @throws ShapeError unless x has n spatial dims, channels, and maybe a batch
 */
export function batched(op: string, x: Tensor, n: number, fn: (x: Tensor) => Tensor): Tensor {
  if (x.ndim === n + 2) return fn(x);
  if (x.ndim !== n + 1) {
    const names = dimNames(n);
    throw new ShapeError(
      `${op}: the input must be [${names}] or [${names.slice(3)}], got ${show(x.shape)}. Reshape it or add a dim with unsqueeze.`,
    );
  }
  const y = fn(reshape(x, [1, ...x.shape]));
  return reshape(y, y.shape.slice(1));
}

/** The sizes of what windows of a kernel give; with `ceil` the last one may leave the input, but not begin beyond it. */
export function windowCounts(
  inSize: Shape,
  kernel: Shape,
  stride: Shape,
  padding: Shape,
  dilation: Shape,
  ceil = false,
): number[] {
  return inSize.map((size, d) => {
    const [s, p] = [stride[d]!, padding[d]!];
    const steps = (size + 2 * p - dilation[d]! * (kernel[d]! - 1) - 1) / s;
    const count = (ceil ? Math.ceil(steps) : Math.floor(steps)) + 1;
    return ceil && (count - 1) * s >= size + p ? count - 1 : count;
  });
}
