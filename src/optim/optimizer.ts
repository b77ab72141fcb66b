/** What all optimizers share: parameter groups, state, state dicts, and the one record that runs a step. */
import { status } from '../backend/backend.ts';
import { backend } from '../backend/current.ts';
import { clearGrad } from '../autograd.ts';
import { type DType, dtypes, isFloat } from '../dtype.ts';
import { BackendError, DTypeError, show, ShapeError, StateError, ValueError } from '../errors.ts';
import { enableGrad, noGrad } from '../graph.ts';
import type { OptimizerRow } from '../kernels/spec.ts';
import { cast, contiguous, full, tensor } from '../ops/create.ts';
import { ringFor } from '../ring.ts';
import { sameShape } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import { camelCase, copyState, type OptimizerStateDict, readGroups, snakeCase } from './stateDict.ts';

export interface BaseOptions {
  /** The learning rate. */
  lr: number;
  /** Go up instead of down. Default: false. */
  maximize: boolean;
}
/** Parameters with options of their own; change `group.lr` between steps as you like. */
export type ParamGroup<O> = O & { readonly params: readonly Tensor[] };
/** Parameters, or groups of them with options that differ from the optimizer's. */
export type Params<O> = Iterable<Tensor> | Iterable<{ params: Iterable<Tensor> } & Partial<O>>;

/** The kernel of an optimizer and what it reads. */
export interface Rule {
  name: string;
  opcode: number;
  row: OptimizerRow;
}

/** A parameter, and its state once it has taken a step. */
interface Slot {
  readonly param: Tensor;
  /** How many steps it has taken: a float32 that the kernel counts up. */
  step: Tensor | null;
  /** In the order of the row's `state`. */
  readonly states: (Tensor | null)[];
  /** The gradient of the step that is being taken. */
  gradient: Tensor | null;
}

interface Batch {
  readonly dtype: DType;
  readonly slots: Slot[];
}
interface Plan<O> {
  readonly group: ParamGroup<O>;
  /** The parameters by dtype: a record has one. */
  readonly batches: readonly Batch[];
  readonly slots: readonly Slot[];
  /** Where the kernel reads the hyperparameters, and what is in there. */
  cell: Tensor | null;
  readonly written: Float64Array;
}

/** Words of a record before its parameters, and of each of those besides its state. */
const headWords = 5;
const slotWords = 4;

/** The base of optimizers. https://pytorch.org/docs/stable/optim.html */
export abstract class Optimizer<O extends BaseOptions = BaseOptions> {
  /** The groups and their options. */
  readonly paramGroups: ParamGroup<O>[] = [];
  readonly #plans: Plan<O>[] = [];
  readonly #known = new Set<Tensor>();
  readonly #rule: Rule;
  /** The name of the algorithm. */
  readonly name: string;
  /** The options of a group that does not say otherwise. */
  readonly defaults: O;

  /** @throws what addParamGroup throws; ValueError when there are no parameters */
  constructor(rule: Rule, params: Params<O>, defaults: O, options: Partial<O>) {
    this.#rule = rule;
    this.name = rule.name;
    this.defaults = merge(rule.name, defaults, options);
    const list = params instanceof Tensor ? [] : [...params];
    if (list.length === 0) {
      throw new ValueError(
        `${rule.name}: no parameters. Pass model.parameters(), a list of tensors, or groups such as [{ params: model.parameters(), lr: 0.1 }].`,
      );
    }
    if (list[0] instanceof Tensor)
      this.addParamGroup({ params: list as Tensor[] } as { params: Tensor[] } & Partial<O>);
    else for (const group of list) this.addParamGroup(group as { params: Iterable<Tensor> } & Partial<O>);
  }

  /** Checks a group's options. @throws ValueError */
  protected abstract validate(group: O): void;
  /** The values of the row's hyperparameters, by their names. */
  protected abstract hyper(group: O): Record<string, number>;
  /** Whether a group needs a state tensor. */
  protected uses(_group: O, _state: string): boolean {
    return true;
  }
  /** What a state tensor starts from. */
  protected initial(_group: O, _state: string): number {
    return 0;
  }

