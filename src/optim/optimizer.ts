/** What all optimizers share: parameter groups, state, state dicts. */
import { known } from '../options.ts';
import { clearGrad } from '../autograd.ts';
import { type DType, isFloat } from '../dtype.ts';
import { DTypeError, show, ShapeError, StateError, ValueError } from '../errors.ts';
import { enableGrad, noGrad } from '../graph.ts';
import { cast, contiguous, full, tensor } from '../ops/create.ts';
import { select } from '../ops/shape.ts';
import { sameShape, type Shape } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import { camelCase, copyState, type OptimizerStateDict, readGroups, snakeCase } from './stateDict.ts';

export interface BaseOptions {
  /** The learning rate. */
  lr: number;
  /** Go up instead of down. Default: false. */
  maximize: boolean;
}
/** Parameters with options of their own; change `group.lr` between steps as you like. */
export type ParamGroup<O> = O & {
  readonly params: readonly Tensor[];
  /** What the learning rate was before the first scheduler. */
  initialLr?: number;
};
/** Parameters, or groups of them with options that differ from the optimizer's. */
export type Params<O> = Iterable<Tensor> | Iterable<{ params: Iterable<Tensor> } & Partial<O>>;

/** What an optimizer reads and keeps. */
export interface Layout {
  readonly name: string;
  /** The numbers of its cell, in order. */
  readonly hyper: readonly string[];
  /** The tensors of a parameter's state. */
  readonly state: readonly string[];
  /** The numbers that are kept beside the step count. */
  readonly cells: readonly string[];
}

/** A parameter, and its state once it has taken a step. */
export interface Slot {
  readonly param: Tensor;
  /** Float32: how many steps it has taken, then for each number that is kept its value after the last step and before it. */
  counter: Tensor | null;
  /** In the order of the layout's `state`. */
  readonly states: (Tensor | null)[];
  /** The gradient of the step that is being taken: contiguous, of the parameter's shape and dtype. */
  gradient: Tensor | null;
}

export interface Plan<O> {
  readonly group: ParamGroup<O>;
  readonly slots: readonly Slot[];
  readonly dtypes: readonly DType[];
  /** Where the hyperparameters are read, and what is in there. */
  cell: Tensor | null;
  readonly written: Float64Array;
}

/** The base of optimizers. https://pytorch.org/docs/stable/optim.html */
export abstract class Optimizer<O extends { lr: number } = { lr: number }> {
  /** The groups and their options. */
  readonly paramGroups: ParamGroup<O>[] = [];
  readonly #plans: Plan<O>[] = [];
  readonly #known = new Set<Tensor>();
  protected readonly layout: Layout;
  /** The name of the algorithm. */
  readonly name: string;
  /** The options of a group that does not say otherwise. */
  readonly defaults: O;

  /** @throws what addParamGroup throws; ValueError when there are no parameters */
  constructor(layout: Layout, params: Params<O>, defaults: O, options: Partial<O>) {
    const { name } = layout;
    this.layout = layout;
    this.name = name;
    this.defaults = merge(name, defaults, options);
    const list = Symbol.iterator in Object(params) ? [...params] : [];
    if (list.length === 0) {
      throw new ValueError(
        `${name}: no parameters. Pass model.parameters(), a list of tensors, or groups such as [{ params: model.parameters(), lr: 0.1 }].`,
      );
    }
    if (list[0] instanceof Tensor)
      this.addParamGroup({ params: list as Tensor[] } as { params: Tensor[] } & Partial<O>);
    else for (const group of list) this.addParamGroup(group as { params: Iterable<Tensor> } & Partial<O>);
  }

  /** Checks a group's options. @throws ValueError */
  protected abstract validate(group: O): void;
  /** The values of the layout's hyperparameters, by their names. */
  protected abstract hyper(group: O): Record<string, number>;
  /** Changes those parameters of a group that have a gradient. */
  protected abstract update(plan: Plan<O>): void;
  /** Whether a parameter needs a state tensor. */
  protected uses(_group: O, _state: string, _param: Tensor): boolean {
    return true;
  }
  /** What a state tensor, or a number that is kept, starts from. */
  protected initial(_group: O, _state: string): number {
    return 0;
  }
  /** The shape of a state tensor: the parameter's. */
  protected shapeOf(_state: string, param: Tensor): Shape {
    return param.shape;
  }

