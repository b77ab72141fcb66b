/** Attention as plain ops, with its matrix of weights: for second derivatives, for masks that are trained, and for those who want the weights. */
import { noGrad } from '../graph.ts';
import { fillRandom, Generator } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import { ones } from './create.ts';
import { tril } from './diagonal.ts';
import { add, eq, logicalNot, mul, sub } from './elementwise.generated.ts';
import { empty_ } from './elementwise.ts';
import { maskScale } from './internal.generated.ts';
import { maskedFill } from './pointwise.ts';
import { matmul } from './matmul.ts';
import { amax, sum } from './reduce.ts';
import { expand, reshape, transpose, unsqueeze } from './shape.ts';
import { softmax } from './softmax.ts';

/** What is to be computed: q [batch, heads, rows, cols], k and v [batch, kvHeads, keys, …], mask [batch, heads, rows, keys]. */
export interface Attention {
  q: Tensor;
  k: Tensor;
  v: Tensor;
  mask: Tensor | null;
  causal: boolean;
  scale: number;
  /** The probability that a weight stays. */
  keep: number;
}

/** Each head of k or v as often as heads of q use it. */
function spread(x: Tensor, heads: number): Tensor {
  const [batch, kvHeads, keys, cols] = x.shape as [number, number, number, number];
  if (kvHeads === heads) return x;
  return reshape(expand(unsqueeze(x, 2), [batch, kvHeads, heads / kvHeads, keys, cols]), [batch, heads, keys, cols]);
}
/** The sum over the heads of q that use a head of k or v. */
function gathered(g: Tensor, { shape }: Tensor): Tensor {
  const [batch, kvHeads, keys, cols] = shape as [number, number, number, number];
  if (kvHeads === g.shape[1]) return g;
  return sum(reshape(g, [batch, kvHeads, g.shape[1]! / kvHeads, keys, cols]), 2);
}

/** softmax(scale q kᵀ + mask); rows that see no key are zeros. */
function weightsOf({ q, k, mask, causal, scale }: Attention): Tensor {
  let scores = mul(matmul(q, transpose(spread(k, q.shape[1]!), -1, -2)), scale);
  if (mask !== null && mask.dtype !== 'bool') scores = add(scores, mask);
  let hidden = mask?.dtype === 'bool' ? logicalNot(mask) : null;
  if (causal) hidden = logicalNot(tril(ones([q.shape[2]!, k.shape[2]!], { dtype: 'bool' })));
  if (hidden !== null) scores = maskedFill(scores, hidden, -Infinity);
  if (mask === null || scores.length === 0) return softmax(scores, -1);
  const blind = noGrad(() => eq(amax(scores, -1, { keepdim: true }), -Infinity));
  return maskedFill(softmax(maskedFill(scores, blind, 0), -1), blind, 0);
}

/** Which weights stay: the bits that the kernel draws from the same state. */
function kept(weights: Tensor, { keep }: Attention, state: Tensor): Tensor {
  const [seed, counter] = state.toTypedArray() as Float64Array;
  return noGrad(() =>
    fillRandom(empty_(weights.shape, 'bool', false), 'bernoulli', keep, 0, new Generator().setState([seed!, counter!])),
  );
}
const dropped = (x: Tensor, mask: Tensor | null, { keep }: Attention): Tensor =>
  mask === null ? x : maskScale(x, mask, { scale: keep === 0 ? 0 : 1 / keep });

export function composed(a: Attention, state: Tensor | null): { output: Tensor; weights: Tensor } {
  const all = weightsOf(a);
  const weights = dropped(all, state && kept(all, a, state), a);
  return { output: matmul(weights, spread(a.v, a.q.shape[1]!)), weights };
}

/** The gradients of q, k and v, differentiable. */
export function composedGradients(a: Attention, g: Tensor, state: Tensor | null): Tensor[] {
  const { q, k, v, scale } = a;
  const weights = weightsOf(a);
  const mask = state && kept(weights, a, state);
  const heads = q.shape[1]!;
  const dv = matmul(transpose(dropped(weights, mask, a), -1, -2), g);
  const d = dropped(matmul(g, transpose(spread(v, heads), -1, -2)), mask, a);
  const ds = mul(mul(weights, sub(d, sum(mul(d, weights), -1, { keepdim: true }))), scale);
  return [matmul(ds, spread(k, heads)), gathered(matmul(transpose(ds, -1, -2), q), k), gathered(dv, v)];
}
