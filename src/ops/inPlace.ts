/** Ops that write into their first input, with PyTorch's rules: https://pytorch.org/docs/stable/notes/autograd.html#in-place-operations-with-autograd */
import { type DType, dtypes, isFloat } from '../dtype.ts';
import { DTypeError, show, ShapeError, StateError, ValueError } from '../errors.ts';
import { gradEnabled, noGrad, recording } from '../graph.ts';
import { giveToGraph, scope } from '../memory.ts';
import { sameShape } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import {
  computeType,
  copyInto,
  type ElementwiseOp,
  empty_,
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
export function inPlace(op: ElementwiseOp, given: readonly Operand[]): Tensor {
  const name = `${op.name}_`;
  const x = requireWritable(name, given[0]!);
  return scope(() => {
    const args = readable(op, given);
    const compute = computeType(op, args);
    requireFit(name, x, op.kind === 'compare' ? 'bool' : compute, outputShape(op, args));
    const recorded = op.grads !== null && isFloat(x.dtype) && recording(args);
    if (recorded) requireNoViews(name, x);
    else if (gradEnabled() && x.requiresGrad) {
      throw new StateError(`${name}: ${op.name} has no derivative, and x is in a graph. Use ${op.name}(…) instead.`);
    }
    const read = args.map((arg, i) => (needsCopy(op, args, i, recorded) ? snapshot(arg as Tensor) : arg));
    runElementwise(op.opcode, compute, x, read);
    x.storage.version++;
    return recorded ? rebase(x, () => recordElementwise(name, op, x, read)) : x;
  });
}

/**
 * Lets `write` change the elements of x, outside of the graph.
 * @param sources the tensors that it reads
 * @throws StateError when a graph would have to record the change; ValueError when elements of x share one place
 */
export function unrecorded(name: string, x: Tensor, sources: readonly Tensor[], write: () => void): Tensor {
  requireWritable(name, x);
  for (const each of sources) each.assertFresh();
  if (gradEnabled() && [x, ...sources].some((each) => each.requiresGrad)) {
    throw new StateError(
      `${name}: writing in place is not recorded. Run it in noGrad, on detach() of what is in a graph, or use ${name.slice(0, -1)}.`,
    );
  }
  noGrad(write);
  x.storage.version++;
  return x;
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
function snapshot(x: Tensor): Tensor {
  const copy = empty_(x.shape, x.dtype, false);
  copyInto(copy, x);
  copy.gradFn = x.gradFn;
  return copy;
}

/** Makes x the result of the op that has overwritten it. */
export function rebase(x: Tensor, record: () => Tensor): Tensor {
  const before = x.gradFn;
  if (x.storage.owner === 'library') giveToGraph(x.storage);
  record();
  if (before?.retained === x) {
    before.retained = null;
    x.gradFn!.retained = x;
  }
  return x;
}

/** @throws StateError, ValueError unless x may be written in place */
export function requireWritable(name: string, x: Operand): Tensor {
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

/** @throws StateError when a view shows the same storage: the graph could not tell which of them was changed */
export function requireNoViews(name: string, x: Tensor): void {
  if (!x.storage.viewed) return;
  throw new StateError(
    `${name}: x ${show(x.shape)} is a view, or has views, and the result belongs to a graph, which does not follow changes through views. Use ${name.slice(0, -1)} without the underscore, or x.clone().`,
  );
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
