/** Modules without parameters, each made from its function. */
import { requireObject } from '../options.ts';
import {
  celu,
  elu,
  hardsigmoid,
  hardswish,
  hardtanh,
  leakyRelu,
  logSigmoid,
  mish,
  relu,
  selu,
  sigmoid,
  silu,
  softplus,
  softsign,
  tanh,
} from '../ops/elementwise.generated.ts';
import { unflatten } from '../ops/rearrange.ts';
import { flatten } from '../ops/shape.ts';
import { logSoftmax, softmax } from '../ops/softmax.ts';
import type { Shape } from '../shape.ts';
import { ShapeError, show } from '../errors.ts';
import type { Tensor } from '../tensor.ts';
import { gelu, glu, hardshrink, relu6, softmin, softshrink, tanhshrink, threshold } from './activations.ts';
import { Module } from './module.ts';

/** A module without parameters. */
export interface Stateless extends Module {
  forward(x: Tensor): Tensor;
}

/** A module class whose constructor takes what fn takes after its first argument. */
/* @__NO_SIDE_EFFECTS__ */
export function stateless<Args extends unknown[]>(
  fn: (x: Tensor, ...args: Args) => Tensor,
): new (...args: Args) => Stateless {
  return class extends Module {
    readonly args: Args;
    constructor(...args: Args) {
      super();
      // What fn needs stands before its options.
      requireObject(this.constructor.name, args[fn.length - 1]);
      this.args = args;
    }
    forward(x: Tensor): Tensor {
      return fn(x, ...this.args);
    }
  };
}

/** x itself. */
export class Identity extends stateless((x) => x) {}
/** Dims startDim (1 unless given: the batch stays) to endDim as one. https://pytorch.org/docs/stable/generated/torch.nn.Flatten.html */
export class Flatten extends stateless((x: Tensor, options: { startDim?: number; endDim?: number } = {}) =>
  flatten(x, { startDim: 1, ...options }),
) {}
/** A dim as several. https://pytorch.org/docs/stable/generated/torch.nn.Unflatten.html */
export class Unflatten extends stateless((x: Tensor, dim: number, sizes: Shape) => unflatten(x, dim, sizes)) {}

/** max(0, x). */
export class ReLU extends stateless(relu) {}
/** x where positive, else negativeSlope · x. */
export class LeakyReLU extends stateless(leakyRelu) {}
/** x where positive, else alpha · (eˣ − 1). */
export class ELU extends stateless(elu) {}
/** The self-normalising ELU. */
export class SELU extends stateless(selu) {}
/** The continuously differentiable ELU. */
export class CELU extends stateless(celu) {}
/** 1 / (1 + e⁻ˣ). */
export class Sigmoid extends stateless(sigmoid) {}
/** The hyperbolic tangent. */
export class Tanh extends stateless(tanh) {}
/** x · Φ(x). */
export class GELU extends stateless(gelu) {}
/** x · sigmoid(x). */
export class SiLU extends stateless(silu) {}
/** log(1 + e^(beta·x)) / beta. */
export class Softplus extends stateless(softplus) {}
/** softmax along a dim. */
export class Softmax extends stateless((x: Tensor, dim: number) => softmax(x, dim)) {}
/** log softmax along a dim. */
export class LogSoftmax extends stateless((x: Tensor, dim: number) => logSoftmax(x, dim)) {}
/** min(max(0, x), 6). */
export class ReLU6 extends stateless(relu6) {}
/** x limited to [minVal, maxVal], [−1, 1] unless told. */
export class Hardtanh extends stateless(hardtanh) {}
/** x / 6 + ½, limited to [0, 1]. */
export class Hardsigmoid extends stateless(hardsigmoid) {}
/** x · hardsigmoid(x). */
export class Hardswish extends stateless(hardswish) {}
/** x · tanh(softplus(x)). */
export class Mish extends stateless(mish) {}
/** log(sigmoid(x)). */
export class LogSigmoid extends stateless(logSigmoid) {}
/** x / (1 + |x|). */
export class Softsign extends stateless(softsign) {}
/** x − tanh(x). */
export class Tanhshrink extends stateless(tanhshrink) {}
/** x moved towards 0 by lambd. See functional.softshrink. */
export class Softshrink extends stateless(softshrink) {}
/** x, but 0 within ±lambd. See functional.hardshrink. */
export class Hardshrink extends stateless(hardshrink) {}
/** x above the threshold, elsewhere the value. See functional.threshold. */
export class Threshold extends stateless(threshold) {}
/** The first half of a dim times the sigmoid of the second. See functional.glu. */
export class GLU extends stateless(glu) {}
/** softmax of −x along a dim. */
export class Softmin extends stateless(softmin) {}
/** softmax over the channels of [N, C, H, W] or [C, H, W]. https://pytorch.org/docs/stable/generated/torch.nn.Softmax2d.html */
export class Softmax2d extends stateless((x: Tensor) => {
  if (x.ndim !== 3 && x.ndim !== 4)
    throw new ShapeError(`Softmax2d: takes [N, C, H, W] or [C, H, W], got ${show(x.shape)}. Use Softmax(dim).`);
  return softmax(x, -3);
}) {}
