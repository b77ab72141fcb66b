/** Optimizers whose update is a row of the kernel spec: one record runs a step. */
import { status } from '../backend/backend.ts';
import { backend } from '../backend/current.ts';
import { type DType, dtypes } from '../dtype.ts';
import { BackendError } from '../errors.ts';
import type { OptimizerRow } from '../kernels/spec.ts';
import { scope } from '../memory.ts';
import { copyInto } from '../ops/elementwise.ts';
import { widen } from '../ops/widened.ts';
import { ringFor } from '../ring.ts';
import type { Tensor } from '../tensor.ts';
import { type BaseOptions, Optimizer, type Params, type ParamGroup, type Plan, type Slot } from './optimizer.ts';

/** The kernel of an optimizer and what it reads. */
export interface Rule {
  name: string;
  opcode: number;
  row: OptimizerRow;
}

/** Words of a record before its parameters, and of each of those besides its state. */
const headWords = 5;
const slotWords = 4;

/** The base of optimizers with a kernel of their own. */
export abstract class FusedOptimizer<O extends BaseOptions> extends Optimizer<O> {
  readonly #rule: Rule;

  constructor(rule: Rule, params: Params<O>, defaults: O, options: Partial<O>) {
    const { hyper, state, cells = {} } = rule.row;
    super({ name: rule.name, hyper, state, cells: Object.keys(cells) }, params, defaults, options);
    this.#rule = rule;
  }

  protected update(plan: Plan<O>): void {
    this.run(plan, plan.slots);
  }

  /** Takes a step with all slots that have a gradient. */
  protected run(plan: Plan<O>, slots: readonly Slot[]): void {
    const cell = this.cellOf(plan);
    for (const dtype of plan.dtypes) this.#run(plan.group, dtype, slots, cell);
  }

  /** Runs the record; several, when the ring does not hold all parameters or memory not all of their state at once. */
  #run(group: ParamGroup<O>, dtype: DType, slots: readonly Slot[], cell: Tensor): void {
    const { ring, capacity } = backend();
    const words = slotWords + this.#rule.row.state.length;
    const most = Math.floor((ring.length - headWords) / words);
    let batch: Slot[] = [];
    let bytes = 0;
    for (const slot of slots) {
      if (slot.gradient === null || slot.param.dtype !== dtype) continue;
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

  /** float16 and bfloat16 are updated as float32, and parameters and state rounded back. */
  #exec(group: ParamGroup<O>, dtype: DType, slots: readonly Slot[], cell: Tensor): void {
    const { wide } = dtypes[dtype];
    if (wide === dtype) return this.#update(group, dtype, slots, cell);
    scope(() => {
      const copies = slots.map((slot) => ({
        ...slot,
        param: widen(slot.param),
        states: slot.states.map(widen),
        gradient: widen(slot.gradient),
      }));
      this.#update(group, wide, copies, cell);
      slots.forEach((slot, i) => {
        copyInto(slot.param, copies[i]!.param);
        slot.param.storage.version++;
        slot.states.forEach((state, k) => state && copyInto(state, copies[i]!.states[k]!));
        slot.gradient = null;
      });
    });
  }

  /** Writes and runs one record: see native/kernels/optimizer.inl. */
  #update(group: ParamGroup<O>, dtype: DType, slots: readonly Slot[], cell: Tensor): void {
    const { opcode, row } = this.#rule;
    const { state } = row;
    const named: (Tensor | null)[] = [];
    for (const { param, counter, states, gradient } of slots) {
      named.push(param, counter, gradient);
      for (let k = 0; k < states.length; k++) named.push(states[k]!);
    }
    const ring = ringFor(this.name, cell, named);
    let at = headWords;
    for (const slot of slots) {
      const { param, counter, states, gradient } = slot;
      ring[at] = param.length;
      ring[at + 1] = counter!.address;
      ring[at + 2] = param.address;
      ring[at + 3] = gradient!.address;
      for (let k = 0; k < state.length; k++) {
        const tensor = states[k]!;
        ring[at + slotWords + k] = tensor !== null && this.uses(group, state[k]!, param) ? tensor.address : 0;
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
}