  /**
   * Adds parameters with options of their own.
   * @throws ValueError for an unknown option, a bad value or a parameter that is there already; StateError unless the parameters are
   * contiguous leaves; DTypeError unless they are float
   */
  addParamGroup({ params, ...rest }: { params: Iterable<Tensor> } & Partial<O>): void {
    const { name, defaults } = this;
    const options = rest as unknown as Partial<O>;
    const list: readonly Tensor[] = Object.freeze(
      Symbol.iterator in Object(params) ? [...params] : [params as unknown as Tensor],
    );
    list.forEach((p, i) => this.#check(p, i));
    if (new Set(list).size < list.length) throw new ValueError(`${name}: a parameter appears twice in one group.`);
    const group: ParamGroup<O> = { params: list, ...merge(name, defaults, options) };
    this.validate(group);

    const { hyper, state } = this.layout;
    const slots = list.map((param): Slot => ({ param, counter: null, states: state.map(() => null), gradient: null }));
    const dtypes = [...new Set(list.map((p) => p.dtype))];
    this.#plans.push({ group, slots, dtypes, cell: null, written: new Float64Array(hyper.length) });
    this.paramGroups.push(group);
    for (const p of list) this.#known.add(p);
  }

  #check(p: Tensor, i: number): void {
    const { name } = this;
    if (!((p as unknown) instanceof Tensor))
      throw new ValueError(`${name}: parameter ${i} is not a tensor. Pass model.parameters().`);
    p.assertFresh();
    if (!p.isLeaf)
      throw new StateError(
        `${name}: parameter ${i} ${show(p.shape)} is no leaf but the result of ${p.gradFn!.name}. Optimize its inputs, or a detach() of it.`,
      );
    if (!isFloat(p.dtype)) throw new DTypeError(`${name}: parameter ${i} is ${p.dtype}; only floats can be optimized.`);
    if (!p.contiguous_)
      throw new StateError(
        `${name}: parameter ${i} ${show(p.shape)} is not contiguous. Use x.contiguous().detach().requiresGrad_().`,
      );
    if (this.#known.has(p))
      throw new ValueError(`${name}: parameter ${i} ${show(p.shape)} is already in another group.`);
  }

  /** Forgets the gradients of all parameters; their memory is used again. */
  zeroGrad(): void {
    for (const { slots } of this.#plans) for (const { param } of slots) clearGrad(param);
  }

  /**
   * One update of every parameter that has a gradient.
   * @param closure computes the loss again, with gradients, before the update @returns what the closure returned
   * @throws ShapeError when a gradient was replaced by one of another shape
   */
  step(): void;
  step<T>(closure: () => T): T;
  step<T>(closure?: () => T): T | void {
    const loss = closure && enableGrad(closure);
    for (const plan of this.#plans) {
      for (const slot of plan.slots) this.#prepare(plan, slot);
      this.update(plan);
    }
    return loss;
  }

  /** Makes what the update will read: a gradient in the parameter's layout, and state where it lacks. */
  #prepare({ group }: Plan<O>, slot: Slot): void {
    const { param } = slot;
    slot.gradient = this.gradientOf(param);
    if (slot.gradient === null) return;
    const { state, cells } = this.layout;
    slot.counter ??= this.#counter(
      0,
      cells.map((name) => this.initial(group, name)),
    );
    for (let k = 0; k < state.length; k++) {
      const name = state[k]!;
      if (slot.states[k] !== null || !this.uses(group, name, param)) continue;
      slot.states[k] = full(this.shapeOf(name, param), this.initial(group, name), { dtype: param.dtype });
    }
  }

