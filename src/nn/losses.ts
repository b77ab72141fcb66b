/** Losses of numbers and probabilities, stateless; those of classes are in crossEntropy.ts. */
import { floatTypes, isFloat, requireDType, requireTensor } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { div, mul } from '../ops/elementwise.generated.ts';
import {
  absoluteError,
  binaryCrossEntropyError,
  binaryCrossEntropyLogitsError,
  huberError,
  squaredError,
} from '../ops/internal.generated.ts';
import { amax, amin, mean, sum } from '../ops/reduce.ts';
import { known } from '../options.ts';
import { broadcastShapes, sameShape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';

/** What becomes of the losses of all elements: their mean, their sum, or nothing. */
export type Reduction = 'mean' | 'sum' | 'none';

export interface LossOptions {
  /** Default: 'mean'. */
  reduction?: Reduction;
}

/** @throws ValueError for an unknown reduction, and for the mean of nothing, where PyTorch gives NaN */
export function checkReduction(op: string, reduction: Reduction, input: Tensor): void {
  if (reduction === 'mean') {
    if (input.length > 0) return;
    throw new ValueError(
      `${op}: the batch is empty (input ${show(input.shape)}), so its mean does not exist. Skip empty batches or use reduction 'sum'.`,
    );
  }
  if (reduction !== 'sum' && reduction !== 'none') {
    throw new ValueError(`${op}: reduction is '${String(reduction)}'; use 'mean', 'sum' or 'none'.`);
  }
}

export function reduce(loss: Tensor, reduction: Reduction): Tensor {
  return reduction === 'mean' ? mean(loss) : reduction === 'sum' ? sum(loss) : loss;
}

interface Range {
  version: number;
  least: number;
  most: number;
}
const ranges = new WeakMap<Tensor, Range>();

/** The smallest and largest element of a target, NaN where one is. Remembered: a small model may see the same target at every step. */
export function rangeOf(target: Tensor): Range {
  const { version } = target.storage;
  const known = ranges.get(target);
  if (known?.version === version) return known;
  const range = noGrad(() => ({ version, least: amin(target).item(), most: amax(target).item() }));
  ranges.set(target, range);
  return range;
}

/** Finds NaN in data, which a mistake in its making put there; a target that itself is computed may have it. */
export function checkNaN(op: string, target: Tensor): void {
  if (target.requiresGrad || !isFloat(target.dtype) || target.length === 0) return;
  if (Number.isNaN(rangeOf(target).most)) {
    throw new ValueError(`${op}: the target contains NaN. Clean the data first; isnan(target) shows where.`);
  }
}

/** PyTorch only warns of some shapes that differ, and then broadcasts: nearly always a mistake. */
export function checkShapes(op: string, input: Tensor, target: Tensor): void {
  requireTensor(op, 'the target', target);
  if (sameShape(input.shape, target.shape)) return;
  throw new ShapeError(
    `${op}: input ${show(input.shape)} and target ${show(target.shape)} differ. They must have one shape; reshape or unsqueeze one of them.`,
  );
}

/** The losses that compare a number with a number. */
function regression(
  op: string,
  error: (input: Tensor, target: Tensor) => Tensor,
  input: Tensor,
  target: Tensor,
  reduction: Reduction,
): Tensor {
  checkShapes(op, input, target);
  checkReduction(op, reduction, input);
  return scope(() => {
    checkNaN(op, target);
    return reduce(error(input, target), reduction);
  });
}

/**
 * (input − target)². https://pytorch.org/docs/stable/generated/torch.nn.MSELoss.html
 * @throws ShapeError unless both have one shape; ValueError for NaN in the target or the mean of an empty batch
 */
export function mseLoss(input: Tensor, target: Tensor, options: LossOptions = {}): Tensor {
  const { reduction = 'mean' } = known('mseLoss', options, ['reduction']);
  return regression('mseLoss', squaredError, input, target, reduction);
}

/** |input − target|. https://pytorch.org/docs/stable/generated/torch.nn.L1Loss.html @throws as mseLoss */
export function l1Loss(input: Tensor, target: Tensor, options: LossOptions = {}): Tensor {
  const { reduction = 'mean' } = known('l1Loss', options, ['reduction']);
  return regression('l1Loss', absoluteError, input, target, reduction);
}

export interface HuberLossOptions extends LossOptions {
  /** Where the square becomes a line. Default: 1. */
  delta?: number;
}

/**
 * Quadratic below delta, linear above. Huber 1964; https://pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html
 * @throws as mseLoss; ValueError unless delta > 0
 */
export function huberLoss(input: Tensor, target: Tensor, options: HuberLossOptions = {}): Tensor {
  const { delta = 1, reduction = 'mean' } = known('huberLoss', options, ['delta', 'reduction']);
  if (!(delta > 0)) throw new ValueError(`huberLoss: delta must be > 0, got ${delta}.`);
  return regression('huberLoss', (a, b) => huberError(a, b, { delta }), input, target, reduction);
}

export interface SmoothL1LossOptions extends LossOptions {
  /** Where the square becomes a line; 0 makes it l1Loss. Default: 1. */
  beta?: number;
}

/**
 * huberLoss / beta: of slope 1 far out. https://pytorch.org/docs/stable/generated/torch.nn.SmoothL1Loss.html
 * @throws as mseLoss; ValueError unless beta ≥ 0
 */
export function smoothL1Loss(input: Tensor, target: Tensor, options: SmoothL1LossOptions = {}): Tensor {
  const { beta = 1, reduction = 'mean' } = known('smoothL1Loss', options, ['beta', 'reduction']);
  if (!(beta >= 0)) throw new ValueError(`smoothL1Loss: beta must be ≥ 0, got ${beta}.`);
  if (beta === 0) return regression('smoothL1Loss', absoluteError, input, target, reduction);
  return scope(() => {
    const loss = regression('smoothL1Loss', (a, b) => huberError(a, b, { delta: beta }), input, target, reduction);
    return beta === 1 ? loss : div(loss, beta);
  });
}

/** @throws ValueError unless all elements lie in [0, 1] */
function checkProbabilities(op: string, what: string, x: Tensor, hint: string): void {
  if (x.length === 0) return;
  const { least, most } = rangeOf(x);
  if (least >= 0 && most <= 1) return;
  if (Number.isNaN(least)) throw new ValueError(`${op}: the ${what} contains NaN. isnan(${what}) shows where.`);
  throw new ValueError(`${op}: the ${what} must lie in [0, 1], got ${least < 0 ? least : most}. ${hint}`);
}

/** @throws ShapeError unless the weight broadcasts to the input's shape */
function checkWeight(op: string, name: string, weight: Tensor, input: Tensor): void {
  if (sameShape(broadcastShapes(op, [input.shape, weight.shape]), input.shape)) return;
  throw new ShapeError(`${op}: ${name} ${show(weight.shape)} does not broadcast to the input ${show(input.shape)}.`);
}

export interface BinaryCrossEntropyOptions extends LossOptions {
  /** Multiplies the loss of each element; broadcast to the input. */
  weight?: Tensor | null;
}

/**
 * −target · log(input) − (1 − target) · log(1 − input), the logarithms held at −100.
 * https://pytorch.org/docs/stable/generated/torch.nn.BCELoss.html
 * @param input probabilities @param target of the input's shape, in [0, 1]
 * @throws ShapeError; ValueError for values outside [0, 1], NaN, or the mean of an empty batch
 */
export function binaryCrossEntropy(input: Tensor, target: Tensor, options: BinaryCrossEntropyOptions = {}): Tensor {
  const { weight = null, reduction = 'mean' } = known('binaryCrossEntropy', options, ['weight', 'reduction']);
  const op = 'binaryCrossEntropy';
  requireDType(op, 'the input', input, floatTypes);
  checkShapes(op, input, target);
  checkReduction(op, reduction, input);
  if (weight) checkWeight(op, 'weight', weight, input);
  return scope(() => {
    checkProbabilities(op, 'input', input, 'Apply sigmoid, or give logits to binaryCrossEntropyWithLogits.');
    if (!target.requiresGrad) checkProbabilities(op, 'target', target, 'Scale the target.');
    const loss = binaryCrossEntropyError(input, target);
    return reduce(weight ? mul(loss, weight) : loss, reduction);
  });
}

export interface BinaryCrossEntropyWithLogitsOptions extends BinaryCrossEntropyOptions {
  /** Multiplies the loss of positives, for each class; broadcast to the input. */
  posWeight?: Tensor | null;
}

/**
 * binaryCrossEntropy of sigmoid(input), accurate for any finite logit.
 * https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html
 * @param input logits @param target of the input's shape, in [0, 1]
 * @throws ShapeError; ValueError for a target outside [0, 1], NaN in it, or the mean of an empty batch
 */
export function binaryCrossEntropyWithLogits(
  input: Tensor,
  target: Tensor,
  options: BinaryCrossEntropyWithLogitsOptions = {},
): Tensor {
  const {
    weight = null,
    posWeight = null,
    reduction = 'mean',
  } = known('binaryCrossEntropyWithLogits', options, ['weight', 'posWeight', 'reduction']);
  const op = 'binaryCrossEntropyWithLogits';
  requireDType(op, 'the input', input, floatTypes);
  checkShapes(op, input, target);
  checkReduction(op, reduction, input);
  if (weight) checkWeight(op, 'weight', weight, input);
  if (posWeight) checkWeight(op, 'posWeight', posWeight, input);
  return scope(() => {
    if (!target.requiresGrad) checkProbabilities(op, 'target', target, 'Scale the target.');
    const loss = binaryCrossEntropyLogitsError(input, target, posWeight ?? 1);
    return reduce(weight ? mul(loss, weight) : loss, reduction);
  });
}
