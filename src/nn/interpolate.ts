/** Images of another size: `nn.functional.interpolate`, one dim after the other. */
import { floatTypes, requireDType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { tensor } from '../ops/create.ts';
import { add, mul } from '../ops/elementwise.generated.ts';
import { indexSelect } from '../ops/indexing.ts';
import { clone } from '../ops/create.ts';
import { known } from '../options.ts';
import type { Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { adaptiveAvgPool1d, adaptiveAvgPool2d, adaptiveAvgPool3d } from './pooling.ts';
import { cubicWeights } from './sampling.ts';

export type InterpolateMode = 'nearest' | 'nearest-exact' | 'linear' | 'bilinear' | 'bicubic' | 'trilinear' | 'area';
export interface InterpolateOptions {
  /** The new spatial sizes, or one for all. Give this or scaleFactor. */
  size?: number | Shape | null;
  /** By how much the spatial sizes grow, or one number for all. */
  scaleFactor?: number | readonly number[] | null;
  /** Default: 'nearest'. 'linear' is for one spatial dim, 'bilinear' and 'bicubic' for two, 'trilinear' for three. */
  mode?: InterpolateMode;
  /** Whether the corners of input and output lie on each other, for the linear ones and 'bicubic'. Default: false. */
  alignCorners?: boolean;
  /** Computes the scale anew from the sizes, which scaleFactor gives rounded. Default: false. */
  recomputeScaleFactor?: boolean;
}

/** For each output position of a dim: which inputs it takes, and how much of each. */
interface Taps {
  at: Int32Array[];
  weights: Float64Array[] | null;
}

/** What an index of the output is times this, plus the offset, in the input. */
interface Dim {
  from: number;
  to: number;
  scale: number;
  alignCorners: boolean;
}

function nearest({ from, to, scale }: Dim, offset: number, round: (x: number) => number): Taps {
  const at = Int32Array.from({ length: to }, (_, i) =>
    Math.min(Math.floor(round((i + offset) * round(scale))), from - 1),
  );
  return { at: [at], weights: null };
}

/** Where the middle of output i lies in the input. */
const place = ({ from, to, scale, alignCorners }: Dim, i: number): number =>
  alignCorners ? (to > 1 ? (i * (from - 1)) / (to - 1) : 0) : (i + 0.5) * scale - 0.5;

/** Taps `first` … around the place of each output, those beyond the ends being the ends. */
function weighted(dim: Dim, first: number, places: (i: number) => number, weights: (t: number) => number[]): Taps {
  const count = weights(0).length;
  const at = Array.from({ length: count }, () => new Int32Array(dim.to));
  const parts = Array.from({ length: count }, () => new Float64Array(dim.to));
  for (let i = 0; i < dim.to; i++) {
    const x = places(i);
    const own = weights(x - Math.floor(x));
    for (let k = 0; k < count; k++) {
      at[k]![i] = Math.min(Math.max(Math.floor(x) + first + k, 0), dim.from - 1);
      parts[k]![i] = own[k]!;
    }
  }
  return { at, weights: parts };
}

const spatialDims: Readonly<Record<InterpolateMode, readonly number[]>> = {
  nearest: [1, 2, 3],
  'nearest-exact': [1, 2, 3],
  linear: [1],
  bilinear: [2],
  bicubic: [2],
  trilinear: [3],
  area: [1, 2, 3],
};

function tapsOf(mode: InterpolateMode, dim: Dim, round: (x: number) => number): Taps {
  if (mode === 'nearest') return nearest(dim, 0, round);
  if (mode === 'nearest-exact') return nearest(dim, 0.5, round);
  if (mode === 'bicubic') return weighted(dim, -1, (i) => place(dim, i), cubicWeights);
  return weighted(
    dim,
    0,
    (i) => Math.max(place(dim, i), 0),
    (t) => [1 - t, t],
  );
}

/** One dim of x by taps. */
function resample(x: Tensor, d: number, { at, weights }: Taps): Tensor {
  const parts = at.map((list, k) => {
    const picked = indexSelect(x, d, tensor(list));
    if (!weights) return picked;
    const shape = x.shape.slice(d).map((_, i) => (i === 0 ? list.length : 1));
    return mul(picked, tensor(weights[k]!, { dtype: x.dtype, shape }));
  });
  return parts.reduce((sum, part) => add(sum, part));
}

/**
 * x [N, C, …] with other spatial sizes, one to three of them. https://pytorch.org/docs/stable/generated/torch.nn.functional.interpolate.html
 * @throws ShapeError for other dims; ValueError for options that do not fit the mode or each other; DTypeError unless x is float
 */
export function interpolate(x: Tensor, options: InterpolateOptions = {}): Tensor {
  const names = ['size', 'scaleFactor', 'mode', 'alignCorners', 'recomputeScaleFactor'];
  const {
    size = null,
    scaleFactor = null,
    mode = 'nearest',
    alignCorners = false,
  } = known('interpolate', options, names);
  requireDType('interpolate', 'the input', x, floatTypes);
  const n = x.ndim - 2;
  if (!Object.hasOwn(spatialDims, mode))
    throw new ValueError(
      `interpolate: mode must be one of ${Object.keys(spatialDims).join(', ')}, got '${String(mode)}'.`,
    );
  if (!spatialDims[mode].includes(n))
    throw new ShapeError(
      `interpolate: '${mode}' is for ${spatialDims[mode].join(', ')} spatial dims after [N, C], got ${show(x.shape)}.`,
    );
  if (alignCorners && (mode.startsWith('nearest') || mode === 'area'))
    throw new ValueError(`interpolate: alignCorners is for the linear modes and 'bicubic', not for '${mode}'.`);
  const inSize = x.shape.slice(2);
  if (inSize.includes(0)) throw new ShapeError(`interpolate: input ${show(x.shape)} has no positions.`);
  const { outSize, scales } = sizes(inSize, size, scaleFactor, options.recomputeScaleFactor ?? false);
  if (mode === 'area') return [adaptiveAvgPool1d, adaptiveAvgPool2d, adaptiveAvgPool3d][n - 1]!(x, outSize);
  const round = x.dtype === 'float32' ? Math.fround : (v: number): number => v;
  return scope(() => {
    const y = inSize.reduce((part, from, d) => {
      const dim = { from, to: outSize[d]!, scale: scales[d]!, alignCorners };
      return from === dim.to && dim.scale === 1 ? part : resample(part, d + 2, tapsOf(mode, dim, round));
    }, x);
    return y === x ? clone(x) : y;
  });
}

function sizes(
  inSize: Shape,
  size: number | Shape | null,
  scaleFactor: number | readonly number[] | null,
  recompute: boolean,
): { outSize: number[]; scales: number[] } {
  if ((size === null) === (scaleFactor === null))
    throw new ValueError('interpolate: give either size or scaleFactor, and not both.');
  const given = (size ?? scaleFactor)!;
  const list = typeof given === 'number' ? inSize.map(() => given) : [...given];
  const outSize = size === null ? inSize.map((s, d) => Math.floor(s * list[d]!)) : list;
  if (list.length !== inSize.length || outSize.some((s) => !Number.isInteger(s) || s < 1))
    throw new ValueError(
      `interpolate: ${size === null ? 'scaleFactor' : 'size'} ${show(list)} does not give ${inSize.length} sizes ≥ 1 for ${show(inSize)}.`,
    );
  const ratio = size !== null || recompute;
  return { outSize, scales: inSize.map((s, d) => (ratio ? s / outSize[d]! : 1 / list[d]!)) };
}
