/** Derivatives of functions: Jacobians, Hessians and their products with vectors. https://pytorch.org/docs/stable/autograd.html#functional-higher-level-api */
import { known } from '../options.ts';
import { grad } from '../autograd.ts';
import { show, ShapeError, StateError } from '../errors.ts';
import { enableGrad } from '../graph.ts';
import { ones, tensor, zeros } from '../ops/create.ts';
import { reshape, stack } from '../ops/shape.ts';
import { sameShape } from '../shape.ts';
import { Tensor } from '../tensor.ts';

/** One tensor, or several in an array. */
export type TensorOrList = Tensor | readonly Tensor[];
/** An array where there was one, a tensor where there was one. */
export type Like<T extends TensorOrList> = T extends Tensor ? Tensor : Tensor[];
/** The derivative of each output by each input: one tensor, or arrays of them for arrays. */
export type Pairs<Out extends TensorOrList, In extends TensorOrList> = Out extends Tensor ? Like<In> : Like<In>[];

export interface FunctionalOptions {
  /** Make the results differentiable. Default: false. */
  createGraph?: boolean;
  /** Throw where an output does not depend on an input, instead of giving zeros. Default: false. */
  strict?: boolean;
}

/** A function of one tensor or, where inputs is an array, of several. */
export type Of<In extends TensorOrList, Out> = (...inputs: In extends Tensor ? [Tensor] : Tensor[]) => Out;

const list = (x: TensorOrList): readonly Tensor[] => (x instanceof Tensor ? [x] : x);
const like = <T extends TensorOrList>(model: T, parts: readonly Tensor[]): Like<T> =>
  (model instanceof Tensor ? parts[0] : [...parts]) as Like<T>;

/** Leaves with the values of the inputs; with createGraph the inputs' own graphs go on through them. */
function prepare(inputs: TensorOrList, createGraph: boolean): Tensor[] {
  return list(inputs).map((x) => (createGraph && x.requiresGrad ? reshape(x, x.shape) : x.detach().requiresGrad_()));
}

function call<In extends TensorOrList, Out>(fn: Of<In, Out>, xs: readonly Tensor[]): Out {
  return (fn as unknown as (...inputs: readonly Tensor[]) => Out)(...xs);
}

/** Vectors like tensors; of ones where there is but one element. @throws ShapeError */
function vectorsFor(op: string, v: TensorOrList | null | undefined, tensors: readonly Tensor[]): Tensor[] {
  if (v === null || v === undefined) {
    const only = tensors[0]!;
    if (tensors.length === 1 && only.length === 1) return [ones(only.shape, { dtype: only.dtype })];
    throw new ShapeError(
      `${op}: v may only be left out for a single element; give tensors like ${tensors.map(({ shape }) => show(shape)).join(', ')}.`,
    );
  }
  const vs = list(v);
  const fits = vs.length === tensors.length && vs.every((x, i) => sameShape(x.shape, tensors[i]!.shape));
  if (!fits)
    throw new ShapeError(
      `${op}: v has the shapes ${vs.map(({ shape }) => show(shape)).join(', ')}, it needs ${tensors.map(({ shape }) => show(shape)).join(', ')}.`,
    );
  return [...vs];
}

interface Derivative extends FunctionalOptions {
  /** Whether what is found has to stay differentiable. */
  recorded?: boolean;
  retainGraph?: boolean;
}

/** grad of outputs by inputs, zeros for what takes no part. @throws StateError with strict */
function derive(
  op: string,
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  weights: readonly (Tensor | null)[],
  { createGraph = false, strict = false, recorded = createGraph, retainGraph = recorded }: Derivative,
): Tensor[] {
  const roots = outputs.map((_, i) => i).filter((i) => outputs[i]!.requiresGrad);
  const found: (Tensor | null)[] =
    roots.length === 0
      ? inputs.map(() => null)
      : grad(
          roots.map((i) => outputs[i]!),
          inputs,
          { gradOutputs: roots.map((i) => weights[i]!), allowUnused: true, createGraph: recorded, retainGraph },
        );
  return found.map((g, i) => {
    if (strict && (g === null || (createGraph && !g.requiresGrad)))
      throw new StateError(
        g === null
          ? `${op}: strict is set, and the output does not depend on input ${i}.`
          : `${op}: strict is set, and the derivative by input ${i} does not depend on the inputs.`,
      );
    return g ?? zeros(inputs[i]!.shape, { dtype: inputs[i]!.dtype });
  });
}

