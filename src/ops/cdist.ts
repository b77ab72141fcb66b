/** Distances between all pairs of vectors. */
import { type DType, requireSameFloat } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { known } from '../options.ts';
import { broadcastShapes, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { cast } from './create.ts';
import { abs, add, clamp, eq, mul, ne, pow, sqrt, square, sub, where } from './elementwise.generated.ts';
import { matmul } from './matmul.ts';
import { amax, sum } from './reduce.ts';
import { transpose, unsqueeze } from './shape.ts';

/** Up to as many differences are computed one by one; beyond, squares are multiplied out, which costs digits of small distances. */
const mostDifferences = 2 ** 22;

/** x ** exponent with the gradient 0 at 0, where that of a root is infinite. */
function root(x: Tensor, exponent: number): Tensor {
  const zero = eq(x, 0);
  const safe = where(zero, 1, x);
  return where(zero, 0, exponent === 0.5 ? sqrt(safe) : pow(safe, exponent));
}

/** |x|² + |y|² − 2 x·y. */
function squaresByProducts(x: Tensor, y: Tensor): Tensor {
  const squares = (z: Tensor): Tensor => sum(square(z), -1, { keepdim: true });
  const cross = matmul(x, transpose(y, -2, -1));
  return clamp(sub(add(squares(x), transpose(squares(y), -2, -1)), mul(cross, 2)), 0);
}

function distances(x: Tensor, y: Tensor, p: number, pairs: number): Tensor {
  if (p === 2 && pairs * x.shape[x.ndim - 1]! > mostDifferences) return root(squaresByProducts(x, y), 0.5);
  const difference = sub(unsqueeze(x, -2), unsqueeze(y, -3));
  if (p === 2) return root(sum(square(difference), -1), 0.5);
  // Not counted as integers, so that there is a gradient: zero everywhere.
  if (p === 0) return sum(add(cast(ne(difference, 0), x.dtype), where(0, difference, 0)), -1);
  const sizes = abs(difference);
  if (p === 1) return sum(sizes, -1);
  if (p === Infinity) return sizes.shape[sizes.ndim - 1] === 0 ? sum(sizes, -1) : amax(sizes, -1);
  return root(sum(root(sizes, p), -1), 1 / p);
}

/**
 * The p-norm distance of every row of x [..., n, k] to every row of y [..., m, k]: [..., n, m], batch dims broadcast. The gradient
 * at distance 0 is 0. https://pytorch.org/docs/stable/generated/torch.cdist.html
 * @throws ShapeError; DTypeError unless both are one float dtype; ValueError for a negative p
 */
export function cdist<D extends DType>(x: Tensor<D>, y: Tensor, options: { p?: number } = {}): Tensor<D> {
  const { p = 2 } = known('cdist', options, ['p']);
  requireSameFloat('cdist', x, y);
  if (!(p >= 0)) throw new ValueError(`cdist: p is ${p}; it must be 0 or more, or Infinity.`);
  if (x.ndim < 2 || y.ndim < 2 || x.shape[x.ndim - 1] !== y.shape[y.ndim - 1])
    throw new ShapeError(
      `cdist: ${show(x.shape)} and ${show(y.shape)} are no lists of vectors of one length; shapes are [..., n, k] and [..., m, k].`,
    );
  const batch = broadcastShapes('cdist', [x.shape.slice(0, -2), y.shape.slice(0, -2)]);
  const pairs = sizeOf(batch) * x.shape[x.ndim - 2]! * y.shape[y.ndim - 2]!;
  return scope(() => distances(x, y, p, pairs)) as Tensor<D>;
}
