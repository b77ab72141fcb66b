/** The scheduler of stochastic weight averaging. */
import { known, requireWhole } from '../../options.ts';
import type { Optimizer } from '../optimizer.ts';
import { anneal, LRScheduler, perGroup, requireOneOf, type SchedulerOptions } from './base.ts';

export interface SWALROptions extends SchedulerOptions {
  /** How many epochs it takes to get there. Default: 10. */
  annealEpochs?: number;
  /** Default: 'cos'. */
  annealStrategy?: 'cos' | 'linear';
}
/**
 * From where the learning rate is to swaLr, and then constant. Izmailov et al. 2018, https://arxiv.org/abs/1803.05407.
 * https://pytorch.org/docs/stable/optim.html#weight-averaging-swa-and-ema
 * @param swaLr one rate, or one for each group @throws ValueError for bad options
 */
export class SWALR extends LRScheduler {
  private readonly swaLrs: number[];
  private readonly annealEpochs: number;
  private readonly annealStrategy: string;
  constructor(optimizer: Optimizer, swaLr: number | readonly number[], options: SWALROptions = {}) {
    const { annealEpochs = 10, annealStrategy = 'cos' } = known('SWALR', options, [
      'annealEpochs',
      'annealStrategy',
      'lastEpoch',
    ]);
    requireOneOf('SWALR', 'annealStrategy', annealStrategy, ['cos', 'linear']);
    requireWhole('SWALR', 'annealEpochs', annealEpochs, 0);
    super(optimizer, { lastEpoch: options.lastEpoch });
    this.swaLrs = perGroup('SWALR', 'swaLr', swaLr, optimizer);
    this.annealEpochs = annealEpochs;
    this.annealStrategy = annealStrategy;
    this.begin();
  }
  /** How much of the way is gone after so many steps. */
  #gone(steps: number): number {
    const at = Math.max(0, Math.min(1, steps / Math.max(1, this.annealEpochs)));
    return anneal(this.annealStrategy, 0, 1, at);
  }
  protected getLr(): number[] {
    const step = this.annealEpochs === 0 ? Math.max(1, this.stepCount - 1) : this.stepCount - 1;
    const [before, now] = [this.#gone(step - 1), this.#gone(step)];
    return this.rates.map((lr, i) => {
      const end = this.swaLrs[i]!;
      const start = before === 1 ? end : (lr - before * end) / (1 - before);
      return end * now + start * (1 - now);
    });
  }
}
