/** Optimizers whose update is more than elementwise, made of tensor ops: Adafactor and Muon. */
import type { DType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { cast } from '../ops/create.ts';
import {
  add_,
  clamp,
  lerp,
  lerp_,
  maximum,
  minimum,
  mul,
  mul_,
  neg,
  pow,
  rsqrt,
  sqrt,
  square,
  sub_,
} from '../ops/elementwise.generated.ts';
import { matmul } from '../ops/matmul.ts';
import { addmm } from '../ops/products.ts';
import { mean, sum } from '../ops/reduce.ts';
import { select, transpose } from '../ops/shape.ts';
import type { Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { type BaseOptions, Optimizer, type ParamGroup, type Params, type Plan, requireRange } from './optimizer.ts';

/** What the update of one parameter reads and changes. */
interface Update<O> {
  group: ParamGroup<O>;
  param: Tensor;
  gradient: Tensor;
  /** Null where the parameter does not use one. */
  states: readonly (Tensor | null)[];
  /** How many steps the parameter has taken, with this one: float64, no dims. */
  step: Tensor;
  /** A hyperparameter, from the cell: float64, no dims. */
  hyper: (name: string) => Tensor;
}

/** The base of optimizers made of ops. Factors are computed in float64 and without reading them back. */
abstract class CompositeOptimizer<O extends { lr: number }> extends Optimizer<O> {
  /** Changes one parameter; without recording, inside a scope. */
  protected abstract change(update: Update<O>): void;

  protected update(plan: Plan<O>): void {
    const cell = this.cellOf(plan);
    const { group } = plan;
    const hyper = (name: string): Tensor => select(cell, 0, this.layout.hyper.indexOf(name));
    for (const slot of plan.slots) {
      const { param, counter, states, gradient } = slot;
      if (gradient === null) continue;
      noGrad(() =>
        scope(() => {
          add_(counter!, 1);
          this.change({ group, param, gradient, states, step: cast(counter!, 'float64'), hyper });
        }),
      );
      slot.gradient = null;
    }
  }
}

/** The distance from 1 to the next number. */
const digits: Partial<Record<DType, number>> = { float64: 52, float32: 23, float16: 10, bfloat16: 7 };
const epsilon = (dtype: DType): number => 2 ** -digits[dtype]!;
/** The root of the mean of squares; float64, no dims. */
const rms = (x: Tensor): Tensor => sqrt(mean(square(x), null, { dtype: 'float64' }));

export interface AdafactorOptions extends BaseOptions {
  /** The power of the step count that tells how much of a new square is taken. */
  beta2Decay: number;
  /** What keeps squares (null: the dtype's epsilon) and the scale of a parameter from being 0. */
  eps: readonly [number | null, number];
  /** The root mean square of an update that is not scaled down. */
  d: number;
  /** Apart from the gradient, as AdamW has it. */
  weightDecay: number;
}
const adafactorLayout = {
  name: 'Adafactor',
  hyper: ['lr', 'beta2Decay', 'eps2', 'd', 'weightDecay'],
  state: ['rowVar', 'colVar', 'variance'],
  cells: [],
};
/**
 * Second moments of a matrix as the product of a column and a row, which take next to no memory; steps relative to the size of the
 * parameter. Shazeer & Stern 2018, https://arxiv.org/abs/1804.04235, as PyTorch has it: lr bounds the step 1/√t. Defaults: lr 1e-2,
 * beta2Decay −0.8, eps [null, 1e-3], d 1, weightDecay 0. https://pytorch.org/docs/stable/generated/torch.optim.Adafactor.html
 */
export class Adafactor extends CompositeOptimizer<AdafactorOptions> {
  constructor(params: Params<AdafactorOptions>, options: Partial<AdafactorOptions> = {}) {
    const eps = [null, 1e-3] as const;
    super(adafactorLayout, params, { lr: 1e-2, beta2Decay: -0.8, eps, d: 1, weightDecay: 0, maximize: false }, options);
  }
  protected validate({ lr, beta2Decay, eps, d, weightDecay }: AdafactorOptions): void {
    requireRange('Adafactor', 'lr', lr);
    if (!(beta2Decay <= 0)) throw new ValueError(`Adafactor: beta2Decay must be ≤ 0, got ${String(beta2Decay)}.`);
    if (!Array.isArray(eps) || eps.length !== 2)
      throw new ValueError(`Adafactor: eps must be two numbers, the first of them or null, got ${String(eps)}.`);
    if (eps[0] !== null) requireRange('Adafactor', 'eps[0]', eps[0]);
    requireRange('Adafactor', 'eps[1]', eps[1]);
    requireRange('Adafactor', 'd', d, 1);
    requireRange('Adafactor', 'weightDecay', weightDecay);
  }
  protected hyper({ lr, beta2Decay, eps, d, weightDecay }: AdafactorOptions): Record<string, number> {
    return { lr, beta2Decay, eps2: eps[1], d, weightDecay };
  }
  protected override uses(_: AdafactorOptions, state: string, param: Tensor): boolean {
    return param.ndim > 1 === (state !== 'variance');
  }
  protected override shapeOf(state: string, { shape }: Tensor): Shape {
    return state === 'variance' || shape.length < 2 ? shape : shape.with(state === 'rowVar' ? -1 : -2, 1);
  }

  protected change({ group, param, gradient, states, step, hyper }: Update<AdafactorOptions>): void {
    const { dtype } = param;
    const g = group.maximize ? neg(gradient) : gradient;
    const eps = group.eps[0] ?? epsilon(dtype);
    const take = cast(pow(step, hyper('beta2Decay')), dtype);
    const [lr, scale] = [minimum(hyper('lr'), rsqrt(step)), maximum(hyper('eps2'), rms(param))];
    if (group.weightDecay !== 0) mul_(param, cast(neg(mul(hyper('lr'), hyper('weightDecay'))).add(1), dtype));

    const moment = this.#moment(square(g), states, take, eps);
    const update = mul(rsqrt(clamp(moment, eps * eps)), g);
    const excess = clamp(rms(update).div(hyper('d')), 1);
    sub_(param, mul(update, cast(mul(lr, scale).div(excess), dtype)));
  }

  /** The second moments, after taking the new squares into them. */
  #moment(squares: Tensor, [row, column, all]: readonly (Tensor | null)[], take: Tensor, eps: number): Tensor {
    if (all) return lerp_(all, squares, take);
    lerp_(row!, mean(squares, -1, { keepdim: true }), take);
    lerp_(column!, mean(squares, -2, { keepdim: true }), take);
    return matmul(row!, column!).div(clamp(mean(row!, -2, { keepdim: true }), eps));
  }
}

export interface MuonOptions {
  /** The learning rate. */
  lr: number;
  /** Apart from the gradient, as AdamW has it. */
  weightDecay: number;
  momentum: number;
  nesterov: boolean;
  /** a, b, c of the iteration x ← a x + (b x xᵀ + c (x xᵀ)²) x. */
  nsCoefficients: readonly [number, number, number];
  /** The least norm that a gradient is divided by. */
  eps: number;
  /** How many times the iteration runs. */
  nsSteps: number;
  /** How lr depends on the shape: Jordan's √max(1, rows / columns), or 0.2 √max(rows, columns), which suits AdamW's rates. */
  adjustLrFn: 'original' | 'match_rms_adamw' | null;
}
const muonLayout = { name: 'Muon', hyper: ['lr', 'weightDecay', 'momentum'], state: ['momentumBuffer'], cells: [] };
/**
 * Momentum made orthogonal: all singular values of a step are about 1. For the matrices inside a network; give biases, embeddings and the
 * last layer to AdamW. Jordan 2024, https://kellerjordan.github.io/posts/muon/. In the parameters' dtype, where PyTorch iterates in bfloat16.
 * Defaults: lr 1e-3, weightDecay 0.1, momentum 0.95, nesterov true, nsCoefficients [3.4445, −4.775, 2.0315], eps 1e-7, nsSteps 5,
 * adjustLrFn null (original). https://pytorch.org/docs/stable/generated/torch.optim.Muon.html
 * @throws ShapeError unless all parameters have 2 dims
 */
export class Muon extends CompositeOptimizer<MuonOptions> {
  constructor(params: Params<MuonOptions>, options: Partial<MuonOptions> = {}) {
    const defaults: MuonOptions = {
      lr: 1e-3,
      weightDecay: 0.1,
      momentum: 0.95,
      nesterov: true,
      nsCoefficients: [3.4445, -4.775, 2.0315],
      eps: 1e-7,
      nsSteps: 5,
      adjustLrFn: null,
    };
    super(muonLayout, params, defaults, options);
  }
  override addParamGroup(group: { params: Iterable<Tensor> } & Partial<MuonOptions>): void {
    const params = [...group.params];
    const bad = params.find((p) => p.ndim !== 2);
    if (bad)
      throw new ShapeError(`Muon: a parameter has shape ${show(bad.shape)}, not 2 dims. Give such ones to AdamW.`);
    super.addParamGroup({ ...group, params });
  }
  protected validate(group: MuonOptions): void {
    for (const name of ['lr', 'weightDecay', 'momentum', 'eps'] as const) requireRange('Muon', name, group[name]);
    const { nsCoefficients, nsSteps, adjustLrFn } = group;
    if (!Array.isArray(nsCoefficients) || nsCoefficients.length !== 3)
      throw new ValueError(`Muon: nsCoefficients must be three numbers, got ${String(nsCoefficients)}.`);
    if (!Number.isInteger(nsSteps) || nsSteps < 0 || nsSteps >= 100)
      throw new ValueError(`Muon: nsSteps must be a whole number from 0 to 99, got ${String(nsSteps)}.`);
    if (adjustLrFn !== null && !['original', 'match_rms_adamw'].includes(adjustLrFn))
      throw new ValueError(
        `Muon: adjustLrFn must be 'original', 'match_rms_adamw' or null, got ${String(adjustLrFn)}.`,
      );
  }
  protected hyper({ lr, weightDecay, momentum }: MuonOptions): Record<string, number> {
    return { lr, weightDecay, momentum };
  }

  protected change({ group, param, gradient, states, hyper }: Update<MuonOptions>): void {
    const { dtype } = param;
    const [rows, columns] = param.shape as [number, number];
    const [lr, momentum] = [hyper('lr'), hyper('momentum')];
    const buffer = lerp_(states[0]!, gradient, cast(neg(momentum).add(1), dtype));
    const direction = group.nesterov ? lerp(gradient, buffer, cast(momentum, dtype)) : buffer;
    const matching = group.adjustLrFn === 'match_rms_adamw';
    const ratio = matching ? 0.2 * Math.sqrt(Math.max(rows, columns)) : Math.sqrt(Math.max(1, rows / columns));
    if (group.weightDecay !== 0) mul_(param, cast(neg(mul(lr, hyper('weightDecay'))).add(1), dtype));
    sub_(param, mul(orthogonal(direction, group), cast(mul(lr, ratio), dtype)));
  }
}

/** The orthogonal factor of x's polar decomposition, roughly: Newton and Schulz's iteration, on the wide side of x. */
function orthogonal(x: Tensor, { nsCoefficients: [a, b, c], nsSteps, eps }: MuonOptions): Tensor {
  const tall = x.shape[0]! > x.shape[1]!;
  const wide = tall ? transpose(x, 0, 1) : x;
  let y = wide.div(cast(clamp(sqrt(sum(square(wide), null, { dtype: 'float64' })), eps), x.dtype));
  for (let i = 0; i < nsSteps; i++) {
    const gram = matmul(y, transpose(y, 0, 1));
    y = addmm(y, addmm(gram, gram, gram, { beta: b, alpha: c }), y, { beta: a });
  }
  return tall ? transpose(y, 0, 1) : y;
}
