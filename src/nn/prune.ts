/**
 * Pruning: weights that a mask sets to 0 whenever they are used. `weight` becomes the product of the parameter `weightOrig` and the
 * buffer `weightMask`, in the state dict `weight_orig` and `weight_mask`. What is pruned again loses more of what is left.
 * An amount below 1 is a part of what is left, a whole number that many. https://pytorch.org/docs/stable/nn.html#utilities
 */
import { known } from '../options.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { tensor } from '../ops/create.ts';
import { mul } from '../ops/elementwise.generated.ts';
import { type Generator, rand } from '../random.ts';
import { normalizeDim, sameShape, type Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { compute, isComputed, plainParameter, slotsOf, uncompute } from './computed.ts';
import type { AnyModule } from './module.ts';
import type { Parameter } from './parameter.ts';

const by = 'prune';
const origOf = (name: string): string => `${name}Orig`;
const maskOf = (name: string): string => `${name}Mask`;

/** How many of n go. @throws ValueError */
function howMany(op: string, amount: number, n: number): number {
  const whole = Number.isInteger(amount);
  if (!(amount >= 0) || (!whole && amount >= 1))
    throw new ValueError(`${op}: amount must be a part in [0, 1) or a whole number, got ${amount}.`);
  if (whole && amount > n) throw new ValueError(`${op}: cannot prune ${amount} of the ${n} that are left.`);
  if (whole) return amount;
  // As Python rounds: halves to the even one.
  const exact = amount * n;
  const low = Math.floor(exact);
  return exact - low === 0.5 ? low + (low % 2) : Math.round(exact);
}

/** The mask so far, and the values that decide. @throws ShapeError */
function current(
  op: string,
  module: AnyModule,
  name: string,
  scores: Tensor | null = null,
): { mask: Float64Array; scores: Float64Array; shape: Shape } {
  const pruned = isComputed(by, module, name);
  if (!pruned) plainParameter(op, module, name);
  const weight = slotsOf(module)[name]!;
  if (scores && !sameShape(scores.shape, weight.shape))
    throw new ShapeError(
      `${op}: importanceScores ${show(scores.shape)} must have the shape of ${name}, ${show(weight.shape)}.`,
    );
  return {
    mask: pruned
      ? Float64Array.from(slotsOf(module)[maskOf(name)]!.toTypedArray())
      : new Float64Array(weight.length).fill(1),
    scores: Float64Array.from((scores ?? weight).toTypedArray()),
    shape: weight.shape,
  };
}

/** Sets the mask of a parameter, on top of the one it has. */
function setMask(op: string, module: AnyModule, name: string, values: Float64Array): void {
  const slots = slotsOf(module);
  if (isComputed(by, module, name)) {
    slots[maskOf(name)]!.copy_(tensor(values, { shape: slots[maskOf(name)]!.shape }));
    return;
  }
  const weight = plainParameter(op, module, name);
  compute(module, name, {
    by,
    sources: [origOf(name), maskOf(name)],
    hook: null,
    value: () => scope(() => mul(slots[origOf(name)]!, slots[maskOf(name)]!)),
  });
  slots[origOf(name)] = weight;
  module.registerBuffer(maskOf(name), tensor(values, { dtype: weight.dtype, shape: weight.shape }));
}

/** Clears the mask where `scores` are smallest among those it keeps. */
function dropSmallest(op: string, amount: number, mask: Float64Array, scores: Float64Array): void {
  const left = [...mask.keys()].filter((i) => mask[i] !== 0);
  const order = left.sort((a, b) => scores[a]! - scores[b]! || a - b);
  for (const i of order.slice(0, howMany(op, amount, left.length))) mask[i] = 0;
}

const randomScores = (n: number, generator?: Generator): Float64Array =>
  Float64Array.from(rand([n], { dtype: 'float64', generator }).toTypedArray());

export interface ImportanceOptions {
  /** Decide by these, of the parameter's shape, instead of the parameter. */
  importanceScores?: Tensor | null;
}
export interface RandomPruningOptions {
  generator?: Generator;
}

/** Prunes nothing, but makes the mask. @throws ValueError, StateError */
export function identity<M extends AnyModule>(module: M, name: string): M {
  setMask('prune.identity', module, name, current('prune.identity', module, name).mask);
  return module;
}

/**
 * Prunes the elements of smallest magnitude. https://pytorch.org/docs/stable/generated/torch.nn.utils.prune.l1_unstructured.html
 * @throws ValueError for such an amount or parameter; ShapeError for scores of another shape; StateError when weightNorm or the like
 * computes it
 */
export function l1Unstructured<M extends AnyModule>(
  module: M,
  name: string,
  amount: number,
  options: ImportanceOptions = {},
): M {
  const { importanceScores = null } = known('l1Unstructured', options, ['importanceScores']);
  const op = 'prune.l1Unstructured';
  const { mask, scores } = current(op, module, name, importanceScores);
  dropSmallest(op, amount, mask, scores.map(Math.abs));
  setMask(op, module, name, mask);
  return module;
}

/** Prunes elements at random. https://pytorch.org/docs/stable/generated/torch.nn.utils.prune.random_unstructured.html @throws as l1Unstructured */
export function randomUnstructured<M extends AnyModule>(
  module: M,
  name: string,
  amount: number,
  options: RandomPruningOptions = {},
): M {
  const { generator } = known('randomUnstructured', options, ['generator']);
  const op = 'prune.randomUnstructured';
  const { mask } = current(op, module, name);
  dropSmallest(op, amount, mask, randomScores(mask.length, generator));
  setMask(op, module, name, mask);
  return module;
}

/** Prunes whole slices of a dim by a score for each; slices that are gone already do not count. */
function structured(
  op: string,
  module: AnyModule,
  name: string,
  amount: number,
  dim: number,
  importanceScores: Tensor | null,
  score: (slices: number[][], slice: number) => number,
): void {
  const { mask, scores, shape } = current(op, module, name, importanceScores);
  const d = normalizeDim(op, dim, shape.length);
  const stride = shape.slice(d + 1).reduce((a, b) => a * b, 1);
  const sliceOf = (i: number): number => Math.floor(i / stride) % shape[d]!;
  const values = Array.from({ length: shape[d]! }, (): number[] => []);
  const left = new Float64Array(shape[d]!);
  mask.forEach((kept, i) => {
    values[sliceOf(i)]!.push(scores[i]!);
    if (kept !== 0) left[sliceOf(i)] = 1;
  });
  dropSmallest(
    op,
    amount,
    left,
    Float64Array.from(values, (_, slice) => score(values, slice)),
  );
  setMask(
    op,
    module,
    name,
    mask.map((kept, i) => kept * left[sliceOf(i)]!),
  );
}

/**
 * Prunes the slices of a dim whose n-norm is smallest, n being Infinity too.
 * https://pytorch.org/docs/stable/generated/torch.nn.utils.prune.ln_structured.html @throws as l1Unstructured; IndexError for a dim
 */
export function lnStructured<M extends AnyModule>(
  module: M,
  name: string,
  amount: number,
  n: number,
  dim: number,
  options: ImportanceOptions = {},
): M {
  const { importanceScores = null } = known('lnStructured', options, ['importanceScores']);
  structured('prune.lnStructured', module, name, amount, dim, importanceScores, (slices, slice) => {
    const sizes = slices[slice]!.map(Math.abs);
    if (n === Infinity) return sizes.reduce((a, b) => Math.max(a, b), 0);
    if (n === -Infinity) return sizes.reduce((a, b) => Math.min(a, b), Infinity);
    if (n === 0) return sizes.filter((x) => x !== 0).length;
    return sizes.reduce((total, x) => total + x ** n, 0) ** (1 / n);
  });
  return module;
}

/** Prunes slices of a dim at random. https://pytorch.org/docs/stable/generated/torch.nn.utils.prune.random_structured.html @throws as lnStructured */
export function randomStructured<M extends AnyModule>(
  module: M,
  name: string,
  amount: number,
  dim: number,
  options: RandomPruningOptions = {},
): M {
  const { generator } = known('randomStructured', options, ['generator']);
  let drawn: Float64Array | null = null;
  structured('prune.randomStructured', module, name, amount, dim, null, (slices, slice) => {
    drawn ??= randomScores(slices.length, generator);
    return drawn[slice]!;
  });
  return module;
}

/**
 * Prunes the parameters of several modules together, as if they were one: some lose more than others.
 * https://pytorch.org/docs/stable/generated/torch.nn.utils.prune.global_unstructured.html
 * @param parameters modules, each with the name of a parameter @throws as l1Unstructured; ValueError for no parameters
 */
export function globalUnstructured(
  parameters: readonly (readonly [module: AnyModule, name: string])[],
  method: 'l1Unstructured' | 'randomUnstructured',
  amount: number,
  options: RandomPruningOptions = {},
): void {
  const { generator } = known('globalUnstructured', options, ['generator']);
  const op = 'prune.globalUnstructured';
  if (parameters.length === 0) throw new ValueError(`${op}: there are no parameters.`);
  const parts = parameters.map(([module, name]) => current(op, module, name));
  const join = (lists: Float64Array[]): Float64Array => Float64Array.from(lists.flatMap((list) => [...list]));
  const mask = join(parts.map((part) => part.mask));
  const scores =
    method === 'randomUnstructured'
      ? randomScores(mask.length, generator)
      : join(parts.map((part) => part.scores)).map(Math.abs);
  dropSmallest(op, amount, mask, scores);
  let at = 0;
  parameters.forEach(([module, name], i) => {
    const { length } = parts[i]!.mask;
    setMask(op, module, name, mask.slice(at, (at += length)));
  });
}

/**
 * Prunes where a mask of the parameter's shape is 0. https://pytorch.org/docs/stable/generated/torch.nn.utils.prune.custom_from_mask.html
 * @throws ShapeError, ValueError, StateError
 */
export function customFromMask<M extends AnyModule>(module: M, name: string, mask: Tensor): M {
  const op = 'prune.customFromMask';
  const { mask: before, shape } = current(op, module, name);
  if (!sameShape(mask.shape, shape))
    throw new ShapeError(`${op}: the mask ${show(mask.shape)} must have the shape of ${name}, ${show(shape)}.`);
  const values = mask.toTypedArray();
  setMask(
    op,
    module,
    name,
    before.map((kept, i) => kept * values[i]!),
  );
  return module;
}

/** Makes pruning final: the parameter is there again, with zeros for good. @throws StateError when it is not pruned */
export function remove<M extends AnyModule>(module: M, name: string): M {
  uncompute('prune.remove', by, module, name, slotsOf(module)[origOf(name)] as Parameter);
  return module;
}

/** Whether something of the module, or of one below, is pruned. https://pytorch.org/docs/stable/generated/torch.nn.utils.prune.is_pruned.html */
export function isPruned(module: AnyModule): boolean {
  return [...module.modules()].some((one) => isComputed(by, one));
}
