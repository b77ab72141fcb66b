/** Schedulers that multiply learning rates by factors of the epoch. */
import { known, requireWhole } from '../../options.ts';
import { ValueError } from '../../errors.ts';
import type { Optimizer } from '../optimizer.ts';
import { LRScheduler, perGroup, requireFraction, type SchedulerOptions } from './base.ts';

type Factor = (epoch: number) => number;

/**
 * The initial rate times lrLambda(epoch); a list has one function per group. https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LambdaLR.html
 * @throws ValueError for a list of another length
 */
export class LambdaLR extends LRScheduler {
  private readonly lrLambdas: Factor[];
  constructor(optimizer: Optimizer, lrLambda: Factor | readonly Factor[], options: SchedulerOptions = {}) {
    super(optimizer, options);
    this.lrLambdas = perGroup('LambdaLR', 'lrLambda', lrLambda, optimizer);
    this.begin();
  }
  protected getLr(): number[] {
    return this.baseLrs.map((base, i) => base * this.lrLambdas[i]!(this.lastEpoch));
  }
}

/**
 * The last rate times lrLambda(epoch); a list has one function per group. https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiplicativeLR.html
 * @throws ValueError for a list of another length
 */
export class MultiplicativeLR extends LRScheduler {
  private readonly lrLambdas: Factor[];
  constructor(optimizer: Optimizer, lrLambda: Factor | readonly Factor[], options: SchedulerOptions = {}) {
    super(optimizer, options);
    this.lrLambdas = perGroup('MultiplicativeLR', 'lrLambda', lrLambda, optimizer);
    this.begin();
  }
  protected getLr(): number[] {
    const { lastEpoch, rates } = this;
    return lastEpoch > 0 ? rates.map((lr, i) => lr * this.lrLambdas[i]!(lastEpoch)) : rates;
  }
}

/** Schedulers whose every epoch multiplies the rate by a number. */
abstract class FactorLR extends LRScheduler {
  /** What this epoch multiplies the last rate by. */
  protected abstract factorAt(epoch: number): number;
  /** What the epochs so far multiply the initial rate by. */
  protected abstract totalAt(epoch: number): number;

  protected getLr(): number[] {
    const factor = this.factorAt(this.lastEpoch);
    return this.rates.map((lr) => lr * factor);
  }
  protected override closedForm(): number[] {
    const total = this.totalAt(this.lastEpoch);
    return this.baseLrs.map((base) => base * total);
  }
}

export interface StepLROptions extends SchedulerOptions {
  /** Default: 0.1. */
  gamma?: number;
}
/**
 * Times gamma every stepSize epochs. https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html
 * @throws ValueError unless stepSize is a whole number ≥ 1
 */
export class StepLR extends FactorLR {
  private readonly gamma: number;
  constructor(
    optimizer: Optimizer,
    private readonly stepSize: number,
    given: StepLROptions = {},
  ) {
    const { gamma = 0.1, ...options } = known('StepLR', given, ['gamma', 'lastEpoch']);
    requireWhole('StepLR', 'stepSize', stepSize);
    super(optimizer, options);
    this.gamma = gamma;
    this.begin();
  }
  protected factorAt(epoch: number): number {
    return epoch === 0 || epoch % this.stepSize !== 0 ? 1 : this.gamma;
  }
  protected totalAt(epoch: number): number {
    return this.gamma ** Math.floor(epoch / this.stepSize);
  }
}

/**
 * Times gamma at each milestone, twice at one that is there twice. https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiStepLR.html
 * @throws ValueError unless milestones are whole numbers ≥ 0
 */
export class MultiStepLR extends FactorLR {
  private readonly gamma: number;
  private readonly milestones: number[];
  constructor(optimizer: Optimizer, milestones: readonly number[], given: StepLROptions = {}) {
    const { gamma = 0.1, ...options } = known('MultiStepLR', given, ['gamma', 'lastEpoch']);
    milestones.forEach((each, i) => requireWhole('MultiStepLR', `milestones[${i}]`, each, 0));
    super(optimizer, options);
    this.milestones = milestones.toSorted((a, b) => a - b);
    this.gamma = gamma;
    this.begin();
  }
  protected factorAt(epoch: number): number {
    return this.gamma ** this.milestones.filter((each) => each === epoch).length;
  }
  protected totalAt(epoch: number): number {
    return this.gamma ** this.milestones.filter((each) => each <= epoch).length;
  }
}

export interface ConstantLROptions extends SchedulerOptions {
  /** Default: 1/3. */
  factor?: number;
  /** For how many epochs. Default: 5. */
  totalIters?: number;
}
/**
 * Times factor for the first totalIters epochs. https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ConstantLR.html
 * @throws ValueError unless factor is in (0, 1]
 */
