/** Functions with a forward and a backward of one's own. */
import { isFloat } from '../dtype.ts';
import { show, ShapeError, StateError, ValueError } from '../errors.ts';
import { gradEnabled, nodeOf, noGrad, recording, recordMany, type Thunk } from '../graph.ts';
import { scope } from '../memory.ts';
import { zeros } from '../ops/create.ts';
import type { Shape } from '../shape.ts';
import { Tensor } from '../tensor.ts';

/** What a forward gives: one tensor, an array of them, or an object of them. */
export type Outputs = Tensor | readonly Tensor[] | Readonly<Record<string, Tensor>>;
/** What a backward gives: one gradient per argument of apply, null where there is none. */
export type Gradients = Tensor | null | readonly (Tensor | null)[];

/** The tensors of a result, in order. @throws ValueError for anything else in it */
export function partsOf(op: string, result: unknown): Tensor[] {
  const parts: unknown[] =
    result instanceof Tensor ? [result] : Array.isArray(result) ? result : Object.values(result ?? {});
  for (const part of parts) {
    if (!(part instanceof Tensor))
      throw new ValueError(
        `${op}: gave ${typeof part} where a tensor belongs. It may give one, an array or an object.`,
      );
  }
  return parts as Tensor[];
}

/** The same result with other tensors. */
export function withParts<R>(result: R, parts: readonly Tensor[]): R {
  if (result instanceof Tensor) return parts[0] as R;
  if (Array.isArray(result)) return [...parts] as R;
  return Object.fromEntries(Object.keys(result as object).map((key, i) => [key, parts[i]])) as R;
}

/** Another tensor on the same memory, without a graph. */
export function alias(x: Tensor): Tensor {
  const out = new Tensor(x.storage, x.shape, x.strides, x.offset, x.dtype);
  return x.base === null ? out : out.showing_(x, 'untold');
}
/** The same where x is there too: neither may be changed in place behind the back of the other. */
export const aliasBeside = (x: Tensor): Tensor => alias(x).showing_(x, 'untold');

/** What forward leaves for backward. Fields of one's own may be added; tensors among them live as long as the graph too. */
export class Context {
  /** Which arguments of apply are tensors that require a gradient. */
  needsInputGrad: readonly boolean[] = [];
  /** The tensors that saveForBackward was given. */
  savedTensors: readonly Tensor[] = [];
  /** The outputs that have no gradient. */
  readonly nonDifferentiable = new Set<Tensor>();
  materializeGrads = true;
  [field: string]: unknown;

  /** Keeps inputs, outputs or others for backward, which throws when one was changed in place. */
  saveForBackward(...tensors: Tensor[]): void {
    this.savedTensors = tensors;
  }
  /** Says that outputs have no gradient; those that are not floats never have one. */
  markNonDifferentiable(...outputs: Tensor[]): void {
    for (const x of outputs) this.nonDifferentiable.add(x);
  }
  /** Whether backward gets zeros (the default) or null for an output that was not used. */
  setMaterializeGrads(value: boolean): void {
    this.materializeGrads = value;
  }
}

/** A subclass of Function, with the types of its forward. */
export interface FunctionClass<Args extends readonly unknown[], Result extends Outputs> {
  readonly name: string;
  forward(ctx: Context, ...args: Args): Result;
  backward(ctx: Context, ...gradOutputs: never[]): Gradients;
}

/**
 * An op of one's own: a subclass has static `forward(ctx, …arguments)` and `backward(ctx, …gradients of the outputs)`, and is called with
 * `apply(…arguments)`. https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function
 *
 * forward is not recorded. What it makes and neither returns nor leaves in ctx is recycled when it returns. When backward is made of
 * differentiable ops it can be differentiated again.
 *
 * ```ts
 * class Cube extends autograd.Function {
 *   static forward(ctx: autograd.Context, x: Tensor) {
 *     ctx.saveForBackward(x);
 *     return x.pow(3);
 *   }
 *   static backward(ctx: autograd.Context, g: Tensor) {
 *     return ctx.savedTensors[0]!.square().mul(3).mul(g);
 *   }
 * }
 * const y = Cube.apply(x);
 * ```
 */