/** The results without their graphs, unless they were asked for. */
const finished = (xs: readonly Tensor[], createGraph: boolean): Tensor[] =>
  createGraph ? [...xs] : xs.map((x) => x.detach());

/**
 * vᵀJ, the product of a vector with the Jacobian of fn at inputs: what backward computes.
 * @param v like the outputs; may be left out where they have one element
 * @returns the outputs of fn, and one tensor like each input
 * @throws ShapeError when v does not fit; StateError with strict
 */
export function vjp<In extends TensorOrList, Out extends TensorOrList>(
  fn: Of<In, Out>,
  inputs: In,
  v?: TensorOrList | null,
  options: FunctionalOptions = {},
): { outputs: Like<Out>; vjp: Like<In> } {
  const { createGraph = false, strict = false } = known('vjp', options, ['createGraph', 'strict']);
  return enableGrad(() => {
    const xs = prepare(inputs, createGraph);
    const outputs = call(fn, xs);
    const ys = list(outputs);
    const product = derive('vjp', ys, xs, vectorsFor('vjp', v, ys), { createGraph, strict });
    return { outputs: like(outputs, finished(ys, createGraph)), vjp: like(inputs, product) };
  });
}

/** Jv by differentiating uᵀJ, which is linear in u, by u. */
function forward(
  op: string,
  ys: readonly Tensor[],
  xs: readonly Tensor[],
  vs: readonly Tensor[],
  options: FunctionalOptions,
): Tensor[] {
  const us = ys.map((y) => zeros(y.shape, { dtype: y.dtype, requiresGrad: true }));
  const rows = derive(op, ys, xs, us, { strict: options.strict, recorded: true });
  return derive(op, rows, us, vs, { createGraph: options.createGraph });
}

/**
 * Jv, the product of the Jacobian of fn at inputs with a vector. Computed by two backwards, so every op of fn has to have second derivatives.
 * @param v like the inputs; may be left out where they have one element
 * @returns the outputs of fn, and one tensor like each output
 * @throws ShapeError when v does not fit; StateError with strict
 */
export function jvp<In extends TensorOrList, Out extends TensorOrList>(
  fn: Of<In, Out>,
  inputs: In,
  v?: TensorOrList | null,
  options: FunctionalOptions = {},
): { outputs: Like<Out>; jvp: Like<Out> } {
  const { createGraph = false, strict = false } = known('jvp', options, ['createGraph', 'strict']);
  return enableGrad(() => {
    const xs = prepare(inputs, createGraph);
    const vs = vectorsFor('jvp', v, xs);
    const outputs = call(fn, xs);
    const ys = list(outputs);
    const product = forward('jvp', ys, xs, vs, { createGraph, strict });
    return { outputs: like(outputs, finished(ys, createGraph)), jvp: like(outputs, product) };
  });
}

/** The rows of the Jacobian of ys by xs: [output][input], each [...output, ...input]. */
function rows(op: string, ys: readonly Tensor[], xs: readonly Tensor[], options: FunctionalOptions): Tensor[][] {
  return ys.map((y, which) => {
    const perInput: Tensor[][] = xs.map(() => []);
    for (let j = 0; j < y.length; j++) {
      const basis = new Float64Array(y.length);
      basis[j] = 1;
      const last = which === ys.length - 1 && j === y.length - 1;
      const oneHot = tensor(basis, { shape: y.shape, dtype: y.dtype });
      const found = derive(op, [y], xs, [oneHot], { ...options, retainGraph: options.createGraph || !last });
      found.forEach((g, i) => perInput[i]!.push(g));
    }
    return xs.map((x, i) => {
      const shape = [...y.shape, ...x.shape];
      const of = perInput[i]!;
      return of.length === 0 ? zeros(shape, { dtype: x.dtype }) : reshape(stack(of), shape);
    });
  });
}

