/** Losses that ask for a margin: between scores, classes or distances. */
import { floatTypes, integerTypes, requireDType } from '../dtype.ts';
import { IndexError, show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { outside, scope } from '../memory.ts';
import { cast, zeros } from '../ops/create.ts';
import {
  add,
  clamp,
  div,
  eq,
  ge,
  logicalNot,
  logSigmoid,
  minimum,
  mul,
  ne,
  neg,
  relu,
  sqrt,
  square,
  sub,
  where,
} from '../ops/elementwise.generated.ts';
import { gather, indexSelect } from '../ops/indexing.ts';
import { mean, sum } from '../ops/reduce.ts';
import { cumprod } from '../ops/scan.ts';
import { scatter, scatterAdd } from '../ops/scatter.ts';
import { reshape, unsqueeze } from '../ops/shape.ts';
import { broadcastShapes, sameShape } from '../shape.ts';
import { known } from '../options.ts';
import type { Tensor } from '../tensor.ts';
import { pairwiseDistance } from './distances.ts';
import { checkNaN, checkReduction, checkShapes, type LossOptions, rangeOf, reduce } from './losses.ts';

export interface MarginLossOptions extends LossOptions {
  /** What differences are to exceed. Default: 0 for marginRankingLoss and cosineEmbeddingLoss, 1 for hingeEmbeddingLoss. */
  margin?: number;
}

/** max(0, x); its slope at 0 is 1, as that of PyTorch's clamp_min. */
const positivePart = (x: Tensor): Tensor => clamp(x, 0, null);

/**
 * max(0, −target · (input1 − input2) + margin): the first is to rank higher where the target is 1, lower where it is −1.
 * https://pytorch.org/docs/stable/generated/torch.nn.MarginRankingLoss.html
 * @throws ShapeError unless all have one number of dims and broadcast; ValueError for the mean of an empty batch
 */
export function marginRankingLoss(
  input1: Tensor,
  input2: Tensor,
  target: Tensor,
  options: MarginLossOptions = {},
): Tensor {
  const { margin = 0, reduction = 'mean' } = known('marginRankingLoss', options, ['margin', 'reduction']);
  const shapes = [input1.shape, input2.shape, target.shape];
  if (new Set(shapes.map((shape) => shape.length)).size > 1) {
    throw new ShapeError(
      `marginRankingLoss: ${shapes.map(show).join(', ')}: all must have one number of dims. Use unsqueeze or reshape.`,
    );
  }
  broadcastShapes('marginRankingLoss', shapes);
  return scope(() => {
    const loss = positivePart(add(mul(neg(target), sub(input1, input2)), margin));
    checkReduction('marginRankingLoss', reduction, loss);
    return reduce(loss, reduction);
  });
}

/**
 * input where the target is 1, max(0, margin − input) where it is −1; for distances.
 * https://pytorch.org/docs/stable/generated/torch.nn.HingeEmbeddingLoss.html
 * @throws ShapeError unless both have one shape; ValueError for the mean of an empty batch
 */
export function hingeEmbeddingLoss(input: Tensor, target: Tensor, options: MarginLossOptions = {}): Tensor {
  const { margin = 1, reduction = 'mean' } = known('hingeEmbeddingLoss', options, ['margin', 'reduction']);
  checkShapes('hingeEmbeddingLoss', input, target);
  checkReduction('hingeEmbeddingLoss', reduction, input);
  return scope(() => {
    const apart = where(ne(target, 1), positivePart(sub(margin, input)), 0);
    return reduce(add(apart, where(ne(target, -1), input, 0)), reduction);
  });
}

/**
 * 1 − cos of the angle between the inputs where the target is 1, max(0, cos − margin) where it is −1.
 * https://pytorch.org/docs/stable/generated/torch.nn.CosineEmbeddingLoss.html
 * @param input1 [N, D] or [D] @param input2 the same @param target [N] or []
 * @throws ShapeError; ValueError for the mean of an empty batch
 */
export function cosineEmbeddingLoss(
  input1: Tensor,
  input2: Tensor,
  target: Tensor,
  options: MarginLossOptions = {},
): Tensor {
  const { margin = 0, reduction = 'mean' } = known('cosineEmbeddingLoss', options, ['margin', 'reduction']);
  const op = 'cosineEmbeddingLoss';
  if ((input1.ndim !== 1 && input1.ndim !== 2) || input1.ndim !== input2.ndim || target.ndim !== input1.ndim - 1) {
    throw new ShapeError(
      `${op}: got ${show(input1.shape)}, ${show(input2.shape)} and target ${show(target.shape)}; it takes [N, D], [N, D] and [N], or [D], [D] and [].`,
    );
  }
  broadcastShapes(op, [input1.shape.slice(0, -1), input2.shape.slice(0, -1), target.shape]);
  const eps = 1e-12;
  return scope(() => {
    const lengths = sqrt(mul(add(sum(square(input1), -1), eps), add(sum(square(input2), -1), eps)));
    const cosine = div(sum(mul(input1, input2), -1), lengths);
    const alike = where(eq(target, 1), sub(1, cosine), 0);
    const loss = add(alike, where(eq(target, -1), positivePart(sub(cosine, margin)), 0));
    checkReduction(op, reduction, loss);
    return reduce(loss, reduction);
  });
}

/**
 * log(1 + e^(−target · input)), target being 1 or −1; finite for any finite input.
 * https://pytorch.org/docs/stable/generated/torch.nn.SoftMarginLoss.html
 * @throws ShapeError unless both have one shape; ValueError for NaN in the target or the mean of an empty batch
 */
export function softMarginLoss(input: Tensor, target: Tensor, options: LossOptions = {}): Tensor {
  const { reduction = 'mean' } = known('softMarginLoss', options, ['reduction']);
  checkShapes('softMarginLoss', input, target);
  checkReduction('softMarginLoss', reduction, input);
  return scope(() => {
    checkNaN('softMarginLoss', target);
    return reduce(neg(logSigmoid(mul(target, input))), reduction);
  });
}

export interface WeightedLossOptions extends LossOptions {
  /** A factor per class, [C]. */
  weight?: Tensor | null;
}
/** The number of classes: input is [C] or [N, C]. @throws ShapeError, DTypeError */
function classesOf(op: string, input: Tensor, weight: Tensor | null): number {
  requireDType(op, 'the input', input, floatTypes);
  const classes = input.shape.at(-1);
  if (classes === undefined || classes === 0 || input.ndim > 2)
    throw new ShapeError(`${op}: the input is ${show(input.shape)}; it takes [C] or [N, C], C being the classes.`);
  if (weight && !sameShape(weight.shape, [classes]))
    throw new ShapeError(
      `${op}: weight ${show(weight.shape)} does not fit ${classes} classes; it must be [${classes}].`,
    );
  return classes;
}
/** @throws IndexError for a class outside `least` … classes − 1 */
function checkClasses(op: string, target: Tensor, least: number, classes: number): void {
  if (target.length === 0) return;
  const range = rangeOf(target);
  const wrong = range.least < least ? range.least : range.most >= classes ? range.most : null;
  if (wrong !== null)
    throw new IndexError(`${op}: class ${wrong} is out of range for ${classes} classes (${least} to ${classes - 1}).`);
}

/**
 * The mean over the classes of binary cross-entropy with logits; the target tells of each class whether it applies.
 * https://pytorch.org/docs/stable/generated/torch.nn.MultiLabelSoftMarginLoss.html
 * @param input [N, C] or [C] @param target of the input's shape, 0 or 1
 * @returns 'none' gives [N]
 * @throws ShapeError; ValueError for NaN in the target or the mean of an empty batch
 */
export function multilabelSoftMarginLoss(input: Tensor, target: Tensor, options: WeightedLossOptions = {}): Tensor {
  const { weight = null, reduction = 'mean' } = known('multilabelSoftMarginLoss', options, ['weight', 'reduction']);
  const op = 'multilabelSoftMarginLoss';
  classesOf(op, input, weight);
  checkShapes(op, input, target);
  checkReduction(op, reduction, input);
  return scope(() => {
    checkNaN(op, target);
    const logs = add(mul(target, logSigmoid(input)), mul(sub(1, target), logSigmoid(neg(input))));
    return reduce(neg(mean(weight ? mul(logs, weight) : logs, -1)), reduction);
  });
}

export interface MultiMarginLossOptions extends WeightedLossOptions {
  /** The exponent, 1 or 2. Default: 1. */
  p?: 1 | 2;
  /** Default: 1. */
  margin?: number;
}
/**
 * Σ over the other classes j of max(0, margin − x[target] + x[j])^p, divided by the number of classes.
 * https://pytorch.org/docs/stable/generated/torch.nn.MultiMarginLoss.html
 * @param input [N, C] or [C] @param target class indices, [N] or []
 * @throws ShapeError, DTypeError; IndexError for a class out of range; ValueError for another p or the mean of an empty batch
 */
export function multiMarginLoss(input: Tensor, target: Tensor, options: MultiMarginLossOptions = {}): Tensor {
  const {
    p = 1,
    margin = 1,
    weight = null,
    reduction = 'mean',
  } = known('multiMarginLoss', options, ['p', 'margin', 'weight', 'reduction']);
  const op = 'multiMarginLoss';
  const classes = classesOf(op, input, weight);
  if (p !== 1 && p !== 2) throw new ValueError(`${op}: p must be 1 or 2, got ${String(p)}.`);
  requireDType(op, 'the target', target, integerTypes);
  if (!sameShape(target.shape, input.shape.slice(0, -1)))
    throw new ShapeError(
      `${op}: target ${show(target.shape)} does not fit input ${show(input.shape)}; it must be ${show(input.shape.slice(0, -1))}.`,
    );
  checkReduction(op, reduction, input);
  return scope(() => {
    checkClasses(op, target, 0, classes);
    const index = unsqueeze(target, -1);
    const short = relu(add(sub(input, gather(input, -1, index)), margin));
    const others = noGrad(() => logicalNot(scatter(zeros(input.shape, { dtype: 'bool' }), -1, index, 1)));
    let loss = where(others, p === 2 ? square(short) : short, 0);
    if (weight) loss = mul(loss, reshape(indexSelect(weight, 0, reshape(target, [-1])), index.shape));
    return reduce(div(sum(loss, -1), classes), reduction);
  });
}

/**
 * Σ over the classes y that apply and the classes i that do not of max(0, 1 − x[y] + x[i]), divided by the number of classes. Takes
 * memory for C² numbers a sample. https://pytorch.org/docs/stable/generated/torch.nn.MultiLabelMarginLoss.html
 * @param input [N, C] or [C] @param target of the input's shape: the classes that apply, ended by −1 where they are fewer than C
 * @throws ShapeError, DTypeError; IndexError for a class out of range; ValueError for the mean of an empty batch
 */
export function multilabelMarginLoss(input: Tensor, target: Tensor, options: LossOptions = {}): Tensor {
  const { reduction = 'mean' } = known('multilabelMarginLoss', options, ['reduction']);
  const op = 'multilabelMarginLoss';
  const classes = classesOf(op, input, null);
  requireDType(op, 'the target', target, integerTypes);
  checkShapes(op, input, target);
  checkReduction(op, reduction, input);
  return scope(() => {
    checkClasses(op, target, -1, classes);
    const { applies, others, index } = noGrad(() => {
      const listed = cumprod(cast(ge(target, 0), input.dtype), -1);
      const at = where(ne(listed, 0), target, 0);
      const times = scatterAdd(zeros(input.shape, { dtype: input.dtype }), -1, at, listed);
      return { applies: listed, others: cast(eq(times, 0), input.dtype), index: at };
    });
    const short = relu(add(sub(unsqueeze(input, -2), unsqueeze(gather(input, -1, index), -1)), 1));
    const counted = mul(mul(short, unsqueeze(applies, -1)), unsqueeze(others, -2));
    return reduce(div(sum(counted, [-2, -1]), classes), reduction);
  });
}

export interface TripletMarginLossOptions extends LossOptions {
  /** Default: 1. */
  margin?: number;
  /** Which norm. Default: 2. */
  p?: number;
  /** Added to every difference. Default: 1e-6. */
  eps?: number;
  /** Takes the distance from the positive to the negative where it is smaller. Balntas et al. 2016. Default: false. */
  swap?: boolean;
}
/**
 * max(0, d(anchor, positive) − d(anchor, negative) + margin), d being pairwiseDistance. Balntas et al. 2016;
 * https://pytorch.org/docs/stable/generated/torch.nn.TripletMarginLoss.html
 * @param anchor [N, D] or [D], like the others
 * @throws ShapeError unless the shapes broadcast; ValueError for the mean of an empty batch
 */
export function tripletMarginLoss(
  anchor: Tensor,
  positive: Tensor,
  negative: Tensor,
  options: TripletMarginLossOptions = {},
): Tensor {
  const {
    margin = 1,
    p = 2,
    eps = 1e-6,
    swap = false,
    reduction = 'mean',
  } = known('tripletMarginLoss', options, ['margin', 'p', 'eps', 'swap', 'reduction']);
  const distanceFunction = (a: Tensor, b: Tensor): Tensor => pairwiseDistance(a, b, { p, eps });
  return triplet('tripletMarginLoss', anchor, positive, negative, { distanceFunction, margin, swap, reduction });
}

export interface TripletMarginWithDistanceLossOptions extends LossOptions {
  /** Gives the distance of two tensors. Default: pairwiseDistance. */
  distanceFunction?: (a: Tensor, b: Tensor) => Tensor;
  /** Default: 1. */
  margin?: number;
  /** See tripletMarginLoss. Default: false. */
  swap?: boolean;
}
/**
 * tripletMarginLoss with a distance of one's own. https://pytorch.org/docs/stable/generated/torch.nn.TripletMarginWithDistanceLoss.html
 * @throws as tripletMarginLoss
 */
export function tripletMarginWithDistanceLoss(
  anchor: Tensor,
  positive: Tensor,
  negative: Tensor,
  given: TripletMarginWithDistanceLossOptions = {},
): Tensor {
  const op = 'tripletMarginWithDistanceLoss';
  const { distanceFunction = (a: Tensor, b: Tensor) => pairwiseDistance(a, b), ...rest } = known(op, given, [
    'distanceFunction',
    'margin',
    'swap',
    'reduction',
  ]);
  const options = { ...rest, distanceFunction: (a: Tensor, b: Tensor) => outside(() => distanceFunction(a, b)) };
  return triplet(op, anchor, positive, negative, options);
}

function triplet(
  op: string,
  anchor: Tensor,
  positive: Tensor,
  negative: Tensor,
  {
    distanceFunction,
    margin = 1,
    swap = false,
    reduction = 'mean',
  }: TripletMarginWithDistanceLossOptions & { distanceFunction: (a: Tensor, b: Tensor) => Tensor },
): Tensor {
  if (anchor.ndim !== positive.ndim || anchor.ndim !== negative.ndim) {
    const shapes = [anchor, positive, negative].map(({ shape }) => show(shape)).join(', ');
    throw new ShapeError(`${op}: ${shapes}: anchor, positive and negative must have one number of dims.`);
  }
  return scope(() => {
    const near = distanceFunction(anchor, positive);
    let far = distanceFunction(anchor, negative);
    if (swap) far = minimum(far, distanceFunction(positive, negative));
    const loss = positivePart(add(sub(near, far), margin));
    checkReduction(op, reduction, loss);
    return reduce(loss, reduction);
  });
}
