/** The optimizers: options and their checks. What happens to an element is a row of the kernel spec. */
import { ValueError } from '../errors.ts';
import * as opcode from '../kernels/opcodes.generated.ts';
import { optimizers } from '../kernels/spec.ts';
import { FusedOptimizer } from './fused.ts';
import { type BaseOptions, type Params, requireBetas, requireRange } from './optimizer.ts';

export interface SGDOptions extends BaseOptions {
  momentum: number;
  /** How much less a gradient counts in the momentum. */
  dampening: number;
  /** The factor of the L2 penalty. */
  weightDecay: number;
  /** Sutskever et al. 2013, "On the importance of initialization and momentum in deep learning". */
  nesterov: boolean;
}
/**
 * Stochastic gradient descent. Defaults: lr 1e-3, everything else 0 or false. Unlike PyTorch's, its state dict has `step`.
 * https://pytorch.org/docs/stable/generated/torch.optim.SGD.html
 */
export class SGD extends FusedOptimizer<SGDOptions> {
  constructor(params: Params<SGDOptions>, options: Partial<SGDOptions> = {}) {
    const defaults = { lr: 1e-3, momentum: 0, dampening: 0, weightDecay: 0, nesterov: false, maximize: false };
    super({ name: 'SGD', opcode: opcode.sgd, row: optimizers.sgd }, params, defaults, options);
  }
  protected validate({ lr, momentum, dampening, weightDecay, nesterov }: SGDOptions): void {
    requireRange('SGD', 'lr', lr);
    requireRange('SGD', 'momentum', momentum);
    requireRange('SGD', 'weightDecay', weightDecay);
    if (nesterov && (momentum === 0 || dampening !== 0)) {
      throw new ValueError(
        `SGD: nesterov needs a momentum above 0 and no dampening, got ${momentum} and ${dampening}.`,
      );
    }
  }
  protected hyper({ lr, momentum, dampening, weightDecay, nesterov, maximize }: SGDOptions): Record<string, number> {
    return { lr, momentum, dampening, weightDecay, nesterov: Number(nesterov), maximize: Number(maximize) };
  }
  protected override uses({ momentum }: SGDOptions): boolean {
    return momentum !== 0;
  }
}

export interface AdagradOptions extends BaseOptions {
  lrDecay: number;
  /** The factor of the L2 penalty. */
  weightDecay: number;
  initialAccumulatorValue: number;
  eps: number;
}
/**
 * Duchi et al. 2011, "Adaptive subgradient methods". Defaults: lr 1e-2, eps 1e-10, everything else 0.
 * https://pytorch.org/docs/stable/generated/torch.optim.Adagrad.html
 */
export class Adagrad extends FusedOptimizer<AdagradOptions> {
  constructor(params: Params<AdagradOptions>, options: Partial<AdagradOptions> = {}) {
    const defaults = { lr: 1e-2, lrDecay: 0, weightDecay: 0, initialAccumulatorValue: 0, eps: 1e-10, maximize: false };
    super({ name: 'Adagrad', opcode: opcode.adagrad, row: optimizers.adagrad }, params, defaults, options);
  }
  protected validate(group: AdagradOptions): void {
    for (const name of ['lr', 'lrDecay', 'weightDecay', 'initialAccumulatorValue', 'eps'] as const) {
      requireRange('Adagrad', name, group[name]);
    }
  }
  protected hyper({ lr, lrDecay, weightDecay, eps, maximize }: AdagradOptions): Record<string, number> {
    return { lr, lrDecay, weightDecay, eps, maximize: Number(maximize) };
  }
  protected override initial({ initialAccumulatorValue }: AdagradOptions): number {
    return initialAccumulatorValue;
  }
}

export interface RMSpropOptions extends BaseOptions {
  /** How much of the old average is kept. */
  alpha: number;
  eps: number;
  /** The factor of the L2 penalty. */
  weightDecay: number;
  momentum: number;
  /** Divide by an estimate of the variance instead of the second moment. */
  centered: boolean;
}
/**
 * Tieleman & Hinton 2012, lecture 6.5; centered: Graves 2013, https://arxiv.org/abs/1308.0850. Defaults: lr 1e-2, alpha 0.99,
 * eps 1e-8, everything else 0 or false. https://pytorch.org/docs/stable/generated/torch.optim.RMSprop.html
 */
