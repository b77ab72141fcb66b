/** Models whose weights are averages over training, and the running statistics that go with them. */
import { isFloat } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { type AnyModule, Module } from '../nn/module.ts';
import { BatchNorm } from '../nn/normLayers.ts';
import { cast, copy_, tensor } from '../ops/create.ts';
import { add, add_, div, lerp_, mul, sub } from '../ops/elementwise.generated.ts';
import { known } from '../options.ts';
import { sameShape } from '../shape.ts';
import { Tensor } from '../tensor.ts';

/** The next average of a tensor, from the last one, the model's tensor and how many were averaged: an int64 of shape []. */
export type AvgFn = (averaged: Tensor, current: Tensor, numAveraged: Tensor) => Tensor;
/** Changes the averages in place, all of one call at once. */
export type MultiAvgFn = (averaged: readonly Tensor[], current: readonly Tensor[], numAveraged: Tensor) => void;

export interface AveragedModelOptions {
  /** How one tensor is averaged. Default: getSwaAvgFn(). */
  avgFn?: AvgFn | null;
  /** The same for all tensors at once; instead of avgFn. */
  multiAvgFn?: MultiAvgFn | null;
  /** Average buffers too. Without, they are the model's of the last call. Default: false. */
  useBuffers?: boolean;
}

/** Every model counts the same: averaged + (current − averaged) / (numAveraged + 1). Izmailov et al. 2018, https://arxiv.org/abs/1803.05407 */
export const getSwaAvgFn = (): AvgFn => (averaged, current, numAveraged) =>
  add(averaged, div(sub(current, averaged), add(numAveraged, 1)));

/** decay · averaged + (1 − decay) · current. @param decay in [0, 1]; default 0.999 @throws ValueError */
export function getEmaAvgFn(decay = 0.999): AvgFn {
  requireDecay('getEmaAvgFn', decay);
  return (averaged, current) => add(mul(averaged, decay), mul(current, 1 - decay));
}

/** The averages of getSwaAvgFn, in place. */
export const getSwaMultiAvgFn = (): MultiAvgFn =>
  inPlace((numAveraged) => div(1, cast(add(numAveraged, 1), 'float64')), getSwaAvgFn());
/** The averages of getEmaAvgFn, in place. @throws ValueError */
export function getEmaMultiAvgFn(decay = 0.999): MultiAvgFn {
  requireDecay('getEmaMultiAvgFn', decay);
  return inPlace(() => 1 - decay, getEmaAvgFn(decay));
}

/** Moves averages towards what is current; integers as avgFn says. */
function inPlace(weightOf: (numAveraged: Tensor) => Tensor | number, avgFn: AvgFn): MultiAvgFn {
  const others = forAll(avgFn);
  return (averaged, current, numAveraged) => {
    const weight = weightOf(numAveraged);
    averaged.forEach((x, i) => {
      if (isFloat(x.dtype)) lerp_(x, current[i]!, weight);
      else others([x], [current[i]!], numAveraged);
    });
  };
}

/** Integers take part as floats, and are truncated. */
const forAll =
  (avgFn: AvgFn): MultiAvgFn =>
  (averaged, current, numAveraged) =>
    averaged.forEach((x, i) => {
      const wide = isFloat(x.dtype) ? x : cast(x, 'float32');
      copy_(x, cast(avgFn(wide, cast(current[i]!, wide.dtype), numAveraged), x.dtype));
    });

function requireDecay(op: string, decay: number): void {
  if (!(decay >= 0 && decay <= 1)) throw new ValueError(`${op}: decay must be in [0, 1], got ${String(decay)}.`);
}

/**
 * A copy of a model, `module`, whose parameters are averages of the model's over the calls of updateParameters:
 *
 *     const averaged = new optim.swaUtils.AveragedModel(model, { multiAvgFn: optim.swaUtils.getEmaMultiAvgFn(0.99) });
 *     for (const [x, y] of loader) {
 *       …
 *       optimizer.step();
 *       averaged.updateParameters(model);
 *     }
 *     optim.swaUtils.updateBn(loader, averaged);
 *
 * The state dict has `n_averaged` and, under `module.`, the model's keys. Batch norms need updateBn afterwards, or useBuffers.
 * https://pytorch.org/docs/stable/generated/torch.optim.swa_utils.AveragedModel.html
 * @throws ValueError for both avgFn and multiAvgFn; StateError for what Module.copy cannot copy
 */
