/** Images sampled at any places: `nn.functional.gridSample` and `affineGrid`. */
import { requireSameFloat } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { cast, tensor } from '../ops/create.ts';
import {
  abs,
  add,
  clamp,
  div,
  eq,
  floor,
  fmod,
  ge,
  le,
  lt,
  logicalAnd,
  mul,
  remainder,
  round,
  sub,
  where,
} from '../ops/elementwise.generated.ts';
import { gather } from '../ops/indexing.ts';
import { matmul } from '../ops/matmul.ts';
import { expand, reshape, select, transpose } from '../ops/shape.ts';
import { known } from '../options.ts';
import { type Shape, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';

/** The weights of four neighbours at t between the second and the third: cubic convolution with a = −0.75. Keys 1981. */
export function cubicWeights(t: number): number[] {
  const a = -0.75;
  const near = (x: number): number => ((a + 2) * x - (a + 3)) * x * x + 1;
  const far = (x: number): number => ((a * x - 5 * a) * x + 8 * a) * x - 4 * a;
  return [far(t + 1), near(t), near(1 - t), far(2 - t)];
}
/** The same of a tensor. */
function cubicTensors(t: Tensor): Tensor[] {
  const a = -0.75;
  const near = (x: Tensor): Tensor =>
    x
      .mul(a + 2)
      .sub(a + 3)
      .mul(x)
      .mul(x)
      .add(1);
  const far = (x: Tensor): Tensor =>
    x
      .mul(a)
      .sub(5 * a)
      .mul(x)
      .add(8 * a)
      .mul(x)
      .sub(4 * a);
  return [far(add(t, 1)), near(t), near(sub(1, t)), far(sub(2, t))];
}

export type GridSampleMode = 'bilinear' | 'nearest' | 'bicubic';
export type GridPaddingMode = 'zeros' | 'border' | 'reflection';
export interface GridSampleOptions {
  /** Default: 'bilinear', which is trilinear for volumes. 'bicubic' is for images only; 'nearest' gives the grid a gradient of 0. */
  mode?: GridSampleMode;
  /** What lies outside: zeros, the edge, or the mirror image. Default: 'zeros'. */
  paddingMode?: GridPaddingMode;
  /** Whether −1 and 1 are the middles of the outermost pixels, and not their outer edges. Default: false. */
  alignCorners?: boolean;
}

/** Mirrors places until they lie between the first and the last pixel, or their outer edges. */
function reflected(at: Tensor, size: number, alignCorners: boolean): Tensor {
  const [low, span] = alignCorners ? [0, size - 1] : [-0.5, size];
  if (span === 0) return mul(at, 0);
  const away = abs(sub(at, low));
  const extra = fmod(away, span);
  const even = noGrad(() => eq(remainder(floor(div(away, span)), 2), 0));
  return add(where(even, extra, sub(span, extra)), low);
}
/** Places inside of the image, where the padding mode says that they are moved there. */
function inside(at: Tensor, size: number, mode: GridPaddingMode, alignCorners: boolean): Tensor {
  if (mode === 'zeros') return at;
  return clamp(mode === 'reflection' ? reflected(at, size, alignCorners) : at, 0, size - 1);
}

/** One tap of a dim: whole places, and weights, null for 1. */
interface Tap {
  at: Tensor;
  weight: Tensor | null;
}

function tapsOf(
  at: Tensor,
  size: number,
  mode: GridSampleMode,
  padding: GridPaddingMode,
  alignCorners: boolean,
): Tap[] {
  if (mode === 'bicubic') {
    const low = noGrad(() => floor(at));
    return cubicTensors(sub(at, low)).map((weight, k) => ({
      at: noGrad(() => inside(add(low, k - 1), size, padding, alignCorners)),
      weight,
    }));
  }
  const moved = inside(at, size, padding, alignCorners);
  if (mode === 'nearest') {
    // The weight is 1 whatever the place: that gives the grid its gradient, 0.
    const weight = moved.requiresGrad ? where(lt(moved, moved), moved, 1) : null;
    return [{ at: noGrad(() => round(moved)), weight }];
  }
  const low = noGrad(() => floor(moved));
  const far = sub(moved, low);
  return [
    { at: low, weight: sub(1, far) },
    { at: noGrad(() => add(low, 1)), weight: far },
  ];
}

/**
 * x [N, C, H, W] at the places of grid [N, h, w, 2], (x, y) from −1 to 1: [N, C, h, w]. Volumes: [N, C, D, H, W], [N, d, h, w, 3].
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.grid_sample.html
 * @throws ShapeError when shapes do not fit; ValueError for a mode; DTypeError unless both are one float dtype
 */
export function gridSample(x: Tensor, grid: Tensor, options: GridSampleOptions = {}): Tensor {
  const names = ['mode', 'paddingMode', 'alignCorners'];
  const { mode = 'bilinear', paddingMode = 'zeros', alignCorners = false } = known('gridSample', options, names);
  requireSameFloat('gridSample', x, grid);
  const n = x.ndim - 2;
  if ((n !== 2 && n !== 3) || grid.ndim !== x.ndim || grid.shape[0] !== x.shape[0] || grid.shape[n + 1] !== n)
    throw new ShapeError(
      `gridSample: input ${show(x.shape)} and grid ${show(grid.shape)} must be [N, C, H, W] and [N, h, w, 2], or [N, C, D, H, W] and [N, d, h, w, 3].`,
    );
  if (x.shape.slice(2).includes(0)) throw new ShapeError(`gridSample: input ${show(x.shape)} has no positions.`);
  if (!['bilinear', 'nearest', 'bicubic'].includes(mode) || (mode === 'bicubic' && n === 3))
    throw new ValueError(
      `gridSample: mode must be 'bilinear', 'nearest' or, for images, 'bicubic', got '${String(mode)}' for ${show(x.shape)}.`,
    );
  if (!['zeros', 'border', 'reflection'].includes(paddingMode))
    throw new ValueError(
      `gridSample: paddingMode must be 'zeros', 'border' or 'reflection', got '${String(paddingMode)}'.`,
    );
  return scope(() => {
    const [batch, channels, ...size] = x.shape as [number, number, ...number[]];
    const places = grid.shape.slice(1, -1);
    const count = sizeOf(places);
    // The grid counts the last dim first.
    const taps = size.map((s, d) => {
      const g = reshape(select(grid, -1, n - 1 - d), [batch, 1, count]);
      const at = alignCorners ? mul(add(g, 1), (s - 1) / 2) : div(sub(mul(add(g, 1), s), 1), 2);
      return tapsOf(at, s, mode, paddingMode, alignCorners);
    });
    const pixels = reshape(x, [batch, channels, sizeOf(size)]);
    const parts = combinations(taps).map((corner) => corners(pixels, size, corner));
    return reshape(
      parts.reduce((sum, part) => add(sum, part)),
      [batch, channels, ...places],
    );
  });
}

/** One tap of each dim, in every combination. */
const combinations = (taps: readonly Tap[][]): Tap[][] =>
  taps.reduce<Tap[][]>((all, own) => all.flatMap((start) => own.map((tap) => [...start, tap])), [[]]);

/** The pixels at one corner of each place, times its weight; 0 outside of the image. */
function corners(pixels: Tensor, size: Shape, corner: readonly Tap[]): Tensor {
  const [index, there] = noGrad(() => {
    let flat: Tensor | null = null;
    let found: Tensor | null = null;
    corner.forEach(({ at }, d) => {
      const last = size[d]! - 1;
      const own = cast(clamp(at, 0, last), 'int32');
      flat = flat ? add(mul(flat, size[d]!), own) : own;
      const within = logicalAnd(ge(at, 0), le(at, last));
      found = found ? logicalAnd(found, within) : within;
    });
    return [flat!, found!];
  });
  const values = gather(pixels, 2, expand(index, [index.shape[0]!, pixels.shape[1]!, index.shape[2]!]));
  const weights = corner.map((tap) => tap.weight).filter((w) => w !== null);
  const seen = where(there, values, 0);
  return weights.length === 0
    ? seen
    : mul(
        seen,
        weights.reduce((a, b) => mul(a, b)),
      );
}

/**
 * The grid that gridSample takes for affine maps theta [N, 2, 3] (or [N, 3, 4]) of an image of `size` [N, C, H, W] (or [N, C, D, H, W]).
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.affine_grid.html
 * @throws ShapeError when theta does not fit the size
 */
export function affineGrid(theta: Tensor, size: Shape, options: { alignCorners?: boolean } = {}): Tensor {
  const { alignCorners = false } = known('affineGrid', options, ['alignCorners']);
  const n = size.length - 2;
  const fits = (n === 2 || n === 3) && theta.ndim === 3 && theta.shape[0] === size[0];
  if (!fits || theta.shape[1] !== n || theta.shape[2] !== n + 1)
    throw new ShapeError(
      `affineGrid: theta ${show(theta.shape)} does not fit size ${show(size)}: it must be [N, 2, 3] for [N, C, H, W], [N, 3, 4] for [N, C, D, H, W].`,
    );
  const places = size.slice(2);
  const values = new Float64Array(sizeOf(places) * (n + 1)).fill(1);
  for (let i = 0; i < sizeOf(places); i++) {
    for (let d = n - 1, rest = i; d >= 0; d--) {
      const [s, at] = [places[d]!, rest % places[d]!];
      rest = Math.floor(rest / s);
      // The last dim comes first.
      values[i * (n + 1) + n - 1 - d] = alignCorners ? (s > 1 ? (2 * at) / (s - 1) - 1 : 0) : (2 * at + 1) / s - 1;
    }
  }
  return scope(() => {
    const base = tensor(values, { dtype: theta.dtype, shape: [sizeOf(places), n + 1] });
    return reshape(matmul(base, transpose(theta, 1, 2)), [size[0]!, ...places, n]);
  });
}
