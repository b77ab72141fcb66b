/** Adadelta, Rprop and ASGD, each a row of the kernel spec. */
import { ValueError } from '../errors.ts';
import * as opcode from '../kernels/opcodes.generated.ts';
import { optimizers } from '../kernels/spec.ts';
import { FusedOptimizer } from './fused.ts';
import { type BaseOptions, type Params, requireRange } from './optimizer.ts';

export interface AdadeltaOptions extends BaseOptions {
  /** How much of the old averages is kept. */
  rho: number;
  eps: number;
  /** The factor of the L2 penalty. */
  weightDecay: number;
}
/**
 * Steps as large as past steps were, on average, for a gradient of this size. Zeiler 2012, https://arxiv.org/abs/1212.5701. Defaults: lr 1,
 * rho 0.9, eps 1e-6, weightDecay 0. https://pytorch.org/docs/stable/generated/torch.optim.Adadelta.html
 */
export class Adadelta extends FusedOptimizer<AdadeltaOptions> {
  constructor(params: Params<AdadeltaOptions>, options: Partial<AdadeltaOptions> = {}) {
    const defaults = { lr: 1, rho: 0.9, eps: 1e-6, weightDecay: 0, maximize: false };
    super({ name: 'Adadelta', opcode: opcode.adadelta, row: optimizers.adadelta }, params, defaults, options);
  }
  protected validate(group: AdadeltaOptions): void {
    for (const name of ['lr', 'eps', 'weightDecay'] as const) requireRange('Adadelta', name, group[name]);
    if (!(group.rho >= 0 && group.rho <= 1)) {
      throw new ValueError(`Adadelta: rho must be in [0, 1], got ${String(group.rho)}.`);
    }
  }
  protected hyper({ lr, rho, eps, weightDecay, maximize }: AdadeltaOptions): Record<string, number> {
    return { lr, rho, eps, weightDecay, maximize: Number(maximize) };
  }
}

export interface RpropOptions extends BaseOptions {
  /** The factors of an element's step when its gradient has changed sign, and when it has not. */
  etas: readonly [number, number];
  /** The least and the largest step. */
  stepSizes: readonly [number, number];
}
/**
 * Steps that only the signs of gradients decide: for full batches, whose signs tell. Riedmiller & Braun 1993. Defaults: lr 1e-2 (the first
 * step), etas [0.5, 1.2], stepSizes [1e-6, 50]. https://pytorch.org/docs/stable/generated/torch.optim.Rprop.html
 */
export class Rprop extends FusedOptimizer<RpropOptions> {
  constructor(params: Params<RpropOptions>, options: Partial<RpropOptions> = {}) {
    const defaults = { lr: 1e-2, etas: [0.5, 1.2] as const, stepSizes: [1e-6, 50] as const, maximize: false };
    super({ name: 'Rprop', opcode: opcode.rprop, row: optimizers.rprop }, params, defaults, options);
  }
  protected validate({ lr, etas, stepSizes }: RpropOptions): void {
    requireRange('Rprop', 'lr', lr);
    const two = (value: readonly number[]): boolean => Array.isArray(value) && value.length === 2;
    if (!two(etas) || !(etas[0] > 0 && etas[0] < 1 && etas[1] > 1)) {
      throw new ValueError(
        `Rprop: etas must be two numbers, one between 0 and 1 and one above 1, got ${String(etas)}.`,
      );
    }
    if (!two(stepSizes) || !(stepSizes[0] >= 0 && stepSizes[1] >= stepSizes[0])) {
      throw new ValueError(`Rprop: stepSizes must be the least and the largest step, got ${String(stepSizes)}.`);
    }
  }
  protected hyper({ etas, stepSizes, maximize }: RpropOptions): Record<string, number> {
    return { etaMinus: etas[0], etaPlus: etas[1], least: stepSizes[0], most: stepSizes[1], maximize: Number(maximize) };
  }
  protected override initial({ lr }: RpropOptions, state: string): number {
    return state === 'stepSize' ? lr : 0;
  }
}

export interface ASGDOptions extends BaseOptions {
  /** How much weights decay and steps shrink. */
  lambd: number;
  /** The power by which steps shrink. */
  alpha: number;
  /** The step at which averaging begins. */
  t0: number;
  /** The factor of the L2 penalty. */
  weightDecay: number;
}
/**
 * Stochastic gradient descent whose weights are averaged from step t0 on: the average is `ax` of the state. Polyak & Juditsky 1992.
 * Defaults: lr 1e-2, lambd 1e-4, alpha 0.75, t0 1e6, weightDecay 0. As in PyTorch a changed lr takes effect one step later.
 * https://pytorch.org/docs/stable/generated/torch.optim.ASGD.html
 */
export class ASGD extends FusedOptimizer<ASGDOptions> {
  constructor(params: Params<ASGDOptions>, options: Partial<ASGDOptions> = {}) {
    const defaults = { lr: 1e-2, lambd: 1e-4, alpha: 0.75, t0: 1e6, weightDecay: 0, maximize: false };
    super({ name: 'ASGD', opcode: opcode.asgd, row: optimizers.asgd }, params, defaults, options);
  }
  protected validate(group: ASGDOptions): void {
    for (const name of ['lr', 'weightDecay'] as const) requireRange('ASGD', name, group[name]);
  }
  protected hyper({ lr, lambd, alpha, t0, weightDecay, maximize }: ASGDOptions): Record<string, number> {
    return { lr, lambd, alpha, t0, weightDecay, maximize: Number(maximize) };
  }
  protected override initial({ lr }: ASGDOptions, state: string): number {
    return state === 'eta' ? lr : state === 'mu' ? 1 : 0;
  }
}
