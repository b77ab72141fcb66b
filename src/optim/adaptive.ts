/** Relatives of Adam, each a row of the kernel spec: Adamax, NAdam, RAdam, SparseAdam, and Lion. */
import { noGrad } from '../graph.ts';
import * as opcode from '../kernels/opcodes.generated.ts';
import { optimizers } from '../kernels/spec.ts';
import { scope } from '../memory.ts';
import { ne } from '../ops/elementwise.generated.ts';
import { indexSelect } from '../ops/indexing.ts';
import { nonzero } from '../ops/masks.ts';
import { any } from '../ops/reduce.ts';
import { indexCopy_ } from '../ops/scatter.ts';
import { flatten, reshape } from '../ops/shape.ts';
import type { Tensor } from '../tensor.ts';
import { FusedOptimizer } from './fused.ts';
import { type BaseOptions, type Params, type Plan, requireBetas, requireRange, type Slot } from './optimizer.ts';

export interface AdamaxOptions extends BaseOptions {
  /** How much of the old average of gradients, and of their old maximum, is kept. */
  betas: readonly [number, number];
  eps: number;
  /** The factor of the L2 penalty. */
  weightDecay: number;
}
/**
 * Adam with the maximum of past gradients instead of their squares. Kingma & Ba 2015, https://arxiv.org/abs/1412.6980, section 7.1. Defaults:
 * lr 2e-3, betas [0.9, 0.999], eps 1e-8, weightDecay 0. https://pytorch.org/docs/stable/generated/torch.optim.Adamax.html
 */
export class Adamax extends FusedOptimizer<AdamaxOptions> {
  constructor(params: Params<AdamaxOptions>, options: Partial<AdamaxOptions> = {}) {
    const defaults = { lr: 2e-3, betas: [0.9, 0.999] as const, eps: 1e-8, weightDecay: 0, maximize: false };
    super({ name: 'Adamax', opcode: opcode.adamax, row: optimizers.adamax }, params, defaults, options);
  }
  protected validate({ betas, ...group }: AdamaxOptions): void {
    requireBetas('Adamax', betas);
    for (const name of ['lr', 'eps', 'weightDecay'] as const) requireRange('Adamax', name, group[name]);
  }
  protected hyper({ lr, betas, eps, weightDecay, maximize }: AdamaxOptions): Record<string, number> {
    return { lr, beta1: betas[0], beta2: betas[1], eps, weightDecay, maximize: Number(maximize) };
  }
}

export interface RAdamOptions extends AdamaxOptions {
  /** Weight decay apart from the gradient, as AdamW has it. */
  decoupledWeightDecay: boolean;
}
const radamDefaults = {
  betas: [0.9, 0.999] as const,
  eps: 1e-8,
  weightDecay: 0,
  decoupledWeightDecay: false,
  maximize: false,
};
const momentsHyper = ({ lr, betas, eps, weightDecay, decoupledWeightDecay, maximize }: RAdamOptions) => ({
  lr,
  beta1: betas[0],
  beta2: betas[1],
  eps,
  weightDecay,
  maximize: Number(maximize),
  decoupled: Number(decoupledWeightDecay),
});

/**
 * Adam that leaves out the second moment until enough gradients have come to know its variance, and rectifies it then. Liu et al. 2020,
 * https://arxiv.org/abs/1908.03265. Defaults: lr 1e-3, betas [0.9, 0.999], eps 1e-8, weightDecay 0, decoupledWeightDecay false.
 * https://pytorch.org/docs/stable/generated/torch.optim.RAdam.html
 */
export class RAdam extends FusedOptimizer<RAdamOptions> {
  constructor(params: Params<RAdamOptions>, options: Partial<RAdamOptions> = {}) {
    const rule = { name: 'RAdam', opcode: opcode.radam, row: optimizers.radam };
    super(rule, params, { lr: 1e-3, ...radamDefaults }, options);
  }
  protected validate({ betas, ...group }: RAdamOptions): void {
    requireBetas('RAdam', betas);
    for (const name of ['lr', 'eps', 'weightDecay'] as const) requireRange('RAdam', name, group[name]);
  }
  protected hyper(group: RAdamOptions): Record<string, number> {
    return momentsHyper(group);
  }
}

export interface NAdamOptions extends RAdamOptions {
  /** How fast the momentum comes up to betas[0]. */
  momentumDecay: number;
}
/**
 * Adam with Nesterov's momentum. Dozat 2016, https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ. Defaults: lr 2e-3, betas [0.9, 0.999],
 * eps 1e-8, weightDecay 0, momentumDecay 4e-3, decoupledWeightDecay false. https://pytorch.org/docs/stable/generated/torch.optim.NAdam.html
 */
