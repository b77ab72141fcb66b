/** Schedulers along cosines and cycles. */
import { known, requireWhole } from '../../options.ts';
import { StateError, ValueError } from '../../errors.ts';
import type { Optimizer } from '../optimizer.ts';
import {
  anneal,
  LRScheduler,
  perGroup,
  requireFraction,
  requireMomentum,
  requireOneOf,
  type SchedulerOptions,
  setMomentum,
} from './base.ts';

export interface CosineOptions extends SchedulerOptions {
  /** The least learning rate. Default: 0. */
  etaMin?: number;
}
/**
 * Down to etaMin along half a cosine in tMax epochs, and up again. Loshchilov & Hutter 2017, https://arxiv.org/abs/1608.03983.
 * https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html
 * @throws ValueError unless tMax is a whole number ≥ 1
 */
export class CosineAnnealingLR extends LRScheduler {
  private readonly etaMin: number;
  constructor(
    optimizer: Optimizer,
    private readonly tMax: number,
    given: CosineOptions = {},
  ) {
    const { etaMin = 0, ...options } = known('CosineAnnealingLR', given, ['etaMin', 'lastEpoch']);
    requireWhole('CosineAnnealingLR', 'tMax', tMax);
    super(optimizer, options);
    this.etaMin = etaMin;
    this.begin();
  }
  protected getLr(): number[] {
    const { lastEpoch: epoch, tMax, etaMin, rates } = this;
    if (epoch === 0) return rates;
    if (this.stepCount === 1) return this.closedForm();
    // At the bottom the rate before is etaMin, and a ratio says nothing.
    if ((epoch - 1 - tMax) % (2 * tMax) === 0)
      return rates.map((lr, i) => lr + ((this.baseLrs[i]! - etaMin) * (1 - Math.cos(Math.PI / tMax))) / 2);
    const height = (at: number): number => 1 + Math.cos((Math.PI * at) / tMax);
    return rates.map((lr) => (height(epoch) / height(epoch - 1)) * (lr - etaMin) + etaMin);
  }
  protected override closedForm(): number[] {
    const { lastEpoch, tMax, etaMin } = this;
    return this.baseLrs.map((base) => etaMin + ((base - etaMin) * (1 + Math.cos((Math.PI * lastEpoch) / tMax))) / 2);
  }
}

export interface WarmRestartsOptions extends CosineOptions {
  /** How many times longer each period is than the one before. Default: 1. */
  tMult?: number;
}
/**
 * Down to etaMin along half a cosine in t0 epochs, and again from the top, in periods that grow. `step(epoch + batch / batches)` sets
 * the rates within an epoch. Loshchilov & Hutter 2017, https://arxiv.org/abs/1608.03983.
 * https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingWarmRestarts.html
 * @throws ValueError unless t0 and tMult are whole numbers ≥ 1
 */
export class CosineAnnealingWarmRestarts extends LRScheduler {
  private readonly tMult: number;
  private readonly etaMin: number;
  private tI: number;
  private tCur: number;
  constructor(
    optimizer: Optimizer,
    private readonly t0: number,
    given: WarmRestartsOptions = {},
  ) {
    const {
      tMult = 1,
      etaMin = 0,
      ...options
    } = known('CosineAnnealingWarmRestarts', given, ['tMult', 'etaMin', 'lastEpoch']);
    requireWhole('CosineAnnealingWarmRestarts', 't0', t0);
    requireWhole('CosineAnnealingWarmRestarts', 'tMult', tMult);
    super(optimizer, options);
    this.tMult = tMult;
    this.etaMin = etaMin;
    this.tI = t0;
    this.tCur = this.lastEpoch;
    this.begin();
  }
  /** @param epoch may have a fraction */
  override step(epoch?: number): void {
    if (epoch !== undefined || this.lastEpoch < 0) {
      this.#goTo(epoch ?? 0);
      super.step(epoch ?? 0);
      this.lastEpoch = Math.floor(this.lastEpoch);
      return;
    }
    this.tCur++;
    if (this.tCur >= this.tI) {
      this.tCur -= this.tI;
      this.tI *= this.tMult;
    }
    super.step();
  }
  /** Finds the period of an epoch. */
  #goTo(epoch: number): void {
    const { t0, tMult } = this;
    this.tI = t0;
    this.tCur = epoch;
    if (tMult === 1) this.tCur = epoch % t0;
    else {
      while (this.tCur >= this.tI) {
        this.tCur -= this.tI;
        this.tI *= tMult;
      }
    }
  }
  protected getLr(): number[] {
    const height = (1 + Math.cos((Math.PI * this.tCur) / this.tI)) / 2;
    return this.baseLrs.map((base) => this.etaMin + (base - this.etaMin) * height);
  }
}

const cycled = ['cycleMomentum', 'baseMomentum', 'maxMomentum', 'lastEpoch'];
const cyclicNames = ['stepSizeUp', 'stepSizeDown', 'mode', 'gamma', 'scaleFn', 'scaleMode', ...cycled];
const oneCycleNames = [
  'totalSteps',
  'epochs',
  'stepsPerEpoch',
  'pctStart',
  'annealStrategy',
  'divFactor',
  'finalDivFactor',
  'threePhase',
  ...cycled,
];