export class RMSprop extends FusedOptimizer<RMSpropOptions> {
  constructor(params: Params<RMSpropOptions>, options: Partial<RMSpropOptions> = {}) {
    const defaults = {
      lr: 1e-2,
      alpha: 0.99,
      eps: 1e-8,
      weightDecay: 0,
      momentum: 0,
      centered: false,
      maximize: false,
    };
    super({ name: 'RMSprop', opcode: opcode.rmsprop, row: optimizers.rmsprop }, params, defaults, options);
  }
  protected validate(group: RMSpropOptions): void {
    for (const name of ['lr', 'alpha', 'eps', 'weightDecay', 'momentum'] as const)
      requireRange('RMSprop', name, group[name]);
  }
  protected hyper({
    lr,
    alpha,
    eps,
    weightDecay,
    momentum,
    centered,
    maximize,
  }: RMSpropOptions): Record<string, number> {
    return { lr, alpha, eps, weightDecay, momentum, centered: Number(centered), maximize: Number(maximize) };
  }
  protected override uses({ centered, momentum }: RMSpropOptions, state: string): boolean {
    return state === 'gradAvg' ? centered : state === 'momentumBuffer' ? momentum !== 0 : true;
  }
}

export interface AdamOptions extends BaseOptions {
  /** How much of the old averages of gradients and their squares is kept. */
  betas: readonly [number, number];
  eps: number;
  weightDecay: number;
  /** Reddi et al. 2018, https://arxiv.org/abs/1904.09237 */
  amsgrad: boolean;
}
const adamDefaults = {
  lr: 1e-3,
  betas: [0.9, 0.999] as const,
  eps: 1e-8,
  weightDecay: 0,
  amsgrad: false,
  maximize: false,
};

/** Adam and AdamW: they differ in what weight decay is. */
abstract class AdamBase extends FusedOptimizer<AdamOptions> {
  protected abstract readonly decoupled: 0 | 1;

  constructor(name: string, params: Params<AdamOptions>, defaults: AdamOptions, options: Partial<AdamOptions>) {
    super({ name, opcode: opcode.adam, row: optimizers.adam }, params, defaults, options);
  }
  protected validate({ lr, betas, eps, weightDecay }: AdamOptions): void {
    const { name } = this;
    requireRange(name, 'lr', lr);
    requireBetas(name, betas);
    requireRange(name, 'eps', eps);
    requireRange(name, 'weightDecay', weightDecay);
  }
  protected hyper({ lr, betas, eps, weightDecay, amsgrad, maximize }: AdamOptions): Record<string, number> {
    const [beta1, beta2] = betas;
    const { decoupled } = this;
    return { lr, beta1, beta2, eps, weightDecay, amsgrad: Number(amsgrad), maximize: Number(maximize), decoupled };
  }
  protected override uses({ amsgrad }: AdamOptions, state: string): boolean {
    return state !== 'maxExpAvgSq' || amsgrad;
  }
}

/**
 * Kingma & Ba 2015, https://arxiv.org/abs/1412.6980. Defaults: lr 1e-3, betas [0.9, 0.999], eps 1e-8, weightDecay 0 (an L2 penalty).
 * https://pytorch.org/docs/stable/generated/torch.optim.Adam.html
 */
export class Adam extends AdamBase {
  protected readonly decoupled = 0;
  constructor(params: Params<AdamOptions>, options: Partial<AdamOptions> = {}) {
    super('Adam', params, adamDefaults, options);
  }
}
/**
 * Adam with weight decay apart from the gradient. Loshchilov & Hutter 2019, https://arxiv.org/abs/1711.05101. Defaults: Adam's, but
 * weightDecay 1e-2. https://pytorch.org/docs/stable/generated/torch.optim.AdamW.html
 */
export class AdamW extends AdamBase {
  protected readonly decoupled = 1;
  constructor(params: Params<AdamOptions>, options: Partial<AdamOptions> = {}) {
    super('AdamW', params, { ...adamDefaults, weightDecay: 1e-2 }, options);
  }
}
