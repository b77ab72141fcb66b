/** Random numbers whose distribution a tensor gives. */
import { type DType, floatTypes, requireDType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { known, requireObject, requireWhole } from '../options.ts';
import { rand, randint, randn, type Generator, type RandomOptions } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import { cast, zeros } from './create.ts';
import { clamp, div, log1p, lt, neg } from './elementwise.generated.ts';
import { max, min, sum } from './reduce.ts';
import { cumsum } from './scan.ts';
import { searchsorted } from './counting.ts';
import { topk } from './sorting.ts';
import { narrow, reshape } from './shape.ts';
import { countNonzero } from './statistics.ts';

export interface DrawOptions {
  generator?: Generator;
}

const like = (x: Tensor, options: RandomOptions): RandomOptions => ({
  dtype: x.dtype,
  ...requireObject('a tensor like another', options),
});
/** Uniform numbers in [0, 1), of x's shape and dtype. */
export function randLike<D extends DType, E extends DType = D>(
  x: Tensor<D>,
  options: RandomOptions<E> = {},
): Tensor<E> {
  return rand(x.shape, like(x, options)) as Tensor<E>;
}
/** Normal numbers of mean 0 and deviation 1, of x's shape and dtype. */
export function randnLike<D extends DType, E extends DType = D>(
  x: Tensor<D>,
  options: RandomOptions<E> = {},
): Tensor<E> {
  return randn(x.shape, like(x, options)) as Tensor<E>;
}
/** Whole numbers from low to high − 1, of x's shape and dtype. @throws ValueError unless low < high */
export function randintLike<D extends DType, E extends DType = D>(
  x: Tensor<D>,
  low: number,
  high: number,
  options: RandomOptions<E> = {},
): Tensor<E> {
  return randint(low, high, x.shape, like(x, options)) as Tensor<E>;
}

/**
 * 1 with the probability that x gives for each element, else 0, in x's dtype. It has no gradient.
 * https://pytorch.org/docs/stable/generated/torch.bernoulli.html @throws DTypeError; ValueError for what is no probability
 */
export function bernoulli<D extends DType>(x: Tensor<D>, options: DrawOptions = {}): Tensor<D> {
  const { generator } = known('bernoulli', options, ['generator']);
  requireDType('bernoulli', 'the input', x, floatTypes);
  return noGrad(() =>
    scope(() => {
      if (x.length > 0) requireWithin('bernoulli', x, 1);
      return cast(lt(rand(x.shape, { dtype: 'float64', generator }), x), x.dtype);
    }),
  );
}

function requireWithin(op: string, x: Tensor, most: number): void {
  const [least, largest] = [min(x).item(), max(x).item()];
  // NaN is neither.
  if (!(least >= 0 && largest <= most))
    throw new ValueError(
      `${op}: probabilities must be between 0 and ${most === 1 ? 1 : 'the largest float'}, got ${least} to ${largest}.`,
    );
}

/**
 * `count` positions of each row, drawn with probabilities in proportion to x: int32 [count], or [rows, count].
 * https://pytorch.org/docs/stable/generated/torch.multinomial.html
 * @param x [classes] or [rows, classes], not negative; rows need not sum to 1
 * @throws ShapeError, DTypeError; ValueError for a row of zeros, or with fewer classes above 0 than are drawn without replacement
 */
export function multinomial(
  x: Tensor,
  count: number,
  options: DrawOptions & { /** Default: false. */ replacement?: boolean } = {},
): Tensor<'int32'> {
  const { replacement = false, generator } = known('multinomial', options, ['replacement', 'generator']);
  requireDType('multinomial', 'the input', x, floatTypes);
  if (x.ndim < 1 || x.ndim > 2)
    throw new ShapeError(`multinomial: takes [classes] or [rows, classes], got ${show(x.shape)}.`);
  requireWhole('multinomial', 'the number of draws', count);
  const rows = x.ndim === 1 ? 1 : x.shape[0]!;
  const shape = x.ndim === 1 ? [count] : [rows, count];
  if (rows === 0) return zeros(shape, { dtype: 'int32' });
  return noGrad(() =>
    scope(() => {
      const weights = reshape(cast(x, 'float64'), [rows, -1]);
      const classes = weights.shape[1]!;
      if (classes > 0) requireWithin('multinomial', weights, Number.MAX_VALUE);
      const possible = classes === 0 ? 0 : min(countNonzero(weights, 1)).item();
      const needed = replacement ? 1 : count;
      if (possible < needed)
        throw new ValueError(
          `multinomial: a row has ${possible} classes above 0, and ${needed} are needed. ${replacement ? 'Give it one.' : 'Draw fewer, or with { replacement: true }.'}`,
        );
      const drawn = replacement
        ? inverse(weights, [rows, count], generator)
        : races(weights, count, [rows, classes], generator);
      return reshape(drawn, shape);
    }),
  ) as Tensor<'int32'>;
}

/** Uniform numbers looked up in the cumulative distribution. */
function inverse(weights: Tensor, shape: [number, number], generator: Generator | undefined): Tensor {
  const cumulative = cumsum(div(weights, sum(weights, 1, { keepdim: true })), 1);
  const last = narrow(cumulative, 1, cumulative.shape[1]! - 1, 1);
  return searchsorted(div(cumulative, last), rand(shape, { dtype: 'float64', generator }), { right: true });
}

/** The first arrivals, where each class arrives after an exponential time: Efraimidis & Spirakis 2006, "Weighted random sampling". */
function races(weights: Tensor, count: number, shape: [number, number], generator: Generator | undefined): Tensor {
  const times = clamp(neg(log1p(neg(rand(shape, { dtype: 'float64', generator })))), Number.MIN_VALUE);
  return topk(div(weights, times), count, 1).indices;
}