  /**
   * Adds parameters with options of their own.
   * @throws ValueError for an unknown option, a bad value or a parameter that is there already; StateError unless the parameters are
   * contiguous leaves; DTypeError unless they are float
   */
  addParamGroup({ params, ...rest }: { params: Iterable<Tensor> } & Partial<O>): void {
    const { name, defaults } = this;
    const options = rest as unknown as Partial<O>;
    const list = Object.freeze(params instanceof Tensor ? [params] : [...params]);
    list.forEach((p, i) => this.#check(p, i));
    if (new Set(list).size < list.length) throw new ValueError(`${name}: a parameter appears twice in one group.`);
    const group: ParamGroup<O> = { params: list, ...merge(name, defaults, options) };
    this.validate(group);

    const { row } = this.#rule;
    const slots = list.map((param): Slot => ({ param, step: null, states: row.state.map(() => null), gradient: null }));
    const batches = [...new Set(list.map((p) => p.dtype))].map((dtype) => ({
      dtype,
      slots: slots.filter((s) => s.param.dtype === dtype),
    }));
    this.#plans.push({ group, batches, slots, cell: null, written: new Float64Array(row.hyper.length) });
    this.paramGroups.push(group);
    for (const p of list) this.#known.add(p);
  }

  #check(p: unknown, i: number): void {
    const { name } = this;
    if (!(p instanceof Tensor))
      throw new ValueError(`${name}: parameter ${i} is not a tensor. Pass model.parameters().`);
    p.assertFresh();
    if (!p.isLeaf)
      throw new StateError(
        `${name}: parameter ${i} ${show(p.shape)} is no leaf but the result of ${p.gradFn!.name}. Optimize its inputs, or a detach() of it.`,
      );
    if (!isFloat(p.dtype))
      throw new DTypeError(`${name}: parameter ${i} is ${p.dtype}; only float32 and float64 can be optimized.`);
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
      const cell = this.#cell(plan);
      for (const { dtype, slots } of plan.batches) this.#run(plan, dtype, slots, cell);
    }
    return loss;
  }

  /** Makes what the record will name: a gradient in the parameter's layout, and state where it lacks. */
  #prepare({ group }: Plan<O>, slot: Slot): void {
    const { param } = slot;
    let g = param.grad;
    slot.gradient = null;
    if (g === null) return;
    if (g.dtype !== param.dtype || !g.contiguous_ || !sameShape(g.shape, param.shape)) g = this.#usable(g, param);
    slot.gradient = g;
    slot.step ??= full([], 0);
    const { state } = this.#rule.row;
    for (let k = 0; k < state.length; k++) {
      if (slot.states[k] !== null || !this.uses(group, state[k]!)) continue;
      slot.states[k] = full(param.shape, this.initial(group, state[k]!), { dtype: param.dtype });
    }
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
  #cell(plan: Plan<O>): Tensor {
    const { name } = this;
    const { row } = this.#rule;
    const values = this.hyper(plan.group);
    let changed = plan.cell === null;
    for (let i = 0; i < row.hyper.length; i++) {
      const value = values[row.hyper[i]!];
      if (typeof value !== 'number')
        throw new ValueError(`${name}: ${row.hyper[i]} must be a number, got ${String(value)}.`);
      if (value === plan.written[i]) continue;
      plan.written[i] = value;
      changed = true;
    }
    plan.cell ??= tensor(plan.written);
    if (changed) plan.cell.storage.write(0, plan.written);
    return plan.cell;
  }

  /** Runs the record; several, when the ring does not hold all parameters or memory not all of their state at once. */
  #run({ group }: Plan<O>, dtype: DType, slots: readonly Slot[], cell: Tensor): void {
    const { ring, capacity } = backend();
    const words = slotWords + this.#rule.row.state.length;
    const most = Math.floor((ring.length - headWords) / words);
    let batch: Slot[] = [];
    let bytes = 0;
    for (const slot of slots) {
      if (slot.gradient === null) continue;
      const more = slot.param.length * slot.param.info.bytes * words;
      if (batch.length === most || (batch.length > 0 && bytes + more > capacity / 4)) {
        this.#exec(group, dtype, batch, cell);
        batch = [];
        bytes = 0;
      }
      batch.push(slot);
      bytes += more;
    }
    if (batch.length > 0) this.#exec(group, dtype, batch, cell);
  }

  /** Writes and runs one record: see native/kernels/optimizer.inl. */
  #exec(group: ParamGroup<O>, dtype: DType, slots: readonly Slot[], cell: Tensor): void {
    const { opcode, row } = this.#rule;
    const { state } = row;
    const named: (Tensor | null)[] = [];
    for (const { param, step, states, gradient } of slots) {
      named.push(param, step, gradient);
      for (let k = 0; k < states.length; k++) named.push(states[k]!);
    }
    const ring = ringFor(this.name, cell, named);
    let at = headWords;
    for (const slot of slots) {
      const { param, step, states, gradient } = slot;
      ring[at] = param.length;
      ring[at + 1] = step!.address;
      ring[at + 2] = param.address;
      ring[at + 3] = gradient!.address;
      for (let k = 0; k < state.length; k++) {
        const tensor = states[k]!;
        ring[at + slotWords + k] = tensor !== null && this.uses(group, state[k]!) ? tensor.address : 0;
      }
      at += slotWords + state.length;
      param.storage.version++;
      slot.gradient = null;
    }
    ring[0] = opcode;
    ring[1] = at;
    ring[2] = dtypes[dtype].code;
    ring[3] = slots.length;
    ring[4] = cell.address;
    const code = backend().exec(at);
    if (code !== status.ok) throw new BackendError(`${this.name}: no kernel for ${dtype} (status ${code}).`);
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
      for (const { step, states } of slots) {
        if (step !== null) {
          const entry: Record<string, Tensor> = (dict.state[index] = { step });
          this.#rule.row.state.forEach((name, k) => {
            if (states[k]) entry[snakeCase(name)] = states[k];
          });
        }
        params.push(index++);
      }
      const options = Object.entries(group).filter(([name]) => name !== 'params');
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
    const { row } = this.#rule;
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
          return option !== 'params' && Object.hasOwn(group, option) ? [[option, value]] : [];
        }),
      ) as Partial<O>;
      this.validate({ ...group, ...options });
      load.push(() => Object.assign(group, options));
      slots.forEach((slot, i) => {
        const entry = dict.state[saved.params[i]!];
        const { step, states } = copyState(name, entry ?? {}, row.state, slot.param);
        load.push(() => {
          slot.step = step;
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
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(defaults, name)) {
      throw new ValueError(`${op}: there is no option "${name}"; it has ${Object.keys(defaults).join(', ')}.`);
    }
    if (value !== undefined) Object.assign(result, { [name]: value });
  }
  return result;
}

/** @throws ValueError unless the value is at least `least`, and below `below` where that is given */
export function requireRange(op: string, name: string, value: number, least = 0, below = Infinity): void {
  if (value >= least && value < below) return;
  const range = below === Infinity ? `≥ ${least}` : `in [${least}, ${below})`;
  throw new ValueError(`${op}: ${name} must be ${range}, got ${String(value)}.`);
}
