/** Layers that pad, shuffle, unfold and resize, each made from its function. */
import { show, ShapeError, ValueError } from '../errors.ts';
import { pad, type PadMode } from '../ops/pad.ts';
import type { Tensor } from '../tensor.ts';
import { interpolate, type InterpolateOptions } from './interpolate.ts';
import { channelShuffle, fold, pixelShuffle, pixelUnshuffle, unfold } from './shuffle.ts';
import type { PerDim } from './spatial.ts';
import { stateless } from './stateless.ts';

/** Pads n dims by one number, or by [before, after] of the last dim, then of the one before it, and so on. */
function framed(name: string, n: number, mode: PadMode, x: Tensor, padding: PerDim, value = 0): Tensor {
  const sides = typeof padding === 'number' ? new Array<number>(2 * n).fill(padding) : padding;
  if (sides.length !== 2 * n)
    throw new ValueError(`${name}: padding must be a number, or ${2 * n} of them, got ${show(sides)}.`);
  if (mode !== 'constant' && x.ndim !== n + 1 && x.ndim !== n + 2)
    throw new ShapeError(`${name}: the input needs ${n + 1} or ${n + 2} dims, got ${show(x.shape)}.`);
  return pad(x, sides, { mode, value });
}
const constant =
  (n: number) =>
  (x: Tensor, padding: PerDim, value: number): Tensor =>
    framed(`ConstantPad${n}d`, n, 'constant', x, padding, value);
const zero =
  (n: number) =>
  (x: Tensor, padding: PerDim): Tensor =>
    framed(`ZeroPad${n}d`, n, 'constant', x, padding);
const reflection =
  (n: number) =>
  (x: Tensor, padding: PerDim): Tensor =>
    framed(`ReflectionPad${n}d`, n, 'reflect', x, padding);
const replication =
  (n: number) =>
  (x: Tensor, padding: PerDim): Tensor =>
    framed(`ReplicationPad${n}d`, n, 'replicate', x, padding);
const circular =
  (n: number) =>
  (x: Tensor, padding: PerDim): Tensor =>
    framed(`CircularPad${n}d`, n, 'circular', x, padding);

// What they take: one number for all sides, or two for each dim, the last dim first. https://pytorch.org/docs/stable/nn.html#padding-layers
/** One value around the last dim. @throws ValueError, ShapeError in forward */
export class ConstantPad1d extends stateless(/* @__PURE__ */ constant(1)) {}
/** One value around the last two dims. */
export class ConstantPad2d extends stateless(/* @__PURE__ */ constant(2)) {}
/** One value around the last three dims. */
export class ConstantPad3d extends stateless(/* @__PURE__ */ constant(3)) {}
/** Zeros around the last dim. */
export class ZeroPad1d extends stateless(/* @__PURE__ */ zero(1)) {}
/** Zeros around the last two dims. */
export class ZeroPad2d extends stateless(/* @__PURE__ */ zero(2)) {}
/** Zeros around the last three dims. */
export class ZeroPad3d extends stateless(/* @__PURE__ */ zero(3)) {}
/** The mirror image, without the edge, around [N, C, L] or [C, L]. @throws ShapeError, ValueError in forward */
export class ReflectionPad1d extends stateless(/* @__PURE__ */ reflection(1)) {}
/** The mirror image, without the edge, around [N, C, H, W] or [C, H, W]. */
export class ReflectionPad2d extends stateless(/* @__PURE__ */ reflection(2)) {}
/** The mirror image, without the edge, around [N, C, D, H, W] or [C, D, H, W]. */
export class ReflectionPad3d extends stateless(/* @__PURE__ */ reflection(3)) {}
/** The edge around [N, C, L] or [C, L]. */
export class ReplicationPad1d extends stateless(/* @__PURE__ */ replication(1)) {}
/** The edge around [N, C, H, W] or [C, H, W]. */
export class ReplicationPad2d extends stateless(/* @__PURE__ */ replication(2)) {}
/** The edge around [N, C, D, H, W] or [C, D, H, W]. */
export class ReplicationPad3d extends stateless(/* @__PURE__ */ replication(3)) {}
/** The other side around [N, C, L] or [C, L]. */
export class CircularPad1d extends stateless(/* @__PURE__ */ circular(1)) {}
/** The other side around [N, C, H, W] or [C, H, W]. */
export class CircularPad2d extends stateless(/* @__PURE__ */ circular(2)) {}
/** The other side around [N, C, D, H, W] or [C, D, H, W]. */
export class CircularPad3d extends stateless(/* @__PURE__ */ circular(3)) {}

/** Channels as pixels. See functional.pixelShuffle. */
export class PixelShuffle extends stateless(pixelShuffle) {}
/** Pixels as channels. See functional.pixelUnshuffle. */
export class PixelUnshuffle extends stateless(pixelUnshuffle) {}
/** Channels of each group spread over all. See functional.channelShuffle. */
export class ChannelShuffle extends stateless(channelShuffle) {}
/** Windows as columns. See functional.unfold. */
export class Unfold extends stateless(unfold) {}
/** Columns added where Unfold takes them from. See functional.fold. */
export class Fold extends stateless(fold) {}

/** Another size. See functional.interpolate. */
export class Upsample extends stateless((x: Tensor, options: InterpolateOptions) => interpolate(x, options)) {}
type SizeOrScale = Pick<InterpolateOptions, 'size' | 'scaleFactor'>;
/** Another size for images, the nearest pixel. https://pytorch.org/docs/stable/generated/torch.nn.UpsamplingNearest2d.html */
export class UpsamplingNearest2d extends stateless((x: Tensor, options: SizeOrScale) =>
  interpolate(x, { ...options, mode: 'nearest' }),
) {}
/** Another size for images, bilinear with aligned corners. https://pytorch.org/docs/stable/generated/torch.nn.UpsamplingBilinear2d.html */
export class UpsamplingBilinear2d extends stateless((x: Tensor, options: SizeOrScale) =>
  interpolate(x, { ...options, mode: 'bilinear', alignCorners: true }),
) {}
