/** Losses that are the negative logarithm of a probability, or compare distributions; and those of segmentation. */
import { floatTypes, requireDType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import {
  add,
  clamp,
  div,
  eq,
  exp,
  gt,
  log,
  mul,
  neg,
  pow,
  sigmoid,
  square,
  sub,
  where,
} from '../ops/elementwise.generated.ts';
import { binaryCrossEntropyLogitsError } from '../ops/internal.generated.ts';
import { sum } from '../ops/reduce.ts';
import { flatten, unsqueeze } from '../ops/shape.ts';
import { sameShape } from '../shape.ts';
import { known } from '../options.ts';
import type { Tensor } from '../tensor.ts';
import { checkNaN, checkReduction, checkShapes, type LossOptions, rangeOf, reduce, type Reduction } from './losses.ts';

export interface KLDivOptions {
  /** 'batchmean' is the sum divided by the size of dim 0, which is the divergence's definition. Default: 'mean', over all elements. */
  reduction?: Reduction | 'batchmean';
  /** The target holds logarithms too. Default: false. */
  logTarget?: boolean;
}
/**
 * target · (log target − input): the Kullback-Leibler divergence of a prediction given as log-probabilities.
 * https://pytorch.org/docs/stable/generated/torch.nn.KLDivLoss.html
 * @param input log-probabilities @param target of the input's shape: probabilities, or their logarithms
 * @throws ShapeError; ValueError for NaN in the target or the mean of an empty batch
 */
export function klDiv(input: Tensor, target: Tensor, options: KLDivOptions = {}): Tensor {
  const { reduction = 'mean', logTarget = false } = known('klDiv', options, ['reduction', 'logTarget']);
  checkShapes('klDiv', input, target);
  const batchMean = reduction === 'batchmean';
  checkReduction('klDiv', batchMean ? 'mean' : reduction, input);
  return scope(() => {
    checkNaN('klDiv', target);
    let loss: Tensor;
    if (logTarget) loss = mul(exp(target), sub(target, input));
    else {
      // 0 · log 0 is 0.
      const entropy = mul(target, log(where(eq(target, 0), 1, target)));
      loss = sub(entropy, mul(target, input));
    }
    return batchMean ? div(sum(loss), input.ndim === 0 ? 1 : input.shape[0]!) : reduce(loss, reduction);
  });
}

export interface PoissonNLLLossOptions extends LossOptions {
  /** The input is the logarithm of the rate. Default: true. */
  logInput?: boolean;
  /** Adds Stirling's approximation of log(target!) where the target is above 1. Default: false. */
  full?: boolean;
  /** Added to a rate before its logarithm is taken. Default: 1e-8. */
  eps?: number;
}
/**
 * The negative log-likelihood of counts, but for the constant log(target!).
 * https://pytorch.org/docs/stable/generated/torch.nn.PoissonNLLLoss.html
 * @throws ShapeError unless both have one shape; ValueError for NaN in the target or the mean of an empty batch
 */
export function poissonNllLoss(input: Tensor, target: Tensor, options: PoissonNLLLossOptions = {}): Tensor {
  const {
    logInput = true,
    full = false,
    eps = 1e-8,
    reduction = 'mean',
  } = known('poissonNllLoss', options, ['logInput', 'full', 'eps', 'reduction']);
  checkShapes('poissonNllLoss', input, target);
  checkReduction('poissonNllLoss', reduction, input);
  return scope(() => {
    checkNaN('poissonNllLoss', target);
    let loss = logInput ? sub(exp(input), mul(target, input)) : sub(input, mul(target, log(add(input, eps))));
    if (full) {
      const n = where(gt(target, 1), target, 1);
      const stirling = add(sub(mul(n, log(n)), n), mul(log(mul(n, 2 * Math.PI)), 0.5));
      loss = add(loss, where(gt(target, 1), stirling, 0));
    }
    return reduce(loss, reduction);
  });
}

export interface GaussianNLLLossOptions extends LossOptions {
  /** Adds the constant ½ log 2π. Default: false. */
  full?: boolean;
  /** The least variance to divide by. Default: 1e-6. */
  eps?: number;
}
/**
 * The negative log-likelihood of normal distributions: ½ (log var + (input − target)² / var). Nix & Weigend 1994;
 * https://pytorch.org/docs/stable/generated/torch.nn.GaussianNLLLoss.html
 * @param variance of the input's shape, or without its last dim, or with 1 there: one variance for a row
 * @throws ShapeError; ValueError for a negative variance, eps ≤ 0, NaN in the target, or the mean of an empty batch
 */
export function gaussianNllLoss(
  input: Tensor,
  target: Tensor,
  variance: Tensor,
  options: GaussianNLLLossOptions = {},
): Tensor {
  const {
    full = false,
    eps = 1e-6,
    reduction = 'mean',
  } = known('gaussianNllLoss', options, ['full', 'eps', 'reduction']);
  const op = 'gaussianNllLoss';
  checkShapes(op, input, target);
  checkReduction(op, reduction, input);
  if (!(eps > 0)) throw new ValueError(`${op}: eps must be > 0, got ${eps}.`);
  const row = input.shape.slice(0, -1);
  const short = input.ndim > 0 && sameShape(variance.shape, row);
  if (!short && !sameShape(variance.shape, input.shape) && !sameShape(variance.shape, [...row, 1])) {
    throw new ShapeError(
      `${op}: variance ${show(variance.shape)} does not fit input ${show(input.shape)}; it must be ${show(input.shape)} or ${show([...row, 1])}.`,
    );
  }
  return scope(() => {
    checkNaN(op, target);
    if (variance.length > 0 && rangeOf(variance).least < 0)
      throw new ValueError(
        `${op}: a variance is ${rangeOf(variance).least}; none may be negative. Use exp or softplus.`,
      );
    const given = short ? unsqueeze(variance, -1) : variance;
    // As in PyTorch, what is raised to eps still has a gradient.
    const used = add(
      given,
      noGrad(() => sub(clamp(given, eps, null), given)),
    );
    const loss = mul(add(log(used), div(square(sub(input, target)), used)), 0.5);
    return reduce(full ? add(loss, 0.5 * Math.log(2 * Math.PI)) : loss, reduction);
  });
}

export interface SigmoidFocalLossOptions extends LossOptions {
  /** The weight of positives; negatives weigh 1 − alpha. −1: no weights. Default: 0.25. */
  alpha?: number;
  /** How much easy samples are discounted; 0 makes it binary cross-entropy. Default: 2. */
  gamma?: number;
}
/**
 * Binary cross-entropy in which easy samples count less: · (1 − p)^gamma, p being the probability given to the truth. Lin et al. 2017,
 * https://arxiv.org/abs/1708.02002; as torchvision's, but for the reduction, which is 'mean' here unless told.
 * @param input logits @param target of the input's shape, in [0, 1]
 * @throws ShapeError; ValueError for NaN in the target or the mean of an empty batch
 */
export function sigmoidFocalLoss(input: Tensor, target: Tensor, options: SigmoidFocalLossOptions = {}): Tensor {
  const {
    alpha = 0.25,
    gamma = 2,
    reduction = 'mean',
  } = known('sigmoidFocalLoss', options, ['alpha', 'gamma', 'reduction']);
  const op = 'sigmoidFocalLoss';
  requireDType(op, 'the input', input, floatTypes);
  checkShapes(op, input, target);
  checkReduction(op, reduction, input);
  return scope(() => {
    checkNaN(op, target);
    const entropy = binaryCrossEntropyLogitsError(input, target, 1);
    // 1 − p without cancellation: the probability of what is not so.
    const missed = add(mul(sigmoid(neg(input)), target), mul(sigmoid(input), sub(1, target)));
    const loss = mul(entropy, pow(missed, gamma));
    return reduce(alpha < 0 ? loss : mul(loss, add(mul(target, 2 * alpha - 1), 1 - alpha)), reduction);
  });
}

export interface DiceLossOptions extends LossOptions {
  /** Added above and below the line, so that empty masks agree. Default: 1. */
  smooth?: number;
}
/**
 * 1 − (2 Σ p·t + smooth) / (Σ p + Σ t + smooth) for each sample: how little two masks overlap. Milletari et al. 2016,
 * https://arxiv.org/abs/1606.04797
 * @param input probabilities [N, …] @param target of the input's shape, in [0, 1]
 * @returns 'none' gives [N]
 * @throws ShapeError; ValueError for NaN in the target or the mean of an empty batch
 */
export function diceLoss(input: Tensor, target: Tensor, options: DiceLossOptions = {}): Tensor {
  const { smooth = 1, reduction = 'mean' } = known('diceLoss', options, ['smooth', 'reduction']);
  requireDType('diceLoss', 'the input', input, floatTypes);
  checkShapes('diceLoss', input, target);
  if (input.ndim < 2)
    throw new ShapeError(`diceLoss: the input is ${show(input.shape)}; it takes [N, …], N being the samples.`);
  checkReduction('diceLoss', reduction, input);
  return scope(() => {
    checkNaN('diceLoss', target);
    const [p, t] = [flatten(input, { startDim: 1 }), flatten(target, { startDim: 1 })];
    const both = add(mul(sum(mul(p, t), 1), 2), smooth);
    const either = add(add(sum(p, 1), sum(t, 1)), smooth);
    return reduce(sub(1, div(both, either)), reduction);
  });
}
