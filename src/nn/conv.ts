/** Convolution layers. */
import { known, requireWhole } from '../options.ts';
import type { DType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { empty } from '../ops/create.ts';
import { pad } from '../ops/pad.ts';
import type { Generator } from '../random.ts';
import type { Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import * as F from './convolution.ts';
import { calculateFans, kaimingUniform_, uniform_ } from './init.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';
import { type PerDim, perDim } from './spatial.ts';

/** What stands around the input: zeros, its mirror image without the edge, its edge, or its other side. */
export type PaddingMode = 'zeros' | 'reflect' | 'replicate' | 'circular';

export interface ConvLayerOptions extends F.ConvOptions {
  /** Default: true. */
  bias?: boolean;
  /** Default: 'zeros'. */
  paddingMode?: PaddingMode;
  /** Default: 'float32'. */
  dtype?: DType;
  /** Where the starting values come from. */
  generator?: Generator;
}
export interface ConvTransposeLayerOptions extends F.ConvTransposeOptions {
  /** Default: true. */
  bias?: boolean;
  /** Default: 'float32'. */
  dtype?: DType;
  /** Where the starting values come from. */
  generator?: Generator;
}

/** The options that all of the layers have. */
const names = ['stride', 'padding', 'dilation', 'groups', 'bias', 'dtype', 'generator'];

/** What the layers share: their sizes, a weight, a bias, and how these start. */
abstract class Convolution extends Module {
  /** 0 until the first forward where the layer is lazy. */
  inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
  weight: Parameter;
  bias: Parameter | null;

  protected constructor(
    name: string,
    n: number,
    transposed: boolean,
    inChannels: number,
    outChannels: number,
    kernelSize: PerDim,
    { stride = 1, dilation = 1, groups = 1, bias = true, dtype = 'float32', generator }: ConvTransposeLayerOptions,
  ) {
    super();
    for (const [key, value] of Object.entries({ inChannels, outChannels, groups })) {
      requireWhole(name, key, value);
    }
    if (inChannels % groups !== 0 || outChannels % groups !== 0)
      throw new ValueError(
        `${name}: inChannels (${inChannels}) and outChannels (${outChannels}) must be multiples of groups (${groups}).`,
      );
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.kernelSize = perDim(name, 'kernelSize', kernelSize, n, 1);
    this.stride = perDim(name, 'stride', stride, n, 1);
    this.dilation = perDim(name, 'dilation', dilation, n, 1);
    this.groups = groups;
    const channels = transposed ? [inChannels, outChannels / groups] : [outChannels, inChannels / groups];
    this.weight = new Parameter(empty([...channels, ...this.kernelSize], { dtype }));
    this.bias = bias ? new Parameter(empty([outChannels], { dtype })) : null;
    this.resetParameters(generator);
  }

  /** Draws new starting values: kaimingUniform_ with a = √5, which is ±1/√fanIn, the bias alike. */
  resetParameters(generator?: Generator): void {
    kaimingUniform_(this.weight, { a: Math.sqrt(5), generator });
    if (!this.bias) return;
    const bound = 1 / Math.sqrt(calculateFans('resetParameters', this.weight).fanIn);
    uniform_(this.bias, { a: -bound, b: bound, generator });
  }
}

const functions = [F.conv1d, F.conv2d, F.conv3d] as const;
const transposedFunctions = [F.convTranspose1d, F.convTranspose2d, F.convTranspose3d] as const;
const modes: readonly PaddingMode[] = ['zeros', 'reflect', 'replicate', 'circular'];

class Forward extends Convolution {
  readonly padding: readonly number[] | 'same' | 'valid';
  readonly paddingMode: PaddingMode;
  private readonly dims: 1 | 2 | 3;

  constructor(
    name: string,
    n: 1 | 2 | 3,
    inChannels: number,
    outChannels: number,
    kernelSize: PerDim,
    given: ConvLayerOptions,
  ) {
    const { padding = 0, paddingMode = 'zeros', ...options } = known(name, given, [...names, 'paddingMode']);
    super(name, n, false, inChannels, outChannels, kernelSize, options);
    if (!modes.includes(paddingMode))
      throw new ValueError(`${name}: paddingMode must be one of ${modes.join(', ')}, got '${String(paddingMode)}'.`);
    this.dims = n;
    this.padding = typeof padding === 'string' ? padding : perDim(name, 'padding', padding, n, 0);
    this.paddingMode = paddingMode;
  }

  /** @throws ShapeError, DTypeError as the function of the same name */
  forward(x: Tensor): Tensor {
    const { stride, dilation, groups, padding, weight, bias } = this;
    const convolve = functions[this.dims - 1]!;
    if (this.paddingMode === 'zeros') return convolve(x, weight, bias, { stride, padding, dilation, groups });
    return convolve(pad(x, this.sides(), { mode: this.paddingMode }), weight, bias, { stride, dilation, groups });
  }

  override multiplyAdds(output: Tensor): number {
    return (output.length * this.weight.length) / this.outChannels;
  }

  /** What pad takes: [before, after] of the last dim, then of the one before it. */
  private sides(): number[] {
    const { padding, kernelSize, dilation } = this;
    const sides = kernelSize.map((k, d): number[] => {
      if (padding === 'valid') return [0, 0];
      if (padding !== 'same') return [padding[d]!, padding[d]!];
      const total = dilation[d]! * (k - 1);
      return [Math.floor(total / 2), Math.ceil(total / 2)];
    });
    return sides.reverse().flat();
  }
}

class Transposed extends Convolution {
  readonly padding: readonly number[];
  readonly outputPadding: readonly number[];
  private readonly op: string;

  constructor(
    name: string,
    n: 1 | 2 | 3,
    inChannels: number,
    outChannels: number,
    kernelSize: PerDim,
    given: ConvTransposeLayerOptions,
  ) {
    const { padding = 0, outputPadding = 0, ...options } = known(name, given, [...names, 'outputPadding']);
    super(name, n, true, inChannels, outChannels, kernelSize, options);
    this.op = name;
    this.padding = perDim(name, 'padding', padding, n, 0);
    this.outputPadding = perDim(name, 'outputPadding', outputPadding, n, 0);
  }

  /**
   * @param options.outputSize the spatial sizes of the result, of which a stride leaves several possible; outputPadding's unless given
   * @throws ShapeError, DTypeError as the function of the same name
   */
  forward(x: Tensor, options: { outputSize?: Shape } = {}): Tensor {
    const { outputSize } = known(`${this.op}.forward`, options, ['outputSize']);
    const { stride, dilation, groups, padding, weight, bias } = this;
    const outputPadding = outputSize ? this.paddingFor(x, outputSize) : this.outputPadding;
    const n = this.kernelSize.length;
    return transposedFunctions[n - 1]!(x, weight, bias, { stride, padding, outputPadding, dilation, groups });
  }

  override multiplyAdds(_output: Tensor, [x]: readonly [Tensor]): number {
    return (x.length * this.weight.length) / this.inChannels;
  }

  private paddingFor(x: Tensor, outputSize: Shape): number[] {
    const n = this.kernelSize.length;
    const least = this.kernelSize.map(
      (k, d) =>
        (x.shape[x.ndim - n + d]! - 1) * this.stride[d]! - 2 * this.padding[d]! + this.dilation[d]! * (k - 1) + 1,
    );
    const sizes = outputSize.slice(-n);
    const most = least.map((size, d) => size + this.stride[d]! - 1);
    if (sizes.length !== n || sizes.some((size, d) => size < least[d]! || size > most[d]!))
      throw new ShapeError(
        `${this.op}: outputSize ${show(outputSize)} is out of reach for input ${show(x.shape)}: it must lie between ${show(least)} and ${show(most)}.`,
      );
    return sizes.map((size, d) => size - least[d]!);
  }
}

/**
 * A convolution over [N, C, L] or [C, L]; weight [out, C / groups, k] and bias [out] start uniform in ±1/√fanIn.
 * https://pytorch.org/docs/stable/generated/torch.nn.Conv1d.html @throws ValueError
 */
export class Conv1d extends Forward {
  constructor(inChannels: number, outChannels: number, kernelSize: PerDim, options: ConvLayerOptions = {}) {
    super('Conv1d', 1, inChannels, outChannels, kernelSize, options);
  }
}
/**
 * A convolution over [N, C, H, W] or [C, H, W]; weight [out, C / groups, kH, kW] and bias [out] start uniform in ±1/√fanIn.
 * https://pytorch.org/docs/stable/generated/torch.nn.Conv2d.html @throws ValueError
 */
export class Conv2d extends Forward {
  constructor(inChannels: number, outChannels: number, kernelSize: PerDim, options: ConvLayerOptions = {}) {
    super('Conv2d', 2, inChannels, outChannels, kernelSize, options);
  }
}
/**
 * A convolution over [N, C, D, H, W] or [C, D, H, W]; weight [out, C / groups, kD, kH, kW] and bias [out] start uniform in ±1/√fanIn.
 * https://pytorch.org/docs/stable/generated/torch.nn.Conv3d.html @throws ValueError
 */
export class Conv3d extends Forward {
  constructor(inChannels: number, outChannels: number, kernelSize: PerDim, options: ConvLayerOptions = {}) {
    super('Conv3d', 3, inChannels, outChannels, kernelSize, options);
  }
}
/**
 * The transpose of Conv1d: weight [in, out / groups, k], bias [out].
 * https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose1d.html @throws ValueError
 */
export class ConvTranspose1d extends Transposed {
  constructor(inChannels: number, outChannels: number, kernelSize: PerDim, options: ConvTransposeLayerOptions = {}) {
    super('ConvTranspose1d', 1, inChannels, outChannels, kernelSize, options);
  }
}
/**
 * The transpose of Conv2d: weight [in, out / groups, kH, kW], bias [out].
 * https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html @throws ValueError
 */
export class ConvTranspose2d extends Transposed {
  constructor(inChannels: number, outChannels: number, kernelSize: PerDim, options: ConvTransposeLayerOptions = {}) {
    super('ConvTranspose2d', 2, inChannels, outChannels, kernelSize, options);
  }
}
/**
 * The transpose of Conv3d: weight [in, out / groups, kD, kH, kW], bias [out].
 * https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose3d.html @throws ValueError
 */
export class ConvTranspose3d extends Transposed {
  constructor(inChannels: number, outChannels: number, kernelSize: PerDim, options: ConvTransposeLayerOptions = {}) {
    super('ConvTranspose3d', 3, inChannels, outChannels, kernelSize, options);
  }
}
