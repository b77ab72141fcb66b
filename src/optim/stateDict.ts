/** PyTorch's layout of an optimizer's state. */
import { isFloat } from '../dtype.ts';
import { show, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { clone, full } from '../ops/create.ts';
import { sameShape } from '../shape.ts';
import { Tensor } from '../tensor.ts';

/** The state of one parameter: `step` (also a number), and its tensors. */
export type StateEntry = Record<string, Tensor | number | null>;
export interface OptimizerStateDict {
  /** By the number of the parameter. */
  state: Record<number, StateEntry>;
  /** The options of each group and the numbers of its parameters. */
  param_groups: ({ params: number[] } & Record<string, unknown>)[];
}

/** weightDecay → weight_decay. */
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** weight_decay → weightDecay. */
export const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The groups of a dict. @throws ValueError unless they have these numbers of parameters */
export function readGroups(
  op: string,
  dict: OptimizerStateDict,
  sizes: readonly number[],
): OptimizerStateDict['param_groups'] {
  const groups: unknown = dict?.param_groups;
  const isGroup = (group: unknown): boolean => Array.isArray((group as { params?: unknown } | null)?.params);
  if (!Array.isArray(groups) || !groups.every(isGroup) || typeof dict.state !== 'object' || dict.state === null) {
    throw new ValueError(
      `${op}.loadStateDict: not a state dict: it needs state and param_groups, each group with params. Nothing was loaded.`,
    );
  }
  const saved = (groups as OptimizerStateDict['param_groups']).map(({ params }) => params.length);
  if (!sameShape(saved, sizes)) {
    throw new ValueError(
      `${op}.loadStateDict: the dict has groups of ${show(saved)} parameters, the optimizer of ${show(sizes)}. Nothing was loaded.`,
    );
  }
  return dict.param_groups;
}

/** Copies of one parameter's state, of its dtype. @throws ValueError when something does not fit */
export function copyState(
  op: string,
  entry: StateEntry,
  names: readonly string[],
  param: Tensor,
): { step: Tensor | null; states: (Tensor | null)[] } {
  const fail = (key: string, why: string): never => {
    throw new ValueError(
      `${op}.loadStateDict: ${key} of the parameter ${show(param.shape)} ${why}. Nothing was loaded.`,
    );
  };
  const states = names.map((name) => {
    const key = snakeCase(name);
    const value = entry[key] ?? null;
    if (value === null) return null;
    if (!(value instanceof Tensor)) return fail(key, 'is not a tensor');
    if (!sameShape(value.shape, param.shape)) return fail(key, `has shape ${show(value.shape)}`);
    if (!isFloat(value.dtype)) return fail(key, `is ${value.dtype}, not a float`);
    return noGrad(() => clone(value.to(param.dtype)));
  });
  const saved = entry['step'] ?? null;
  if (saved instanceof Tensor && saved.length !== 1) fail('step', `has shape ${show(saved.shape)}`);
  // PyTorch's SGD does not count its steps, and tells the first by the missing buffer.
  const counted =
    saved === null ? Number(states.some((state) => state !== null)) : saved instanceof Tensor ? saved.item() : saved;
  if (!Number.isInteger(counted) || counted < 0) fail('step', `is ${String(counted)}, not a number of steps`);
  const begun = saved !== null || states.some((state) => state !== null);
  return { step: begun ? full([], counted) : null, states };
}