/**
 * The Jacobian of fn at inputs: a tensor [...output, ...input], or arrays of them [output][input] for arrays. One backward per element of the
 * outputs.
 * @throws StateError with strict
 */
export function jacobian<In extends TensorOrList, Out extends TensorOrList>(
  fn: Of<In, Out>,
  inputs: In,
  options: FunctionalOptions = {},
): Pairs<Out, In> {
  const { createGraph = false, strict = false } = known('jacobian', options, ['createGraph', 'strict']);
  return enableGrad(() => {
    const xs = prepare(inputs, createGraph);
    const outputs = call(fn, xs);
    const found = rows('jacobian', list(outputs), xs, { createGraph, strict }).map((row) => like(inputs, row));
    return (outputs instanceof Tensor ? found[0] : found) as Pairs<Out, In>;
  });
}

/** @throws ShapeError unless fn gave one element */
function scalar(op: string, y: Tensor): Tensor {
  if (y.length !== 1)
    throw new ShapeError(`${op}: fn must give a single element, not ${show(y.shape)}. Use jacobian, or sum().`);
  return reshape(y, []);
}

/**
 * The second derivatives of fn, which gives one element, at inputs: a tensor [...input, ...input], or arrays of them [input][input].
 * @throws ShapeError when fn gives more; StateError with strict
 */
export function hessian<In extends TensorOrList>(
  fn: Of<In, Tensor>,
  inputs: In,
  options: FunctionalOptions = {},
): Pairs<In, In> {
  const { createGraph = false, strict = false } = known('hessian', options, ['createGraph', 'strict']);
  return enableGrad(() => {
    const xs = prepare(inputs, createGraph);
    const first = derive('hessian', [scalar('hessian', call(fn, xs))], xs, [null], { strict, recorded: true });
    const found = rows('hessian', first, xs, { createGraph, strict }).map((row) => like(inputs, row));
    return (inputs instanceof Tensor ? found[0] : found) as Pairs<In, In>;
  });
}

/**
 * vᵀH, the product of a vector with the second derivatives of fn at inputs, by two backwards.
 * @param v like the inputs
 * @throws ShapeError when v does not fit or fn gives more than one element; StateError with strict
 */
export function vhp<In extends TensorOrList>(
  fn: Of<In, Tensor>,
  inputs: In,
  v?: TensorOrList | null,
  options: FunctionalOptions = {},
): { output: Tensor; vhp: Like<In> } {
  const { createGraph = false, strict = false } = known('vhp', options, ['createGraph', 'strict']);
  return enableGrad(() => {
    const xs = prepare(inputs, createGraph);
    const vs = vectorsFor('vhp', v, xs);
    const y = scalar('vhp', call(fn, xs));
    const first = derive('vhp', [y], xs, [null], { strict, recorded: true });
    const product = derive('vhp', first, xs, vs, { createGraph, strict });
    return { output: finished([y], createGraph)[0]!, vhp: like(inputs, product) };
  });
}

/**
 * Hv, which is vᵀH where the second derivatives are continuous, by three backwards; vhp needs two.
 * @param v like the inputs
 * @throws ShapeError when v does not fit or fn gives more than one element; StateError with strict
 */
export function hvp<In extends TensorOrList>(
  fn: Of<In, Tensor>,
  inputs: In,
  v?: TensorOrList | null,
  options: FunctionalOptions = {},
): { output: Tensor; hvp: Like<In> } {
  const { createGraph = false, strict = false } = known('hvp', options, ['createGraph', 'strict']);
  return enableGrad(() => {
    const xs = prepare(inputs, createGraph);
    const vs = vectorsFor('hvp', v, xs);
    const y = scalar('hvp', call(fn, xs));
    const first = derive('hvp', [y], xs, [null], { strict, recorded: true });
    const product = forward('hvp', first, xs, vs, { createGraph, strict });
    return { output: finished([y], createGraph)[0]!, hvp: like(inputs, product) };
  });
}
