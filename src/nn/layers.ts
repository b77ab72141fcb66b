/** Layers with parameters, and layers that differ in training. */
import type { DType } from '../dtype.ts';
import { empty } from '../ops/create.ts';
import { linear } from '../ops/matmul.ts';
import { known, requireWhole } from '../options.ts';
import type { Generator } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import { bilinear } from './embedding.ts';
import {
  alphaDropout,
  checkDropout,
  dropout,
  dropout1d,
  dropout2d,
  dropout3d,
  type DropoutOptions,
  featureAlphaDropout,
} from './dropout.ts';
import { checkSlopes, rrelu } from './functional.ts';
import { kaimingUniform_, uniform_, zeros_ } from './init.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

export interface LinearOptions {
  /** Default: true. */
  bias?: boolean;
  /** Default: 'float32'. */
  dtype?: DType;
  /** Where the starting values come from. */
  generator?: Generator;
}

/**
 * x · weightᵀ + bias, x being [..., inFeatures]; weight and bias start uniform in ±1/√inFeatures.
 * https://pytorch.org/docs/stable/generated/torch.nn.Linear.html
 * @throws ValueError unless both sizes are whole numbers ≥ 0
 */
export class Linear extends Module {
  inFeatures: number;
  readonly outFeatures: number;
  weight: Parameter;
  bias: Parameter | null;

  constructor(inFeatures: number, outFeatures: number, options: LinearOptions = {}) {
    super();
    const { bias = true, dtype = 'float32', generator } = known('Linear', options, ['bias', 'dtype', 'generator']);
    for (const [name, n] of Object.entries({ inFeatures, outFeatures })) {
      requireWhole('Linear', name, n, 0);
    }
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
    this.weight = new Parameter(empty([outFeatures, inFeatures], { dtype }));
    this.bias = bias ? new Parameter(empty([outFeatures], { dtype })) : null;
    this.resetParameters(generator);
  }

  /** Draws new starting values: kaimingUniform_ with a = √5, which is ±1/√inFeatures, the bias alike. */
  resetParameters(generator?: Generator): void {
    kaimingUniform_(this.weight, { a: Math.sqrt(5), generator });
    if (!this.bias) return;
    const bound = 1 / Math.sqrt(this.inFeatures);
    if (this.inFeatures > 0) uniform_(this.bias, { a: -bound, b: bound, generator });
    else zeros_(this.bias);
  }

  /** @throws ShapeError unless the last dim of x is inFeatures; DTypeError unless its dtype is the weight's */
  forward(x: Tensor): Tensor {
    return linear(x, this.weight, this.bias);
  }
  override multiplyAdds(output: Tensor): number {
    return output.length * this.inFeatures;
  }
}

/**
 * x1ᵀ · weight[o] · x2 + bias[o] for inputs [..., in1Features] and [..., in2Features]; weight and bias start uniform in
 * ±1/√in1Features. https://pytorch.org/docs/stable/generated/torch.nn.Bilinear.html
 * @throws ValueError unless all sizes are whole numbers, in1Features ≥ 1
 */
export class Bilinear extends Module<[x1: Tensor, x2: Tensor]> {
  weight: Parameter;
  bias: Parameter | null;

  constructor(
    readonly in1Features: number,
    readonly in2Features: number,
    readonly outFeatures: number,
    options: LinearOptions = {},
  ) {
    const { bias = true, dtype = 'float32', generator } = known('Bilinear', options, ['bias', 'dtype', 'generator']);
    super();
    for (const [name, n] of Object.entries({ in1Features, in2Features, outFeatures })) {
      const least = name === 'in1Features' ? 1 : 0;
      requireWhole('Bilinear', name, n, least);
    }
    this.weight = new Parameter(empty([outFeatures, in1Features, in2Features], { dtype }));
    this.bias = bias ? new Parameter(empty([outFeatures], { dtype })) : null;
    this.resetParameters(generator);
  }

  /** Draws new starting values. */
  resetParameters(generator?: Generator): void {
    const bound = 1 / Math.sqrt(this.in1Features);
    for (const p of this.parameters()) uniform_(p, { a: -bound, b: bound, generator });
  }

  /** @throws ShapeError, DTypeError */
  forward(x1: Tensor, x2: Tensor): Tensor {
    return bilinear(x1, x2, this.weight, this.bias);
  }
  override multiplyAdds(output: Tensor): number {
    return output.length * (this.in1Features + 1) * this.in2Features;
  }
}

/** What drops with a probability p, in training. */
abstract class Dropping extends Module {
  readonly p: number;
  generator?: Generator;
  protected abstract readonly drop: (x: Tensor, options: DropoutOptions) => Tensor;

  constructor(options: { p?: number; generator?: Generator } = {}) {
    super();
    const { p = 0.5, generator } = known(this.constructor.name, options, ['p', 'generator']);
    checkDropout(this.constructor.name, p);
    this.p = p;
    if (generator) this.generator = generator;
  }
  forward(x: Tensor): Tensor {
    return this.drop(x, { p: this.p, training: this.training, generator: this.generator });
  }
}

/** In training, zeros elements with probability p and scales the others. See functional.dropout. @throws ValueError */
export class Dropout extends Dropping {
  protected readonly drop = dropout;
}
/** The same with whole channels of [channels, length], with a batch in front or not. See functional.dropout1d. @throws ValueError */
export class Dropout1d extends Dropping {
  protected readonly drop = dropout1d;
}
/** The same with whole channels of [batch, channels, height, width]. See functional.dropout2d. @throws ValueError */
export class Dropout2d extends Dropping {
  protected readonly drop = dropout2d;
}
/** The same with whole channels of [channels, depth, height, width], with a batch in front or not. See functional.dropout3d. @throws ValueError */
export class Dropout3d extends Dropping {
  protected readonly drop = dropout3d;
}
/** Dropout that keeps mean 0 and variance 1, for SELU. See functional.alphaDropout. @throws ValueError */
export class AlphaDropout extends Dropping {
  protected readonly drop = alphaDropout;
}
/** The same with whole channels of [batch, channels, ...]. See functional.featureAlphaDropout. @throws ValueError */
export class FeatureAlphaDropout extends Dropping {
  protected readonly drop = featureAlphaDropout;
}

/** leakyRelu with random slopes in training. See functional.rrelu. @throws ValueError unless lower ≤ upper */
export class RReLU extends Module {
  readonly lower: number;
  readonly upper: number;
  generator?: Generator;

  constructor(options: { lower?: number; upper?: number; generator?: Generator } = {}) {
    super();
    const { lower = 1 / 8, upper = 1 / 3, generator } = known('RReLU', options, ['lower', 'upper', 'generator']);
    checkSlopes('RReLU', lower, upper);
    this.lower = lower;
    this.upper = upper;
    if (generator) this.generator = generator;
  }
  forward(x: Tensor): Tensor {
    const { lower, upper, training, generator } = this;
    return rrelu(x, { lower, upper, training, generator });
  }
}
