/** Copies of modules, everything they hold included. */
import { StateError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { outside } from '../memory.ts';
import { clone } from '../ops/create.ts';
import { Tensor } from '../tensor.ts';
import { type AnyModule, Module } from './module.ts';
import { copyHooks, ownForward } from './moduleHooks.ts';
import { Parameter } from './parameter.ts';

/** What Module.copy gives. */
export function copied<M extends AnyModule>(module: M): M {
  return outside(() => noGrad(() => copyOf(module, new Map()))) as M;
}

/** @param made what has been copied: things that the original holds twice, the copy holds twice too */
function copyOf(value: unknown, made: Map<object, object>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = made.get(value);
  if (known) return known;
  const keep = <T extends object>(copy: T): T => (made.set(value, copy), copy);
  if (value instanceof Tensor) {
    // Parameters of lazy modules cannot be read.
    value.assertFresh();
    return keep(value instanceof Parameter ? new Parameter(clone(value), value.requiresGrad) : clone(value as Tensor));
  }
  if (value instanceof Module) {
    const module = value as AnyModule;
    if (made.size > 0 && module.copy !== Module.prototype.copy) return keep(module.copy());
    const copy = fill(keep(module.bare_()), module, made);
    copyHooks(module, copy);
    return copy;
  }
  if (Array.isArray(value)) {
    const list = keep<unknown[]>([]);
    for (const item of value) list.push(copyOf(item, made));
    return list;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return fill(keep(Object.create(prototype) as object), value, made);
}

/** Gives `copy` the own properties of `from`. */
function fill<T extends object>(copy: T, from: object, made: Map<object, object>): T {
  const { name } = from.constructor ?? Object;
  for (const key of Reflect.ownKeys(from)) {
    const property = Object.getOwnPropertyDescriptor(from, key)!;
    if (key === 'forward' && from instanceof Module) {
      if (!ownForward(from as AnyModule)) continue;
      throw new StateError(
        `copy: ${name}.forward is a property, and a copy's would go on using the original. Make it a method of the class.`,
      );
    }
    if (property.get)
      throw new StateError(
        `copy: ${name}.${String(key)} is computed from others, as weightNorm, spectralNorm and prune do it. Copy the module before that, or after it was removed.`,
      );
    Object.defineProperty(copy, key, { ...property, value: copyOf(property.value, made) });
  }
  return copy;
}