export class ConstantLR extends FactorLR {
  private readonly factor: number;
  private readonly totalIters: number;
  constructor(optimizer: Optimizer, given: ConstantLROptions = {}) {
    const {
      factor = 1 / 3,
      totalIters = 5,
      ...options
    } = known('ConstantLR', given, ['factor', 'totalIters', 'lastEpoch']);
    if (!(factor > 0 && factor <= 1))
      throw new ValueError(`ConstantLR: factor must be in (0, 1], got ${String(factor)}.`);
    requireWhole('ConstantLR', 'totalIters', totalIters, 0);
    super(optimizer, options);
    this.factor = factor;
    this.totalIters = totalIters;
    this.begin();
  }
  protected factorAt(epoch: number): number {
    if (epoch === 0) return this.factor;
    return epoch === this.totalIters ? 1 / this.factor : 1;
  }
  protected totalAt(epoch: number): number {
    return epoch >= this.totalIters ? 1 : this.factor;
  }
}

export interface LinearLROptions extends SchedulerOptions {
  /** Default: 1/3. */
  startFactor?: number;
  /** Default: 1. */
  endFactor?: number;
  /** How many epochs it takes. Default: 5. */
  totalIters?: number;
}
/**
 * Times a factor that goes from startFactor to endFactor in a line. https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html
 * @throws ValueError unless startFactor is in (0, 1] and endFactor in [0, 1]
 */
export class LinearLR extends FactorLR {
  private readonly startFactor: number;
  private readonly endFactor: number;
  private readonly totalIters: number;
  constructor(optimizer: Optimizer, given: LinearLROptions = {}) {
    const {
      startFactor = 1 / 3,
      endFactor = 1,
      totalIters = 5,
      ...options
    } = known('LinearLR', given, ['startFactor', 'endFactor', 'totalIters', 'lastEpoch']);
    if (!(startFactor > 0 && startFactor <= 1))
      throw new ValueError(`LinearLR: startFactor must be in (0, 1], got ${String(startFactor)}.`);
    requireFraction('LinearLR', 'endFactor', endFactor);
    requireWhole('LinearLR', 'totalIters', totalIters);
    super(optimizer, options);
    this.startFactor = startFactor;
    this.endFactor = endFactor;
    this.totalIters = totalIters;
    this.begin();
  }
  protected factorAt(epoch: number): number {
    const { startFactor, endFactor, totalIters } = this;
    if (epoch === 0) return startFactor;
    if (epoch > totalIters) return 1;
    const rise = endFactor - startFactor;
    return 1 + rise / (totalIters * startFactor + (epoch - 1) * rise);
  }
  protected totalAt(epoch: number): number {
    const { startFactor, endFactor, totalIters } = this;
    return startFactor + ((endFactor - startFactor) * Math.min(totalIters, epoch)) / totalIters;
  }
}

/** Times gamma every epoch. https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html */
export class ExponentialLR extends FactorLR {
  constructor(
    optimizer: Optimizer,
    private readonly gamma: number,
    options: SchedulerOptions = {},
  ) {
    super(optimizer, options);
    this.begin();
  }
  protected factorAt(epoch: number): number {
    return epoch === 0 ? 1 : this.gamma;
  }
  protected totalAt(epoch: number): number {
    return this.gamma ** epoch;
  }
}

export interface PolynomialLROptions extends SchedulerOptions {
  /** How many epochs it takes. Default: 5. */
  totalIters?: number;
  /** Default: 1. */
  power?: number;
}
/**
 * Times (1 − epoch / totalIters) to a power, down to 0. https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.PolynomialLR.html
 * @throws ValueError unless totalIters is a whole number ≥ 1
 */
export class PolynomialLR extends FactorLR {
  private readonly totalIters: number;
  private readonly power: number;
  constructor(optimizer: Optimizer, given: PolynomialLROptions = {}) {
    const {
      totalIters = 5,
      power = 1,
      ...options
    } = known('PolynomialLR', given, ['totalIters', 'power', 'lastEpoch']);
    requireWhole('PolynomialLR', 'totalIters', totalIters);
    super(optimizer, options);
    this.totalIters = totalIters;
    this.power = power;
    this.begin();
  }
  protected factorAt(epoch: number): number {
    const { totalIters, power } = this;
    if (epoch === 0 || epoch > totalIters) return 1;
    return ((1 - epoch / totalIters) / (1 - (epoch - 1) / totalIters)) ** power;
  }
  protected totalAt(epoch: number): number {
    return (1 - Math.min(this.totalIters, epoch) / this.totalIters) ** this.power;
  }
}
