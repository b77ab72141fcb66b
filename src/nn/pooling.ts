/** Pooling over one to three spatial dims: `nn.functional`. */
import { integerTypes, requireDType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { zeros } from '../ops/create.ts';
import { abs, mul, pow, relu, sign } from '../ops/elementwise.generated.ts';
import { avgPool, maxPool, maxPoolValues, type Windows } from '../ops/pool.ts';
import type { ValuesAndIndices } from '../ops/reduce.ts';
import { scatter } from '../ops/scatter.ts';
import { reshape } from '../ops/shape.ts';
import { known } from '../options.ts';
import { sameShape, type Shape, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { batched, type PerDim, perDim, windowCounts } from './spatial.ts';

type Dims = 1 | 2 | 3;

interface WindowOptions {
  /** From one window to the next. Default: the kernel's size. */
  stride?: PerDim | null;
  /** Positions around the input, at most half of the kernel. Default: 0. */
  padding?: PerDim;
  /** Whether the last window may leave the input. Default: false. */
  ceilMode?: boolean;
}
export interface MaxPoolOptions<R extends boolean = boolean> extends WindowOptions {
  /** Positions from one element of a window to the next. Default: 1. */
  dilation?: PerDim;
  /** Gives the indices in the planes, too. Default: false. */
  returnIndices?: R;
}
export interface AvgPool1dOptions extends WindowOptions {
  /** Whether padding counts as zeros. Default: true. */
  countIncludePad?: boolean;
}
export interface AvgPoolOptions extends AvgPool1dOptions {
  /** What sums are divided by, instead of the number of elements. */
  divisorOverride?: number | null;
}
export interface LPPoolOptions {
  /** From one window to the next. Default: the kernel's size. */
  stride?: PerDim | null;
  /** Whether the last window may leave the input. Default: false. */
  ceilMode?: boolean;
}
export interface AdaptiveMaxPoolOptions<R extends boolean = boolean> {
  /** Gives the indices in the planes, too. Default: false. */
  returnIndices?: R;
}
/** What max pooling gives: indices too where they are asked for. */
export type Pooled<R extends boolean> = R extends true ? ValuesAndIndices : Tensor;

function windowsOf(
  op: string,
  n: Dims,
  x: Tensor,
  kernelSize: PerDim,
  { stride = null, padding = 0, ceilMode = false, dilation = 1 }: WindowOptions & { dilation?: PerDim },
): Windows {
  const kernel = perDim(op, 'kernelSize', kernelSize, n, 1);
  const steps = perDim(op, 'stride', stride ?? kernel, n, 1);
  const around = perDim(op, 'padding', padding, n, 0);
  const gaps = perDim(op, 'dilation', dilation, n, 1);
  if (around.some((p, d) => 2 * p > kernel[d]!))
    throw new ValueError(`${op}: padding ${show(around)} must be at most half of the kernel ${show(kernel)}.`);
  const inSize = x.shape.slice(2);
  const outSize = windowCounts(inSize, kernel, steps, around, gaps, ceilMode);
  if (outSize.some((size) => size < 1))
    throw new ShapeError(
      `${op}: windows of ${show(kernel)} with dilation ${show(gaps)} are larger than the input ${show(x.shape)} with padding ${show(around)}.`,
    );
  return { inSize, outSize, kernel, stride: steps, padding: around, dilation: gaps, adaptive: false };
}

/** One size for all dims, or one for each; null keeps that of the input. */
export type OutputSize = number | null | readonly (number | null)[];

function adaptiveWindows(op: string, n: Dims, x: Tensor, outputSize: OutputSize): Windows {
  const wanted = Array.isArray(outputSize)
    ? (outputSize as readonly (number | null)[])
    : new Array<number | null>(n).fill(outputSize as number | null);
  const inSize = x.shape.slice(2);
  const outSize = wanted.map((size, d) => (size === null ? (inSize[d] ?? 0) : size));
  if (outSize.length !== n || outSize.some((size) => !Number.isInteger(size) || size < 0))
    throw new ValueError(`${op}: outputSize must be a whole number ≥ 0, or ${n} of them, got ${show(outSize)}.`);
  if (inSize.includes(0)) throw new ShapeError(`${op}: input ${show(x.shape)} has no positions to pool.`);
  const ones = inSize.map(() => 1);
  const padding = inSize.map(() => 0);
  return { inSize, outSize, kernel: ones, stride: ones, padding, dilation: ones, adaptive: true };
}

/** Max pooling of what may lack a batch. */
function maximum<R extends boolean>(
  op: string,
  n: Dims,
  x: Tensor,
  windows: (x: Tensor) => Windows,
  returnIndices: R,
): Pooled<R> {
  let indices: Tensor | null = null;
  const values = batched(op, x, n, (input) => {
    if (!returnIndices) return maxPoolValues(op, input, windows(input));
    const found = maxPool(op, input, windows(input));
    indices = found.indices;
    return found.values;
  });
  if (!returnIndices) return values as Pooled<R>;
  return { values, indices: reshape(indices!, values.shape) } as Pooled<R>;
}

function maxPoolNd<R extends boolean>(n: Dims, x: Tensor, kernelSize: PerDim, options: MaxPoolOptions<R>): Pooled<R> {
  const op = `maxPool${n}d`;
  known(op, options, ['stride', 'padding', 'ceilMode', 'dilation', 'returnIndices']);
  const found = options.returnIndices ?? false;
  return maximum(op, n, x, (input) => windowsOf(op, n, input, kernelSize, options), found as R);
}

/**
 * The largest element of each window: x [N, C, L] or [C, L]. https://pytorch.org/docs/stable/generated/torch.nn.functional.max_pool1d.html
 * @returns the values, or `{ values, indices }` with returnIndices
 * @throws ShapeError for an input of other dims or smaller than a window; ValueError for an option; DTypeError unless x is float
 */
export function maxPool1d<R extends boolean = false>(
  x: Tensor,
  kernelSize: PerDim,
  options: MaxPoolOptions<R> = {},
): Pooled<R> {
  return maxPoolNd(1, x, kernelSize, options);
}
/** maxPool1d of [N, C, H, W] or [C, H, W]. https://pytorch.org/docs/stable/generated/torch.nn.functional.max_pool2d.html @throws ShapeError, ValueError, DTypeError */
export function maxPool2d<R extends boolean = false>(
  x: Tensor,
  kernelSize: PerDim,
  options: MaxPoolOptions<R> = {},
): Pooled<R> {
  return maxPoolNd(2, x, kernelSize, options);
}
/** maxPool1d of [N, C, D, H, W] or [C, D, H, W]. https://pytorch.org/docs/stable/generated/torch.nn.functional.max_pool3d.html @throws ShapeError, ValueError, DTypeError */
export function maxPool3d<R extends boolean = false>(
  x: Tensor,
  kernelSize: PerDim,
  options: MaxPoolOptions<R> = {},
): Pooled<R> {
  return maxPoolNd(3, x, kernelSize, options);
}

function average(n: Dims, x: Tensor, kernelSize: PerDim, options: AvgPoolOptions): Tensor {
  const op = `avgPool${n}d`;
  known(op, options, ['stride', 'padding', 'ceilMode', 'countIncludePad', ...(n === 1 ? [] : ['divisorOverride'])]);
  const { countIncludePad = true, divisorOverride = null } = options;
  if (divisorOverride !== null && !(Number.isInteger(divisorOverride) && divisorOverride > 0))
    throw new ValueError(`${op}: divisorOverride must be a whole number > 0, got ${divisorOverride}.`);
  const divisor = divisorOverride ?? (countIncludePad ? -1 : 0);
  return batched(op, x, n, (input) => avgPool(op, input, windowsOf(op, n, input, kernelSize, options), divisor));
}

/**
 * The average of each window: x [N, C, L] or [C, L]. https://pytorch.org/docs/stable/generated/torch.nn.functional.avg_pool1d.html
 * @throws ShapeError for an input of other dims or smaller than a window; ValueError for an option; DTypeError unless x is float
 */
export function avgPool1d(x: Tensor, kernelSize: PerDim, options: AvgPool1dOptions = {}): Tensor {
  return average(1, x, kernelSize, options);
}
/** avgPool1d of [N, C, H, W] or [C, H, W]. https://pytorch.org/docs/stable/generated/torch.nn.functional.avg_pool2d.html @throws ShapeError, ValueError, DTypeError */
export function avgPool2d(x: Tensor, kernelSize: PerDim, options: AvgPoolOptions = {}): Tensor {
  return average(2, x, kernelSize, options);
}
/** avgPool1d of [N, C, D, H, W] or [C, D, H, W]. https://pytorch.org/docs/stable/generated/torch.nn.functional.avg_pool3d.html @throws ShapeError, ValueError, DTypeError */
export function avgPool3d(x: Tensor, kernelSize: PerDim, options: AvgPoolOptions = {}): Tensor {
  return average(3, x, kernelSize, options);
}

const adaptiveMax =
  (n: Dims) =>
  <R extends boolean = false>(
    x: Tensor,
    outputSize: OutputSize,
    options: AdaptiveMaxPoolOptions<R> = {},
  ): Pooled<R> => {
    const op = `adaptiveMaxPool${n}d`;
    const found = known(op, options, ['returnIndices']).returnIndices ?? false;
    return maximum(op, n, x, (input) => adaptiveWindows(op, n, input, outputSize), found as R);
  };
const adaptiveAvg =
  (n: Dims) =>
  (x: Tensor, outputSize: OutputSize): Tensor => {
    const op = `adaptiveAvgPool${n}d`;
    return batched(op, x, n, (input) => avgPool(op, input, adaptiveWindows(op, n, input, outputSize), 0));
  };

/** The largest element of each of outputSize windows. https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_max_pool1d.html @throws ShapeError, ValueError, DTypeError */
export const adaptiveMaxPool1d = /* @__PURE__ */ adaptiveMax(1);
/** The largest element of each of outputSize windows. https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_max_pool2d.html @throws ShapeError, ValueError, DTypeError */
export const adaptiveMaxPool2d = /* @__PURE__ */ adaptiveMax(2);
/** The largest element of each of outputSize windows. https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_max_pool3d.html @throws ShapeError, ValueError, DTypeError */
export const adaptiveMaxPool3d = /* @__PURE__ */ adaptiveMax(3);
/** The average of each of outputSize windows. https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_avg_pool1d.html @throws ShapeError, ValueError, DTypeError */
export const adaptiveAvgPool1d = /* @__PURE__ */ adaptiveAvg(1);
/** The average of each of outputSize windows. https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_avg_pool2d.html @throws ShapeError, ValueError, DTypeError */
export const adaptiveAvgPool2d = /* @__PURE__ */ adaptiveAvg(2);
/** The average of each of outputSize windows. https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_avg_pool3d.html @throws ShapeError, ValueError, DTypeError */
export const adaptiveAvgPool3d = /* @__PURE__ */ adaptiveAvg(3);

const powerAverage =
  (n: 1 | 2) =>
  (x: Tensor, normType: number, kernelSize: PerDim, options: LPPoolOptions = {}): Tensor => {
    const op = `lpPool${n}d`;
    const { stride = null, ceilMode = false } = known(op, options, ['stride', 'ceilMode']);
    if (!(normType > 0)) throw new ValueError(`${op}: normType must be > 0, got ${normType}.`);
    const kernel = perDim(op, 'kernelSize', kernelSize, n, 1);
    return batched(op, x, n, (input) =>
      scope(() => {
        const mean = avgPool(op, pow(input, normType), windowsOf(op, n, input, kernel, { stride, ceilMode }), -1);
        return pow(mul(mul(sign(mean), relu(abs(mean))), sizeOf(kernel)), 1 / normType);
      }),
    );
  };
/** The p-norm of each window, p = normType. https://pytorch.org/docs/stable/generated/torch.nn.functional.lp_pool1d.html @throws ShapeError, ValueError, DTypeError */
export const lpPool1d = /* @__PURE__ */ powerAverage(1);
/** The p-norm of each window, p = normType. https://pytorch.org/docs/stable/generated/torch.nn.functional.lp_pool2d.html @throws ShapeError, ValueError, DTypeError */
export const lpPool2d = /* @__PURE__ */ powerAverage(2);

export interface MaxUnpoolOptions {
  /** Of the pooling that is undone. Default: the kernel's size. */
  stride?: PerDim | null;
  /** Of the pooling that is undone. Default: 0. */
  padding?: PerDim;
  /** The spatial sizes of the result, of which a stride leaves several possible. */
  outputSize?: Shape | null;
}

const unpool =
  (n: Dims) =>
  (x: Tensor, indices: Tensor, kernelSize: PerDim, options: MaxUnpoolOptions = {}): Tensor => {
    const op = `maxUnpool${n}d`;
    const { stride = null, padding = 0, outputSize = null } = known(op, options, ['stride', 'padding', 'outputSize']);
    const kernel = perDim(op, 'kernelSize', kernelSize, n, 1);
    const steps = perDim(op, 'stride', stride ?? kernel, n, 1);
    const around = perDim(op, 'padding', padding, n, 0);
    requireDType(op, 'indices', indices, integerTypes);
    if (!sameShape(x.shape, indices.shape))
      throw new ShapeError(`${op}: indices ${show(indices.shape)} must have the shape of the input, ${show(x.shape)}.`);
    return batched(op, x, n, (input) => {
      const natural = input.shape.slice(2).map((size, d) => (size - 1) * steps[d]! - 2 * around[d]! + kernel[d]!);
      const size = outputSize?.slice(-n) ?? natural;
      if (size.length !== n || size.some((s, d) => Math.abs(s - natural[d]!) >= steps[d]!))
        throw new ShapeError(
          `${op}: outputSize ${show(outputSize ?? [])} must differ from ${show(natural)} by less than the stride ${show(steps)}.`,
        );
      return scope(() => {
        const [planes, places] = [input.shape[0]! * input.shape[1]!, sizeOf(input.shape.slice(2))];
        const flat = (t: Tensor): Tensor => reshape(t, [planes, places]);
        const blank = zeros([planes, sizeOf(size)], { dtype: x.dtype });
        return reshape(scatter(blank, 1, flat(indices), flat(input)), [...input.shape.slice(0, 2), ...size]);
      });
    });
  };
/** The inverse of maxPool1d: values at their indices, 0 elsewhere. https://pytorch.org/docs/stable/generated/torch.nn.functional.max_unpool1d.html @throws ShapeError, ValueError, DTypeError, IndexError */
export const maxUnpool1d = /* @__PURE__ */ unpool(1);
/** The inverse of maxPool2d: values at their indices, 0 elsewhere. https://pytorch.org/docs/stable/generated/torch.nn.functional.max_unpool2d.html @throws ShapeError, ValueError, DTypeError, IndexError */
export const maxUnpool2d = /* @__PURE__ */ unpool(2);
/** The inverse of maxPool3d: values at their indices, 0 elsewhere. https://pytorch.org/docs/stable/generated/torch.nn.functional.max_unpool3d.html @throws ShapeError, ValueError, DTypeError, IndexError */
export const maxUnpool3d = /* @__PURE__ */ unpool(3);