export class NAdam extends FusedOptimizer<NAdamOptions> {
  constructor(params: Params<NAdamOptions>, options: Partial<NAdamOptions> = {}) {
    const rule = { name: 'NAdam', opcode: opcode.nadam, row: optimizers.nadam };
    super(rule, params, { lr: 2e-3, ...radamDefaults, momentumDecay: 4e-3 }, options);
  }
  protected validate({ betas, ...group }: NAdamOptions): void {
    requireBetas('NAdam', betas);
    for (const name of ['lr', 'eps', 'weightDecay', 'momentumDecay'] as const) requireRange('NAdam', name, group[name]);
  }
  protected hyper(group: NAdamOptions): Record<string, number> {
    return { ...momentsHyper(group), momentumDecay: group.momentumDecay };
  }
  protected override initial(_: NAdamOptions, state: string): number {
    return Number(state === 'muProduct');
  }
}

export type SparseAdamOptions = Omit<AdamaxOptions, 'weightDecay'>;
/**
 * Adam for embeddings: rows (slices of the first dim) whose gradient is 0 everywhere are left alone, moments included, as PyTorch's
 * SparseAdam leaves rows that a sparse gradient does not name; the work is that of the other rows. Here gradients are dense, so that
 * a row whose gradient happens to be 0 counts as not named. Defaults: lr 1e-3, betas [0.9, 0.999], eps 1e-8.
 * https://pytorch.org/docs/stable/generated/torch.optim.SparseAdam.html
 */
export class SparseAdam extends FusedOptimizer<SparseAdamOptions> {
  constructor(params: Params<SparseAdamOptions>, options: Partial<SparseAdamOptions> = {}) {
    const rule = { name: 'SparseAdam', opcode: opcode.sparseAdam, row: optimizers.sparseAdam };
    const defaults = { lr: 1e-3, betas: [0.9, 0.999] as const, eps: 1e-8, maximize: false };
    super(rule, params, defaults, options);
  }
  protected validate({ betas, ...group }: SparseAdamOptions): void {
    requireBetas('SparseAdam', betas);
    for (const name of ['lr', 'eps'] as const) requireRange('SparseAdam', name, group[name]);
  }
  protected hyper(group: SparseAdamOptions): Record<string, number> {
    return momentsHyper({ ...group, weightDecay: 0, decoupledWeightDecay: false });
  }

  /** Takes the step with copies of the rows, and puts them back. */
  protected override update(plan: Plan<SparseAdamOptions>): void {
    noGrad(() =>
      scope(() => {
        const pairs = plan.slots
          .filter((slot) => slot.gradient !== null)
          .map((slot) => [slot, someRows(slot)] as const);
        this.run(
          plan,
          pairs.map(([, { copy }]) => copy),
        );
        for (const [slot, { rows, copy }] of pairs) {
          indexCopy_(byRows(slot.param), 0, rows, copy.param);
          slot.states.forEach((state, k) => indexCopy_(byRows(state!), 0, rows, copy.states[k]!));
          slot.gradient = null;
        }
      }),
    );
  }
}

const byRows = (x: Tensor): Tensor => (x.ndim === 0 ? reshape(x, [1]) : x);

/** The rows whose gradient is not 0 everywhere. */
function someRows({ param, counter, states, gradient }: Slot): { rows: Tensor; copy: Slot } {
  const g = byRows(gradient!);
  const touched = ne(g, 0);
  const rows = flatten(nonzero(touched.ndim === 1 ? touched : any(flatten(touched, { startDim: 1 }), 1)));
  const pick = (x: Tensor): Tensor => indexSelect(byRows(x), 0, rows);
  return { rows, copy: { param: pick(param), counter, states: states.map((s) => pick(s!)), gradient: pick(g) } };
}

export interface LionOptions extends BaseOptions {
  /** How much of the old average counts in the step, and how much of it is kept. */
  betas: readonly [number, number];
  /** Apart from the gradient, as AdamW has it. */
  weightDecay: number;
}
/**
 * Every element moves by lr, in the direction of an average of gradients. Chen et al. 2023, "Symbolic discovery of optimization algorithms",
 * https://arxiv.org/abs/2302.06675: lr a third to a tenth of AdamW's, weightDecay three to ten times. Defaults: lr 1e-4, betas [0.9, 0.99],
 * weightDecay 0.
 */
export class Lion extends FusedOptimizer<LionOptions> {
  constructor(params: Params<LionOptions>, options: Partial<LionOptions> = {}) {
    const defaults = { lr: 1e-4, betas: [0.9, 0.99] as const, weightDecay: 0, maximize: false };
    super({ name: 'Lion', opcode: opcode.lion, row: optimizers.lion }, params, defaults, options);
  }
  protected validate({ lr, betas, weightDecay }: LionOptions): void {
    requireBetas('Lion', betas);
    requireRange('Lion', 'lr', lr);
    requireRange('Lion', 'weightDecay', weightDecay);
  }
  protected hyper({ lr, betas, weightDecay, maximize }: LionOptions): Record<string, number> {
    return { lr, beta1: betas[0], beta2: betas[1], weightDecay, maximize: Number(maximize) };
  }
}