  #counter(step: number, cells: readonly number[]): Tensor {
    return cells.length === 0 ? full([], step) : tensor([step, ...cells.flatMap((value) => [value, value])]);
  }

  /** A parameter's gradient, contiguous and of its dtype. @throws ShapeError when it has another shape */
  protected gradientOf(param: Tensor): Tensor | null {
    const g = param.grad;
    if (g === null || (g.dtype === param.dtype && g.contiguous_ && sameShape(g.shape, param.shape))) return g;
    return this.#usable(g, param);
  }

  #usable(g: Tensor, param: Tensor): Tensor {
    if (!sameShape(g.shape, param.shape)) {
      throw new ShapeError(
        `${this.name}: a gradient has shape ${show(g.shape)}, its parameter ${show(param.shape)}. They must be the same.`,
      );
    }
    return noGrad(() => contiguous(cast(g, param.dtype)));
  }

  /** The hyperparameters, written again when one has changed. */
  protected cellOf(plan: Plan<O>): Tensor {
    const { name, hyper } = this.layout;
    const values = this.hyper(plan.group);
    let changed = plan.cell === null;
    for (let i = 0; i < hyper.length; i++) {
      const value = values[hyper[i]!];
      if (typeof value !== 'number')
        throw new ValueError(`${name}: ${hyper[i]} must be a number, got ${String(value)}.`);
      if (value === plan.written[i]) continue;
      plan.written[i] = value;
      changed = true;
    }
    plan.cell ??= tensor(plan.written);
    if (changed) plan.cell.storage.write(0, plan.written);
    return plan.cell;
  }

  /**
   * State and options in PyTorch's layout: parameters are numbered through all groups, names are snake_case. The tensors are
   * those that the optimizer goes on changing: clone() what must stay as it is now.
   */
  stateDict(): OptimizerStateDict {
    const dict: OptimizerStateDict = { state: {}, param_groups: [] };
    let index = 0;
    for (const { group, slots } of this.#plans) {
      const params: number[] = [];
      for (const { counter, states } of slots) {
        if (counter !== null) {
          const { state, cells } = this.layout;
          const kept = (at: number): Tensor => noGrad(() => select(counter, 0, at));
          const entry: Record<string, Tensor> = { step: counter.ndim === 0 ? counter : kept(0) };
          cells.forEach((name, i) => (entry[snakeCase(name)] = kept(1 + 2 * i)));
          state.forEach((name, k) => {
            if (states[k]) entry[snakeCase(name)] = states[k];
          });
          dict.state[index] = entry;
        }
        params.push(index++);
      }
      const options = Object.entries(group).filter(([name, value]) => name !== 'params' && value !== undefined);
      dict.param_groups.push({
        ...Object.fromEntries(options.map(([name, value]) => [snakeCase(name), value])),
        params,
      });
    }
    return dict;
  }

  /**
   * Goes on from a state dict of descend's or PyTorch's. Everything is checked first: when it throws, nothing has changed.
   * @throws ValueError that says what does not fit
   */
  loadStateDict(dict: OptimizerStateDict): void {
    const { name } = this;
    const groups = readGroups(
      name,
      dict,
      this.#plans.map(({ slots }) => slots.length),
    );
    const load: (() => void)[] = [];
    this.#plans.forEach(({ group, slots }, g) => {
      const saved = groups[g]!;
      const options = Object.fromEntries(
        Object.entries(saved).flatMap(([key, value]) => {
          const option = camelCase(key);
          const known = option === 'initialLr' || (option !== 'params' && Object.hasOwn(group, option));
          return known ? [[option, value]] : [];
        }),
      ) as Partial<O>;
      this.validate({ ...group, ...options });
      load.push(() => Object.assign(group, options));
      slots.forEach((slot, i) => {
        const entry = dict.state[saved.params[i]!];
        const { state, cells } = this.layout;
        const shapes = state.map((each) => this.shapeOf(each, slot.param));
        const { step, kept, states } = copyState(name, entry ?? {}, { state, shapes, cells }, slot.param);
        const starts = cells.map((each, k) => kept[k] ?? this.initial({ ...group, ...options }, each));
        load.push(() => {
          slot.counter = step === null ? null : this.#counter(step, starts);
          states.forEach((state, k) => (slot.states[k] = state));
        });
      });
    });
    for (const assign of load) assign();
  }
}

/** Options over their defaults, those left undefined not counting. @throws ValueError for one that does not exist */
function merge<O extends object>(op: string, defaults: O, options: Partial<O>): O {
  const result = { ...defaults };
  for (const [name, value] of Object.entries(known(op, options, Object.keys(defaults))))
    if (value !== undefined) Object.assign(result, { [name]: value });
  return result;
}

/** @throws ValueError unless the value is at least `least`, and below `below` where that is given */
export function requireRange(op: string, name: string, value: number, least = 0, below = Infinity): void {
  if (value >= least && value < below) return;
  const range = below === Infinity ? `≥ ${least}` : `in [${least}, ${below})`;
  throw new ValueError(`${op}: ${name} must be ${range}, got ${String(value)}.`);
}

/** @throws ValueError unless betas are two numbers in [0, 1) */
export function requireBetas(op: string, betas: readonly number[]): void {
  if (!Array.isArray(betas) || betas.length !== 2)
    throw new ValueError(`${op}: betas must be two numbers, got ${String(betas)}.`);
  betas.forEach((beta, i) => requireRange(op, `betas[${i}]`, beta as number, 0, 1));
}
