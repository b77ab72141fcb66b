/** Layers that normalise. */
import { known } from '../options.ts';
import type { DType } from '../dtype.ts';
import { show, ShapeError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { cast, copy_, empty, ones, tensor, zeros } from '../ops/create.ts';
import { add, div } from '../ops/elementwise.generated.ts';
import { squeeze, unsqueeze } from '../ops/shape.ts';
import type { Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { ones_, zeros_ } from './init.ts';
import { Module } from './module.ts';
import {
  batchNorm,
  groupNorm,
  instanceNorm,
  layerNorm,
  localResponseNorm,
  requireGroups,
  rmsNorm,
} from './normalization.ts';
import { Parameter } from './parameter.ts';
import { stateless } from './stateless.ts';

interface AffineOptions {
  /** Added to the variance. Default: 1e-5. */
  eps?: number;
  /** Default: 'float32'. */
  dtype?: DType;
}

/** What starts as weight 1 and bias 0. */
abstract class Affine extends Module {
  weight: Parameter | null;
  bias: Parameter | null;

  constructor(shape: Shape, weight: boolean, bias: boolean, dtype: DType = 'float32') {
    super();
    this.weight = weight ? new Parameter(empty(shape, { dtype })) : null;
    this.bias = bias ? new Parameter(empty(shape, { dtype })) : null;
    this.resetParameters();
  }

  /** weight 1, bias 0. */
  resetParameters(): void {
    if (this.weight) ones_(this.weight);
    if (this.bias) zeros_(this.bias);
  }
}

export interface RunningNormOptions extends AffineOptions {
  /** How much of each batch the running statistics take on; null: all batches count the same. Default: 0.1. */
  momentum?: number | null;
  /** Whether there are weight and bias. */
  affine?: boolean;
  /** Whether there are running statistics, which evaluation uses. */
  trackRunningStats?: boolean;
}

/** Layers that may keep statistics of what they saw. */
abstract class RunningNorm extends Affine {
  readonly numFeatures: number;
  readonly eps: number;
  momentum: number | null;
  readonly trackRunningStats: boolean;
  runningMean!: Tensor | null;
  runningVar!: Tensor | null;
  numBatchesTracked!: Tensor | null;
  /** The dims an input may have, and what they mean. */
  protected abstract readonly takes: readonly [dims: readonly number[], meaning: string];

  constructor(
    numFeatures: number,
    options: RunningNormOptions,
    /** affine and trackRunningStats unless told. */
    usual: boolean,
  ) {
    const names = ['eps', 'momentum', 'affine', 'trackRunningStats', 'dtype'];
    const {
      eps = 1e-5,
      momentum = 0.1,
      affine = usual,
      trackRunningStats = usual,
      dtype = 'float32',
    } = known(new.target.name, options, names);
    super([numFeatures], affine, affine, dtype);
    this.numFeatures = numFeatures;
    this.eps = eps;
    this.momentum = momentum;
    this.trackRunningStats = trackRunningStats;
    const kept = trackRunningStats;
    this.registerBuffer('runningMean', kept ? zeros([numFeatures], { dtype }) : null);
    this.registerBuffer('runningVar', kept ? ones([numFeatures], { dtype }) : null);
    this.registerBuffer('numBatchesTracked', kept ? tensor(0, { dtype: 'int64' }) : null);
  }

  /** Forgets what was seen. */
  resetRunningStats(): void {
    if (this.runningMean) zeros_(this.runningMean);
    if (this.runningVar) ones_(this.runningVar);
    if (this.numBatchesTracked) zeros_(this.numBatchesTracked);
  }

  /** @throws ShapeError unless x has dims that the layer takes and numFeatures channels */
  protected requireInput(x: Tensor, channels: number): void {
    const [dims, meaning] = this.takes;
    const { name } = this.constructor;
    if (!dims.includes(x.ndim)) throw new ShapeError(`${name}: the input must be ${meaning}, got ${show(x.shape)}.`);
    if (x.shape[channels] !== this.numFeatures)
      throw new ShapeError(
        `${name}: the input ${show(x.shape)} has ${x.shape[channels]} channels, not numFeatures, ${this.numFeatures}.`,
      );
  }

  /** Counts a batch, and tells how much of it is taken on. */
  protected count(): number | Tensor {
    const batches = this.numBatchesTracked;
    if (!batches) return this.momentum ?? 0;
    return noGrad(() => {
      copy_(batches, add(batches, 1));
      return this.momentum ?? div(1, cast(batches, 'float64'));
    });
  }
}

/** What BatchNorm1d, 2d and 3d are. */
export abstract class BatchNorm extends RunningNorm {
  constructor(numFeatures: number, options: RunningNormOptions = {}) {
    super(numFeatures, options, true);
  }

  /** @throws ShapeError as the class says; ValueError for one value per channel in training */
  forward(x: Tensor): Tensor {
    this.requireInput(x, 1);
    const { runningMean, runningVar, weight, bias, eps } = this;
    const training = this.training || runningMean === null;
    const momentum = this.training ? this.count() : 0;
    return batchNorm(x, runningMean, runningVar, weight, bias, { training, momentum, eps });
  }
}

/**
 * Batch norm of [batch, channels] or [batch, channels, length]. See functional.batchNorm.
 * https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm1d.html
 */
export class BatchNorm1d extends BatchNorm {
  protected readonly takes = [[2, 3], '[batch, channels] or [batch, channels, length]'] as const;
}
/** Batch norm of [batch, channels, height, width]. https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html */
export class BatchNorm2d extends BatchNorm {
  protected readonly takes = [[4], '[batch, channels, height, width]'] as const;
}
/** Batch norm of [batch, channels, depth, height, width]. https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm3d.html */
export class BatchNorm3d extends BatchNorm {
  protected readonly takes = [[5], '[batch, channels, depth, height, width]'] as const;
}

abstract class InstanceNorm extends RunningNorm {
  constructor(numFeatures: number, options: RunningNormOptions = {}) {
    super(numFeatures, options, false);
  }

  /** @throws ShapeError as the class says; ValueError for one value per channel */
  forward(x: Tensor): Tensor {
    const batched = x.ndim === this.takes[0][1];
    this.requireInput(x, batched ? 1 : 0);
    const { runningMean, runningVar, weight, bias, eps } = this;
    const useInputStats = this.training || runningMean === null;
    // PyTorch does not count the batches of this one.
    const momentum = this.momentum ?? 0;
    const input = batched ? x : unsqueeze(x, 0);
    const y = instanceNorm(input, runningMean, runningVar, weight, bias, { useInputStats, momentum, eps });
    return batched ? y : squeeze(y, 0);
  }
}

/**
 * Instance norm of [channels, length] or [batch, channels, length]. See functional.instanceNorm. affine and trackRunningStats are
 * false unless told. https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm1d.html
 */
export class InstanceNorm1d extends InstanceNorm {
  protected readonly takes = [[2, 3], '[channels, length] or [batch, channels, length]'] as const;
}
/** Instance norm of [channels, height, width], with a batch in front or not. https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm2d.html */
export class InstanceNorm2d extends InstanceNorm {
  protected readonly takes = [[3, 4], '[channels, height, width] or [batch, channels, height, width]'] as const;
}
/** Instance norm of [channels, depth, height, width], with a batch in front or not. https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm3d.html */
export class InstanceNorm3d extends InstanceNorm {
  protected readonly takes = [
    [4, 5],
    '[channels, depth, height, width] or [batch, channels, depth, height, width]',
  ] as const;
}

const shapeOf = (normalizedShape: number | Shape): Shape =>
  typeof normalizedShape === 'number' ? [normalizedShape] : normalizedShape;

export interface LayerNormOptions extends AffineOptions {
  /** Whether there is a weight. Default: true. */
  elementwiseAffine?: boolean;
  /** Whether there is a bias beside the weight. Default: true. */
  bias?: boolean;
}

/**
 * Layer norm over the last dims, of which normalizedShape gives the sizes (a number: one). See functional.layerNorm.
 * https://pytorch.org/docs/stable/generated/torch.nn.LayerNorm.html
 */
export class LayerNorm extends Affine {
  readonly normalizedShape: Shape;
  readonly eps: number;

  constructor(normalizedShape: number | Shape, options: LayerNormOptions = {}) {
    const {
      eps = 1e-5,
      elementwiseAffine = true,
      bias = true,
      dtype,
    } = known('LayerNorm', options, ['eps', 'elementwiseAffine', 'bias', 'dtype']);
    super(shapeOf(normalizedShape), elementwiseAffine, elementwiseAffine && bias, dtype);
    this.normalizedShape = shapeOf(normalizedShape);
    this.eps = eps;
  }
  /** @throws ShapeError unless x ends in normalizedShape */
  forward(x: Tensor): Tensor {
    return layerNorm(x, this.normalizedShape, this.weight, this.bias, { eps: this.eps });
  }
}

export interface RMSNormOptions {
  /** Default: the distance from 1 to the next number of the input's dtype. */
  eps?: number | null;
  /** Whether there is a weight. Default: true. */
  elementwiseAffine?: boolean;
  /** Default: 'float32'. */
  dtype?: DType;
}

/**
 * Root mean square norm over the last dims, of which normalizedShape gives the sizes (a number: one). See functional.rmsNorm.
 * https://pytorch.org/docs/stable/generated/torch.nn.RMSNorm.html
 */
export class RMSNorm extends Affine {
  readonly normalizedShape: Shape;
  readonly eps: number | null;

  constructor(normalizedShape: number | Shape, options: RMSNormOptions = {}) {
    const {
      eps = null,
      elementwiseAffine = true,
      dtype,
    } = known('RMSNorm', options, ['eps', 'elementwiseAffine', 'dtype']);
    super(shapeOf(normalizedShape), elementwiseAffine, false, dtype);
    this.normalizedShape = shapeOf(normalizedShape);
    this.eps = eps;
  }
  /** @throws ShapeError unless x ends in normalizedShape */
  forward(x: Tensor): Tensor {
    return rmsNorm(x, this.normalizedShape, this.weight, { eps: this.eps });
  }
}

/**
 * Group norm of [batch, numChannels, ...]. See functional.groupNorm. https://pytorch.org/docs/stable/generated/torch.nn.GroupNorm.html
 * @throws ValueError unless numGroups divides numChannels
 */
export class GroupNorm extends Affine {
  readonly numGroups: number;
  readonly numChannels: number;
  readonly eps: number;

  constructor(numGroups: number, numChannels: number, options: AffineOptions & { affine?: boolean } = {}) {
    const { eps = 1e-5, affine = true, dtype } = known('GroupNorm', options, ['eps', 'affine', 'dtype']);
    requireGroups('GroupNorm', numChannels, numGroups);
    super([numChannels], affine, affine, dtype);
    this.numGroups = numGroups;
    this.numChannels = numChannels;
    this.eps = eps;
  }
  /** @throws ShapeError unless x is [batch, numChannels, ...] */
  forward(x: Tensor): Tensor {
    if (x.ndim < 2 || x.shape[1] !== this.numChannels)
      throw new ShapeError(`GroupNorm: the input must be [batch, ${this.numChannels}, ...], got ${show(x.shape)}.`);
    return groupNorm(x, this.numGroups, this.weight, this.bias, { eps: this.eps });
  }
}

/** Takes size and { alpha, beta, k }. See functional.localResponseNorm. */
export class LocalResponseNorm extends stateless(localResponseNorm) {}
