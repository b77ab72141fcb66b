/** PyTorch's layout of an optimizer's state. */
import { isFloat } from '../dtype.ts';
import { show, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { clone } from '../ops/create.ts';
import { sameShape, type Shape } from '../shape.ts';
import { Tensor } from '../tensor.ts';

/** The state of one parameter: `step` (also a number), and its tensors; LBFGS has lists of them. */
export type StateEntry = Record<string, Tensor | number | null | readonly (Tensor | number)[]>;
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

/** What a parameter keeps: tensors of these shapes, and numbers. */
interface Kept {
  state: readonly string[];
  shapes: readonly Shape[];
  cells: readonly string[];
}

/** Copies of one parameter's state, of its dtype. @throws ValueError when something does not fit */
export function copyState(
  op: string,
  entry: StateEntry,
  { state, shapes, cells }: Kept,
  param: Tensor,
): { step: number | null; kept: (number | null)[]; states: (Tensor | null)[] } {
  const fail = (key: string, why: string): never => {
    throw new ValueError(
      `${op}.loadStateDict: ${key} of the parameter ${show(param.shape)} ${why}. Nothing was loaded.`,
    );
  };
  const states = state.map((name, i) => {
    const key = snakeCase(name);
    const value = entry[key] ?? null;
    if (value === null) return null;
    if (!(value instanceof Tensor)) return fail(key, 'is not a tensor');
    if (!sameShape(value.shape, shapes[i]!)) return fail(key, `has shape ${show(value.shape)}`);
    if (!isFloat(value.dtype)) return fail(key, `is ${value.dtype}, not a float`);
    return noGrad(() => clone(value.to(param.dtype)));
  });
  const numberOf = (key: string): number | null => {
    const value = entry[key] ?? null;
    if (value === null || typeof value === 'number') return value;
    if (!(value instanceof Tensor)) return fail(key, 'is not a number');
    return value.length === 1 ? value.item() : fail(key, `has shape ${show(value.shape)}`);
  };
  const saved = numberOf('step');
  const begun = saved !== null || states.some((each) => each !== null);
  // PyTorch's SGD does not count its steps, and tells the first by the missing buffer.
  const step = saved ?? Number(begun);
  if (!Number.isInteger(step) || step < 0) fail('step', `is ${step}, not a number of steps`);
  return { step: begun ? step : null, kept: cells.map((name) => numberOf(snakeCase(name))), states };
}
