/** Distances and similarities of vectors. */
import { ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { add, clamp, div, mul, sub } from '../ops/elementwise.generated.ts';
import { sum } from '../ops/reduce.ts';
import { norm } from '../ops/statistics.ts';
import { broadcastShapes, normalizeDim } from '../shape.ts';
import { known } from '../options.ts';
import type { Tensor } from '../tensor.ts';

export interface PairwiseDistanceOptions {
  /** Which norm. Default: 2. */
  p?: number;
  /** Added to every difference, so that the root has a slope at 0. Default: 1e-6. */
  eps?: number;
  /** Default: false. */
  keepdim?: boolean;
}
/**
 * The p-norm of x1 − x2 along the last dim. https://pytorch.org/docs/stable/generated/torch.nn.PairwiseDistance.html
 * @throws ShapeError unless the shapes broadcast
 */
export function pairwiseDistance(x1: Tensor, x2: Tensor, options: PairwiseDistanceOptions = {}): Tensor {
  const { p = 2, eps = 1e-6, keepdim = false } = known('pairwiseDistance', options, ['p', 'eps', 'keepdim']);
  return scope(() => norm(add(sub(x1, x2), eps), p, -1, { keepdim }));
}

export interface CosineSimilarityOptions {
  /** Default: 1. */
  dim?: number;
  /** The least norm to divide by. Default: 1e-8. */
  eps?: number;
}
/**
 * The cosine of the angle between x1 and x2 along a dim. https://pytorch.org/docs/stable/generated/torch.nn.CosineSimilarity.html
 * @throws ShapeError unless the shapes broadcast; IndexError for a dim that is not there; ValueError unless eps ≥ 0
 */
export function cosineSimilarity(x1: Tensor, x2: Tensor, options: CosineSimilarityOptions = {}): Tensor {
  const { dim = 1, eps = 1e-8 } = known('cosineSimilarity', options, ['dim', 'eps']);
  if (!(eps >= 0)) throw new ValueError(`cosineSimilarity: eps must be ≥ 0, got ${eps}.`);
  const rank = broadcastShapes('cosineSimilarity', [x1.shape, x2.shape]).length;
  // Counted from the end, a dim is the same one in both.
  const d = normalizeDim('cosineSimilarity', dim, rank) - rank;
  const unit = (x: Tensor): Tensor => div(x, clamp(norm(x, 2, d, { keepdim: true }), eps, null));
  return scope(() => sum(mul(unit(x1), unit(x2)), d));
}
