/**
 * Views that are written in place inside a graph, with PyTorch's rules: https://pytorch.org/docs/stable/notes/autograd.html
 *
 * A view knows its base, the tensor that it shows a part of. A write through it gives the base a new node, whose inputs are what the base was
 * and what the view has become. A view whose base has another node than it had is recorded anew when its gradFn is read.
 */
import { show, StateError } from '../errors.ts';
import { type Backward, gradEnabled, record, recording } from '../graph.ts';
import { scope } from '../memory.ts';
import { sameShape, type Shape, sizeOf } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import { arange } from './create.ts';
import { copyInto, empty_ } from './elementwise.ts';
import { addAt } from './indexing.ts';
import { flatten, reshape, view } from './shape.ts';

/** Where a view lies in its base. */
interface Place {
  readonly shape: Shape;
  readonly strides: Shape;
  /** From the first element of the base. */
  readonly offset: number;
  readonly base: { readonly shape: Shape; readonly strides: Shape };
}

function placeOf({ shape, strides, offset }: Tensor, base: Tensor): Place {
  return { shape, strides, offset: offset - base.offset, base: { shape: base.shape, strides: base.strides } };
}

/** Whether elements may share places. */
function overlaps({ shape, strides }: { readonly shape: Shape; readonly strides: Shape }): boolean {
  if (shape.includes(0)) return false;
  const dims = shape.map((size, d) => [strides[d]!, size] as const).filter(([, size]) => size > 1);
  let span = 0; // of the dims with smaller strides
  return dims
    .sort(([a], [b]) => a - b)
    .some(([stride, size]) => {
      if (stride <= span) return true;
      span += stride * (size - 1);
      return false;
    });
}

/** x, or a copy of it, laid out as the base is. */
function laidOut(x: Tensor, at: Place): Tensor {
  if (sameShape(x.strides, at.base.strides)) return x;
  const recorded = recording([x]);
  const out = room(at, x, recorded);
  copyInto(out, x);
  return recorded ? record('clone', out, [x], [], (g) => [() => g]) : out;
}

/** An uninitialised tensor of x's dtype, laid out as the base is. */
function room({ base }: Place, x: Tensor, recorded: boolean): Tensor {
  const span = base.shape.reduce((n, size, d) => n + (size - 1) * base.strides[d]!, 1);
  const { storage } = empty_([base.shape.includes(0) ? 0 : span], x.dtype, recorded);
  return new Tensor(storage, base.shape, base.strides, 0, x.dtype);
}

/** The part of x, which lies as the base does; no graph knows it. */
const partOf = (x: Tensor, at: Place): Tensor =>
  new Tensor(x.storage, at.shape, at.strides, x.offset + at.offset, x.dtype);

/** What the view would show of x. */
function taken(x: Tensor, at: Place): Tensor {
  const from = laidOut(x, at);
  return view('asStrided', from, at.shape, at.strides, from.offset + at.offset, backwardOf(at));
}
const backwardOf =
  (at: Place): Backward =>
  (g) => [() => put(g, at)];

/** Zeros but for g, which lies where the view does: the gradient of taken. */
function put(g: Tensor, at: Place): Tensor {
  if (overlaps(at)) return added(g, at);
  const recorded = recording([g]);
  const out = room(at, g, recorded);
  copyInto(out, 0);
  copyInto(partOf(out, at), g);
  return recorded ? record('put', out, [g], [], (gg) => [() => taken(gg, at)]) : out;
}
/** put, where elements of g that share a place are summed. */
function added(g: Tensor, at: Place): Tensor {
  return scope(() => {
    const n = sizeOf(at.base.shape);
    const positions = flatten(taken(reshape(arange(n), at.base.shape), at));
    return reshape(addAt(flatten(g), [n], 0, positions), at.base.shape);
  });
}

/** A copy of g with zeros where the view lies. */
function without(g: Tensor, at: Place): Tensor {
  const recorded = recording([g]);
  const out = room(at, g, recorded);
  copyInto(out, g);
  copyInto(partOf(out, at), 0);
  return recorded ? record('without', out, [g], [], (gg) => [() => without(gg, at)]) : out;
}

/** Records that a part of the base has become what its view x is now. */
export function recordThrough(x: Tensor, base: Tensor): Tensor {
  const at = placeOf(x, base);
  return record('copySlices', base, [base, x], [], (g) => [() => without(g, at), () => taken(g, at)]);
}

/**
 * Records anew what a view is, whose base was written in place since. tensor.ts calls it.
 * @throws StateError for a view that a Function or a module's hook made: there is no telling what they would make of the new values
 */
export function follow(view: Tensor): void {
  const base = view.base!;
  const [before, seen] = [view.node, base.node!];
  if (view.origin === 'untold') {
    if (before === null) {
      view.seen = seen; // made in noGrad: no gradient goes through it
      return;
    }
    throw new StateError(
      `a view ${show(view.shape)} made by ${before.name} cannot be used any more: what it shows was changed in place, which ${before.name} does not follow. Clone it before the in-place op.`,
    );
  }
  view.seen = seen;
  record('asStrided', view, [base], [], backwardOf(placeOf(view, base)));
  // To whoever asks what came first, it came right after what it follows.
  view.node!.serial = seen.serial + 0.5;
  if (before?.retained === view) {
    before.retained = null;
    view.node!.retained = view;
  }
}

/** @param recorded whether the write is recorded @throws StateError for a view that may not be written in place */
export function requireWritableView(name: string, x: Tensor, recorded: boolean): void {
  const { base, origin } = x;
  if (base === null || !(recorded || (gradEnabled() && base.requiresGrad))) return;
  const instead = `Use ${name.slice(0, -1)} without the underscore, or x.clone().`;
  if (base.isLeaf && base.requiresGrad) {
    throw new StateError(
      `${name}: x ${show(x.shape)} is a view of a leaf that requires a gradient; backward could not tell its old values from the new ones. Run it in noGrad, or on a view of a clone().`,
    );
  }
  if (origin === 'untold') {
    throw new StateError(
      `${name}: x ${show(x.shape)} is a view that was made in noGrad, or by a Function, a hook or checkpoint, so the graph does not know what it shows. ${instead}`,
    );
  }
  if (origin === 'several') {
    throw new StateError(
      `${name}: x ${show(x.shape)} is one of several views that one op gave, as unbind, split and chunk do, which cannot be written in a graph. Make it with select or narrow. ${instead}`,
    );
  }
  if (recorded && (overlaps(x) || overlaps(base))) {
    throw new StateError(
      `${name}: elements of x ${show(x.shape)}, or of what it shows, share places, so they have no gradients of their own. ${instead}`,
    );
  }
}
