/** Learning rates that fall when a metric stops getting better. */
import { requireTensor } from '../../dtype.ts';
import { known, requireWhole } from '../../options.ts';
import { ValueError } from '../../errors.ts';
import type { Tensor } from '../../tensor.ts';
import { Optimizer } from '../optimizer.ts';
import { loadState, perGroup, requireOneOf, type SchedulerStateDict, stateOf } from './base.ts';

export interface PlateauOptions {
  /** Whether lower or higher is better. Default: 'min'. */
  mode?: 'min' | 'max';
  /** Default: 0.1. */
  factor?: number;
  /** How many epochs in a row may bring nothing. Default: 10. */
  patience?: number;
  /** How much better counts. Default: 1e-4. */
  threshold?: number;
  /** As a part of the best value, or as it is. Default: 'rel'. */
  thresholdMode?: 'rel' | 'abs';
  /** For how many epochs after a reduction bad ones do not count. Default: 0. */
  cooldown?: number;
  /** The least learning rate, or that of each group. Default: 0. */
  minLr?: number | readonly number[];
  /** Smaller reductions are left out. Default: 1e-8. */
  eps?: number;
}
/**
 * Times factor when a metric has not become better for some epochs: `step(loss)` after each.
 * https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html
 * @throws ValueError unless factor is below 1, and for other bad options
 */
export class ReduceLROnPlateau {
  private readonly mode: string;
  private readonly factor: number;
  private readonly patience: number;
  private readonly threshold: number;
  private readonly thresholdMode: string;
  private readonly cooldown: number;
  private readonly minLrs: number[];
  private readonly eps: number;
  private best: number;
  private numBadEpochs = 0;
  private cooldownCounter = 0;
  lastEpoch = 0;
  private lastLr: number[];

  constructor(
    readonly optimizer: Optimizer,
    options: PlateauOptions = {},
  ) {
    const {
      mode = 'min',
      factor = 0.1,
      patience = 10,
      threshold = 1e-4,
      thresholdMode = 'rel',
      cooldown = 0,
      minLr = 0,
      eps = 1e-8,
    } = known('ReduceLROnPlateau', options, [
      'mode',
      'factor',
      'patience',
      'threshold',
      'thresholdMode',
      'cooldown',
      'minLr',
      'eps',
    ]);
    const name = 'ReduceLROnPlateau';
    if (!(optimizer instanceof Optimizer)) throw new ValueError(`${name}: its first argument must be an optimizer.`);
    if (!(factor < 1)) throw new ValueError(`${name}: factor must be < 1, got ${String(factor)}.`);
    requireOneOf(name, 'mode', mode, ['min', 'max']);
    requireOneOf(name, 'thresholdMode', thresholdMode, ['rel', 'abs']);
    requireWhole(name, 'patience', patience, 0);
    requireWhole(name, 'cooldown', cooldown, 0);
    this.mode = mode;
    this.factor = factor;
    this.patience = patience;
    this.threshold = threshold;
    this.thresholdMode = thresholdMode;
    this.cooldown = cooldown;
    this.minLrs = perGroup(name, 'minLr', minLr, optimizer);
    this.eps = eps;
    this.best = mode === 'min' ? Infinity : -Infinity;
    this.lastLr = optimizer.paramGroups.map((group) => group.lr);
  }

  /** @param metric the epoch's: a number, or a tensor of one element */
  step(metric: number | Tensor): void {
    if (typeof metric !== 'number') requireTensor('ReduceLROnPlateau', 'the metric', metric);
    const value = typeof metric === 'number' ? metric : metric.item();
    this.lastEpoch++;
    if (this.#isBetter(value)) {
      this.best = value;
      this.numBadEpochs = 0;
    } else this.numBadEpochs++;
    if (this.cooldownCounter > 0) {
      this.cooldownCounter--;
      this.numBadEpochs = 0;
    }
    if (this.numBadEpochs > this.patience) {
      this.#reduce();
      this.cooldownCounter = this.cooldown;
      this.numBadEpochs = 0;
    }
    this.lastLr = this.optimizer.paramGroups.map((group) => group.lr);
  }

  #isBetter(value: number): boolean {
    const { mode, best, threshold, thresholdMode } = this;
    const sign = mode === 'min' ? -1 : 1;
    const bound = thresholdMode === 'rel' ? best * (1 + sign * threshold) : best + sign * threshold;
    return mode === 'min' ? value < bound : value > bound;
  }
  #reduce(): void {
    this.optimizer.paramGroups.forEach((group, i) => {
      const lr = Math.max(group.lr * this.factor, this.minLrs[i]!);
      if (group.lr - lr > this.eps) group.lr = lr;
    });
  }

  /** The learning rates after the last step. */
  getLastLr(): number[] {
    return [...this.lastLr];
  }
  /** Everything but the optimizer, under PyTorch's names. */
  stateDict(): SchedulerStateDict {
    return stateOf(this);
  }
  /** Goes on from a state dict of descend's or PyTorch's. @throws ValueError for what does not fit */
  loadStateDict(dict: SchedulerStateDict): void {
    loadState(this, dict);
  }
}
