/** Ops that write into their first input, with PyTorch's rules: https://pytorch.org/docs/stable/notes/autograd.html#in-place-operations-with-autograd */
import { type DType, dtypes, isFloat } from '../dtype.ts';
import { DTypeError, show, ShapeError, StateError, ValueError } from '../errors.ts';
import { gradEnabled, noGrad, record, recording } from '../graph.ts';
import { giveToGraph, scope } from '../memory.ts';
import { sameShape } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import { recordThrough, requireWritableView } from './views.ts';
import {
  computeType,
  copyInto,
  type ElementwiseOp,
  empty_,
  lanesOf,
  type Operand,
  outputShape,
  readable,
  recordElementwise,
  runElementwise,
} from './elementwise.ts';

/**
 * Runs an elementwise op and writes the result into its first input, whose gradient is the result's from then on.
 * @throws StateError for a leaf that requires a gradient, and where a graph would have to know of the views of x; ValueError
 * when elements of x share a place; ShapeError and DTypeError when the result does not fit x
 */
export function inPlace<D extends DType>(op: ElementwiseOp, given: readonly [Tensor<D>, ...Operand[]]): Tensor<D> {
  const name = `${op.name}_`;
  const x = requireWritable(name, given[0]);
  return scope(() => {
    const args = readable(op, given);
    const compute = computeType(op, args);
    requireFit(name, x, op.kind === 'compare' ? 'bool' : compute, outputShape(op, args));
    const recorded = recordsWrite(name, x, op.grads === null ? [] : args);
    if (!recorded && gradEnabled() && x.requiresGrad) {
      throw new StateError(`${name}: ${op.name} has no derivative, and x is in a graph. Use ${op.name}(…) instead.`);
    }
    const read = args.map((arg, i) => (needsCopy(op, args, i, recorded) ? snapshot(arg as Tensor) : arg));
    runElementwise(name, op.opcode, lanesOf(op, compute), x, read);
    x.storage.version++;
    return recorded ? rebase(x, () => recordElementwise(name, op, x, read)) : x;
  });
}

/**
 * Lets `write` change the elements of x.
 * @param sources the tensors whose values it writes, and those that say where
 * @param node records what it did, as an op on x and the sources: called where a graph has to know
 * @throws StateError, ValueError as inPlace
 */
export function written<X extends Tensor>(
  name: string,
  x: X,
  sources: readonly Tensor[],
  write: () => void,
  node: () => Tensor,
): X {
  requireWritable(name, x);
  for (const each of sources) each.assertFresh();
  const recorded = recordsWrite(name, x, [x, ...sources]);
  scope(() => noGrad(write));
  x.storage.version++;
  return recorded ? rebase(x, node) : x;
}

/** Overwrites x with what `compute` makes of its old values, in a graph as well. @throws StateError, ValueError as inPlace */
export function overwritten<D extends DType>(
  name: string,
  x: Tensor<D>,
  sources: readonly Tensor[],
  compute: (old: Tensor<D>) => Tensor,
): Tensor<D> {
  requireWritable(name, x);
  for (const each of sources) each.assertFresh();
  const recorded = recordsWrite(name, x, [x, ...sources]);
  return scope(() => {
    // What the op saves of the old values must outlive them.
    const result = compute(recorded ? snapshot(x) : x);
    copyInto(x, result);
    x.storage.version++;
    return recorded ? rebase(x, () => record(name, x, [result], [], (g) => [() => g])) : x;
  });
}

/** Whether argument i must be copied before x is written: what backward reads, and what overlaps x otherwise than element by element. */
function needsCopy(op: ElementwiseOp, args: readonly Operand[], i: number, recorded: boolean): boolean {
  const [x, arg] = [args[0] as Tensor, args[i]!];
  if (typeof arg === 'number' || arg.storage !== x.storage) return false;
  const sameElements =
    arg.offset === x.offset &&
    sameShape(arg.shape, x.shape) &&
    sameShape(arg.strides, x.strides) &&
    arg.dtype === x.dtype;
  if (!sameElements) return true;
  if (!recorded) return false;
  return op.grads!.some((grad, k) => {
    const input = args[k]!;
    return typeof input !== 'number' && input.requiresGrad && grad !== null && grad.reads.includes(i + 1);
  });
}

/** The values and the place in the graph that x has now; a temporary of the scope. */
function snapshot<D extends DType>(x: Tensor<D>): Tensor<D> {
  const copy = empty_(x.shape, x.dtype, false);
  copyInto(copy, x);
  copy.node = x.gradFn;
  return copy;
}

/** Makes x the result of the op that has overwritten it. */
export function rebase<X extends Tensor>(x: X, record: () => Tensor): X {
  const before = x.gradFn;
  if (x.storage.owner === 'library') giveToGraph(x.storage);
  record();
  const { base } = x;
  if (base !== null) rebase(base, () => recordThrough(x, base));
  if (before?.retained === x) {
    before.retained = null;
    x.gradFn!.retained = x;
  }
  return x;
}

/** Whether a write into x of what is computed from `inputs` is recorded. @throws StateError for a view that may not be written in place */
export function recordsWrite(name: string, x: Tensor, inputs: readonly Operand[]): boolean {
  const recorded = isFloat(x.dtype) && recording(inputs);
  requireWritableView(name, x, recorded);
  return recorded;
}

/** @throws StateError, ValueError unless x may be written in place */
export function requireWritable<X extends Tensor>(name: string, x: X): X {
  if (!(x instanceof Tensor)) throw new ValueError(`${name}: writes into its first argument, which must be a tensor.`);
  x.assertFresh();
  if (x.length > 0 && x.strides.some((stride, d) => stride === 0 && x.shape[d]! > 1)) {
    throw new ValueError(
      `${name}: ${show(x.shape)} was expanded: several elements share one place. Use contiguous() first.`,
    );
  }
  if (gradEnabled() && x.isLeaf && x.requiresGrad) {
    throw new StateError(
      `${name}: x is a leaf that requires a gradient; backward could not tell its old values from the new ones. Run it in noGrad, or on x.clone().`,
    );
  }
  return x;
}

function requireFit(name: string, x: Tensor, dtype: DType, shape: readonly number[]): void {
  if (!sameShape(shape, x.shape)) {
    throw new ShapeError(
      `${name}: the result has shape ${show(shape)}, x ${show(x.shape)}, which cannot change. Use ${name.slice(0, -1)}.`,
    );
  }
  if (dtypes[dtype].category > dtypes[x.dtype].category) {
    throw new DTypeError(
      `${name}: the result is ${dtype}, which ${x.dtype} cannot hold. Use ${name.slice(0, -1)}, or convert x with x.to('${dtype}').`,
    );
  }
}
