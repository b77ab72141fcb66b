/** What learning rate schedulers share. */
import { known } from '../../options.ts';
import { StateError, ValueError } from '../../errors.ts';
import { Optimizer } from '../optimizer.ts';
import { camelCase, snakeCase } from '../stateDict.ts';

export interface SchedulerOptions {
  /** The epoch to go on from, −1 to begin. The optimizer's state, loaded before, must tell its initial learning rates. Default: −1. */
  lastEpoch?: number;
}
/** Numbers, lists and names by PyTorch's names. Learning rates themselves are in the optimizer's state dict. */
export type SchedulerStateDict = Record<string, unknown>;

/** PyTorch's names that are not the snake_case of descend's. */
const irregular: Record<string, string> = {
  stepCount: '_step_count',
  lastLr: '_last_lr',
  tMax: 'T_max',
  t0: 'T_0',
  tMult: 'T_mult',
  tCur: 'T_cur',
  tI: 'T_i',
};
const regular = new Map(Object.entries(irregular).map(([own, name]) => [name, own]));

const isPlain = (value: unknown): boolean =>
  value === null ||
  ['number', 'boolean', 'string'].includes(typeof value) ||
  (Array.isArray(value) && value.every(isPlain));

/**
 * Own properties that are numbers, names or lists of them are a scheduler's state; what an object is for is not.
 * @returns them under PyTorch's names
 */
export function stateOf(scheduler: object): SchedulerStateDict {
  const entries = Object.entries(scheduler).filter(([, value]) => isPlain(value));
  return Object.fromEntries(
    entries.map(([name, value]) => [
      irregular[name] ?? snakeCase(name),
      Array.isArray(value) ? [...(value as unknown[])] : value,
    ]),
  );
}

/** Assigns a state to the properties of those names, all or nothing. Names that a scheduler does not have are left out. @throws ValueError */
export function loadState(scheduler: object, dict: SchedulerStateDict): void {
  const own = scheduler as Record<string, unknown>;
  const { name } = scheduler.constructor;
  if (typeof dict !== 'object' || dict === null || typeof dict['last_epoch'] !== 'number')
    throw new ValueError(
      `${name}.loadStateDict: not a scheduler's state dict: it has no last_epoch. Nothing was loaded.`,
    );
  const found: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(dict)) {
    const property = regular.get(key) ?? camelCase(key);
    if (!Object.hasOwn(own, property) || !isPlain(own[property])) continue;
    const before = own[property];
    const [list, other] = [Array.isArray(before), Array.isArray(value)];
    const fits =
      list === other && (before === null || value === null || typeof before === typeof value) && isPlain(value);
    if (!fits || (list && property !== 'milestones' && (before as unknown[]).length !== (value as unknown[]).length)) {
      throw new ValueError(
        `${name}.loadStateDict: ${key} is ${JSON.stringify(value)} in the dict, ${JSON.stringify(before)} here. Nothing was loaded.`,
      );
    }
    found[property] = list ? [...(value as unknown[])] : value;
  }
  Object.assign(scheduler, found);
}

/**
 * The base of schedulers: `step()` after every epoch (or every step of the optimizer, as the scheduler's numbers mean it) sets the learning
 * rates of all groups. Most compute a rate from the one before, so that several on one optimizer multiply; `step(epoch)` goes to an
 * epoch, by the closed form where there is one. A subclass calls begin() when it knows its options.
 * https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate
 */
export abstract class LRScheduler {
  /** The epoch whose learning rates the groups have. */
  lastEpoch: number;
  /** What the learning rates were before the first scheduler. */
  baseLrs: number[];
  protected stepCount = 0;
  protected lastLr: number[] = [];

