/** Losses of classifiers: the target is a class per sample, or a distribution over the classes. */
import { type DType, floatTypes, integerTypes, isFloat, requireDType, requireTensor } from '../dtype.ts';
import { DTypeError, IndexError, show, ShapeError, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { cast } from '../ops/create.ts';
import { crossEntropyRows } from '../ops/crossEntropy.ts';
import { add, div, mul, ne, neg, sub, where } from '../ops/elementwise.generated.ts';
import { gather } from '../ops/indexing.ts';
import { movedim } from '../ops/rearrange.ts';
import { sum } from '../ops/reduce.ts';
import { flatten, reshape, squeeze, unsqueeze } from '../ops/shape.ts';
import { logSoftmax } from '../ops/softmax.ts';
import { known } from '../options.ts';
import { sameShape, type Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { checkNaN, checkReduction, type LossOptions, rangeOf, reduce, type Reduction } from './losses.ts';

export interface NLLLossOptions extends LossOptions {
  /** A factor per class, [C], of the input's dtype. */
  weight?: Tensor | null;
  /** Samples of this class count for nothing. Default: −100. */
  ignoreIndex?: number;
}
export interface CrossEntropyOptions extends NLLLossOptions {
  /** How much of the target is spread over all classes. Szegedy et al. 2015, https://arxiv.org/abs/1512.00567 */
  labelSmoothing?: number;
}

const defaultIgnoreIndex = -100;
const withoutDim = (shape: Shape, dim: number): number[] => shape.filter((_, d) => d !== dim);

/** The dim of the classes: input is [C], [N, C] or [N, C, d1, …]. */
function classDim(op: string, input: Tensor, weight: Tensor | null): number {
  requireDType(op, 'the input', input, floatTypes);
  if (input.ndim === 0) {
    throw new ShapeError(
      `${op}: the input is a single number; it takes [C], [N, C] or [N, C, d1, …], C being the classes.`,
    );
  }
  const dim = input.ndim === 1 ? 0 : 1;
  if (weight && !sameShape(weight.shape, [input.shape[dim]!])) {
    throw new ShapeError(
      `${op}: weight ${show(weight.shape)} does not fit ${input.shape[dim]} classes; it must be [${input.shape[dim]}].`,
    );
  }
  if (weight && weight.dtype !== input.dtype) {
    throw new DTypeError(
      `${op}: weight is ${weight.dtype}, the input ${input.dtype}. Convert with weight.to('${input.dtype}').`,
    );
  }
  return dim;
}

/** @throws ShapeError, DTypeError unless target holds a class for every sample */
function checkClassTarget(op: string, input: Tensor, dim: number, target: Tensor, probabilities: boolean): void {
  const wanted = withoutDim(input.shape, dim);
  if (!sameShape(target.shape, wanted)) {
    const other = probabilities ? `, probabilities ${show(input.shape)} (float)` : '';
    throw new ShapeError(
      `${op}: target ${show(target.shape)} does not fit input ${show(input.shape)}: class indices need ${show(wanted)} (integers)${other}.`,
    );
  }
  if ((integerTypes as readonly DType[]).includes(target.dtype)) return;
  const other = probabilities ? `; probabilities need the input's shape ${show(input.shape)}` : '';
  throw new DTypeError(
    `${op}: the target ${show(target.shape)} holds class indices, which are integers, not ${target.dtype}. Convert with target.to('int32')${other}.`,
  );
}

/** Whether some target is ignoreIndex. @throws IndexError for any other outside 0 … classes − 1 */
function someIgnored(op: string, target: Tensor, classes: number, ignoreIndex: number): boolean {
  if (target.length === 0) return false;
  const { least, most } = rangeOf(target);
  const inRange = least >= 0 && most < classes;
  if (inRange && !(ignoreIndex >= least && ignoreIndex <= most)) return false;
  // Only now is a look at every one of them needed.
  let ignored = false;
  for (const value of target.toTypedArray<DType>()) {
    const index = Number(value);
    if (index === ignoreIndex) ignored = true;
    else if (index < 0 || index >= classes) {
      throw new IndexError(
        `${op}: class ${index} is out of range for ${classes} classes (0 to ${classes - 1}). Fix the target, or pass { ignoreIndex: ${index} }.`,
      );
    }
  }
  return ignored;
}

/** What is the same of both losses with a class per sample. */
interface ClassLoss {
  op: string;
  input: Tensor;
  dim: number;
  target: Tensor;
  weight: Tensor | null;
  ignoreIndex: number;
  reduction: Reduction;
}

/**
 * The losses of the samples reduced, those that are ignoreIndex left out.
 * @param lossOf from each sample's class, 0 where it is ignored, and its weight, if any, to its loss
 */
function classLoss(
  { op, input, dim, target, weight, ignoreIndex, reduction }: ClassLoss,
  lossOf: (index: Tensor, weights: Tensor | null) => Tensor,
): Tensor {
  const kept = someIgnored(op, target, input.shape[dim]!, ignoreIndex) ? ne(target, ignoreIndex) : null;
  const index = kept ? where(kept, target, 0) : target;
  const picked = weight && reshape(gather(weight, 0, flatten(index)), target.shape);
  let total = lossOf(index, picked);
  if (kept) total = where(kept, total, 0);
  if (reduction !== 'mean' || (!kept && !picked)) return reduce(total, reduction);

  const count = kept ? sum(kept).item() : target.length;
  if (count === 0) {
    throw new ValueError(
      `${op}: all ${target.length} targets are ignoreIndex (${ignoreIndex}), so their mean does not exist. Skip such batches or use reduction 'sum'.`,
    );
  }
  return div(sum(total), picked ? sum(kept ? where(kept, picked, 0) : picked) : count);
}

/** Minus the log-probability of each sample's class. */
function negativeLog(logp: Tensor, dim: number, index: Tensor, weights: Tensor | null): Tensor {
  const own = neg(squeeze(gather(logp, dim, unsqueeze(index, dim)), dim));
  return weights ? mul(own, weights) : own;
}

/** crossEntropy of each sample, of the target's shape. */
function softmaxLoss(
  input: Tensor,
  dim: number,
  index: Tensor,
  weight: Tensor | null,
  weights: Tensor | null,
  smoothing: number,
): Tensor {
  const classes = input.shape[dim]!;
  if (weight && smoothing > 0) {
    // Each class takes part with a weight of its own.
    const logp = logSoftmax(input, dim);
    const all = sum(mul(logp, alongDim(weight, logp, dim)), dim);
    return sub(mul(negativeLog(logp, dim, index, weights), 1 - smoothing), mul(all, smoothing / classes));
  }
  const rows = reshape(movedim(input, dim, -1), [index.length, classes]);
  const losses = reshape(crossEntropyRows(rows, cast(flatten(index), 'int32'), smoothing), index.shape);
  return weights ? mul(losses, weights) : losses;
}

/** [C] as [1, C, 1, …] to multiply x. */
function alongDim(weight: Tensor, x: Tensor, dim: number): Tensor {
  return reshape(
    weight,
    x.shape.map((size, d) => (d === dim ? size : 1)),
  );
}

/**
 * Minus the log-probability of the target class.
 * https://pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html
 * @param input log-probabilities [C], [N, C] or [N, C, d1, …]
 * @param target class indices, integers, of the input's shape without C
 * @returns 'mean' divides by the sum of the weights of the samples that count
 * @throws ShapeError, DTypeError; IndexError for a class out of range; ValueError for the mean of nothing
 */
export function nllLoss(input: Tensor, target: Tensor, options: NLLLossOptions = {}): Tensor {
  const {
    weight = null,
    ignoreIndex = defaultIgnoreIndex,
    reduction = 'mean',
  } = known('nllLoss', options, ['weight', 'ignoreIndex', 'reduction']);
  const dim = classDim('nllLoss', input, weight);
  checkClassTarget('nllLoss', input, dim, target, false);
  checkReduction('nllLoss', reduction, input);
  return scope(() =>
    classLoss({ op: 'nllLoss', input, dim, target, weight, ignoreIndex, reduction }, (index, weights) =>
      negativeLog(input, dim, index, weights),
    ),
  );
}

/**
 * Cross-entropy between softmax(input) and the target.
 * https://pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html
 * @param input logits [C], [N, C] or [N, C, d1, …]
 * @param target class indices, integers, of the input's shape without C; or probabilities (one-hot rows too), float, of the input's shape
 * @returns 'mean' divides by the sum of the weights of the samples that count, with probabilities by their number
 * @throws ShapeError, DTypeError; IndexError for a class out of range; ValueError for NaN in the target or the mean of nothing
 */
export function crossEntropy(input: Tensor, target: Tensor, options: CrossEntropyOptions = {}): Tensor {
  const {
    weight = null,
    ignoreIndex = defaultIgnoreIndex,
    reduction = 'mean',
    labelSmoothing = 0,
  } = known('crossEntropy', options, ['weight', 'ignoreIndex', 'reduction', 'labelSmoothing']);
  const op = 'crossEntropy';
  const dim = classDim(op, input, weight);
  requireTensor(op, 'the target', target);
  if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
    throw new ValueError(`${op}: labelSmoothing must lie in [0, 1], got ${labelSmoothing}.`);
  }
  const probabilities = sameShape(input.shape, target.shape);
  if (!probabilities) checkClassTarget(op, input, dim, target, true);
  else if (!isFloat(target.dtype)) {
    throw new DTypeError(
      `${op}: a target of the input's shape ${show(input.shape)} holds probabilities, which are float, not ${target.dtype}. Convert with target.to('${input.dtype}'); class indices need ${show(withoutDim(input.shape, dim))}.`,
    );
  }
  checkReduction(op, reduction, input);
  return scope(() => {
    if (!probabilities) {
      return classLoss({ op, input, dim, target, weight, ignoreIndex, reduction }, (index, weights) =>
        softmaxLoss(input, dim, index, weight, weights, labelSmoothing),
      );
    }
    if (ignoreIndex >= 0)
      throw new ValueError(
        `${op}: ignoreIndex ${ignoreIndex} needs class indices, but the target holds probabilities.`,
      );
    checkNaN(op, target);
    const logp = logSoftmax(input, dim);
    const classes = input.shape[dim]!;
    const smooth = labelSmoothing > 0 ? add(mul(target, 1 - labelSmoothing), labelSmoothing / classes) : target;
    const weighted = mul(logp, weight ? mul(smooth, alongDim(weight, smooth, dim)) : smooth);
    if (reduction === 'none') return neg(sum(weighted, dim));
    const total = sum(weighted);
    return reduction === 'sum' ? neg(total) : div(total, -(input.length / classes));
  });
}
