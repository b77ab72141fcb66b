/** Pooling layers, each made from its function. */
import { known, requireObject } from '../options.ts';
import type { Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { Module } from './module.ts';
import * as F from './pooling.ts';
import type { PerDim } from './spatial.ts';
import { ReLU, stateless } from './stateless.ts';

/** A class of max pools: what it gives depends on returnIndices. */
abstract class MaxPool<R extends boolean> extends Module<[x: Tensor], F.Pooled<R>> {
  readonly kernelSize: PerDim;
  readonly options: F.MaxPoolOptions<R>;
  constructor(kernelSize: PerDim, options: F.MaxPoolOptions<R> = {}) {
    super();
    this.kernelSize = kernelSize;
    this.options = requireObject(this.constructor.name, options);
  }
  /** Whether it may as well come before `other`, which comes before it: ReLU of the largest is the largest ReLU. */
  mayPrecede(other: { readonly forward: unknown }): boolean {
    const own = [MaxPool1d, MaxPool2d, MaxPool3d].some((one) => one.prototype.forward === this.forward);
    return own && !this.options.returnIndices && other.forward === ReLU.prototype.forward;
  }
}
/** The largest element of each window. See functional.maxPool1d. */
export class MaxPool1d<R extends boolean = false> extends MaxPool<R> {
  forward(x: Tensor): F.Pooled<R> {
    return F.maxPool1d(x, this.kernelSize, this.options);
  }
}
/** The largest element of each window. See functional.maxPool2d. */
export class MaxPool2d<R extends boolean = false> extends MaxPool<R> {
  forward(x: Tensor): F.Pooled<R> {
    return F.maxPool2d(x, this.kernelSize, this.options);
  }
}
/** The largest element of each window. See functional.maxPool3d. */
export class MaxPool3d<R extends boolean = false> extends MaxPool<R> {
  forward(x: Tensor): F.Pooled<R> {
    return F.maxPool3d(x, this.kernelSize, this.options);
  }
}

abstract class AdaptiveMaxPool<R extends boolean> extends Module<[x: Tensor], F.Pooled<R>> {
  readonly outputSize: F.OutputSize;
  readonly options: F.AdaptiveMaxPoolOptions<R>;
  constructor(outputSize: F.OutputSize, options: F.AdaptiveMaxPoolOptions<R> = {}) {
    super();
    this.outputSize = outputSize;
    this.options = requireObject(this.constructor.name, options);
  }
}
/** The largest element of each of outputSize windows. See functional.adaptiveMaxPool1d. */
export class AdaptiveMaxPool1d<R extends boolean = false> extends AdaptiveMaxPool<R> {
  forward(x: Tensor): F.Pooled<R> {
    return F.adaptiveMaxPool1d(x, this.outputSize, this.options);
  }
}
/** The largest element of each of outputSize windows. See functional.adaptiveMaxPool2d. */
export class AdaptiveMaxPool2d<R extends boolean = false> extends AdaptiveMaxPool<R> {
  forward(x: Tensor): F.Pooled<R> {
    return F.adaptiveMaxPool2d(x, this.outputSize, this.options);
  }
}
/** The largest element of each of outputSize windows. See functional.adaptiveMaxPool3d. */
export class AdaptiveMaxPool3d<R extends boolean = false> extends AdaptiveMaxPool<R> {
  forward(x: Tensor): F.Pooled<R> {
    return F.adaptiveMaxPool3d(x, this.outputSize, this.options);
  }
}

/** The average of each window. See functional.avgPool1d. */
export class AvgPool1d extends stateless(F.avgPool1d) {}
/** The average of each window. See functional.avgPool2d. */
export class AvgPool2d extends stateless(F.avgPool2d) {}
/** The average of each window. See functional.avgPool3d. */
export class AvgPool3d extends stateless(F.avgPool3d) {}
/** The average of each of outputSize windows. See functional.adaptiveAvgPool1d. */
export class AdaptiveAvgPool1d extends stateless(F.adaptiveAvgPool1d) {}
/** The average of each of outputSize windows. See functional.adaptiveAvgPool2d. */
export class AdaptiveAvgPool2d extends stateless(F.adaptiveAvgPool2d) {}
/** The average of each of outputSize windows. See functional.adaptiveAvgPool3d. */
export class AdaptiveAvgPool3d extends stateless(F.adaptiveAvgPool3d) {}
/** The p-norm of each window. See functional.lpPool1d. */
export class LPPool1d extends stateless(F.lpPool1d) {}
/** The p-norm of each window. See functional.lpPool2d. */
export class LPPool2d extends stateless(F.lpPool2d) {}

type Unpool = (x: Tensor, indices: Tensor, kernelSize: PerDim, options: F.MaxUnpoolOptions) => Tensor;

abstract class MaxUnpool extends Module<[x: Tensor, indices: Tensor, options?: { outputSize?: Shape }]> {
  readonly kernelSize: PerDim;
  readonly options: Omit<F.MaxUnpoolOptions, 'outputSize'>;
  protected abstract readonly unpool: Unpool;
  constructor(kernelSize: PerDim, options: Omit<F.MaxUnpoolOptions, 'outputSize'> = {}) {
    super();
    this.kernelSize = kernelSize;
    this.options = requireObject(this.constructor.name, options);
  }
  forward(x: Tensor, indices: Tensor, options: { outputSize?: Shape } = {}): Tensor {
    const { outputSize } = known(`${this.constructor.name}.forward`, options, ['outputSize']);
    return this.unpool(x, indices, this.kernelSize, { ...this.options, outputSize: outputSize ?? null });
  }
}
/** Undoes a MaxPool1d that gave indices. See functional.maxUnpool1d. */
export class MaxUnpool1d extends MaxUnpool {
  protected readonly unpool = F.maxUnpool1d;
}
/** Undoes a MaxPool2d that gave indices. See functional.maxUnpool2d. */
export class MaxUnpool2d extends MaxUnpool {
  protected readonly unpool = F.maxUnpool2d;
}
/** Undoes a MaxPool3d that gave indices. See functional.maxUnpool3d. */
export class MaxUnpool3d extends MaxUnpool {
  protected readonly unpool = F.maxUnpool3d;
}