  /** @throws ValueError unless it is an optimizer; StateError when it does not know its initial rates and lastEpoch is not −1 */
  constructor(
    readonly optimizer: Optimizer,
    options: SchedulerOptions = {},
  ) {
    const { lastEpoch = -1 } = known(this.constructor.name, options, ['lastEpoch']);
    const name = this.constructor.name;
    if (!(optimizer instanceof Optimizer)) throw new ValueError(`${name}: its first argument must be an optimizer.`);
    for (const group of optimizer.paramGroups) {
      if (lastEpoch === -1) group.initialLr ??= group.lr;
      else if (group.initialLr === undefined) {
        throw new StateError(
          `${name}: lastEpoch is ${lastEpoch}, but a group has no initialLr. Load the optimizer's state dict first, or set group.initialLr.`,
        );
      }
    }
    this.baseLrs = optimizer.paramGroups.map((group) => group.initialLr!);
    this.lastEpoch = lastEpoch;
  }

  /** The learning rates at lastEpoch, from those at the epoch before. */
  protected abstract getLr(): number[];
  /** The learning rates at lastEpoch, from the initial ones alone, where that can be said. */
  protected closedForm(): number[] {
    return this.getLr();
  }

  /** Sets the first learning rates. */
  begin(): void {
    this.stepCount = 0;
    this.step();
  }

  /** Goes to the next epoch, or to one given. @throws ValueError unless the epoch is ≥ 0 */
  step(epoch?: number): void {
    if (epoch !== undefined && !(epoch >= 0))
      throw new ValueError(`${this.constructor.name}: epoch must be ≥ 0, got ${String(epoch)}.`);
    this.stepCount++;
    this.lastEpoch = epoch ?? this.lastEpoch + 1;
    this.set(epoch === undefined ? this.getLr() : this.closedForm());
  }

  protected set(rates: readonly number[]): void {
    const { paramGroups } = this.optimizer;
    paramGroups.forEach((group, i) => (group.lr = rates[i]!));
    this.lastLr = paramGroups.map((group) => group.lr);
  }

  /** The learning rates of the groups. */
  protected get rates(): number[] {
    return this.optimizer.paramGroups.map((group) => group.lr);
  }

  /** The learning rates that the last step set. */
  getLastLr(): number[] {
    return [...this.lastLr];
  }

  /** Everything but the optimizer and functions, under PyTorch's names. */
  stateDict(): SchedulerStateDict {
    return stateOf(this);
  }
  /** Goes on from a state dict of descend's or PyTorch's. The optimizer's state is loaded apart. @throws ValueError for what does not fit */
  loadStateDict(dict: SchedulerStateDict): void {
    loadState(this, dict);
  }
}

/** One value for each group. @throws ValueError for a list of another length */
export function perGroup<T>(op: string, what: string, value: T | readonly T[], { paramGroups }: Optimizer): T[] {
  if (!Array.isArray(value)) return paramGroups.map(() => value as T);
  if (value.length !== paramGroups.length)
    throw new ValueError(`${op}: ${what} has ${value.length} values for ${paramGroups.length} groups.`);
  return [...(value as T[])];
}

/** @throws ValueError unless the value is in [0, 1] */
export function requireFraction(op: string, name: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw new ValueError(`${op}: ${name} must be in [0, 1], got ${String(value)}.`);
}

/** @throws ValueError unless the value is one of these */
export function requireOneOf(op: string, name: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return;
  throw new ValueError(`${op}: ${name} must be ${choices.join(' or ')}, got ${String(value)}.`);
}

/** The options of a group that momentum is read from and written to: SGD's momentum, or the first of Adam's betas. */
type WithMomentum = { momentum?: number; betas?: readonly [number, number] };

/** @throws StateError when the optimizer has no momentum */
export function requireMomentum(op: string, optimizer: Optimizer): void {
  if ('momentum' in optimizer.defaults || 'betas' in optimizer.defaults) return;
  throw new StateError(`${op}: ${optimizer.name} has no momentum to cycle. Pass cycleMomentum: false.`);
}

export function setMomentum(group: object, value: number): void {
  const own = group as WithMomentum;
  if (own.betas) own.betas = [value, own.betas[1]];
  else own.momentum = value;
}

/** From `start` to `end` as `at` goes from 0 to 1: along half a cosine, or a line. */
export function anneal(strategy: string, start: number, end: number, at: number): number {
  if (strategy === 'linear') return (end - start) * at + start;
  return end + ((start - end) / 2) * (Math.cos(Math.PI * at) + 1);
}
