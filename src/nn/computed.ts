/** Parameters that a module computes from others whenever it reads them: what weightNorm, spectralNorm and prune have in common. */
import { StateError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import type { HookHandle } from '../hooks.ts';
import { outside } from '../memory.ts';
import type { Tensor } from '../tensor.ts';
import type { AnyModule } from './module.ts';
import { Parameter } from './parameter.ts';

/** A module as a record of its properties. */
export type Slots = Record<string, Tensor | null | undefined>;
export const slotsOf = (module: AnyModule): Slots => module as unknown as Slots;

interface Computed {
  /** What computes it: 'weightNorm' and the like. */
  readonly by: string;
  /** The properties that it is computed from. */
  readonly sources: readonly string[];
  readonly hook: HookHandle | null;
}
const computed = new WeakMap<AnyModule, Map<string, Computed>>();

/** The parameter of a property. @throws ValueError when it is none; StateError when it is computed already */
export function plainParameter(op: string, module: AnyModule, name: string): Parameter {
  const other = computed.get(module)?.get(name);
  if (other)
    throw new StateError(`${op}: ${other.by} computes ${module.constructor.name}.${name} already. Remove that first.`);
  const value = slotsOf(module)[name];
  if (value instanceof Parameter) return value;
  const names = Object.entries(module).flatMap(([key, held]) => (held instanceof Parameter ? [key] : []));
  throw new ValueError(
    `${op}: ${module.constructor.name} has no parameter '${name}'; it has ${names.join(', ') || 'none'}.`,
  );
}

/** Puts what `value` gives in the place of a parameter, which leaves the module. */
export function compute(module: AnyModule, name: string, { value, ...rest }: Computed & { value: () => Tensor }): void {
  Reflect.deleteProperty(module, name);
  Object.defineProperty(module, name, { configurable: true, get: value });
  const those = computed.get(module) ?? new Map<string, Computed>();
  computed.set(module, those.set(name, rest));
}

/** Takes that back: what was computed last becomes the parameter, new or the one given. @throws StateError when nothing is computed */
export function uncompute(op: string, by: string, module: AnyModule, name: string, into?: Parameter): void {
  const entry = computed.get(module)?.get(name);
  if (entry?.by !== by) throw new StateError(`${op}: ${module.constructor.name}.${name} is not computed by ${by}.`);
  const slots = slotsOf(module);
  const parameter = outside(() => {
    const last = noGrad(() => slots[name]!);
    if (!into) return new Parameter(last);
    noGrad(() => into.copy_(last));
    return into;
  });
  computed.get(module)!.delete(name);
  entry.hook?.remove();
  for (const source of [name, ...entry.sources]) Reflect.deleteProperty(module, source);
  slots[name] = parameter;
}

/** Whether something computes a property of a module, or any of its properties. */
export function isComputed(by: string, module: AnyModule, name?: string): boolean {
  const those = computed.get(module);
  if (!those) return false;
  return name === undefined ? [...those.values()].some((entry) => entry.by === by) : those.get(name)?.by === by;
}
