/** Moving channels into space and back, and windows as columns: `nn.functional`. */
import { show, ShapeError } from '../errors.ts';
import { scope } from '../memory.ts';
import { tensor } from '../ops/create.ts';
import { addAt, alongDim, indexSelect } from '../ops/indexing.ts';
import { pad } from '../ops/pad.ts';
import { copied } from '../ops/rearrange.ts';
import { narrow, permute, reshape } from '../ops/shape.ts';
import { known, requireWhole } from '../options.ts';
import type { Shape } from '../shape.ts';
import { sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { type PerDim, perDim, windowCounts } from './spatial.ts';

function requireImages(op: string, x: Tensor): void {
  if (x.ndim < 3) throw new ShapeError(`${op}: the input must be [..., C, H, W], got ${show(x.shape)}.`);
}
/**
 * [..., C · r², H, W] as [..., C, H · r, W · r]. Shi et al. 2016, https://arxiv.org/abs/1609.05158
 * @throws ShapeError unless the channels are a multiple of r²; ValueError
 */
export function pixelShuffle(x: Tensor, upscaleFactor: number): Tensor {
  requireImages('pixelShuffle', x);
  requireWhole('pixelShuffle', 'upscaleFactor', upscaleFactor);
  const r = upscaleFactor;
  const [lead, [c, h, w]] = [x.shape.slice(0, -3), x.shape.slice(-3) as [number, number, number]];
  if (c % (r * r) !== 0)
    throw new ShapeError(
      `pixelShuffle: the ${c} channels of ${show(x.shape)} are no multiple of ${r * r}, upscaleFactor squared.`,
    );
  const n = lead.length;
  const order = [...lead.keys(), n, n + 3, n + 1, n + 4, n + 2];
  return scope(() => {
    const apart = permute(reshape(x, [...lead, c / (r * r), r, r, h, w]), order);
    return copied(x, reshape(apart, [...lead, c / (r * r), h * r, w * r]));
  });
}

/**
 * [..., C, H · r, W · r] as [..., C · r², H, W]: the inverse of pixelShuffle.
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.pixel_unshuffle.html
 * @throws ShapeError unless height and width are multiples of r; ValueError
 */
export function pixelUnshuffle(x: Tensor, downscaleFactor: number): Tensor {
  requireImages('pixelUnshuffle', x);
  requireWhole('pixelUnshuffle', 'downscaleFactor', downscaleFactor);
  const r = downscaleFactor;
  const [lead, [c, h, w]] = [x.shape.slice(0, -3), x.shape.slice(-3) as [number, number, number]];
  if (h % r !== 0 || w % r !== 0)
    throw new ShapeError(`pixelUnshuffle: height and width of ${show(x.shape)} are no multiples of ${r}.`);
  const n = lead.length;
  const order = [...lead.keys(), n, n + 2, n + 4, n + 1, n + 3];
  return scope(() => {
    const apart = permute(reshape(x, [...lead, c, h / r, r, w / r, r]), order);
    return copied(x, reshape(apart, [...lead, c * r * r, h / r, w / r]));
  });
}

/**
 * Channels of each group spread over all groups: [N, C, ...]. Zhang et al. 2017, https://arxiv.org/abs/1707.01083
 * @throws ShapeError unless there are channels, in groups of one size; ValueError
 */
export function channelShuffle(x: Tensor, groups: number): Tensor {
  requireWhole('channelShuffle', 'groups', groups);
  const channels = x.shape[1] ?? 0;
  if (x.ndim < 3 || channels % groups !== 0)
    throw new ShapeError(`channelShuffle: ${show(x.shape)} must be [N, C, ...] with C a multiple of ${groups}.`);
  const rest = x.shape.slice(2);
  return scope(() => {
    const apart = reshape(x, [x.shape[0]!, groups, channels / groups, ...rest]);
    return copied(x, reshape(permute(apart, [0, 2, 1, ...rest.map((_, i) => i + 3)]), x.shape));
  });
}

export interface UnfoldOptions {
  /** Default: 1. */
  dilation?: PerDim;
  /** Zeros around the input. Default: 0. */
  padding?: PerDim;
  /** Default: 1. */
  stride?: PerDim;
}

interface Blocks {
  kernel: number[];
  padding: number[];
  /** How many windows there are in each dim. */
  counts: number[];
  /** Where position k of window w lies in each padded dim: at k · counts + w. */
  at: Int32Array[];
}

function blocksOf(op: string, size: Shape, kernelSize: PerDim, options: UnfoldOptions): Blocks {
  known(op, options, ['dilation', 'padding', 'stride']);
  const kernel = perDim(op, 'kernelSize', kernelSize, 2, 1);
  const dilation = perDim(op, 'dilation', options.dilation ?? 1, 2, 1);
  const padding = perDim(op, 'padding', options.padding ?? 0, 2, 0);
  const stride = perDim(op, 'stride', options.stride ?? 1, 2, 1);
  const counts = windowCounts(size, kernel, stride, padding, dilation);
  if (counts.some((n) => n < 1))
    throw new ShapeError(
      `${op}: windows of ${show(kernel)} with dilation ${show(dilation)} are larger than ${show(size)} with padding ${show(padding)}.`,
    );
  const at = counts.map((count, d) =>
    Int32Array.from(
      { length: kernel[d]! * count },
      (_, i) => Math.floor(i / count) * dilation[d]! + (i % count) * stride[d]!,
    ),
  );
  return { kernel, padding, counts, at };
}

/**
 * The windows of [N, C, H, W] or [C, H, W] as columns: [N, C · kernel, windows].
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.unfold.html @throws ShapeError, ValueError
 */
export function unfold(x: Tensor, kernelSize: PerDim, options: UnfoldOptions = {}): Tensor {
  if (x.ndim === 3) return scope(() => reshape1(unfold(reshape(x, [1, ...x.shape]), kernelSize, options)));
  if (x.ndim !== 4) throw new ShapeError(`unfold: the input must be [N, C, H, W] or [C, H, W], got ${show(x.shape)}.`);
  const { kernel, padding, counts, at } = blocksOf('unfold', x.shape.slice(2), kernelSize, options);
  const [n, c] = x.shape as [number, number];
  return scope(() => {
    const framed = pad(x, [padding[1]!, padding[1]!, padding[0]!, padding[0]!]);
    const picked = indexSelect(indexSelect(framed, 2, tensor(at[0]!)), 3, tensor(at[1]!));
    const apart = reshape(picked, [n, c, kernel[0]!, counts[0]!, kernel[1]!, counts[1]!]);
    return reshape(permute(apart, [0, 1, 2, 4, 3, 5]), [n, c * sizeOf(kernel), sizeOf(counts)]);
  });
}
const reshape1 = (x: Tensor): Tensor => reshape(x, x.shape.slice(1));

/**
 * Columns added where unfold would take them from: [N, C · kernel, windows] or without N to [N, C, ...outputSize].
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.fold.html @throws ShapeError, ValueError
 */
export function fold(x: Tensor, outputSize: PerDim, kernelSize: PerDim, options: UnfoldOptions = {}): Tensor {
  if (x.ndim === 2) return scope(() => reshape1(fold(reshape(x, [1, ...x.shape]), outputSize, kernelSize, options)));
  const size = perDim('fold', 'outputSize', outputSize, 2, 1);
  const { kernel, padding, counts, at } = blocksOf('fold', size, kernelSize, options);
  const elements = sizeOf(kernel);
  if (x.ndim !== 3 || x.shape[1]! % elements !== 0 || x.shape[2] !== sizeOf(counts))
    throw new ShapeError(
      `fold: the input must be [N, C · ${elements}, ${sizeOf(counts)}] for kernels of ${show(kernel)} over ${show(size)}, got ${show(x.shape)}.`,
    );
  const [n, c] = [x.shape[0]!, x.shape[1]! / elements];
  return scope(() => {
    const apart = reshape(x, [n, c, kernel[0]!, kernel[1]!, counts[0]!, counts[1]!]);
    const rows = reshape(permute(apart, [0, 1, 2, 4, 3, 5]), [n, c, at[0]!.length, at[1]!.length]);
    const [high, wide] = size.map((s, d) => s + 2 * padding[d]!) as [number, number];
    const spread = addAt(rows, [n, c, at[0]!.length, wide], 3, alongDim(tensor(at[1]!), rows.shape, 3));
    const whole = addAt(spread, [n, c, high, wide], 2, alongDim(tensor(at[0]!), spread.shape, 2));
    return copied(whole, narrow(narrow(whole, 2, padding[0]!, size[0]!), 3, padding[1]!, size[1]!));
  });
}
