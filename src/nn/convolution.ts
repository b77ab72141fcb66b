/** Convolutions and transposed convolutions over one to three spatial dims: `nn.functional`. */
import { requireSameFloat } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { type ConvGeometry, convolve, convolveInput } from '../ops/conv.ts';
import { pad } from '../ops/pad.ts';
import { known, requireWhole } from '../options.ts';
import type { Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { batched, type PerDim, perDim, windowCounts } from './spatial.ts';

export interface ConvOptions {
  /** Default: 1. */
  stride?: PerDim;
  /** Zeros around the input; 'same' keeps its size (for a stride of 1), 'valid' is 0. Default: 0. */
  padding?: PerDim | 'same' | 'valid';
  /** Positions from one element of the kernel to the next. Default: 1. */
  dilation?: PerDim;
  /** Groups of channels that do not see each other. Default: 1. */
  groups?: number;
}

export interface ConvTransposeOptions {
  /** Default: 1. */
  stride?: PerDim;
  /** Positions that are left out at each end of the output. Default: 0. */
  padding?: PerDim;
  /** More positions at the far end of the output. Default: 0. */
  outputPadding?: PerDim;
  /** Groups of channels that do not see each other. Default: 1. */
  groups?: number;
  /** Positions from one element of the kernel to the next. Default: 1. */
  dilation?: PerDim;
}

const forwardNames = ['stride', 'padding', 'dilation', 'groups'];
const transposedNames = ['stride', 'padding', 'outputPadding', 'groups', 'dilation'];

/** @throws ValueError, ShapeError, DTypeError */
function check(op: string, n: number, x: Tensor, weight: Tensor, bias: Tensor | null, groups: number): void {
  requireSameFloat(op, x, weight);
  if (bias) requireSameFloat(op, x, bias);
  requireWhole(op, 'groups', groups);
  if (weight.ndim !== n + 2 || weight.length === 0)
    throw new ShapeError(
      `${op}: weight must have ${n + 2} dims, none of them empty (channels, channels of a group, kernel), got ${show(weight.shape)}.`,
    );
  if (weight.shape[0]! % groups !== 0)
    throw new ShapeError(
      `${op}: the ${weight.shape[0]} channels of weight ${show(weight.shape)} do not make ${groups} equal groups.`,
    );
}

function checkChannels(op: string, x: Tensor, weight: Tensor, groups: number, wanted: number): void {
  const n = weight.ndim - 2;
  const channels = x.shape[x.ndim - n - 1];
  if (channels === wanted) return;
  const inGroups = groups === 1 ? '' : ` in ${groups} groups`;
  throw new ShapeError(
    `${op}: input ${show(x.shape)} has ${channels} channels, weight ${show(weight.shape)} takes ${wanted}${inGroups}. Channels come right before the ${n} spatial dims.`,
  );
}

function checkBias(op: string, bias: Tensor | null, channels: number): void {
  if (bias && (bias.ndim !== 1 || bias.shape[0] !== channels))
    throw new ShapeError(`${op}: bias ${show(bias.shape)} must be [${channels}], one for each output channel.`);
}

/** Padding on both sides, and what comes on top at the far end. */
function sides(
  op: string,
  padding: PerDim | 'same' | 'valid',
  kernel: Shape,
  stride: Shape,
  dilation: Shape,
): { padding: number[]; extra: number[] } {
  const none = kernel.map(() => 0);
  if (padding === 'valid') return { padding: none, extra: none };
  if (padding !== 'same') {
    if (typeof padding === 'string')
      throw new ValueError(`${op}: padding must be numbers, 'same' or 'valid', got '${String(padding)}'.`);
    return { padding: perDim(op, 'padding', padding, kernel.length, 0), extra: none };
  }
  if (stride.some((s) => s !== 1))
    throw new ValueError(
      `${op}: padding 'same' needs a stride of 1, got ${show(stride)}. Give the padding in numbers.`,
    );
  const total = kernel.map((k, d) => dilation[d]! * (k - 1));
  return { padding: total.map((t) => Math.floor(t / 2)), extra: total.map((t) => t % 2) };
}

function convolution(n: 1 | 2 | 3, x: Tensor, weight: Tensor, bias: Tensor | null, options: ConvOptions): Tensor {
  const op = `conv${n}d`;
  const { stride = 1, padding = 0, dilation = 1, groups = 1 } = known(op, options, forwardNames);
  check(op, n, x, weight, bias, groups);
  const kernel = weight.shape.slice(2);
  const steps = perDim(op, 'stride', stride, n, 1);
  const gaps = perDim(op, 'dilation', dilation, n, 1);
  const around = sides(op, padding, kernel, steps, gaps);
  return batched(op, x, n, (input) => {
    checkChannels(op, x, weight, groups, weight.shape[1]! * groups);
    checkBias(op, bias, weight.shape[0]!);
    return scope(() => {
      const whole = around.extra.some((e) => e > 0)
        ? pad(
            input,
            around.extra.toReversed().flatMap((e) => [0, e]),
          )
        : input;
      const inSize = whole.shape.slice(2);
      const outSize = windowCounts(inSize, kernel, steps, around.padding, gaps);
      if (outSize.some((size) => size < 1))
        throw new ShapeError(
          `${op}: a kernel of ${show(kernel)} with dilation ${show(gaps)} is larger than the input ${show(x.shape)} with padding ${show(around.padding)}.`,
        );
      const geometry = { groups, inSize, outSize, kernel, stride: steps, padding: around.padding, dilation: gaps };
      return convolve(op, whole, weight, bias, geometry);
    });
  });
}

/** The geometry of the convolution that a transposed one is the gradient of. */
function transposedGeometry(
  op: string,
  x: Tensor,
  weight: Tensor,
  { stride = 1, padding = 0, outputPadding = 0, groups = 1, dilation = 1 }: ConvTransposeOptions,
): ConvGeometry {
  const n = weight.ndim - 2;
  const kernel = weight.shape.slice(2);
  const steps = perDim(op, 'stride', stride, n, 1);
  const cut = perDim(op, 'padding', padding, n, 0);
  const extra = perDim(op, 'outputPadding', outputPadding, n, 0);
  const gaps = perDim(op, 'dilation', dilation, n, 1);
  if (extra.some((e, d) => e >= steps[d]! && e >= gaps[d]!))
    throw new ValueError(
      `${op}: outputPadding ${show(extra)} must be smaller than the stride ${show(steps)} or the dilation ${show(gaps)}.`,
    );
  const outSize = x.shape.slice(2);
  const inSize = outSize.map(
    (size, d) => (size - 1) * steps[d]! - 2 * cut[d]! + gaps[d]! * (kernel[d]! - 1) + extra[d]! + 1,
  );
  if (inSize.some((size) => size < 1))
    throw new ShapeError(
      `${op}: the output would be ${show(inSize)} for input ${show(x.shape)}. Give less padding than ${show(cut)}.`,
    );
  return { groups, inSize, outSize, kernel, stride: steps, padding: cut, dilation: gaps };
}

function transposed(
  n: 1 | 2 | 3,
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  options: ConvTransposeOptions,
): Tensor {
  const op = `convTranspose${n}d`;
  const { groups = 1 } = known(op, options, transposedNames);
  check(op, n, x, weight, bias, groups);
  return batched(op, x, n, (input) => {
    checkChannels(op, x, weight, groups, weight.shape[0]!);
    checkBias(op, bias, weight.shape[1]! * groups);
    if (input.shape.slice(2).includes(0)) throw new ShapeError(`${op}: input ${show(x.shape)} has no positions.`);
    return convolveInput(op, input, weight, bias, transposedGeometry(op, input, weight, options));
  });
}

/**
 * x ∗ weight + bias: x [N, C, L] or [C, L], weight [out, C / groups, k], bias [out].
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.conv1d.html
 * @throws ShapeError when channels or sizes do not fit; ValueError for an option; DTypeError unless all are one float dtype
 */
export function conv1d(x: Tensor, weight: Tensor, bias: Tensor | null = null, options: ConvOptions = {}): Tensor {
  return convolution(1, x, weight, bias, options);
}
/**
 * x ∗ weight + bias: x [N, C, H, W] or [C, H, W], weight [out, C / groups, kH, kW], bias [out].
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.conv2d.html
 * @throws ShapeError, ValueError, DTypeError as conv1d
 */
export function conv2d(x: Tensor, weight: Tensor, bias: Tensor | null = null, options: ConvOptions = {}): Tensor {
  return convolution(2, x, weight, bias, options);
}
/**
 * x ∗ weight + bias: x [N, C, D, H, W] or [C, D, H, W], weight [out, C / groups, kD, kH, kW], bias [out].
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.conv3d.html
 * @throws ShapeError, ValueError, DTypeError as conv1d
 */
export function conv3d(x: Tensor, weight: Tensor, bias: Tensor | null = null, options: ConvOptions = {}): Tensor {
  return convolution(3, x, weight, bias, options);
}

/**
 * The transpose of conv1d, its gradient by the input: x [N, C, L] or [C, L], weight [C, out / groups, k], bias [out].
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.conv_transpose1d.html
 * @throws ShapeError, ValueError, DTypeError as conv1d
 */
export function convTranspose1d(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  options: ConvTransposeOptions = {},
): Tensor {
  return transposed(1, x, weight, bias, options);
}
/**
 * The transpose of conv2d: x [N, C, H, W] or [C, H, W], weight [C, out / groups, kH, kW], bias [out].
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.conv_transpose2d.html
 * @throws ShapeError, ValueError, DTypeError as conv1d
 */
export function convTranspose2d(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  options: ConvTransposeOptions = {},
): Tensor {
  return transposed(2, x, weight, bias, options);
}
/**
 * The transpose of conv3d: x [N, C, D, H, W] or [C, D, H, W], weight [C, out / groups, kD, kH, kW], bias [out].
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.conv_transpose3d.html
 * @throws ShapeError, ValueError, DTypeError as conv1d
 */
export function convTranspose3d(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  options: ConvTransposeOptions = {},
): Tensor {
  return transposed(3, x, weight, bias, options);
}
