/** Modules without parameters, each made from its function. */
import { celu, elu, leakyRelu, relu, selu, sigmoid, silu, softplus, tanh } from '../ops/elementwise.generated.ts';
import { unflatten } from '../ops/rearrange.ts';
import { flatten } from '../ops/shape.ts';
import { logSoftmax, softmax } from '../ops/softmax.ts';
import type { Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { Module } from './module.ts';
import { gelu } from './functional.ts';

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
