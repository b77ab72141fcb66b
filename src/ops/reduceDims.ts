/** The dims of reductions and of ops along one dim, and what their gradients share. */
import type { DType } from '../dtype.ts';
import { IndexError, show } from '../errors.ts';
import { scope } from '../memory.ts';
import { normalizeDim, type Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { expand, reshape } from './shape.ts';

/** What is reduced: one dim, several, or all of them when null. */
export type Dims = number | readonly number[] | null;
export interface ReduceOptions {
  /** Keep reduced dims with size 1. */
  keepdim?: boolean;
}

/** The shape without `dims`, or with 1 in their place. */
export function reducedShape(shape: Shape, dims: readonly number[], keepdim: boolean): number[] {
  return keepdim ? shape.map((s, d) => (dims.includes(d) ? 1 : s)) : shape.filter((_, d) => !dims.includes(d));
}

/** A reduced tensor with size 1 where its dims were. */
export function unreduced<D extends DType>(g: Tensor<D>, shape: Shape, dims: readonly number[]): Tensor<D> {
  return reshape(g, reducedShape(shape, dims, true));
}

/** A reduced tensor spread over the shape it came from. */
export function spread<D extends DType>(g: Tensor<D>, shape: Shape, dims: readonly number[]): Tensor<D> {
  return expand(unreduced(g, shape, dims), shape);
}

export function countOf(shape: Shape, dims: readonly number[]): number {
  return dims.reduce((n, d) => n * shape[d]!, 1);
}

/** @throws IndexError where an op needs an element and there is none */
export function requireElements(op: string, x: Tensor, dims: readonly number[]): void {
  if (countOf(x.shape, dims) === 0)
    throw new IndexError(`${op}: dims ${show(dims)} of ${show(x.shape)} hold no element, so there is no ${op}.`);
}

/** @throws IndexError where positions in a dim do not fit int32, the dtype of indices */
export function requirePositions(op: string, size: number): void {
  if (size > 2 ** 31)
    throw new IndexError(
      `${op}: positions in ${size} elements do not fit int32, the dtype of indices. Cut x with chunk().`,
    );
}

/** An op that goes along one dim of x and keeps its dims; a 0-d tensor is a line of one element. */
export function along<D extends DType, R extends Tensor | [Tensor, Tensor]>(
  op: string,
  x: Tensor<D>,
  dim: number,
  fn: (x: Tensor<D>, d: number) => R,
): R {
  const d = normalizeDim(op, dim, x.ndim);
  return scope(() => {
    if (x.ndim > 0) return fn(x, d);
    const result = fn(reshape(x, [1]), d);
    return (Array.isArray(result) ? result.map((y) => reshape(y, [])) : reshape(result, [])) as R;
  });
}