export interface CyclicLROptions extends SchedulerOptions {
  /** How many steps a cycle rises. Default: 2000. */
  stepSizeUp?: number;
  /** How many it falls. Default: stepSizeUp. */
  stepSizeDown?: number | null;
  /** Whether cycles stay as high, halve, or shrink by gamma every step. Default: 'triangular'. */
  mode?: 'triangular' | 'triangular2' | 'exp_range';
  /** Default: 1. */
  gamma?: number;
  /** The height of a cycle instead of mode: of the number of the cycle from 1 on, or of the step. */
  scaleFn?: (at: number) => number;
  /** What scaleFn takes. Default: 'cycle'. */
  scaleMode?: 'cycle' | 'iterations';
  /** Moves momentum (or the first beta) against the learning rate. Default: true. */
  cycleMomentum?: boolean;
  /** Default: 0.8. */
  baseMomentum?: number | readonly number[];
  /** Default: 0.9. */
  maxMomentum?: number | readonly number[];
}
/**
 * Up from baseLr to maxLr and down again, over and over, step by step. Smith 2017, https://arxiv.org/abs/1506.01186.
 * https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CyclicLR.html
 * @throws ValueError for bad options; StateError when the optimizer has no momentum to cycle
 */
export class CyclicLR extends LRScheduler {
  private readonly maxLrs: number[];
  private readonly totalSize: number;
  private readonly stepRatio: number;
  private readonly mode: string;
  private readonly gamma: number;
  private readonly scaleMode: string;
  private readonly scaleFn: ((at: number) => number) | undefined;
  private readonly cycleMomentum: boolean;
  private readonly baseMomentums: number[];
  private readonly maxMomentums: number[];
  constructor(
    optimizer: Optimizer,
    baseLr: number | readonly number[],
    maxLr: number | readonly number[],
    options: CyclicLROptions = {},
  ) {
    const {
      stepSizeUp = 2000,
      mode = 'triangular',
      gamma = 1,
      scaleFn,
      cycleMomentum = true,
    } = known('CyclicLR', options, cyclicNames);
    const stepSizeDown = options.stepSizeDown ?? stepSizeUp;
    if (!(stepSizeUp > 0 && stepSizeDown > 0))
      throw new ValueError(`CyclicLR: stepSizeUp and stepSizeDown must be > 0, got ${stepSizeUp} and ${stepSizeDown}.`);
    requireOneOf('CyclicLR', 'mode', mode, ['triangular', 'triangular2', 'exp_range']);
    const baseLrs = perGroup('CyclicLR', 'baseLr', baseLr, optimizer);
    if ((options.lastEpoch ?? -1) === -1) optimizer.paramGroups.forEach((group, i) => (group.lr = baseLrs[i]!));
    super(optimizer, { lastEpoch: options.lastEpoch });
    if (cycleMomentum) requireMomentum('CyclicLR', optimizer);
    const each = (name: string, value: number | readonly number[]): number[] =>
      perGroup('CyclicLR', name, value, optimizer);
    this.baseLrs = baseLrs;
    this.maxLrs = each('maxLr', maxLr);
    this.totalSize = stepSizeUp + stepSizeDown;
    this.stepRatio = stepSizeUp / this.totalSize;
    this.mode = mode;
    this.gamma = gamma;
    this.scaleFn = scaleFn;
    this.scaleMode = scaleFn ? (options.scaleMode ?? 'cycle') : mode === 'exp_range' ? 'iterations' : 'cycle';
    this.cycleMomentum = cycleMomentum;
    this.baseMomentums = each('baseMomentum', options.baseMomentum ?? 0.8);
    this.maxMomentums = each('maxMomentum', options.maxMomentum ?? 0.9);
    this.begin();
  }
  #height(at: number): number {
    if (this.scaleFn) return this.scaleFn(at);
    if (this.mode === 'triangular') return 1;
    return this.mode === 'triangular2' ? 2 ** (1 - at) : this.gamma ** at;
  }
  protected getLr(): number[] {
    const { lastEpoch, totalSize, stepRatio } = this;
    const cycle = Math.floor(1 + lastEpoch / totalSize);
    const x = 1 + lastEpoch / totalSize - cycle;
    const up = x <= stepRatio ? x / stepRatio : (x - 1) / (stepRatio - 1);
    const height = up * this.#height(this.scaleMode === 'cycle' ? cycle : lastEpoch);
    if (this.cycleMomentum) {
      this.optimizer.paramGroups.forEach((group, i) => {
        const [base, most] = [this.baseMomentums[i]!, this.maxMomentums[i]!];
        setMomentum(group, most - (most - base) * height);
      });
    }
    return this.baseLrs.map((base, i) => base + (this.maxLrs[i]! - base) * height);
  }
}

