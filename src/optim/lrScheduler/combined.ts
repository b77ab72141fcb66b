/** Schedulers made of others. */
import { known, requireWhole } from '../../options.ts';
import { ValueError } from '../../errors.ts';
import type { Optimizer } from '../optimizer.ts';
import { loadState, LRScheduler, type SchedulerOptions, type SchedulerStateDict } from './base.ts';
import { LinearLR } from './factors.ts';

/** Schedulers that hold others, whose states are theirs. */
abstract class CombinedLR extends LRScheduler {
  protected abstract readonly parts: readonly LRScheduler[];

  protected getLr(): number[] {
    return this.rates;
  }
  override stateDict(): SchedulerStateDict {
    return { ...super.stateDict(), _schedulers: this.parts.map((part) => part.stateDict()) };
  }
  override loadStateDict(dict: SchedulerStateDict): void {
    const saved = dict['_schedulers'];
    if (!Array.isArray(saved) || saved.length !== this.parts.length)
      throw new ValueError(
        `${this.constructor.name}.loadStateDict: the dict has not the states of ${this.parts.length} schedulers. Nothing was loaded.`,
      );
    const before = this.parts.map((part) => part.stateDict());
    try {
      this.parts.forEach((part, i) => part.loadStateDict(saved[i] as SchedulerStateDict));
      loadState(this, { last_epoch: this.lastEpoch, ...dict }); // PyTorch's ChainedScheduler has none
    } catch (error) {
      this.parts.forEach((part, i) => part.loadStateDict(before[i]!));
      throw error;
    }
  }
}

function requireParts(op: string, optimizer: Optimizer | undefined, parts: readonly LRScheduler[]): void {
  if (parts.length === 0 || !parts.every((part) => part instanceof LRScheduler))
    throw new ValueError(`${op}: takes a list of schedulers (not ReduceLROnPlateau).`);
  if (parts.some((part) => part.optimizer !== optimizer))
    throw new ValueError(`${op}: all schedulers must be of one optimizer.`);
}

/**
 * One scheduler after the other; `milestones` are the epochs at which the next one begins.
 * https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.SequentialLR.html
 * @throws ValueError unless there is one milestone less than schedulers, all of the optimizer
 */
export class SequentialLR extends CombinedLR {
  protected readonly parts: readonly LRScheduler[];
  private readonly milestones: number[];
  constructor(
    optimizer: Optimizer,
    schedulers: readonly LRScheduler[],
    milestones: readonly number[],
    options: SchedulerOptions = {},
  ) {
    requireParts('SequentialLR', optimizer, schedulers);
    if (milestones.length !== schedulers.length - 1)
      throw new ValueError(
        `SequentialLR: ${schedulers.length} schedulers need ${schedulers.length - 1} milestones, got ${milestones.length}.`,
      );
    milestones.forEach((each, i) => requireWhole('SequentialLR', `milestones[${i}]`, each, 0));
    super(optimizer, options);
    this.parts = [...schedulers];
    this.milestones = [...milestones];
    this.lastEpoch++;
    // What the schedulers did when they were made is undone; only the first begins.
    for (const group of optimizer.paramGroups) group.lr = group.initialLr!;
    for (const part of schedulers) part.lastEpoch--;
    schedulers[0]!.begin();
    this.lastLr = schedulers[0]!.getLastLr();
  }
  override step(epoch?: number): void {
    if (epoch !== undefined)
      throw new ValueError('SequentialLR: step takes no epoch, and it cannot be part of a SequentialLR.');
    this.lastEpoch++;
    const at = this.milestones.filter((each) => each <= this.lastEpoch).length;
    const part = this.parts[at]!;
    if (at > 0 && this.milestones[at - 1] === this.lastEpoch) part.step(0);
    else part.step();
    this.lastLr = part.getLastLr();
  }
}

/**
 * All schedulers at every step; their factors multiply. https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ChainedScheduler.html
 * @throws ValueError unless all are of one optimizer
 */
export class ChainedScheduler extends CombinedLR {
  protected readonly parts: readonly LRScheduler[];
  constructor(schedulers: readonly LRScheduler[]) {
    requireParts('ChainedScheduler', schedulers[0]?.optimizer, schedulers);
    super(schedulers[0]!.optimizer);
    this.parts = [...schedulers];
    this.lastEpoch = 0;
    this.lastLr = this.rates;
  }
  override step(epoch?: number): void {
    this.lastEpoch = epoch ?? this.lastEpoch + 1;
    for (const part of this.parts) part.step(epoch);
    this.lastLr = this.rates;
  }
}

/**
 * A warm-up before a scheduler: LinearLR from startFactor to 1 for `steps` steps, then the scheduler from its beginning.
 * @param options.startFactor default 1/3 @throws ValueError as LinearLR and SequentialLR do
 */
export function warmUp(scheduler: LRScheduler, steps: number, options: { startFactor?: number } = {}): SequentialLR {
  const { startFactor = 1 / 3 } = known('warmUp', options, ['startFactor']);
  requireParts('warmUp', scheduler.optimizer, [scheduler]);
  const { optimizer } = scheduler;
  return new SequentialLR(optimizer, [new LinearLR(optimizer, { startFactor, totalIters: steps }), scheduler], [steps]);
}