export class AveragedModel<M extends AnyModule> extends Module<Parameters<M['forward']>, ReturnType<M['forward']>> {
  readonly module: M;
  readonly useBuffers: boolean;
  readonly multiAvgFn: MultiAvgFn;
  /** How many models were averaged. */
  nAveraged!: Tensor<'int64'>;

  constructor(model: M, options: AveragedModelOptions = {}) {
    super();
    const names = ['avgFn', 'multiAvgFn', 'useBuffers'];
    const { avgFn = null, multiAvgFn = null, useBuffers = false } = known('AveragedModel', options, names);
    if (avgFn && multiAvgFn) throw new ValueError('AveragedModel: give avgFn or multiAvgFn, not both.');
    this.module = model.copy();
    this.useBuffers = useBuffers;
    this.multiAvgFn = multiAvgFn ?? (avgFn ? forAll(avgFn) : getSwaMultiAvgFn());
    this.registerBuffer('nAveraged', tensor(0, { dtype: 'int64' }));
  }

  /** What the averaged model gives. */
  forward(...inputs: Parameters<M['forward']>): ReturnType<M['forward']> {
    return this.module.forward(...inputs) as ReturnType<M['forward']>;
  }

  /**
   * Takes the model's weights into the averages; the first time they are copied. What avgFn or multiAvgFn makes is theirs only while they run.
   * @throws ShapeError unless the model has the parameters of the one that was copied
   */
  updateParameters(model: M): void {
    const averages = pairs(this.module, model, 'parameters');
    const buffers = pairs(this.module, model, 'buffers');
    const [averaged, copied] = this.useBuffers ? [[...averages, ...buffers], []] : [averages, buffers];
    const begun = this.nAveraged.item() > 0;
    noGrad(() =>
      scope(() => {
        for (const [own, other] of begun ? copied : [...averaged, ...copied]) copy_(own, other);
        const [own, others] = [averaged.map(([x]) => x), averaged.map(([, y]) => y)];
        if (begun) this.multiAvgFn(own, others, this.nAveraged);
        add_(this.nAveraged, 1);
      }),
    );
  }
}

/** The parameters or buffers of two modules, outside of graphs. @throws ShapeError when they differ */
function pairs(own: AnyModule, other: AnyModule, what: 'parameters' | 'buffers'): [own: Tensor, other: Tensor][] {
  const [mine, others] = [[...own[what]()], [...other[what]()]];
  const [shapes, given] = [mine, others].map((list) => list.map((x) => x.shape));
  if (mine.length !== others.length || !shapes!.every((shape, i) => sameShape(shape, given![i]!)))
    throw new ShapeError(
      `updateParameters: the model has ${what} ${given!.map(show).join(' ')}, the averaged one ${shapes!.map(show).join(' ')}. They must be the same.`,
    );
  return mine.map((x, i) => [x.detach(), others[i]!.detach()]);
}

/**
 * Computes the running statistics of all batch norms of a model anew, as the mean over the batches of one pass through them.
 * https://pytorch.org/docs/stable/generated/torch.optim.swa_utils.update_bn.html
 * @param loader batches: the model's input, or a list that begins with it
 */
export function updateBn(loader: Iterable<Tensor | readonly unknown[]>, model: AnyModule): void {
  const norms = [...model.modules()].filter((module): module is BatchNorm & AnyModule => module instanceof BatchNorm);
  if (norms.length === 0) return;
  const momenta = norms.map(({ momentum }) => momentum);
  const modes = [...model.modules()].map((module) => [module, module.training] as const);
  for (const norm of norms) {
    norm.resetRunningStats();
    norm.momentum = null;
  }
  try {
    model.train();
    noGrad(() => {
      for (const batch of loader)
        scope(() => void model.forward(...([batch instanceof Tensor ? batch : batch[0]] as never[])));
    });
  } finally {
    norms.forEach((norm, i) => (norm.momentum = momenta[i]!));
    for (const [module, training] of modes) module.training = training;
  }
}