export interface OneCycleLROptions extends SchedulerOptions {
  /** How many steps there are; or epochs and stepsPerEpoch. */
  totalSteps?: number;
  epochs?: number;
  stepsPerEpoch?: number;
  /** The part of all steps that rises. Default: 0.3. */
  pctStart?: number;
  /** Default: 'cos'. */
  annealStrategy?: 'cos' | 'linear';
  /** Moves momentum (or the first beta) against the learning rate. Default: true. */
  cycleMomentum?: boolean;
  /** Default: 0.85. */
  baseMomentum?: number | readonly number[];
  /** Default: 0.95. */
  maxMomentum?: number | readonly number[];
  /** maxLr over the first learning rate. Default: 25. */
  divFactor?: number;
  /** The first learning rate over the last. Default: 1e4. */
  finalDivFactor?: number;
  /** Falls to the first learning rate before it falls to the last. Default: false. */
  threePhase?: boolean;
}
/**
 * Up to maxLr and down to almost 0, once, step by step. Smith & Topin 2019, https://arxiv.org/abs/1708.07120.
 * https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.OneCycleLR.html
 * @throws ValueError for bad options, StateError when the optimizer has no momentum to cycle; step: StateError after the last step
 */
export class OneCycleLR extends LRScheduler {
  private readonly totalSteps: number;
  private readonly annealStrategy: string;
  private readonly cycleMomentum: boolean;
  private readonly maxLrs: number[];
  private readonly minLrs: number[];
  private readonly baseMomentums: number[];
  private readonly maxMomentums: number[];
  private readonly phases: readonly { end: number; from: Mark; to: Mark }[];
  constructor(optimizer: Optimizer, maxLr: number | readonly number[], options: OneCycleLROptions = {}) {
    const {
      pctStart = 0.3,
      annealStrategy = 'cos',
      cycleMomentum = true,
      threePhase = false,
    } = known('OneCycleLR', options, oneCycleNames);
    const { divFactor = 25, finalDivFactor = 1e4, lastEpoch = -1 } = options;
    const totalSteps = stepsOf(options);
    requireFraction('OneCycleLR', 'pctStart', pctStart);
    requireOneOf('OneCycleLR', 'annealStrategy', annealStrategy, ['cos', 'linear']);
    const each = (name: string, value: number | readonly number[]): number[] =>
      perGroup('OneCycleLR', name, value, optimizer);
    const maxLrs = each('maxLr', maxLr);
    if (lastEpoch === -1) optimizer.paramGroups.forEach((group, i) => (group.initialLr = maxLrs[i]! / divFactor));
    super(optimizer, { lastEpoch });
    if (cycleMomentum) requireMomentum('OneCycleLR', optimizer);
    this.maxLrs = maxLrs;
    this.minLrs = maxLrs.map((most) => most / divFactor / finalDivFactor);
    this.totalSteps = totalSteps;
    this.annealStrategy = annealStrategy;
    this.cycleMomentum = cycleMomentum;
    this.baseMomentums = each('baseMomentum', options.baseMomentum ?? 0.85);
    this.maxMomentums = each('maxMomentum', options.maxMomentum ?? 0.95);
    const top = pctStart * totalSteps - 1;
    this.phases = threePhase
      ? [
          { end: top, from: 'first', to: 'top' },
          { end: 2 * pctStart * totalSteps - 2, from: 'top', to: 'first' },
          { end: totalSteps - 1, from: 'first', to: 'last' },
        ]
      : [
          { end: top, from: 'first', to: 'top' },
          { end: totalSteps - 1, from: 'top', to: 'last' },
        ];
    this.begin();
  }
  protected getLr(): number[] {
    const { lastEpoch: step, totalSteps, annealStrategy, phases } = this;
    if (step > totalSteps)
      throw new StateError(
        `OneCycleLR: step ${step + 1} of ${totalSteps}. Give it more totalSteps, or stop stepping it.`,
      );
    const found = phases.findIndex(({ end }) => step <= end);
    const k = found < 0 ? phases.length - 1 : found;
    const [start, { end, from, to }] = [k === 0 ? 0 : phases[k - 1]!.end, phases[k]!];
    const between = (at: (mark: Mark) => number): number =>
      anneal(annealStrategy, at(from), at(to), (step - start) / (end - start));
    return this.optimizer.paramGroups.map((group, i) => {
      const rates = { first: this.baseLrs[i]!, top: this.maxLrs[i]!, last: this.minLrs[i]! };
      const momenta = (mark: Mark): number => (mark === 'top' ? this.baseMomentums : this.maxMomentums)[i]!;
      if (this.cycleMomentum) setMomentum(group, between(momenta));
      return between((mark) => rates[mark]);
    });
  }
}
/** Where a phase begins and ends. */
type Mark = 'first' | 'top' | 'last';

function stepsOf({ totalSteps, epochs, stepsPerEpoch }: OneCycleLROptions): number {
  if (totalSteps !== undefined) {
    requireWhole('OneCycleLR', 'totalSteps', totalSteps);
    return totalSteps;
  }
  if (epochs === undefined || stepsPerEpoch === undefined)
    throw new ValueError('OneCycleLR: needs totalSteps, or epochs and stepsPerEpoch.');
  requireWhole('OneCycleLR', 'epochs', epochs);
  requireWhole('OneCycleLR', 'stepsPerEpoch', stepsPerEpoch);
  return epochs * stepsPerEpoch;
}