export class Function {
  /**
   * Runs forward and records it.
   * @throws StateError when forward changed an input that requires a gradient; through backward: ValueError, ShapeError for gradients that
   * do not fit the arguments
   */
  static apply<Args extends readonly unknown[], Result extends Outputs>(
    this: FunctionClass<Args, Result>,
    ...args: Args
  ): Result {
    const ctx = new Context();
    const tensors = args.map((x) => (x instanceof Tensor ? x : null));
    ctx.needsInputGrad = tensors.map((x) => x?.requiresGrad ?? false);
    const recorded = recording(tensors);
    let result!: Result;
    scope(() => {
      const versions = tensors.map((x) => x?.storage.version);
      result = noGrad(() => this.forward(ctx, ...args));
      let outs = partsOf(`${this.name}.forward`, result);
      if (!recorded) return outs;
      const changed = tensors.findIndex((x, i) => x?.requiresGrad && x.storage.version !== versions[i]);
      if (changed >= 0)
        throw new StateError(`${this.name}.forward: changed argument ${changed} in place. Work on a clone() of it.`);
      outs = outs.map((out, i) =>
        out.requiresGrad || tensors.includes(out) || outs.indexOf(out) < i ? aliasBeside(out) : out,
      );
      recordFunction(this, ctx, tensors, partsOf('', result), outs);
      result = withParts(result, outs);
      return outs;
    });
    return result;
  }
}

function recordFunction(
  fn: FunctionClass<never, Outputs>,
  ctx: Context,
  args: readonly (Tensor | null)[],
  given: readonly Tensor[],
  outs: readonly Tensor[],
): void {
  // A saved output is the one that has a graph.
  ctx.savedTensors = ctx.savedTensors.map((x) => outs[given.indexOf(x)] ?? x);
  const has = outs.map((out, i) => isFloat(out.dtype) && !ctx.nonDifferentiable.has(given[i]!));
  const differentiable = outs.filter((_, i) => has[i]);
  if (differentiable.length === 0) return;
  const nodes = args.map(nodeOf);
  const shapes = args.map((x) => x?.shape ?? null);
  const outputs = outs.map(({ shape, dtype }) => ({ shape, dtype }));
  const node = recordMany(fn.name, differentiable, nodes, ctx.savedTensors, (gs) => {
    let found: readonly (Tensor | null)[] | null = null;
    const gradients = (): readonly (Tensor | null)[] => {
      let next = 0;
      const full = outputs.map(({ shape, dtype }, i) => {
        const g = has[i] ? gs[next++]! : null;
        return g ?? (ctx.materializeGrads ? zeros(shape, { dtype: isFloat(dtype) ? dtype : 'float32' }) : null);
      });
      return checked(fn.name, fn.backward(ctx, ...(full as never[])), shapes);
    };
    return nodes.map((input, i): Thunk | null => (input === null ? null : () => (found ??= gradients())[i] ?? null));
  });
  node.adopt(Object.values(ctx).filter((x) => x instanceof Tensor));
}

/** @throws ValueError, ShapeError unless there is a gradient, or null, that fits for every argument */
function checked(name: string, result: Gradients, shapes: readonly (Shape | null)[]): readonly (Tensor | null)[] {
  const list = Array.isArray(result) ? (result as readonly (Tensor | null)[]) : [result as Tensor | null];
  const extra = list.slice(shapes.length).some((g) => g !== null);
  if (list.length < shapes.length || extra)
    throw new ValueError(
      `${name}.backward: gave ${list.length} gradients for ${shapes.length} arguments. Return one for each, null where there is none.`,
    );
  shapes.forEach((shape, i) => {
    const g = list[i];
    if (g === null || g === undefined) return;
    if (!(g instanceof Tensor))
      throw new ValueError(`${name}.backward: gave ${typeof g} for argument ${i}. Return a tensor or null.`);
    if (shape === null)
      throw new ValueError(
        `${name}.backward: gave a gradient for argument ${i}, which is no tensor. Return null for it.`,
      );
    const lead = g.ndim - shape.length;
    if (lead < 0 || shape.some((size, d) => size !== 1 && size !== g.shape[lead + d]))
      throw new ShapeError(
        `${name}.backward: the gradient of argument ${i} has shape ${show(g.shape)}, the argument ${show(shape)}. They must be the same, or the argument was broadcast.`,
      );
  });
  return list;
}

/**
 * A backward that cannot be differentiated: it runs unrecorded, and what it gives throws when a second derivative asks for its own.
 * https://pytorch.org/docs/stable/generated/torch.autograd.function.once_differentiable.html
 */
export function onceDifferentiable<Grads extends readonly never[]>(
  backward: (ctx: Context, ...gradOutputs: Grads) => Gradients,
): (ctx: Context, ...gradOutputs: Grads) => Gradients {
  return (ctx, ...gradOutputs) => {
    const result = noGrad(() => backward(ctx, ...gradOutputs));
    const inputs = [...(gradOutputs as readonly (Tensor | null)[]), ...ctx.savedTensors];
    if (!gradEnabled() || !recording(inputs)) return result;
    const list = Array.isArray(result) ? (result as readonly (Tensor | null)[]) : [result as Tensor | null];
    return list.map((g) => {
      if (g === null) return null;
      const out = alias(g);
      recordMany('onceDifferentiable', [out], inputs.map(nodeOf), [], () => {
        throw new StateError(
          'onceDifferentiable: this backward has no derivative. Make it of ops and leave onceDifferentiable out.',
        );
      });
      return out;
    });
  };
}
